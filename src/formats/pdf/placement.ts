/** Whether each note begins on the page of its call, by the positions of marks in both; and what to do where it does not. */

export interface Misplaced {
  /** Of the note: its block, and which note in it. */
  readonly key: string;
  /** Sheets, counted from 1. */
  readonly call: number;
  readonly note: number;
}

/** What is done to a block: 1 lets single lines of it stay behind, 2 breaks the page before it. */
export type Repairs = Readonly<Record<string, number>>;

/** What it looks like in the dump of a document: the mark, its sheet, and where it is on it. */
type Mark = readonly [value: string, sheet: number, x: number, y: number];

/** The marks of a document, in its order. */
export const marksIn = (dump: unknown): readonly Mark[] => (dump as readonly (readonly Mark[])[])[0] ?? [];

/** Notes that begin on another page than their calls, in the order of the calls. */
export function misplaced(dump: unknown): Misplaced[] {
  const calls = new Map<string, number>();
  const notes = new Map<string, number>();
  for (const [value, sheet] of marksIn(dump)) {
    if (value.startsWith('c')) calls.set(value.slice(1), sheet);
    if (value.startsWith('n')) notes.set(value.slice(1), sheet);
  }
  return [...calls].flatMap(([key, call]) => {
    const note = notes.get(key) ?? 0;
    return note === call ? [] : [{ key, call, note }];
  });
}

const blockOf = (key: string): string => key.slice(0, key.lastIndexOf('/'));

/**
 * Repairs with one more step for the first misplaced note of each run between pages that we broke: the rest of the run moves with it.
 * `chains`: of blocks behind headings, the first of these, before which the page is to be broken.
 */
export function repaired(repairs: Repairs, wrong: readonly Misplaced[], chains: ReadonlyMap<string, string>): Repairs {
  const now: Record<string, number> = { ...repairs };
  let lastSheet = -10;
  for (const { key, call } of wrong) {
    // What is on the next sheets may be right once this is.
    if (call - lastSheet < 8) continue;
    lastSheet = call;
    const block = blockOf(key);
    const first = chains.get(block) ?? block;
    if (first === block && now[block] === undefined) now[block] = 1;
    else if (now[first] !== 2) now[first] = 2;
    else lastSheet = -10;
  }
  return now;
}
