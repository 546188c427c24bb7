import type { Print } from '../../../config/print.ts';
import type { Edition, UnitInfo } from '../../../model/edition.ts';
import type { PdfDocument } from '../../../pdf/document.ts';
import type { Book } from '../../format.ts';
import { textIn } from '../../../pdf/blocks.ts';
import { contentsFaults } from './contents-faults.ts';
import { type Around, type ExpectedFacts, expectedFacts } from './expected-facts.ts';
import { seen } from './kinds-of-words.ts';
import { cutFaults } from './cut-faults.ts';
import type { BookRead } from './book-read.ts';

/** What in a printed book, apart from the texts, is not as the data of the edition say. */

/** The texts are there in their order, each with its heading at its depth. */
function orderFaults({ headings }: BookRead, units: readonly UnitInfo[]): string[] {
  const begins = headings.filter(({ what }) => what === 'u' || what === 'm');
  const found = begins.map(({ id }) => id);
  const wanted = units.map(({ facts }) => facts.id);
  const at = wanted.findIndex((id, i) => found[i] !== id);
  if (at >= 0) return [`the text ${wanted[at]} is not in its place: ${found[at] ?? 'nothing'} is there`];
  if (found.length > wanted.length) return [`${found[wanted.length]} is a text too many`];
  const depths = new Map(units.map(({ facts, depth }) => [facts.id, depth]));
  let last = 0;
  return headings.flatMap(({ what, id, level, words }) => {
    const deepest = Math.min(last + 1, 6);
    last = level;
    const depth = what === 'u' || what === 'm' ? Math.min(depths.get(id)! + 1, deepest) : undefined;
    const isRight = depth === undefined ? level <= deepest : level === depth;
    return isRight ? [] : [`the heading “${words.slice(0, 60)}” has the level ${level}`];
  });
}

const romans = (document: PdfDocument): number => document.pages.findIndex(({ label }) => label === '1');

/** Pages before the text have Roman numbers, the others Arabic ones. */
function labelFaults(document: PdfDocument, { headings }: BookRead, { firstOfText }: ExpectedFacts): string[] {
  const first = headings.find(({ what, id }) => (what === 'u' || what === 'm') && id === firstOfText)?.page ?? 0;
  const at = romans(document);
  if (at !== first) return [`page 1 is sheet ${at + 1}, and the text begins on sheet ${first + 1}`];
  const isRight = (label: string, i: number): boolean =>
    i < first ? label === romanOf(i + 1) : label === String(i - first + 1);
  const wrong = document.pages.find(({ label }, i) => !isRight(label, i));
  return wrong ? [`sheet ${wrong.index + 1} has the page number “${wrong.label}”`] : [];
}

const digits = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'] as const;

/** A number below 5000 as a Roman one, digit by digit. */
function romanOf(number: number): string {
  const [ones, tens, hundreds, thousands] = [1, 10, 100, 1000].map((unit) => digits[Math.floor(number / unit) % 10]!);
  const as = (digit: string, letters: string): string =>
    [...digit].map((letter) => letters['ivx'.indexOf(letter)]!).join('');
  return (
    'm'.repeat(thousands!.length === 0 ? 0 : Math.floor(number / 1000)) +
    as(hundreds!, 'cdm') +
    as(tens!, 'xlc') +
    ones!
  );
}

const letters = (text: string): string => seen(text).replace(/\s+/g, '');

/** A title as the first page has it: a long one is cut behind a word. */
function isTitle(line: string, title: string): boolean {
  const cut = line.endsWith('…') ? line.slice(0, -1) : undefined;
  return line === letters(title) || (cut !== undefined && cut.length >= 20 && letters(title).startsWith(cut));
}

/** The lines before the text that must be there. A text with a title page of its own is before the contents. */
function frontFaults({ front, headings }: BookRead, { title, titlePage, imprint }: ExpectedFacts): string[] {
  const lines = front.map((tag) => letters(textIn([tag])));
  const found = new Set(lines);
  const hasOwn = headings[0]?.what === 'u' || headings[0]?.what === 'm';
  const wanted = hasOwn ? imprint : [...titlePage, ...imprint];
  const faults = wanted
    .filter((line) => !found.has(letters(line)))
    .map((line) => `the first pages do not say “${line}”`);
  return lines.some((line) => isTitle(line, title)) ? faults : [`the first page does not say “${title}”`, ...faults];
}

function metadataFaults(
  { metadata }: PdfDocument,
  { title, authors, day }: ExpectedFacts,
  conformance: string,
): string[] {
  const { info, xmp } = metadata;
  const claims = conformance === 'ua-1' ? ['pdfuaid:part', '1'] : ['pdfaid:part', '2'];
  const wanted: readonly (readonly [string, string, string | undefined])[] = [
    ['title', title, info.get('Title')],
    ['title', title, xmp.get('dc:title')?.[0]],
    ['authors', authors.join(', '), (xmp.get('dc:creator') ?? []).join(', ')],
    ['date', day, xmp.get('xmp:CreateDate')?.[0]?.slice(0, 10)],
    ['date', `D:${day.replaceAll('-', '')}`, info.get('CreationDate')?.slice(0, 10)],
    ['conformance', claims[1]!, xmp.get(claims[0]!)?.[0]],
  ];
  const faults = wanted
    .filter(([, must, is]) => must !== (is ?? ''))
    .map(([what, must, is]) => `the metadata have the ${what} “${is ?? ''}” instead of “${must}”`);
  const said = [
    metadata.isTagged ? '' : 'the file does not say that it has tags',
    metadata.showsTitle || conformance !== 'ua-1' ? '' : 'the file does not ask to show its title',
    metadata.language === undefined ? 'the file does not say its language' : '',
  ];
  return [...faults, ...said.filter((fault) => fault !== '')];
}

/** What nobody but a program that copies words would notice. */
function fileFaults({ pages, fonts }: PdfDocument): string[] {
  const loose = pages.flatMap(({ index, untagged }) =>
    untagged
      .slice(0, 1)
      .map(({ pieces }) => `sheet ${index + 1}: words without a tag: “${pieces[0]!.text.slice(0, 60)}”`),
  );
  const apart = fonts.filter(({ isEmbedded, saysCharacters }) => !isEmbedded || !saysCharacters);
  return [...loose, ...apart.map(({ name }) => `the font ${name} is not in the file, or does not say its characters`)];
}

export function bookFaults(
  document: PdfDocument,
  read: BookRead,
  book: Book,
  edition: Edition,
  around: Around,
  print: Required<Print>,
): string[] {
  const facts = expectedFacts(book, edition, around);
  return [
    ...read.faults,
    ...orderFaults(read, book.units),
    ...contentsFaults(document, read),
    ...labelFaults(document, read, facts),
    ...frontFaults(read, facts),
    ...metadataFaults(document, facts, print.conformance),
    ...fileFaults(document),
    ...cutFaults(document, print),
  ];
}
