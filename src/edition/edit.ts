/** What phase 1 gets in place of the source. */

/** The text between two offsets of a file as phase 1 gets it. */
export type Splice = (from: number, to: number) => string;

/** At these offsets something else is in place of the text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  /** Of edits at one place: which comes first. */
  readonly rank: number;
  /** `inside` gives the text of an element that is elsewhere as phase 1 gets it, `splice` also what is at its edges. */
  readonly text: (inside: Splice, splice: Splice) => string;
}
