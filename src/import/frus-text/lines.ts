/**
 * The text becomes lines, each with its place and the number of blank lines before it.
 * The page it was taken from set blocks apart by a blank line only where a paragraph or a heading is involved:
 * whether a blank line is between two lines is the best witness of what they were.
 */

export interface Line {
  /** Offset of the first character that is not white space, and after the last one. */
  readonly start: number;
  readonly end: number;
  /** Spaces before the first character; a tab counts as one. */
  readonly indent: number;
  /** The whole line, white space included. */
  readonly from: number;
  readonly to: number;
  /** Blank lines between the line before and this one. */
  readonly blanks: number;
}

/** All lines that are not empty, in order. Every kind of line end is understood. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  const pattern = /[^\r\n\f\v\u2028\u2029]*(?:\r\n|[\r\n\f\v\u2028\u2029]|$)/g;
  let blanks = 0;
  for (let from = 0; from < text.length; from = pattern.lastIndex) {
    pattern.lastIndex = from;
    const raw = pattern.exec(text)![0].replace(/[\r\n\f\v\u2028\u2029]+$/, '');
    const to = from + raw.length;
    const start = from + raw.length - raw.trimStart().length;
    const end = from + raw.trimEnd().length;
    if (end > start) {
      lines.push({ start, end, indent: start - from, from, to, blanks });
      blanks = 0;
    } else blanks++;
    if (pattern.lastIndex === from) break;
  }
  return lines;
}
