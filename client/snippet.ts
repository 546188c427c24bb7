import type { Hit } from './find.ts';
import type { IndexFiles, Piece } from './index-files.ts';

/** The words around a hit. */

/** A part of a snippet: words that were asked for, or those around them. */
export interface SnippetPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** How many UTF-16 units are shown before and behind what was found. */
const before = 70;
const behind = 110;

/** Pieces in one. */
function joined(pieces: readonly Piece[]): Piece {
  let offset = 0;
  const words = pieces.flatMap((piece) => {
    const moved = piece.words.map(({ place, from, to }) => ({ place, from: from + offset, to: to + offset }));
    offset += piece.text.length;
    return moved;
  });
  return { text: pieces.map(({ text }) => text).join(''), words };
}

/** From where to where the words around a stretch are shown: not beyond its lines, whole words. */
function around(text: string, from: number, to: number): [from: number, to: number] {
  const lineBegins = Math.max(text.lastIndexOf('\n', from), text.lastIndexOf('\f', from)) + 1;
  const ends = [text.indexOf('\n', to), text.indexOf('\f', to)].filter((end) => end >= 0);
  const lineEnds = Math.min(text.length, ...ends);
  const space = text.indexOf(' ', Math.max(lineBegins, from - before));
  const begin = from - before <= lineBegins || space < 0 || space >= from ? lineBegins : space + 1;
  const last = text.lastIndexOf(' ', to + behind);
  const end = to + behind >= lineEnds || last < to ? lineEnds : last;
  return [Math.max(begin, from - 4 * before), Math.min(end, to + 4 * behind)];
}

/** The pieces in which a hit is and, where it is near their edge, those next to them. */
async function piecesAround(hit: Hit, files: IndexFiles): Promise<Piece> {
  const first = files.pieceOf(hit.from);
  const last = files.pieceOf(hit.to - 1);
  const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const own = (await Promise.all(numbers.map((number) => files.piece(number)))).filter((one) => one !== undefined);
  const whole = joined(own);
  const words = whole.words.filter(({ place }) => place >= hit.from && place < hit.to);
  const [from, to] = [words[0]?.from ?? 0, words.at(-1)?.to ?? 0];
  const isNear = (text: string): boolean => !/[\n\f]/.test(text);
  const earlier = isNear(whole.text.slice(0, from)) && from < before / 2 ? await files.piece(first - 1) : undefined;
  const rest = whole.text.length - to;
  const later = isNear(whole.text.slice(to)) && rest < behind / 2 ? await files.piece(last + 1) : undefined;
  return joined([earlier, whole, later].filter((one) => one !== undefined));
}

/** A hit with the words around it. */
export async function snippetOf(hit: Hit, files: IndexFiles): Promise<SnippetPart[]> {
  const { text, words } = await piecesAround(hit, files);
  const offsets = hit.marks.flatMap(([from, to]) => {
    const inside = words.filter(({ place }) => place >= from && place < to);
    return inside.length === 0 ? [] : [[inside[0]!.from, inside.at(-1)!.to] as const];
  });
  if (offsets.length === 0) return [];
  const [begin, end] = around(text, offsets[0]![0], offsets.at(-1)![1]);
  const parts: SnippetPart[] = [];
  const plain = (from: number, to: number): void => {
    const said = text.slice(from, to).replace(/[\n\f]/g, ' / ');
    if (said !== '') parts.push({ text: said, isHit: false });
  };
  let at = begin;
  for (const [from, to] of offsets) {
    plain(at, Math.max(at, from));
    parts.push({ text: text.slice(Math.max(at, from), to), isHit: true });
    at = to;
  }
  plain(at, end);
  const cutBefore = begin > 0 && !/[\n\f]/.test(text[begin - 1]!);
  const cutBehind = end < text.length && !/[\n\f]/.test(text[end]!);
  return [
    ...(cutBefore ? [{ text: '… ', isHit: false }] : []),
    ...parts,
    ...(cutBehind ? [{ text: ' …', isHit: false }] : []),
  ];
}
