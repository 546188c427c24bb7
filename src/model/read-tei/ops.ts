import type { View } from '../views.ts';
import type { SettledEntry } from './settled-entries.ts';
import { Op, type OpCode } from './op-codes.ts';

export { Op, type OpCode } from './op-codes.ts';

/**
 * The text of a file as a tape of small events with their offsets, recorded while the file is read once. A unit is a
 * range of the tape, so the spine of every unit is made without reading the file again.
 */

/** What a place of the tape is in another view, with the value that it has on the tape unless another one is said. */
export interface Instead {
  readonly op: OpCode;
  readonly value?: string;
}

export interface Tape {
  readonly ops: OpCode[];
  /** Text, page label, note label or the value of an item; an unlabelled note has the empty string and is numbered when the unit is played. */
  readonly values: string[];
  /** Offsets in the source, never decreasing. */
  readonly offsets: number[];
  /** Positions of the page breaks on the tape. */
  readonly pages: number[];
  /** Where the diplomatic view differs from the reading view, by places. */
  readonly diplomatic: Map<number, Instead>;
  /** Entries of the apparatus that have readings, in the order in which they end. */
  readonly entries: SettledEntry[];
  /** Where views of witnesses differ from the reading view, as soon as it has been asked for. */
  readonly witnessed: Map<View, ReadonlyMap<number, Instead>>;
  /** Notes that are called, or go on with another note, elsewhere, each on a tape of its own, by the offsets of their start tags. */
  readonly apart: Map<number, NoteApart>;
}

export interface NoteApart {
  readonly tape: Tape;
  /** The language around it where it is written, unless it says its own. */
  readonly language: string | undefined;
  /** Behind its end tag. */
  end: number;
  /** It is an entry of the apparatus; its tape is empty, as it has been recorded where its lemma is. What it says of its place by a number. */
  readonly loc?: string;
}

export const newTape = (apart: Tape['apart'] = new Map()): Tape => ({
  ops: [],
  values: [],
  offsets: [],
  pages: [],
  diplomatic: new Map(),
  entries: [],
  witnessed: new Map(),
  apart,
});

/** Whether words came since a place on the tape. */
export function hasWordsFrom({ ops, values }: Tape, from: number): boolean {
  for (let i = from; i < ops.length; i++)
    if (ops[i] === Op.formula || (ops[i] === Op.text && /[^ \t\n\r]/.test(values[i]!))) return true;
  return false;
}

/** A stretch is not in the reading view. */
export function dropInReading({ ops }: Tape, begin: number, end: number): void {
  for (let i = begin; i < end; i++) ops[i] = Op.dropped;
}
