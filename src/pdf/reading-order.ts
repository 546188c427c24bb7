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
const digits = /\p{N}/u;

const isRightToLeft = ({ text }: Piece): boolean => rightToLeft.test(text);
const isBlank = ({ text }: Piece): boolean => /^[\s\p{Cf}]*$/u.test(text);

/** Whether a piece is certainly in such text: in a language of this kind everything but words of others, such as spaces and numbers. */
const isIn = (piece: Piece, language: string): boolean =>
  isRightToLeft(piece) || (languages.test(piece.language ?? language) && !letters.test(piece.text));

/** Text in no language (ISO 639: zxx), such as a number in the margin, has its own place in the order. */
const isApart = ({ language }: Piece): boolean => language?.startsWith('zxx') === true;

const mayBeIn = (piece: Piece): boolean => isRightToLeft(piece) || (!letters.test(piece.text) && !isApart(piece));

const isOnLine = (a: Piece, b: Piece | undefined): b is Piece =>
  b !== undefined && Math.abs(a.y - b.y) < 0.5 * Math.max(a.size, b.size);

/** Whether `next` is at the right of a piece. A space that is stretched is wider than it says, and one at the end of a line has no width. */
function continues(piece: Piece, next: Piece): boolean {
  const size = Math.max(piece.size, next.size);
  const from = isBlank(piece) ? piece.x0 : piece.x1;
  return next.x0 - from > -0.1 * size && next.x0 - piece.x1 < size && isOnLine(piece, next);
}

interface Group {
  readonly from: number;
  readonly to: number;
}

/** From a piece on, those that are or may be in one text from right to left. */
function groupFrom(pieces: readonly Piece[], from: number): Group {
  let to = from + 1;
  if (mayBeIn(pieces[from]!))
    while (to < pieces.length && mayBeIn(pieces[to]!) && continues(pieces[to - 1]!, pieces[to]!)) to++;
  return { from, to };
}

/** Whether what comes before or after shows that the group as a whole is read from right to left: the one is at its right, the other at its left. */
function isInside(pieces: readonly Piece[], { from, to }: Group): boolean {
  const [first, before, after] = [pieces[from]!, pieces[from - 1], pieces[to]];
  return (isOnLine(first, before) && before.x0 > first.x0) || (isOnLine(first, after) && after.x0 < first.x0);
}

const brackets = ['()', '[]', '{}', '⟨⟩', '‹›', '«»'] as const;

/** Whether a piece closes or opens a bracket whose other side is alone in the group: then both are in one text. */
function isOtherSide({ text }: Piece, pieces: readonly Piece[], { from, to }: Group): boolean {
  const inside = pieces
    .slice(from, to)
    .map((piece) => piece.text)
    .join('');
  const count = (side: string): number => inside.split(side).length - 1;
  return brackets.some(([open, close]) => {
    const difference = count(open!) - count(close!);
    return (text.trim() === close && difference > 0) || (text.trim() === open && difference < 0);
  });
}

const closing = /^\s*[.,;:!?…،؛؟׃”’»)\]]+\s*$/;
const opening = /^\s*[“‘«([]+\s*$/;

/** Without what is at its ends and may be outside: the space before a word, the comma behind it. */
function certain(pieces: readonly Piece[], group: Group, language: string): Group {
  if (isInside(pieces, group)) return group;
  let { from, to } = group;
  while (from < to && !isIn(pieces[from]!, language)) from++;
  while (to > from && !isIn(pieces[to - 1]!, language)) to--;
  // No line begins with a full stop, and none ends with an opening bracket.
  const isLine = group.from === 0 && group.to === pieces.length;
  if (isLine && closing.test(pieces[group.from]!.text)) from = group.from;
  if (isLine && opening.test(pieces[group.to - 1]!.text)) to = group.to;
  if (from > group.from && isOtherSide(pieces[from - 1]!, pieces, { from, to })) from--;
  if (to < group.to && isOtherSide(pieces[to]!, pieces, { from, to })) to++;
  return { from, to };
}

/** What is between the digits of a number: `12.5`, `1966–67`. */
const separator = /^[.,:/\u2013-]$/;

const isNumber = (piece: Piece | undefined): boolean =>
  piece !== undefined && digits.test(piece.text) && !letters.test(piece.text);

/** In reverse, but numbers, which are read from left to right everywhere. */
function reversed(pieces: readonly Piece[]): Piece[] {
  const parts: Piece[][] = [];
  pieces.forEach((piece, i) => {
    const isWithin = separator.test(piece.text) && isNumber(pieces[i + 1]);
    const last = parts.at(-1);
    if (last && isNumber(last[0]) && (isNumber(piece) || isWithin)) last.push(piece);
    else parts.push([piece]);
  });
  return parts.reverse().flat();
}

/** What of a group is to be read the other way round. */
function toReverse(pieces: readonly Piece[], group: Group, language: string): Group {
  const hasAny = pieces.slice(group.from, group.to).some(isRightToLeft);
  if (hasAny) return certain(pieces, group, language);
  const isNeutral = group.to - group.from > 1 && isInside(pieces, group);
  return isNeutral ? group : { from: group.from, to: group.from };
}

/** The space at the end of a line from right to left is at its left end, without a width; words that are drawn over it come before it. */
function withSpacesBehind(pieces: readonly Piece[]): readonly Piece[] {
  const found = [...pieces];
  for (let i = 0; i + 1 < found.length; i++) {
    const [piece, next] = [found[i]!, found[i + 1]!];
    const isUnder = isBlank(piece) && !mayBeIn(next) && isOnLine(piece, next);
    if (isUnder && Math.abs(piece.x0 - next.x0) < 0.05 * piece.size) [found[i], found[i + 1]] = [next, piece];
  }
  return found;
}

/** Pieces of one line after the other. */
function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  pieces.forEach((piece, i) => {
    if (isOnLine(piece, pieces[i - 1])) lines.at(-1)!.push(piece);
    else lines.push([piece]);
  });
  return lines;
}

function lineInOrder(pieces: readonly Piece[], language: string): Piece[] {
  const drawn = withSpacesBehind(pieces);
  const ordered: Piece[][] = [];
  for (let i = 0; i < drawn.length;) {
    const group = groupFrom(drawn, i);
    const { from, to } = toReverse(drawn, group, language);
    ordered.push(drawn.slice(i, from), reversed(drawn.slice(from, to)), drawn.slice(to, group.to));
    i = group.to;
  }
  return ordered.flat();
}

/** Where the lines of these pieces end at the right. */
export const rightEdge = (pieces: readonly Piece[]): number =>
  pieces.reduce(
    (edge, piece) => (isBlank(piece) ? edge : Math.max(edge, piece.x1 - (piece.spaceAtEnd ?? 0))),
    -Infinity,
  );

/** The pieces in the order in which they are read. `language`: of the text as a whole; `edge`: where the lines of its block end at the right. */
export function inReadingOrder(pieces: readonly Piece[], language: string, edge: number): readonly Piece[] {
  if (!pieces.some(isRightToLeft)) return pieces;
  return linesOf(pieces).flatMap((line) => {
    // The space at the end of a line from left to right is behind its right end, wherever it is in the file. Hyphens and stops hang over the end.
    const isAtEnd = (piece: Piece): boolean => isBlank(piece) && piece.x0 > edge - 0.35 * piece.size;
    return [
      ...lineInOrder(
        line.filter((piece) => !isAtEnd(piece)),
        language,
      ),
      ...line.filter(isAtEnd),
    ];
  });
}
