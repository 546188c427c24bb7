import type { NameMark } from './name-index.ts';
import { isItemKey } from './place.ts';

/** Whether each note begins on the page of its call, by the positions of marks in both; and what to do where it does not. */

export interface Misplaced {
  /** Of the note: its block, and which note in it. */
  readonly key: string;
  /** Sheets, counted from 1. */
  readonly call: number;
  /** 0: the typesetter has not set it. */
  readonly note: number;
}

/** What is done to a block: 1 lets single lines of it stay behind, 2 breaks the page before it. */
export type Repairs = Readonly<Record<string, number>>;

/** A mark in a document, the sheet that it is on, and where on it, in points from the top. */
export type Mark = readonly [value: string, sheet: number, y: number];

/** What a document says of where its marks are, in its order. */
export interface Dump {
  /** `c…` of calls, `n…` and `m…` of the start and the end of a note, `s…` and `e…` of those of a lemma. */
  readonly marks: readonly Mark[];
  /** Of names that the index is to have. */
  readonly named: readonly NameMark[];
  /** The lines that are counted. */
  readonly lines: readonly (readonly [sheet: number, y: number])[];
  /** Tables that are set smaller to fit the page, in percent of their size. */
  readonly wide: readonly (readonly [unit: string, percent: number, sheet: number])[];
  /** In the first round: of each entry of the apparatus, how high its share of lines is, in points. */
  readonly shares: readonly (readonly [key: string, height: number])[];
  /** By how many points the apparatus of a sheet is too high for the room that is kept for it. */
  readonly fits: readonly (readonly [sheet: number, excess: number])[];
  /** The sheet on which the text begins. */
  readonly first: number;
}

export const dumpOf = (queried: unknown): Dump => (queried as readonly Dump[])[0]!;

/** Notes that begin on another page than their calls, in the order of the calls. */
export function misplaced(marks: readonly Mark[]): Misplaced[] {
  const calls = new Map<string, number>();
  const notes = new Map<string, number>();
  for (const [value, sheet] of marks) {
    if (value.startsWith('c')) calls.set(value.slice(1), sheet);
    if (value.startsWith('n')) notes.set(value.slice(1), sheet);
  }
  return [...calls].flatMap(([key, call]) => {
    const note = notes.get(key) ?? 0;
    return note === call ? [] : [{ key, call, note }];
  });
}

const blockOf = (key: string): string => key.slice(0, key.lastIndexOf('/'));

/** What is known of the blocks of a book: those that are headings, and of blocks behind headings the first of these. */
export interface Blocks {
  readonly headings: ReadonlySet<string>;
  readonly chains: ReadonlyMap<string, string>;
}

/** So many sheets behind a repair the notes may be right once it is made. */
const reach = 8;

/** Repairs with one more step for misplaced notes: not for all of them at once, since what is behind a repair moves with it. */
export function repaired(repairs: Repairs, wrong: readonly Misplaced[], { headings, chains }: Blocks): Repairs {
  const now: Record<string, number> = { ...repairs };
  let lastSheet = -reach;
  for (const { key, call, note } of wrong) {
    const block = blockOf(key);
    const first = chains.get(block) ?? block;
    const isHeading = headings.has(block);
    // The heading went to the next page by itself and left its note behind: a break there moves nothing else.
    const isLeftBehind = isHeading && note < call && now[first] !== 2;
    if (!isLeftBehind && call - lastSheet < reach) continue;
    if (!isLeftBehind) lastSheet = call;
    // Single lines may be what moved the call on, and an item may be kept on one page; where a note did not fit, only a break helps.
    const isSmall = isItemKey(block) || (first === block && note < call);
    if (!isHeading && isSmall && now[block] === undefined) now[block] = 1;
    else now[first] = 2;
  }
  return now;
}
