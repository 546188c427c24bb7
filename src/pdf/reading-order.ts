import type { Piece } from './document.ts';
import { rightToLeft } from './right-to-left.ts';

/**
 * Text that is read from right to left is drawn from left to right by programs, glyph by glyph and often piece by piece: a word in Hebrew in three
 * pieces is there from its end to its beginning. Pieces of such text that follow each other to the right belong together, and are read the other way
 * round; where a program draws in the order of reading, the next piece is to the left.
 */

/** Languages that are written so, by their codes; `-Latn` says that it is not. */
const languages = /^(?:ar|arc|ckb|dv|fa|he|iw|ji|ps|sd|syr|ug|ur|yi)(?:$|-(?!latn))/i;

const letters = /\p{L}/u;

const isRightToLeft = ({ text }: Piece): boolean => rightToLeft.test(text);

/** Whether a piece is certainly in such text: in a language of this kind everything but words of others, such as spaces and numbers. */
const isIn = (piece: Piece, language: string): boolean =>
  isRightToLeft(piece) || (languages.test(piece.language ?? language) && !letters.test(piece.text));

const isOnLine = (a: Piece, b: Piece): boolean => Math.abs(a.y - b.y) < 0.5 * Math.max(a.size, b.size);

/** Whether `next` is at the right of a piece. A space that is stretched is wider than it says, and one at the end of a line has no width. */
function continues(piece: Piece, next: Piece): boolean {
  const size = Math.max(piece.size, next.size);
  const from = piece.text.trim() === '' ? piece.x0 : piece.x1;
  return next.x0 - from > -0.1 * size && next.x0 - piece.x1 < size && isOnLine(piece, next);
}

interface Group {
  readonly from: number;
  readonly to: number;
}

/** From a piece on, those that are or may be in one text from right to left. */
function groupFrom(pieces: readonly Piece[], from: number, language: string): Group {
  const mayBeIn = (i: number): boolean => isIn(pieces[i]!, language) || !letters.test(pieces[i]!.text);
  let to = from + 1;
  if (mayBeIn(from)) while (to < pieces.length && mayBeIn(to) && continues(pieces[to - 1]!, pieces[to]!)) to++;
  return { from, to };
}

/** Whether what comes before or after shows that the group as a whole is read from right to left: the one is at its right, the other at its left. */
function isInside(pieces: readonly Piece[], { from, to }: Group): boolean {
  const [first, before, after] = [pieces[from]!, pieces[from - 1], pieces[to]];
  const isRight = before !== undefined && isOnLine(before, first) && before.x0 > first.x0;
  return isRight || (after !== undefined && isOnLine(after, first) && after.x0 < first.x0);
}

/** Without what is at its ends and may be outside: the space before a word, the comma behind it. */
function certain(pieces: readonly Piece[], group: Group, language: string): Group {
  if (isInside(pieces, group)) return group;
  let { from, to } = group;
  while (from < to && !isIn(pieces[from]!, language)) from++;
  while (to > from && !isIn(pieces[to - 1]!, language)) to--;
  return { from, to };
}

/** The pieces in the order in which they are read; `language`: of the text as a whole. */
export function inReadingOrder(pieces: readonly Piece[], language: string): readonly Piece[] {
  if (!pieces.some(isRightToLeft)) return pieces;
  const ordered: Piece[] = [];
  for (let i = 0; i < pieces.length;) {
    const group = groupFrom(pieces, i, language);
    const { from, to } = pieces.slice(i, group.to).some(isRightToLeft) ? certain(pieces, group, language) : { from: i, to: i };
    ordered.push(...pieces.slice(i, from), ...pieces.slice(from, to).reverse(), ...pieces.slice(to, group.to));
    i = group.to;
  }
  return ordered;
}
