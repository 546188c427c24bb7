import type { Piece } from './document.ts';

/**
 * Pieces of text that is read from right to left are drawn from left to right by some programs, one by one: a word in Hebrew in three pieces is
 * there from its end to its beginning. Pieces that touch each other and go to the right belong together, and are read the other way round.
 */

/** Hebrew, Arabic, Syriac and what else Unicode writes from right to left. */
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** What is drawn over a letter, and what is not drawn at all. */
const onlyMarks = /^[\p{M}\p{Cf}]+$/u;

/** Between words from right to left, what has no direction of its own and numbers follow theirs. */
const between = /^[\p{M}\p{P}\p{Z}\p{Cf}\p{N}]*$/u;

/** What a group may begin and end with. */
const isOwn = ({ text }: Piece): boolean => rightToLeft.test(text) || onlyMarks.test(text);

/** Whether `next` begins where `piece` ends. Marks are drawn over letters, a little off the line. */
function touches(piece: Piece, next: Piece): boolean {
  const near = 0.08 * Math.max(piece.size, next.size);
  const end = onlyMarks.test(piece.text) ? piece.x0 : piece.x1;
  return Math.abs(next.x0 - end) <= near && Math.abs(next.y - piece.y) <= Math.max(piece.size, next.size);
}

/** Where the group that begins with a piece ends: behind its last piece that is certainly written from right to left. */
function endOfGroup(pieces: readonly Piece[], first: number): number {
  let end = first + 1;
  for (let i = first + 1; i < pieces.length && touches(pieces[i - 1]!, pieces[i]!); i++) {
    if (isOwn(pieces[i]!)) end = i + 1;
    else if (!between.test(pieces[i]!.text)) break;
  }
  return end;
}

/** The pieces in the order in which they are read. */
export function inReadingOrder(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some(({ text }) => rightToLeft.test(text))) return pieces;
  const ordered: Piece[] = [];
  for (let i = 0; i < pieces.length;) {
    const end = isOwn(pieces[i]!) ? endOfGroup(pieces, i) : i + 1;
    ordered.push(...pieces.slice(i, end).reverse());
    i = end;
  }
  return ordered;
}
