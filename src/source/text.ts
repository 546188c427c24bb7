import type { Position, Span } from '../diagnostics/finding.ts';
import { lineStarts } from './line-starts.ts';
import { countBelow } from './sorted.ts';

/** The decoded text of one source file and the map from offsets to lines and columns. Line ends are kept as they are. */
export interface SourceText {
  /** The path as the user would recognise it: relative to the edition's folder, with `/`. */
  readonly file: string;
  readonly text: string;
  /** The line and column of an offset (UTF-16 units); an offset outside the text is moved to its nearest end. */
  locate(offset: number): Position;
  /** The range from `start` up to, not including, `end`. */
  span(start: number, end: number): Span;
}

/** Offsets of the characters that take two units, in order. */
const wideCharacters = (text: string): number[] => [...text.matchAll(/[\ud800-\udbff][^]/g)].map(({ index }) => index);

/** Wraps a decoded text. The tables are made at the first question, since most files are never asked. */
export function sourceText(file: string, text: string): SourceText {
  let starts: number[] | undefined;
  let wide: number[] | undefined;
  const locate = (wanted: number): Position => {
    starts ??= lineStarts(text);
    const offset = Math.max(0, Math.min(wanted, text.length));
    wide ??= wideCharacters(text);
    const line = countBelow(starts, offset + 1);
    const start = starts[line - 1]!;
    // Not counted from the start of the line: a line may be a whole volume, and be asked about a thousand times.
    const pairs = countBelow(wide, offset - 1) - countBelow(wide, start);
    return { line, column: offset - start - Math.max(0, pairs) + 1, offset };
  };
  return { file, text, locate, span: (start, end) => ({ file, start: locate(start), end: locate(end) }) };
}
