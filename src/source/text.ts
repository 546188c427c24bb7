import type { Position, Span } from '../diagnostics/finding.ts';

/** The decoded text of one source file and the map from offsets to lines and columns. Line ends are kept as they are. */
export interface SourceText {
  /** The path as the user would recognise it: relative to the edition's folder, with `/`. */
  readonly file: string;
  readonly text: string;
  /** The line and column of an offset (UTF-16 units); an offset outside the text is moved to its nearest end. */
  locate(offset: number): Position;
  /** The stretch from `start` up to, not including, `end`. */
  span(start: number, end: number): Span;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

/** Offsets at which lines begin. A line ends with LF, CR LF or CR. */
function lineStarts(text: string): number[] {
  const starts = [0];
  const end = /\r\n?|\n/g;
  while (end.exec(text) !== null) starts.push(end.lastIndex);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Characters (code points) in a stretch of text. */
function countCharacters(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    count++;
    if (isHighSurrogate(text.charCodeAt(i)) && i + 1 < to) i++;
  }
  return count;
}

/** Wraps a decoded text. The table of lines is made at the first question, since most files are never asked. */
export function sourceText(file: string, text: string): SourceText {
  let starts: number[] | undefined;
  const locate = (wanted: number): Position => {
    starts ??= lineStarts(text);
    const offset = Math.max(0, Math.min(wanted, text.length));
    const line = lineAt(starts, offset);
    return { line: line + 1, column: countCharacters(text, starts[line]!, offset) + 1, offset };
  };
  return { file, text, locate, span: (start, end) => ({ file, start: locate(start), end: locate(end) }) };
}
