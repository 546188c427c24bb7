import { isEntryKey, type PartEntry } from './place.ts';
import type { Dump, Mark } from './placement.ts';
import { bySheet, placesOf } from './lemma-places.ts';

/**
 * What is at the foot of each page of a critical text. The room for the apparatus is kept by the first lemma of each line, whatever is drawn into it, so that a
 * plan moves no line: the plan of one round is right for the next.
 */

/** An entry as a page has it: its key, and where its lemma is (`12`, `12–13`). */
export type FootLine = readonly [key: string, at: string];

export interface FootPlan {
  /** By the first entry of each line, how much room is kept for all entries of the line, in points. */
  readonly room: Readonly<Record<string, number>>;
  /** By the first entry or note at the foot of a page, what the apparatus of this page is, and how much room it has. */
  readonly pages: Readonly<Record<string, { readonly height: number; readonly lines: readonly FootLine[] }>>;
  /** By how much a note goes down, behind the apparatus. */
  readonly down: Readonly<Record<string, number>>;
}

/** Marks further apart are not on one line. */
const sameLine = 3;

/** Room for the entries of each line, of a document in which each has room of its own. */
function roomOf({ marks, shares }: Dump): Record<string, number> {
  const heights = new Map(shares);
  const room: Record<string, number> = {};
  let first: Mark | undefined;
  for (const mark of marks) {
    if (!mark[0].startsWith('s')) continue;
    const isOnLine = first?.[1] === mark[1] && Math.abs(first[2] - mark[2]) < sameLine;
    if (!isOnLine) first = mark;
    const key = first![0].slice(1);
    room[key] = (room[key] ?? 0) + (heights.get(mark[0].slice(1)) ?? 0);
  }
  return room;
}

/** What is too high for its page gets more room there. */
function widened(room: FootPlan['room'], { fits }: Dump, feet: readonly Foot[]): FootPlan['room'] {
  const wider: Record<string, number> = { ...room };
  for (const [sheet, excess] of fits) {
    const first = excess > tolerance ? feet.find((foot) => foot.sheet === sheet && foot.key in room) : undefined;
    if (first) wider[first.key]! += excess;
  }
  return wider;
}

/** In points. */
const tolerance = 0.1;

/** Something that keeps room at the foot of a page, or a note there. */
interface Foot {
  readonly key: string;
  readonly sheet: number;
  /** A note that goes on over pages cannot be moved. */
  readonly isWhole: boolean;
}

/** All that is at the foot of pages, in the order of its calls. `room`: undefined where each entry had its own. */
function feetOf({ marks }: Dump, given: FootPlan | undefined, room: FootPlan['room']): Foot[] {
  const [starts, ends] = ['n', 'm'].map(
    (kind) => new Map(marks.flatMap(([value, sheet]) => (value.startsWith(kind) ? [[value.slice(1), sheet]] : []))),
  );
  return marks.flatMap(([value, call]): Foot[] => {
    const key = value.slice(1);
    // Of the entries of a line only the first will keep room, where the line is.
    if (!value.startsWith('c') || (isEntryKey(key) && !(key in room))) return [];
    const sheet = isEntryKey(key) && !given ? call : (starts!.get(key) ?? call);
    return [{ key, sheet, isWhole: ends!.get(key) === sheet }];
  });
}

const sum = (numbers: readonly number[]): number => Math.round(100 * numbers.reduce((a, b) => a + b, 0)) / 100;

/** The plan of a document as it has been set with the plan `given`; undefined where it has no apparatus at the foot. `entries`: of all its texts, in their order. */
export function footPlan(dump: Dump, entries: readonly PartEntry[], given?: FootPlan): FootPlan | undefined {
  const lemmas = placesOf(dump, entries);
  if (lemmas.length === 0) return undefined;
  const before = given?.room ?? roomOf(dump);
  const feet = feetOf(dump, given, before);
  const room = widened(before, dump, feet);
  const pages: Record<string, FootPlan['pages'][string]> = {};
  const down: Record<string, number> = {};
  const feetOn = bySheet(feet);
  for (const [sheet, lines] of bySheet(lemmas)) {
    const here = feetOn.get(sheet) ?? [];
    const roomFrom = (at: number): number => sum(here.slice(at).map(({ key }) => room[key] ?? 0));
    const key = here[0]?.key ?? lines[0]!.key;
    pages[key] = { height: roomFrom(0), lines: lines.map((line) => [line.key, line.at]) };
    here.forEach((foot, i) => {
      const behind = roomFrom(i);
      if (foot.isWhole && !isEntryKey(foot.key) && behind > 0) down[foot.key] = behind;
    });
  }
  return { room, pages, down };
}

/** Sheets on which the apparatus is too high, and by how many points. */
export const tooHigh = ({ fits }: Dump): Dump['fits'] => fits.filter(([, excess]) => excess > tolerance);
