import { readPlaces } from './destinations.ts';
import type { Box, Content, Link, Page, PdfDocument, Piece } from './document.ts';
import { LinkReader } from './links.ts';
import { readMetadata } from './metadata.ts';
import { readOutline } from './outline.ts';
import { fontsUsed, OperatorBudget, type PageText, readPageText, type Shared } from './page-content.ts';
import { pageLabels } from './page-labels.ts';
import { type PageObject, pageTree } from './page-tree.ts';
import { PdfFile } from './pdf-file.ts';
import { TextBudget } from './show-text.ts';
import { readTags } from './tags.ts';

/** The area of a page: where it begins, and how large it is (ISO 32000-1, 14.11.2). */
function areaOf(file: PdfFile, { dict }: PageObject): readonly [x: number, y: number, width: number, height: number] {
  const box = dict.get('CropBox') ?? dict.get('MediaBox');
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = file.array(box).map((one) => file.number(one) ?? 0);
  return [Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0)];
}

/** A box of a page by its name, measured from the corner of the area of the page. */
function boxOf(file: PdfFile, { dict }: PageObject, name: string, [left, bottom]: readonly number[]): Box | undefined {
  if (!dict.has(name)) return undefined;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = file.array(dict.get(name)).map((one) => file.number(one) ?? 0);
  return [x0 - left!, y0 - bottom!, x1 - left!, y1 - bottom!];
}

/** What the file says of the cut of a page. */
function cutOf(file: PdfFile, page: PageObject, area: readonly number[]): Pick<Page, 'trim' | 'bleed'> {
  const [trim, bleed] = ['TrimBox', 'BleedBox'].map((name) => boxOf(file, page, name, area));
  return { ...(trim && { trim }), ...(bleed && { bleed }) };
}

const contentOf = (page: number, pieces: readonly Piece[]): Content => ({ kind: 'content', page, pieces });

/**
 * Reads a PDF from its bytes alone: the text as its tags order it, where on the pages it is, and what the file says of itself. Throws `BadPdf` for
 * what is not a PDF, is encrypted or damaged, or asks for more time or memory than a book needs. Nothing in the file is run, and nothing it names is
 * opened.
 */
export function readPdf(bytes: Uint8Array): PdfDocument {
  const file = new PdfFile(bytes);
  const objects = pageTree(file);
  const indexes = new Map(objects.flatMap(({ ref }, i) => (ref === undefined ? [] : [[ref, i] as const])));
  const places = readPlaces(file, indexes);
  const shared: Shared = { file, fonts: new Map(), text: new TextBudget(), operators: new OperatorBudget() };
  const reader = new LinkReader(file, places);
  const links = objects.map(({ dict }, i) => reader.of(i, dict));
  const areas = objects.map((one) => areaOf(file, one));
  const texts = objects.map(({ dict }, i) => readPageText(shared, i, dict, [areas[i]![0], areas[i]![1]]));
  const tags = readTags(file, { indexes, ...takingFrom(texts), link: linkFinder(links) });
  const labels = pageLabels(file, objects.length);
  const pages = texts.map(({ artifacts, unmarked, marked }, index): Page => ({
    index,
    label: labels[index]!,
    width: areas[index]![2],
    height: areas[index]![3],
    ...cutOf(file, objects[index]!, areas[index]!),
    artifacts,
    untagged: [...unmarked, ...[...marked.values()].map((pieces) => contentOf(index, pieces))],
    links: [...links[index]!.values()],
  }));
  return {
    version: file.version,
    pages,
    tags,
    destinations: places.named,
    outline: readOutline(file, places),
    fonts: fontsUsed(shared),
    metadata: readMetadata(file),
  };
}

/** Text that a tag takes is no longer among the untagged. */
function takingFrom(texts: readonly PageText[]) {
  return {
    take: (page: number, mark: string): readonly Piece[] | undefined => {
      const marked = texts[page]?.marked;
      const pieces = marked?.get(mark);
      marked?.delete(mark);
      return pieces;
    },
  };
}

function linkFinder(links: readonly ReadonlyMap<number, Link>[]) {
  const all = new Map(links.flatMap((ofPage) => [...ofPage]));
  return (object: number): Link | undefined => all.get(object);
}
