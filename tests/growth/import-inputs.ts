/** Sources of imports that grow in one dimension. */

import { item, para, run, type WordParts } from '../import/docx-file.ts';
import { times } from './tei.ts';

const page = (body: string): string =>
  `<!DOCTYPE html><html><head><title>T</title></head><body><main><h1>T</h1>${body}</main></body></html>`;

const letter = (body: string): string => `194. Letter From A to B\n\nParis, January 1, 1969.\n\n${body}\n`;

type Texts = Readonly<Record<string, (n: number) => string>>;

/** HTML by what grows in it. */
export const htmlInputs: Texts = {
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
  digits: (n) => page(`<p>${'1234567890'.repeat(n)}</p>`),
  brackets: (n) => page(`<p>${'[('.repeat(n)}</p>`),
  'brackets in pairs': (n) => page(`<p>${'[word] '.repeat(n)}</p>`),
  'numbers in brackets': (n) => page(`<p>${times(n, (i) => `word[${i + 1}] `)}</p>`),
  quotations: (n) => page('<blockquote><p>word</p></blockquote>'.repeat(n)),
  'nested boxes': (n) => page(`${'<div>word'.repeat(n / 8)}${'</div>'.repeat(n / 8)}`),
  'nested lists': (n) => page(`${'<ul><li>word'.repeat(n / 16)}${'</li></ul>'.repeat(n / 16)}`),
  'cells of a row': (n) => page(`<table><tr>${'<td>a</td>'.repeat(n)}</tr></table>`),
  'paragraphs left open': (n) => page('<p>word '.repeat(n)),
  'boxes left open': (n) => page('<div>word '.repeat(Math.ceil(n / 16))),
  'looks left open over paragraphs': (n) => page('<p><i>word</p>'.repeat(Math.ceil(n / 16))),
  'comments left open': (n) => page('<p>word <!-- '.repeat(n)),
  'quotes left open': (n) => page('<p class="a>word</p>'.repeat(n)),
  'attributes of one element': (n) => page(`<p ${times(n, (i) => `a${i}="b" `)}>word</p>`),
  ids: (n) => page(times(n, (i) => `<p id="p${i}">word <a href="#p${n - 1 - i}">there</a></p>`)),
  images: (n) => page(times(n, (i) => `<img src="i${i}.png" alt="word">`)),
  lines: (n) => page(`<p>${'word\n'.repeat(n)}</p>`),
  'preformatted lines': (n) => page(`<pre>${'word\n'.repeat(n)}</pre>`),
};

/**
 * Markdown by what grows in it. Signs of emphasis in one paragraph and quotations are not here: the parser’s work grows with their square, so they
 * have limits (tests/import/markdown-limits.test.ts).
 */
export const markdownInputs: Texts = {
  paragraphs: (n) => times(n, (i) => `word ${i}\n\n`),
  lines: (n) => 'word\n'.repeat(n),
  notes: (n) => `${times(n, (i) => `word[^${i}] `)}\n\n${times(n, (i) => `[^${i}]: body\n\n`)}`,
  'calls without notes': (n) => times(n, (i) => `word[^${i}] `),
  'notes in place': (n) => 'word^[body] '.repeat(n),
  headings: (n) => '# Head\n\nword\n\n'.repeat(n),
  looks: (n) => '*word* **word** '.repeat(n),
  'looks left open': (n) => '*word '.repeat(n),
  links: (n) => '[there](https://example.org/) '.repeat(n),
  'links by reference': (n) =>
    `${times(n, (i) => `[there][r${i}] `)}\n\n${times(n, (i) => `[r${i}]: https://example.org/${i}\n`)}`,
  'brackets that open': (n) => '['.repeat(n),
  'brackets in pairs': (n) => '[word] '.repeat(n),
  'items of a list': (n) => '- word\n'.repeat(n),
  'numbered items': (n) => times(n, (i) => `${i + 1}. word\n`),
  'nested quotations': (n) => `${'>'.repeat(n / 16)} word\n`,
  'rows of a table': (n) => `| a | b |\n|---|---|\n${'| c | d |\n'.repeat(n)}`,
  'cells of a row': (n) => `|${' a |'.repeat(n)}\n|${'---|'.repeat(n)}\n|${' b |'.repeat(n)}\n`,
  'code in lines': (n) => '`word` '.repeat(n),
  'HTML in lines': (n) => 'word <i>word</i> '.repeat(n),
  'HTML left open': (n) => 'word <i '.repeat(n),
  entities: (n) => '&amp; '.repeat(n),
  digits: (n) => '1234567890'.repeat(n),
  letters: (n) => 'abcdefghij'.repeat(n),
  spaces: (n) => `a${' '.repeat(n * 8)}b`,
  'page marks': (n) => times(n, (i) => `word [Page ${i + 1}]\n\n`),
};

/** Plain text as it is published, by what grows in it. */
export const plainInputs: Texts = {
  paragraphs: (n) => letter(times(n, (i) => `    word ${i}\n\n`)),
  lines: (n) => letter('word word\n'.repeat(n)),
  'page marks': (n) => letter(times(n, (i) => `word [Page ${i + 1}] word\n\n`)),
  digits: (n) => letter('1234567890'.repeat(n)),
  brackets: (n) => letter('[('.repeat(n)),
  'brackets in pairs': (n) => letter('[word] '.repeat(n)),
  notes: (n) => letter(`${times(n, (i) => `word${i + 1} `)}\n\n${times(n, (i) => `${i + 1}. body\n`)}`),
  'notes in paragraphs': (n) =>
    letter(`${times(n, (i) => `word.${i + 1}\n\n`)}\n\n${times(n, (i) => `${i + 1}. body.\n`)}`),
  letters: (n) => letter('abcdefghij'.repeat(n)),
  spaces: (n) => letter(`a${' '.repeat(n * 8)}b`),
  'empty lines': (n) => letter(`a${'\n'.repeat(n)}b`),
  'items of a list': (n) => letter('- word\n'.repeat(n)),
  headings: (n) => letter('I. HEAD\n\nword\n\n'.repeat(n)),
  capitals: (n) => letter('WORD '.repeat(n)),
  dashes: (n) => letter('-'.repeat(n * 4)),
  'numbers in words': (n) => letter(times(n, (i) => `word${(i * 7) % 100} `)),
  underlines: (n) => letter('_word_ '.repeat(n)),
};

/** Pages of a scanned book, each a text between form feeds. */
export const pagesInputs: Texts = {
  pages: (n) => times(n / 4, (i) => `${i + 1}  HEAD\n\nword word word word${i + 1}\nword\n\n1 body\n\f`),
  lines: (n) => `1 HEAD\n${'word word word\n'.repeat(n)}\f2 HEAD\nword\n`,
  // Numbers of three digits: shorter ones are at the end of many longer ones.
  'notes of a page': (n) =>
    `1 HEAD\n${times(n, (i) => `word${i + 100} `)}\n\n${times(n, (i) => `${i + 100} body\n`)}\f2 HEAD\nword\n`,
};

/** The body of a Word file by what grows in it. */
export const wordInputs: Readonly<Record<string, (n: number) => WordParts>> = {
  paragraphs: (n) => ({ body: times(n, (i) => para(`word ${i}`)) }),
  runs: (n) => ({ body: para(times(n, (i) => run(`word ${i} `, i % 2 ? '<w:i/>' : ''))) }),
  notes: (n) => ({
    body: para(times(n, (i) => `${run('word')}<w:r><w:footnoteReference w:id="${i + 1}"/></w:r>`)),
    footnotes: times(n, (i) => `<w:footnote w:id="${i + 1}">${para('body')}</w:footnote>`),
  }),
  'items of a list': (n) => ({
    body: times(n, () => item('word', 1)),
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  }),
  'rows of a table': (n) => ({
    body: `<w:tbl>${`<w:tr><w:tc>${para('a')}</w:tc><w:tc>${para('b')}</w:tc></w:tr>`.repeat(n)}</w:tbl>`,
  }),
  'cells of a row': (n) => ({ body: `<w:tbl><w:tr>${`<w:tc>${para('a')}</w:tc>`.repeat(n)}</w:tr></w:tbl>` }),
  'page breaks': (n) => ({ body: para(times(n, () => `${run('word')}<w:r><w:br w:type="page"/></w:r>`)) }),
  'line breaks': (n) => ({ body: para(times(n, () => `${run('word')}<w:r><w:br/></w:r>`)) }),
  headings: (n) => ({ body: times(n, () => para('Head', 'Heading1') + para('word')) }),
  fields: (n) => ({
    body: para(
      times(
        n,
        () =>
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      ),
    ),
  }),
  bookmarks: (n) => ({
    body: para(
      times(n, (i) => `<w:bookmarkStart w:id="${i}" w:name="b${i}"/>${run('word')}<w:bookmarkEnd w:id="${i}"/>`),
    ),
  }),
  styles: (n) => ({
    body: times(n, (i) => para('word', `s${i}`)),
    styles: times(
      n,
      (i) =>
        `<w:style w:type="paragraph" w:styleId="s${i}"><w:name w:val="S ${i}"/>${i > 0 ? `<w:basedOn w:val="s${i - 1}"/>` : ''}</w:style>`,
    ),
  }),
};
