/** What can be on the tape of a file (`ops.ts`). */

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
