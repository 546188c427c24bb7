import type { Position, Range } from 'vscode-languageserver-protocol';
import { countUpTo } from '../source/sorted.ts';

/** Lines and characters of the protocol: both from 0, characters in UTF-16 units; a line ends with LF, CR LF or CR. */

/** Offsets at which lines begin. */
export type LineStarts = readonly number[];

/** The offset of a position; what lies after the end of a line or of the text is its end. */
export function offsetAt(text: string, starts: LineStarts, { line, character }: Position): number {
  if (!(line >= 0)) return 0;
  if (line >= starts.length) return text.length;
  const start = starts[line]!;
  let end = starts[line + 1] ?? text.length;
  if (line + 1 < starts.length) {
    end--;
    if (text.charCodeAt(end) === 10 && end > start && text.charCodeAt(end - 1) === 13) end--;
  }
  return Math.min(start + Math.max(0, character || 0), end);
}

export function positionAt(starts: LineStarts, offset: number): Position {
  const line = Math.max(0, countUpTo(starts, offset) - 1);
  return { line, character: Math.max(0, offset - starts[line]!) };
}

export const rangeAt = (starts: LineStarts, start: number, end: number): Range => ({
  start: positionAt(starts, start),
  end: positionAt(starts, end),
});
