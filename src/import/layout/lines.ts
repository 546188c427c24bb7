/** A text as lines, each with its place; what kind of line it is, is decided later. */

export interface TextLine {
  /** Without white space at both ends; never empty. */
  readonly text: string;
  /** Offset of its first character that is not white space, and after the last one. */
  readonly start: number;
  readonly end: number;
  /** White space before it; a tab counts as four. */
  readonly indent: number;
  /** Empty lines above it; at least 1 at the beginning of the text and after a form feed. */
  readonly gap: number;
  /** A form feed is between the line above and this one. */
  readonly feed?: true;
  /** It goes on after a note that is within its line. */
  readonly joins?: boolean;
}

const width = (blanks: string): number => [...blanks].reduce((w, c) => w + (c === '\t' ? 4 : 1), 0);

/** All lines that are not empty, in order. Every kind of line end is understood; a form feed ends a line as well. */
export function textLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  const end = /\r\n|[\r\n\v\f\u2028\u2029]/g;
  let gap = 1;
  let feed = false as boolean;
  for (let from = 0; from <= text.length;) {
    end.lastIndex = from;
    const found = end.exec(text);
    const to = found?.index ?? text.length;
    const raw = text.slice(from, to);
    const trimmed = raw.trim();
    if (trimmed === '') gap++;
    else {
      const lead = raw.length - raw.trimStart().length;
      const start = from + lead;
      const indent = width(raw.slice(0, lead));
      lines.push({ text: trimmed, start, end: start + trimmed.length, indent, gap, ...(feed ? { feed: true } : {}) });
      gap = 0;
      feed = false;
    }
    if (found?.[0] === '\f') [gap, feed] = [gap + 1, true];
    from = to + (found?.[0].length ?? 1);
  }
  return lines;
}
