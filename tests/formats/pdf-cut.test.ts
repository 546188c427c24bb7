import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Print } from '../../src/config/print.ts';
import { isPrint } from '../../src/config/print.ts';
import { addBoxes } from '../../src/pdf/add-boxes.ts';
import type { Box, PdfDocument } from '../../src/pdf/document.ts';
import { readPdf } from '../../src/pdf/read-pdf.ts';
import { readFiles } from '../harness/edition.ts';
import { changed, lossesIn, type Printed, printBook } from '../harness/printed-book.ts';
import { newFolder } from '../harness/scratch.ts';

/** Books for a press: what is around the page as it will be cut. */

const long = Array.from({ length: 60 }, (_, i) => `Sentence ${i} tells of things<note n="${i}">Of ${i}.</note>.`);
const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v1" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>Leaves</title></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>
<div type="document" xml:id="d1"><head>One</head><pb n="5"/><p>${long.join(' ')} <pb n="6"/>End.</p></div>
</body></text></TEI>`;
const edition = readFiles({ 'v1.xml': tei });

const printed = (print: Print): Promise<Printed> => printBook(edition, undefined, print);

const rounded = (box: Box | undefined): number[] => (box ?? []).map((edge) => Math.round(edge * 10) / 10);

/** Where each piece of text is, from a corner of the page as it will be cut. */
function placesIn({ pages, tags }: PdfDocument, from: number): string[] {
  const found: string[] = [];
  const note = (pieces: readonly { text: string; x0: number; y: number }[], page: number): void => {
    for (const { text, x0, y } of pieces)
      found.push(`${page} ${(x0 - from).toFixed(1)} ${(y - from).toFixed(1)} ${text}`);
  };
  const visit = (nodes: PdfDocument['tags'][number]['children']): void => {
    for (const node of nodes)
      if (node.kind === 'tag') visit(node.children);
      else if (node.kind === 'content') note(node.pieces, node.page);
  };
  visit(tags);
  for (const { index, artifacts } of pages) for (const { pieces } of artifacts) note(pieces, index);
  return found;
}

it('crop marks and bleed make the sheet larger, and move nothing on the page', async () => {
  const plain = await printed({});
  const cut = await printed({ bleed: '3mm', cropMarks: true });
  expect(lossesIn(edition, cut)).toEqual([]);
  const [before, after] = [readPdf(plain.bytes), readPdf(cut.bytes)];
  const [page] = after.pages;
  expect(before.pages[0]).not.toHaveProperty('trim');
  expect([page!.width, page!.height].map(Math.round)).toEqual([489, 705]);
  expect(rounded(page!.trim)).toEqual([28.3, 28.3, 460.3, 676.3]);
  expect(rounded(page!.bleed)).toEqual([19.8, 19.8, 468.8, 684.8]);
  expect(after.pages.length).toBeGreaterThan(6);
  expect(placesIn(after, page!.trim![0])).toEqual(placesIn(before, 0));
});

it.each<[Print, number[], number[]]>([
  [{ bleed: '5mm', paper: '150x230mm', sides: 1 }, [14.2, 14.2, 439.4, 666.1], [0, 0, 453.5, 680.3]],
  [{ cropMarks: true, paper: 'a5', conformance: 'a-2a' }, [28.3, 28.3, 447.9, 623.6], [28.3, 28.3, 447.9, 623.6]],
  [{ bleed: '0.5in', cropMarks: true, paper: '4.25x7in' }, [55.8, 55.8, 361.8, 559.8], [19.8, 19.8, 397.8, 595.8]],
])('%j', async (print, trim, bleed) => {
  const cut = await printed(print);
  expect(lossesIn(edition, cut)).toEqual([]);
  const { pages } = readPdf(cut.bytes);
  for (const page of pages) expect([rounded(page.trim), rounded(page.bleed)]).toEqual([trim, bleed]);
});

it('what a design has behind the text goes beyond the cut and is no text', async () => {
  const design = changed(
    'design.typ',
    /$/,
    '\n#let page-background(verso, width, height) = rect(width: width, height: height, fill: luma(80%), [Verso #verso])',
  );
  const cut = await printBook(edition, design, { bleed: '3mm' });
  expect(lossesIn(edition, cut)).toEqual([]);
  const [page] = readPdf(cut.bytes).pages;
  expect(page!.artifacts.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('')).toContain('Verso false');
});

it('a page that would be cut elsewhere is a loss', async () => {
  const print: Print = { bleed: '3mm', cropMarks: true };
  const { open, ...plain } = await printed({});
  const cut = await printed(print);
  const losses = (bytes: Uint8Array, as = cut): string => lossesIn(edition, { ...as, bytes }).join('\n');
  expect(losses(plain.bytes)).toBe('the page of sheet 1 does not have the bleed 3mm on all sides');
  expect(losses(cut.bytes, { ...plain, open })).toBe('the page of sheet 1 does not have the bleed 0mm on all sides');
  const boxes = (trim: Box, bleed: Box): string => losses(addBoxes(cut.bytes, { TrimBox: trim, BleedBox: bleed }));
  expect(boxes([28.34, 28.34, 460.34, 670], [19.84, 19.84, 468.84, 684.84])).toContain('is 432.0 × 641.7 points large');
  expect(boxes([8.5, 8.5, 440.5, 656.5], [0, 0, 449, 665])).toContain('is not in the middle of its sheet');
  const narrow = await printed({ bleed: '3mm' });
  expect(losses(narrow.bytes)).toContain('has 8.5 points around it');
});

const hasPoppler = spawnSync('pdftoppm', ['-v'], { stdio: 'ignore' }).status === 0;

it.skipIf(!hasPoppler)(
  `crop marks are in line with the cuts and outside the bleed${hasPoppler ? '' : ' (skipped: pdftoppm is not here)'}`,
  async () => {
    const cut = await printed({ bleed: '3mm', cropMarks: true });
    const path = join(newFolder(), 'a');
    writeFileSync(`${path}.pdf`, cut.bytes);
    spawnSync('pdftoppm', ['-r', '288', '-gray', '-f', '1', '-l', '1', '-singlefile', `${path}.pdf`, path]);
    const image = readFileSync(`${path}.pgm`);
    const [header, width, height] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(image.subarray(0, 40).toString('latin1'))!;
    const isDark = (x: number, y: number): boolean =>
      image[header.length + Math.floor(y * 4) * Number(width) + Math.floor(x * 4)]! < 160;
    const darkIn = (xs: readonly number[], ys: readonly number[]): boolean =>
      xs.some((x) => ys.some((y) => isDark(x, y)));
    const near = (at: number): number[] => [-0.25, 0, 0.25].map((step) => at + step);
    const right = Number(width) / 4 - 28.34;
    const bottom = Number(height) / 4 - 28.34;
    for (const x of [28.34, right]) for (const y of [10, bottom + 15]) expect(darkIn(near(x), near(y))).toBe(true);
    for (const y of [28.34, bottom]) for (const x of [10, right + 15]) expect(darkIn(near(x), near(y))).toBe(true);
    const inBleed = Array.from({ length: 38 }, (_, i) => 20.5 + i / 4);
    expect(darkIn(inBleed, inBleed)).toBe(false);
  },
);

it('the settings take a length up to an inch', () => {
  for (const bleed of ['0mm', '3mm', '0.125in', '8.5pt', '1in']) expect(isPrint({ bleed, cropMarks: true })).toBe(true);
  for (const bleed of ['3', '-3mm', '2in', '3 mm', '30mm', 3]) expect(isPrint({ bleed })).toBe(false);
  expect(isPrint({ cropMarks: 'yes' })).toBe(false);
});

it('boxes are added behind the file, of which no byte changes', async () => {
  const { bytes } = await printed({});
  const added = addBoxes(bytes, { TrimBox: [1, 2, 300, 400.12345] });
  expect(Buffer.from(added.subarray(0, bytes.length)).equals(Buffer.from(bytes))).toBe(true);
  expect(readPdf(added).pages.map(({ trim }) => rounded(trim))).toEqual(
    readPdf(bytes).pages.map(() => [1, 2, 300, 400.1]),
  );
  expect(Buffer.from(addBoxes(bytes, { TrimBox: [1, 2, 300, 400.12345] })).equals(Buffer.from(added))).toBe(true);
});
