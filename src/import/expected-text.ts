/**
 * The text the TEI must tell again, put together from pieces of the source by the reader of a source, without a look at the document that
 * it made of it; and the way back from its characters into the source.
 */
import { offsetOfCharacter, withoutSpace } from './conservation.ts';
import type { ReadResult } from './reader.ts';

export interface Piece {
  readonly text: string;
  /** Offset of the piece in the source. */
  readonly at: number;
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
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= character) low = middle + 1;
      else high = middle;
    }
    const piece = pieces[low - 1];
    return piece ? piece.at + offsetOfCharacter(piece.text, character - starts[low - 1]!) : 0;
  };
  return { expected: texts.join(''), placeOf };
}
