import type { Block, PlacedPiece } from './blocks.ts';

/** Lines as a reader sees them: what of a block is on one baseline. */

export interface Line {
  /** From 0. */
  readonly page: number;
  /** Of the baseline, in points from the bottom of the page. */
  readonly y: number;
  readonly x0: number;
  /** Where its last word ends. */
  readonly x1: number;
  /** Of the largest letters. */
  readonly size: number;
  readonly text: string;
  /** How much wider than in the font its word spaces are on average, in thousandths of the size; 0 where it has none. */
  readonly stretch: number;
}

const isOnLine = (a: PlacedPiece, b: PlacedPiece): boolean =>
  a.page === b.page && Math.abs(a.piece.y - b.piece.y) < 0.5 * Math.max(a.piece.size, b.piece.size);

/**
 * Made text that is not in its line but in the margin: what follows begins where it would without it. It says that it has no language (ISO 639:
 * zxx).
 */
function isBeside(one: PlacedPiece, before: PlacedPiece | undefined, after: PlacedPiece | undefined): boolean {
  const { piece } = one;
  if (!piece.language?.startsWith('zxx')) return false;
  if (after && isOnLine(one, after))
    return after.piece.x0 < piece.x1 - 0.1 * piece.size || after.piece.x0 > piece.x1 + piece.size;
  return !before || !isOnLine(before, one) || Math.abs(piece.x0 - before.piece.x1) > 0.5 * piece.size;
}

/** The spaces of a line but the last: those inside pieces, and those at the end of one, which the next piece stretches. */
function stretches(pieces: readonly PlacedPiece[]): number[] {
  return pieces.flatMap(({ piece }, i) => {
    const next = pieces[i + 1]?.piece;
    const gap = next && piece.size > 0 ? ((next.x0 - piece.x1) * 1000) / piece.size : 0;
    // Text from right to left goes on at the left; its gaps are not measured.
    const isMeasured = next && piece.spaceAtEnd !== undefined && gap > -100 && gap < 3000;
    return isMeasured ? [...piece.stretches, gap] : piece.stretches;
  });
}

function lineOf(pieces: readonly PlacedPiece[]): Line {
  const largest = pieces.reduce((a, b) => (b.piece.size > a.piece.size ? b : a));
  const ends = pieces.map(({ piece: { x1, spaceAtEnd = 0 } }) => x1 - spaceAtEnd);
  const spaces = stretches(pieces);
  return {
    page: largest.page,
    y: largest.piece.y,
    x0: pieces.reduce((least, { piece }) => Math.min(least, piece.x0), Infinity),
    x1: ends.reduce((most, x) => Math.max(most, x), -Infinity),
    size: largest.piece.size,
    text: pieces.map(({ piece }) => piece.text).join(''),
    stretch: spaces.length === 0 ? 0 : spaces.reduce((a, b) => a + b) / spaces.length,
  };
}

/** So many pieces before a piece say whether it is on their line. */
const nearest = 20;

/** The lines of a block in order. */
export function linesOf({ pieces }: Pick<Block, 'pieces'>): Line[] {
  const lines: PlacedPiece[][] = [];
  let before: PlacedPiece | undefined;
  for (const [i, one] of pieces.entries()) {
    if (one.piece.isInvisible || isBeside(one, before, pieces[i + 1])) continue;
    const line = lines.at(-1);
    // Behind a raised call, words are on the line of the words before it.
    if (line?.slice(-nearest).some((other) => isOnLine(other, one))) line.push(one);
    else lines.push([one]);
    before = one;
  }
  return lines.map(lineOf);
}
