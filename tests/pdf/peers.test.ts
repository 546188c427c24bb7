import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import { placement } from '../../src/pdf/placement.ts';
import { readPdf } from '../../src/pdf/read-pdf.ts';
import { hasChromium, needsChromium, printPage } from '../harness/chromium.ts';
import { newFolder } from '../harness/scratch.ts';
import { contentText, tagsOf, textOf, typeset, wordsOf } from './typeset.ts';

/** What other programs read and write. */

const lorem = Array.from(
  { length: 12 },
  (_, i) => `= Part ${i}\n#lorem(150)#footnote[#lorem(40)] #lorem(120) well-known\n`,
).join('\n');
const bytes = typeset(`#set page(numbering: "1", header: [Head])\n${lorem}`);

interface Glyph {
  readonly unicode?: string;
}

/** The text of each page in the order of its marks, as pdf.js reads it. */
async function byPdfJs(data: Uint8Array): Promise<string[]> {
  const { promise } = getDocument({
    data: new Uint8Array(data),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
  });
  const document = await promise;
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const { fnArray, argsArray } = await page.getOperatorList();
    const marks: boolean[] = [];
    let text = '';
    fnArray.forEach((operator, i) => {
      const args = argsArray[i] as unknown[];
      if (operator === OPS.beginMarkedContentProps) marks.push(typeof args[1] === 'number');
      else if (operator === OPS.beginMarkedContent) marks.push(false);
      else if (operator === OPS.endMarkedContent) marks.pop();
      else if (operator === OPS.showText && marks.includes(true))
        text += (args[0] as (Glyph | number | null)[]).map((glyph) => (glyph as Glyph | null)?.unicode ?? '').join('');
    });
    pages.push(text);
  }
  return pages;
}

it('pdf.js reads the same characters on the same pages', async () => {
  const { pages, tags } = readPdf(bytes);
  const ours = pages.map(() => '');
  const collect = (nodes: (typeof tags)[number]['children']): void =>
    nodes.forEach((node) => {
      if (node.kind === 'content') ours[node.page] += contentText(node);
      else if (node.kind === 'tag') collect(node.children);
    });
  collect(tags);
  // It has no text of marks, so that a hyphen at the end of a line is for it like any other.
  const sorted = (text: string): string => [...text.replace(/[\u00ad-]/g, '')].sort().join('');
  expect((await byPdfJs(bytes)).map(sorted)).toEqual(ours.map(sorted));
  expect(pages.length).toBeGreaterThan(5);
});

const hasQpdf = spawnSync('qpdf', ['--version'], { stdio: 'ignore' }).status === 0;

it.skipIf(!hasQpdf).each([['--object-streams=generate'], ['--linearize'], ['--qdf'], ['--compress-streams=n']])(
  `a file that qpdf wrote in another way says the same${hasQpdf ? '' : ' (skipped: qpdf is not here)'}: %s`,
  (option) => {
    const folder = newFolder();
    const [from, to] = [join(folder, 'a.pdf'), join(folder, 'b.pdf')];
    writeFileSync(from, bytes);
    spawnSync('qpdf', [option, from, to]);
    const [a, b] = [readPdf(bytes), readPdf(readFileSync(to))];
    expect(textOf(b.tags)).toBe(textOf(a.tags));
    expect(placement(b)).toEqual(placement(a));
    expect(b.pages.map(({ label }) => label)).toEqual(a.pages.map(({ label }) => label));
    expect(b.outline).toEqual(a.outline);
  },
);

const html = `<!doctype html><html lang="en"><title>A page</title><h1>Heading <a href="https://example.org/">link</a></h1>
<p style="width:200px">Office affluent <em>emphasis</em>, Ὀδυσσεύς, Русский, <span lang="he" dir="rtl">שלום</span>.</p>
<p lang="he" dir="rtl">שלום לכם, 1967 בירושלים</p><ul><li>one<li>two</ul><table><tr><th>A<th>B<tr><td>c<td>d</table></html>`;

it.skipIf(!hasChromium)(`a page that a browser printed is read${needsChromium}`, () => {
  const { tags, metadata, pages } = readPdf(printPage(html));
  expect(metadata).toMatchObject({ language: 'en', isTagged: true });
  expect(wordsOf(textOf(tagsOf(tags, 'H1')))).toBe('Heading link');
  // A browser leaves out the space at the end of a line.
  expect(textOf(tagsOf(tags, 'P')).replace(/[ \n]/g, '')).toBe(
    'Officeaffluentemphasis,Ὀδυσσεύς,Русский,שלום.שלוםלכם,1967בירושלים',
  );
  expect(tagsOf(tags, 'TH').map((cell) => textOf([cell]))).toEqual(['A', 'B']);
  expect(tagsOf(tags, 'TD').map((cell) => textOf([cell]))).toEqual(['c', 'd']);
  expect(pages[0]!.links.map(({ uri }) => uri)).toEqual(['https://example.org/']);
});
