/** The lines of the body with what is known of them so far: their words without marks, their pages and calls. */
import type { Line } from './lines.ts';
import { type Marks, inlineBetween, plainText, within } from './inline.ts';
import type { PageMark } from './page-breaks.ts';

export interface BodyLine extends Line {
  /** The words without page marks and calls. */
  readonly words: string;
  /** Set where the line is nothing but page marks. */
  readonly pagesOnly: readonly PageMark[] | undefined;
}

/** Reads the lines of the body. */
export function bodyLines(lines: readonly Line[], marks: Marks): BodyLine[] {
  return lines.map((line) => {
    const words = plainText(inlineBetween(marks, line.start, line.end));
    const pages = words === '' ? within(marks.pages, line.start, line.end) : [];
    return { ...line, words, pagesOnly: pages.length > 0 ? pages : undefined };
  });
}

/** Lines that follow each other without a blank line and with no page mark of its own between them. */
export function groupLines(lines: readonly BodyLine[]): BodyLine[][] {
  const groups: BodyLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && line.blanks === 0) last.push(line);
    else groups.push([line]);
  }
  return groups;
}
