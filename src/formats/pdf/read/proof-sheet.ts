import type { PdfDocument } from '../../../pdf/document.ts';
import { placement } from '../../../pdf/placement.ts';

/** What a person who reads proofs looks for on the pages of a book. None of it is lost text. */

interface Remark {
  /** From 0. */
  readonly page: number;
  readonly words: string;
}

const quoted = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 60)}…` : line}”`;
};

const percent = (part: number): string => `${Math.round(part * 100)} %`;

/** A word space is about a quarter of the size in the font. */
const times = (stretch: number): string => ((250 + stretch) / 250).toFixed(1);

function remarksOn(document: PdfDocument): Remark[] {
  const { moved, stranded, widows, orphans, loose, overfull, gaps } = placement(document);
  const sheet = (page: number | undefined): string =>
    page === undefined ? 'nowhere' : `page ${document.pages[page]!.label}`;
  return [
    ...moved.map(({ label, call, start }) => ({
      page: call ?? start ?? 0,
      words: `note ${label} is called here and begins on ${sheet(start)}`,
    })),
    ...stranded.map(({ page, text }) => ({ page, words: `a heading is the last line: ${quoted(text)}` })),
    ...widows.map(({ page, text }) => ({ page, words: `the last line of a paragraph is alone: ${quoted(text)}` })),
    ...orphans.map(({ page, text }) => ({ page, words: `the first line of a paragraph is alone: ${quoted(text)}` })),
    ...overfull.map(({ page, text, excess }) => ({
      page,
      words: `a line is ${excess.toFixed(1)} points too long: ${quoted(text)}`,
    })),
    ...loose.map(({ page, text, stretch }) => ({
      page,
      words: `word spaces are ${times(stretch)} times as wide as usual: ${quoted(text)}`,
    })),
    ...gaps.map(({ page, filled }) => ({ page, words: `only ${percent(filled)} of the page is used` })),
  ];
}

/** The proof sheet of a book: its remarks in the order of the pages, and how many there are. */
export function proofSheet(document: PdfDocument): string[] {
  const remarks = remarksOn(document).toSorted((a, b) => a.page - b.page);
  return remarks.map(({ page, words }) => `page ${document.pages[page]!.label} (sheet ${page + 1}): ${words}`);
}
