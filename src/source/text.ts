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
  /** Only of a text that was put together: where its characters come from (see `resolve/`). */
  readonly origin?: Origin;
}

/**
 * Where the characters of a text come from that was put together from several files, or in which entities were expanded. Its spans name the
 * file by which it was asked for, with the offsets of the text as it was put together; `at` leads to the files themselves.
 */
export interface Origin {
  /** The place in a file of a range of the text. `written`: the file has the range character for character. */
  at(start: number, end: number): { readonly span: Span; readonly written: boolean };
  /** The files as they are on the disk, in the order of the text; the one that was asked for is the first. */
  readonly files: readonly SourceText[];
  /** Paths of the files that were included. */
  readonly parts: readonly string[];
  /** What was to be included and is not in the folder, as the text names it. */
  readonly absent: readonly string[];
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
