import type { View } from '../views.ts';

/**
 * The text of a file as a tape of small events with their offsets, recorded while the file is read once. A unit is a
 * range of the tape, so the spine of every unit is made without reading the file again.
 */

export const Op = {
  dropped: 0,
  text: 1,
  boundary: 2,
  page: 3,
  pageInWord: 4,
  /** A line begins inside a word, unless no word is before it. */
  lineInWord: 5,
  startNote: 6,
  endNote: 7,
  /** The id of the page break before it. */
  pageId: 8,
  /** A range of an aspect begins; it ends with `close`. */
  block: 9,
  cell: 10,
  look: 11,
  language: 12,
  pointer: 13,
  close: 14,
  /** A point of an aspect. */
  id: 15,
  picture: 16,
  /** A range: what words in a line are. */
  role: 17,
  /** A range: what was done to the words. */
  status: 18,
  /** A point that has a sign instead of words. */
  mark: 19,
  /** A range: who speaks. */
  speaker: 21,
  /** A range: the direction of writing that looks state. */
  direction: 20,
  /** A line begins; as that in a word it has the series and the number as its value. */
  line: 22,
  /** An entry of the apparatus; it ends with `endEntry`. */
  startEntry: 23,
  endEntry: 24,
  /** A reading that is not in the text, or a note on one: up to `endSide` it is a run of its own. */
  startSide: 25,
  endSide: 26,
  /** A range: the lemma of an entry. */
  reading: 27,
  /** A point: a numbered unit begins. */
  number: 28,
  /** A point: a formula, in place of the words that it holds. */
  formula: 30,
  /** A point: what is said next to words (ruby). */
  gloss: 31,
  /** A range over elements begins (`delSpan`); the value is what it ends with and its status, as `rangeValue` makes it. */
  startRange: 32,
  /** Ranges over elements that end with this id end here. */
  endRange: 33,
  /** A note that is written elsewhere is called here; the value is the offset of its start tag. */
  call: 40,
  /** A note that is written elsewhere goes on with the one that is open here. */
  goOn: 41,
  /** A note was here that is called, or goes on, elsewhere; the value is its offset. */
  away: 42,
  /** An entry of the apparatus that is written elsewhere has been put here; the value is the offset of its start tag. */
  brought: 43,
} as const;
export type OpCode = (typeof Op)[keyof typeof Op];

export interface Tape {
  readonly ops: OpCode[];
  /** Text, page label, note label or the value of an item; an unlabelled note has the empty string and is numbered when the unit is played. */
  readonly values: string[];
  /** Offsets in the source, never decreasing. */
  readonly offsets: number[];
  /** Positions of the page breaks on the tape. */
  readonly pages: number[];
  /** Where the diplomatic view differs from the reading view: what a place is in it, with the value that it has on the tape unless another one is said. */
  readonly diplomatic: Map<number, { readonly op: OpCode; readonly value?: string }>;
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
  apart,
});

/** What a place of the tape is in a view. */
export const opIn = ({ ops, diplomatic }: Tape, at: number, view: View): OpCode =>
  (view === 'diplomatic' ? diplomatic.get(at)?.op : undefined) ?? ops[at]!;

/** The value of a place of the tape in a view. */
export const valueIn = ({ values, diplomatic }: Tape, at: number, view: View): string =>
  (view === 'diplomatic' ? diplomatic.get(at)?.value : undefined) ?? values[at]!;

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
