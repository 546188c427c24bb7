/**
 * The text the TEI must tell again, put together from pieces of the source by the reader of a source, without a look at the document that
 * it made of it; and the way back from its characters into the source.
 */
import { offsetOfCharacter, withoutSpace } from './conservation.ts';
import { pageMarksIn } from './page-marks.ts';
import type { ReadResult } from './reader.ts';
import { countUpTo } from '../source/sorted.ts';

export interface Piece {
  readonly text: string;
  /** Offset of the piece in the source. */
  readonly at: number;
  /** No running text, though it is in it: a call, a bullet, code. No page mark is looked for in it. */
  readonly sign?: boolean;
}

/** The pieces of one block with its page marks in one form, `[Page 591]`. */
export function withPlainPageMarks(pieces: readonly Piece[], shortMarks: boolean): Piece[] {
  const flat = pieces.map((p) => (p.sign ? '\ufffc' : p.text)).join('');
  const marks = pageMarksIn(flat).filter((m) => m.form === 'full' || shortMarks);
  if (marks.length === 0) return [...pieces];
  const out: Piece[] = [];
  let from = 0;
  for (const piece of pieces) {
    const to = from + (piece.sign ? 1 : piece.text.length);
    let next = from;
    const words = (end: number): void => {
      if (end > next) out.push({ text: piece.text.slice(next - from, end - from), at: piece.at + next - from });
    };
    for (const mark of marks) {
      if (mark.end <= from || mark.start >= to) continue;
      words(mark.start);
      if (mark.start >= from) out.push({ text: `[Page ${mark.label}]`, at: piece.at + mark.start - from, sign: true });
      next = Math.min(to, mark.end);
    }
    if (piece.sign) out.push(piece);
    else words(to);
    from = to;
  }
  return out;
}

/** The proof of a reading: its pieces in order. */
export function expectedOf(pieces: readonly Piece[]): Pick<ReadResult, 'expected' | 'placeOf'> {
  const starts: number[] = [];
  const texts: string[] = [];
  let length = 0;
  for (const { text } of pieces) {
    const solid = withoutSpace(text);
    starts.push(length);
    texts.push(solid);
    length += solid.length;
  }
  const placeOf = (character: number): number => {
    const count = countUpTo(starts, character);
    const piece = pieces[count - 1];
    return piece ? piece.at + offsetOfCharacter(piece.text, character - starts[count - 1]!) : 0;
  };
  return { expected: texts.join(''), placeOf };
}
