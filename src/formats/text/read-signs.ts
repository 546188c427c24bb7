import { letterFrom } from '../../model/letters.ts';
import type { Item } from '../../model/structure.ts';
import type { PointSign, RangeSign } from '../../model/signs.ts';
import type { SpineBuilder } from '../../model/spine.ts';
import type { Piece } from './marks.ts';

/** Reads words with signs into a spine: each sign’s words have a status whose value is what the key says of the sign. */

type Reader = (pieces: readonly Piece[], other: (piece: Piece) => void) => void;

/** What a sign is; one may open, close or stand for several things. */
interface Meanings {
  readonly opens: string | undefined;
  readonly closes: string | undefined;
  /** It has no opening sign: it is said of the letter before it. */
  readonly behind: string | undefined;
  readonly point: string | undefined;
}

function meaningsOf(signs: readonly (RangeSign | PointSign)[]): (sign: string) => Meanings {
  const ranges = signs.flatMap((sign) =>
    'pair' in sign && sign.pair !== 'underdot' ? [{ ...sign, pair: sign.pair }] : [],
  );
  const points = signs.flatMap((sign) => ('sign' in sign ? [sign] : []));
  return (sign) => ({
    opens: ranges.find(({ pair }) => pair[0] === sign)?.says,
    closes: ranges.find(({ pair }) => pair[1] === sign && pair[0] !== '')?.says,
    behind: ranges.find(({ pair }) => pair[1] === sign && pair[0] === '')?.says,
    point: points.find((each) => each.sign === sign)?.says,
  });
}

/** Where the last letter before a place of the pieces is: the piece, and how many of its characters come before the letter. */
function lastLetter(
  pieces: readonly Piece[],
  before: number,
  isPoint: (sign: string) => boolean,
): { piece: number; at: number } | undefined {
  for (let i = before - 1; i >= 0; i--) {
    const piece = pieces[i]!;
    if (piece.kind === 'dotted' || (piece.kind === 'sign' && isPoint(piece.label))) return { piece: i, at: 0 };
    const words = piece.kind === 'words' ? piece.text.replace(/[ \t]+$/, '') : '';
    if (words !== '') return { piece: i, at: words.length - 1 };
  }
  return undefined;
}

/** Reads the lines of one text; ranges may go on from line to line. */
export class SignReader {
  private readonly spine: SpineBuilder;
  private readonly meaningsOf: (sign: string) => Meanings;
  private readonly dot: string | undefined;
  /** The open ranges, the outer first. */
  private open: string[] = [];
  /** Where ranges were closed that go on, because they cross another one. */
  private readonly crossed: { readonly at: number; readonly says: string }[] = [];
  readonly faults: string[] = [];

  constructor(spine: SpineBuilder, signs: readonly (RangeSign | PointSign)[]) {
    this.spine = spine;
    this.meaningsOf = meaningsOf(signs);
    this.dot = signs.find((sign) => 'pair' in sign && sign.pair === 'underdot')?.says;
  }

  readonly read: Reader = (pieces, other) => {
    const doubted = this.doubted(pieces);
    pieces.forEach((piece, i) => {
      const here = doubted.get(i) ?? [];
      if (piece.kind === 'words') this.words(piece.text, here);
      else {
        for (const { says } of here) this.spine.open('status', says);
        if (piece.kind === 'dotted') this.dotted(piece.text);
        else if (piece.kind === 'sign') this.sign(piece.label);
        else other(piece);
        for (const _ of here) this.spine.close();
      }
    });
  };

  /** The items of a text with signs, where a range that crosses another one is one. Signs are around letters: a status of none has no sign. */
  whole(items: readonly Item[], runs: readonly string[]): Item[] {
    const whole: Item[] = [];
    for (const item of items) {
      if (item.aspect !== 'status') whole.push(item);
      else if (item.from < item.to) {
        const at = whole.findLastIndex((one) => one.aspect === 'status' && one.value === item.value);
        const last = whole[at];
        if (last && this.goesOn(last, item, runs)) whole[at] = { ...last, to: item.to };
        else whole.push(item);
      }
    }
    return whole;
  }

  private goesOn(before: Item, { run, from, value }: Item, runs: readonly string[]): boolean {
    // No letter is between them: else another range of the same status would be.
    return (
      before.run === run &&
      letterFrom(runs[run]!, before.to) >= from &&
      // Runs get their numbers when all are read.
      this.crossed.some((one) => one.at === before.to && one.says === value)
    );
  }

  /** Whether a sign stands for a point. */
  isPoint(sign: string): boolean {
    return this.meaningsOf(sign).point !== undefined;
  }

  /** A text or a note ends: what is open in it has no end. */
  end(): void {
    if (this.open.length > 0) this.faults.push(`the sign for “${this.open.join('”, “')}” is not closed`);
    for (const _ of this.open) this.spine.close();
    this.open = [];
  }

  /** By the piece that holds it, the letters behind which a sign without an opening one stands. */
  private doubted(pieces: readonly Piece[]): Map<number, { at: number; says: string }[]> {
    const found = new Map<number, { at: number; says: string }[]>();
    pieces.forEach((piece, i) => {
      const says = piece.kind === 'sign' ? this.meaningsOf(piece.label).behind : undefined;
      const letter = says === undefined ? undefined : lastLetter(pieces, i, (sign) => this.isPoint(sign));
      if (says === undefined || !letter) return;
      found.set(letter.piece, [...(found.get(letter.piece) ?? []), { at: letter.at, says }]);
    });
    return found;
  }

  private words(text: string, here: readonly { at: number; says: string }[]): void {
    const [first] = here;
    if (!first) return this.spine.text(text);
    this.spine.text(text.slice(0, first.at));
    for (const { says } of here) this.spine.open('status', says);
    this.spine.text(text.slice(first.at, first.at + 1));
    for (const _ of here) this.spine.close();
    this.spine.text(text.slice(first.at + 1));
  }

  private dotted(letter: string): void {
    this.spine.open('status', this.dot!);
    this.spine.text(letter);
    this.spine.close();
  }

  private sign(label: string): void {
    const { opens, closes, behind, point } = this.meaningsOf(label);
    if (closes !== undefined && this.open.includes(closes)) this.close(closes);
    else if (point !== undefined) this.spine.mark(point);
    else if (opens !== undefined) {
      this.open.push(opens);
      this.spine.open('status', opens);
    } else if (behind === undefined) this.faults.push(`the sign ${label} closes what is not open`);
  }

  /** Ranges may cross: those inside are closed and go on. */
  private close(says: string): void {
    const at = this.open.lastIndexOf(says);
    const inner = this.open.slice(at + 1);
    const { at: end } = this.spine.place();
    for (const each of inner) this.crossed.push({ at: end, says: each });
    for (let i = this.open.length; i > at; i--) this.spine.close();
    this.open.splice(at, 1);
    for (const each of inner) this.spine.open('status', each);
  }
}
