/** The lines of each page. */
import type { PageText } from './source.ts';

export interface Line {
  /** Without white space at both ends. */
  readonly text: string;
  /** Place of its first character that is not white space. */
  readonly start: number;
  readonly indent: number;
  /** Empty lines above it on its page. */
  readonly gap: number;
}

export interface Page {
  readonly index: number;
  /** What the file calls it, or its place in the text. */
  readonly label: string;
  readonly start: number;
  /** The lines that are not empty. */
  readonly lines: readonly Line[];
}

const width = (blanks: string): number => [...blanks].reduce((w, c) => w + (c === '\t' ? 4 : 1), 0);

function linesOf(text: string, page: PageText): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  const end = /\r\n?|\n|\v/g;
  for (let start = page.start; start <= page.end;) {
    end.lastIndex = start;
    const found = end.exec(text);
    const stop = found && found.index < page.end ? found.index : page.end;
    const raw = text.slice(start, stop);
    const trimmed = raw.trim();
    if (trimmed === '') gap++;
    else {
      const lead = raw.length - raw.trimStart().length;
      lines.push({ text: trimmed, start: start + lead, indent: width(raw.slice(0, lead)), gap });
      gap = 0;
    }
    start = stop === page.end ? page.end + 1 : stop + (found?.[0].length ?? 1);
  }
  return lines;
}

/** The pages with their lines. */
export const pagesWithLines = (text: string, pages: readonly PageText[]): Page[] =>
  pages.map((page, index) => ({ index, label: page.label, start: page.start, lines: linesOf(text, page) }));
