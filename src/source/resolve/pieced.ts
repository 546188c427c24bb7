import { firstNotBefore } from '../sorted.ts';
import type { SourceText } from '../text.ts';

/** A text that was put together, with the place in a file from which each of its pieces comes. */

export interface Piece {
  /** First character in the text that was put together. */
  readonly start: number;
  readonly source: SourceText;
  /** The range of the file. */
  readonly from: number;
  readonly to: number;
  /** The file has it character for character; otherwise all of the piece comes from all of the range. */
  readonly written: boolean;
}

export interface Pieced {
  readonly text: string;
  /** In order and without gaps. */
  readonly pieces: readonly Piece[];
}

/** A file as it is. */
export const piecedFile = (source: SourceText): Pieced => ({
  text: source.text,
  pieces: source.text === '' ? [] : [{ start: 0, source, from: 0, to: source.text.length, written: true }],
});

/** The piece that holds an offset; at the end of the text the last one. */
export function pieceAt({ pieces }: Pieced, offset: number): Piece | undefined {
  const behind = firstNotBefore(pieces.length, (index) => pieces[index]!.start <= offset);
  return pieces[Math.max(0, behind - 1)];
}

/** Puts a text together. */
export class Composer {
  readonly #texts: string[] = [];
  readonly #pieces: Piece[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** A range of another text, with the places it has there. */
  copy(from: Pieced, start: number, end: number): void {
    if (end <= start) return;
    const { pieces } = from;
    const first = Math.max(0, firstNotBefore(pieces.length, (index) => pieces[index]!.start <= start) - 1);
    for (let i = first; i < pieces.length && pieces[i]!.start < end; i++) {
      const piece = pieces[i]!;
      const stop = pieces[i + 1]?.start ?? from.text.length;
      const cutStart = Math.max(start, piece.start) - piece.start;
      const cutEnd = Math.min(end, stop) - piece.start;
      this.#add(piece.written ? { ...piece, from: piece.from + cutStart, to: piece.from + cutEnd } : piece);
      this.#length += cutEnd - cutStart;
    }
    this.#texts.push(from.text.slice(start, end));
  }

  /** Characters that no file has: all of them come from the range of `from`. */
  insert(text: string, from: Pieced, start: number, end: number): void {
    if (text === '') return;
    const { source, from: begin, to } = placeOf(from, start, end);
    this.#add({ start: 0, source, from: begin, to, written: false });
    this.#length += text.length;
    this.#texts.push(text);
  }

  #add(piece: Piece): void {
    const last = this.#pieces.at(-1);
    const goesOn = last?.written === true && piece.written && last.source === piece.source && last.to === piece.from;
    if (goesOn) this.#pieces[this.#pieces.length - 1] = { ...last, to: piece.to };
    else this.#pieces.push({ ...piece, start: this.#length });
  }

  finish(): Pieced {
    return { text: this.#texts.join(''), pieces: this.#pieces };
  }
}

/** The range of one file from which a range of the text comes. Where it goes on in another file, it ends with its first stretch. */
export function placeOf(
  pieced: Pieced,
  start: number,
  end: number,
): { readonly source: SourceText; readonly from: number; readonly to: number; readonly written: boolean } {
  const first = pieceAt(pieced, start)!;
  const last = pieceAt(pieced, end > start ? end - 1 : start)!;
  const from = first.written ? first.from + (start - first.start) : first.from;
  const sameFile = last.source === first.source;
  const ending = sameFile ? last : first;
  const to = !ending.written ? ending.to : sameFile ? ending.from + (end - ending.start) : ending.to;
  // Between two pieces nobody knows into which of them something is to be put.
  const between = start === end && start === first.start && start > 0;
  return { source: first.source, from, to: Math.max(from, to), written: first === last && first.written && !between };
}
