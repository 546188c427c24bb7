import type { XmlTag } from '../../source/xml.ts';
import { lostLetter } from '../views.ts';
import { dropInReading, Op, type Tape } from './ops.ts';
import { attributeOf } from './structure.ts';

/**
 * The diplomatic view on the tape: where it differs from the reading view, the tape says what is there instead. Phase 1 decides the same in
 * `xslt/1-reading/editorial.xsl` and `src/transform/diplomatic.ts`; where the two differ, `verify` says so.
 */

/** The sides of a `choice`, those that the document has. */
const written = new Set(['sic', 'orig', 'abbr']);

/** Index of the side of a `choice` that the diplomatic view shows; `shown`: that of the reading view, which holds where no side is said to be the document’s. */
export function writtenSide(sides: readonly string[], shown: number): number {
  const index = sides.findIndex((name) => written.has(name));
  return index >= 0 ? index : shown;
}

/** What an editor supplied because it was never written, for all that we know: nothing is in its place. */
const neverWritten = /omitted|subaudible|explanation/;

/** What is in place of supplied letters: a dot for each that was there and is lost, or nothing. */
export const lettersOf = (supplied: XmlTag): 'dots' | 'nothing' => {
  const reason = attributeOf(supplied, 'reason') ?? '';
  return reason === '' || neverWritten.test(reason) ? 'nothing' : 'dots';
};

export class DiplomaticTape {
  private readonly tape: Tape;
  /** What is in place of letters, by the elements around, the innermost last. */
  private supplied: ('dots' | 'nothing')[] = [];
  /** The same of what is around notes. */
  private readonly outside: ('dots' | 'nothing')[][] = [];

  constructor(tape: Tape) {
    this.tape = tape;
  }

  openSupplied(tag: XmlTag): void {
    this.supplied.push(lettersOf(tag));
  }

  closeSupplied(): void {
    this.supplied.pop();
  }

  /** A note in supplied words is not supplied. */
  openNote(): void {
    this.outside.push(this.supplied);
    this.supplied = [];
  }

  closeNote(): void {
    this.supplied = this.outside.pop() ?? [];
  }

  /** To be called before a text is put on the tape. */
  text(value: string): void {
    if (this.supplied.length === 0) return;
    const instead = this.supplied.includes('nothing')
      ? value.replace(/[^ \t\n\r]+/g, '')
      : value.replace(/\p{M}+/gu, '').replace(/[\p{L}\p{N}]/gu, lostLetter);
    this.tape.diplomatic.set(this.tape.ops.length, { op: Op.text, value: instead });
  }

  /** A stretch is in the diplomatic view only: to be called before it is dropped. */
  only(begin: number, end: number): void {
    const { diplomatic, ops } = this.tape;
    for (let i = begin; i < end; i++)
      if (ops[i] !== Op.dropped && !diplomatic.has(i)) diplomatic.set(i, { op: ops[i]! });
  }

  /** A stretch is not in the diplomatic view. */
  without(begin: number, end: number): void {
    const { diplomatic, ops } = this.tape;
    for (let i = begin; i < end; i++)
      if (ops[i] !== Op.dropped || diplomatic.has(i)) diplomatic.set(i, { op: Op.dropped, value: '' });
  }

  /** A stretch is in no view. */
  drop(begin: number, end: number): void {
    const { diplomatic } = this.tape;
    if (diplomatic.size > 0) for (let i = begin; i < end; i++) diplomatic.delete(i);
    dropInReading(this.tape, begin, end);
  }

  /** Leaves of a choice the side that each view shows. */
  choose(sides: readonly { readonly begin: number; readonly end: number }[], shown: number, written: number): void {
    sides.forEach(({ begin, end }, i) => {
      if (i !== written && i !== shown) return this.drop(begin, end);
      if (shown === written) return;
      if (i === shown) return this.without(begin, end);
      this.only(begin, end);
      dropInReading(this.tape, begin, end);
    });
  }
}

const differs = ({ diplomatic, ops, values, apart }: Tape): boolean =>
  diplomatic.size > 0 || ops.some((op, i) => (op === Op.call || op === Op.goOn) && isCalled(apart, values[i]!));

/** Whether the views of a note that is written elsewhere differ. */
function isCalled(apart: Tape['apart'], note: string): boolean {
  const called = apart.get(Number(note));
  return called !== undefined && differs(called.tape);
}

/** Places on a tape at which the views differ, also in notes that are called there, in order. */
export function placesOfDiplomatic({ diplomatic, ops, values, apart }: Tape): number[] {
  const places = new Set(diplomatic.keys());
  if (apart.size > 0)
    ops.forEach((op, i) => {
      if ((op === Op.call || op === Op.goOn) && isCalled(apart, values[i]!)) places.add(i);
    });
  return [...places].sort((a, b) => a - b);
}
