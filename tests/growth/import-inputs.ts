/** Sources of imports that grow in one dimension. */

const times = (n: number, one: (i: number) => string): string => Array.from({ length: n }, (_, i) => one(i)).join('');
const page = (body: string): string =>
  `<!DOCTYPE html><html><head><title>T</title></head><body><main><h1>T</h1>${body}</main></body></html>`;

type Inputs = Readonly<Record<string, (n: number) => string>>;

export const htmlInputs: Inputs = {
  paragraphs: (n) => page(times(n, (i) => `<p>word ${i}</p>`)),
  notes: (n) =>
    page(
      `<p>${times(n, (i) => `word<a id="r${i}" href="#n${i}"><sup>${i + 1}</sup></a> `)}</p><h2>Notes</h2><ol>${times(n, (i) => `<li id="n${i}">body <a href="#r${i}">↩</a></li>`)}</ol>`,
    ),
  'calls in paragraphs': (n) =>
    page(
      `${times(n, (i) => `<p>word<a id="r${i}" href="#n${i}">[${i + 1}]</a></p>`)}<div class="footnotes">${times(n, (i) => `<p id="n${i}"><a href="#r${i}">[${i + 1}]</a> body</p>`)}</div>`,
    ),
  'links to one place': (n) => page(`<p id="x">${'<a href="#x">there</a> '.repeat(n)}</p>`),
  'links out': (n) => page(`<p>${'<a href="https://example.org/">there</a> '.repeat(n)}</p>`),
  'items of a list': (n) => page(`<ul>${'<li>word</li>'.repeat(n)}</ul>`),
  'rows of a table': (n) => page(`<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(n)}</table>`),
  'line breaks': (n) => page(`<p>${'word<br>'.repeat(n)}</p>`),
  headings: (n) => page('<h2>Head</h2><p>word</p>'.repeat(n)),
  'page marks': (n) =>
    page(`<p>${times(n, (i) => `word <span class="pagenum" id="Page_${i + 1}">[Pg ${i + 1}]</span> `)}</p>`),
  looks: (n) => page(`<p>${'<i>word</i> <b>word</b> '.repeat(n)}</p>`),
  'unclosed looks': (n) => page(`<p>${'<i>word '.repeat(Math.ceil(n / 16))}</p>`),
  letters: (n) => page(`<p>${'abcdefghij'.repeat(n)}</p>`),
  spaces: (n) => page(`<p>a${' '.repeat(n * 8)}b</p>`),
};
