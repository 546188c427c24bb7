import type { Entry, Filled } from './entries.ts';

/** What the recorder of a tape remembers of the elements that are open. */

export interface Side {
  readonly name: string;
  readonly begin: number;
  end: number;
  /** At its end a word goes on. */
  goesOn: boolean;
}

export interface Frame {
  readonly name: string;
  /** Length of the tape when the element opened. */
  readonly begin: number;
  readonly note: boolean;
  block: boolean;
  /** A quotation, which is a block as soon as a block is in it: the place on the tape where it then begins. */
  readonly mayBeBlock: number | undefined;
  /** Of a `choice` or `app`: its sides so far. */
  readonly sides: Side[] | undefined;
  /** What its children are sides of, if it is an entry of an apparatus or a group in one. */
  readonly entry: Entry | undefined;
  /** The side of an entry that it is. */
  readonly side: Filled | undefined;
}

/** Whether what is next is in an expanded word. */
export const isInExpansion = (around: readonly Frame[]): boolean =>
  around.findLast(({ name }) => name === 'expan' || name === 'note')?.name === 'expan';

/** Elements that a line in which they are written has a space after. */
export const linesOfTheirOwn = new Set(['titlePart', 'item', 'l', 'p']);
