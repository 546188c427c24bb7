import type { PartEntry } from './place.ts';
import type { Dump, Mark } from './placement.ts';

/** Where the lemmas of a book have come to be: on which sheet, and in which line. */

export interface LemmaPlace {
  readonly key: string;
  /** On which it begins, from 1. */
  readonly sheet: number;
  /** `12`, `12–13`, `tit.`; one that ends on another page says it: `30–46.2`. */
  readonly at: string;
}

/** Things by the sheet that they are on. */
export function bySheet<T extends { readonly sheet: number }>(all: readonly T[]): Map<number, T[]> {
  const sheets = new Map<number, T[]>();
  for (const one of all) {
    const same = sheets.get(one.sheet);
    if (same) same.push(one);
    else sheets.set(one.sheet, [one]);
  }
  return sheets;
}

/** The counted lines of each sheet, from the first: where they are from the top. */
function linesOf({ lines }: Dump): Map<number, number[]> {
  const sheets = bySheet(lines.map(([sheet, y]) => ({ sheet, y })));
  return new Map([...sheets].map(([sheet, all]) => [sheet, all.map(({ y }) => y).sort((a, b) => a - b)]));
}

/** The number of the line nearest to a place of a sheet. */
function lineAt(lines: readonly number[], y: number): number {
  const distances = lines.map((line) => Math.abs(line - y));
  return distances.indexOf(Math.min(...distances)) + 1;
}

/** Marks around blocks are between lines: below the last line of the block before them. */
const between = 1;

interface LinesOfBook {
  readonly first: number;
  readonly lines: ReadonlyMap<number, readonly number[]>;
}

function linesBetween(from: Mark, to: Mark, isInBlocks: boolean, { first, lines }: LinesOfBook): string {
  const on = ([, sheet]: Mark): readonly number[] => lines.get(sheet) ?? [];
  const number = (mark: Mark): string => String(lineAt(on(mark), mark[2]));
  const below = on(from).findIndex((y) => y > from[2] + between) + 1;
  const start = isInBlocks && below > 0 ? String(below) : number(from);
  const end = isInBlocks ? String(on(to).filter((y) => y < to[2] + between).length || 1) : number(to);
  if (from[1] === to[1]) return start === end ? start : `${start}–${end}`;
  return `${start}–${to[1] - first + 1}.${end}`;
}

/** In the order of the texts. An entry in another one is where that is. */
export function placesOf(dump: Dump, entries: readonly PartEntry[]): LemmaPlace[] {
  const marksOf = (kind: string): Map<string, Mark> =>
    new Map(dump.marks.flatMap((mark) => (mark[0].startsWith(kind) ? [[mark[0].slice(1), mark]] : [])));
  const [starts, ends] = [marksOf('s'), marksOf('e')];
  const places = new Map<string, LemmaPlace>();
  const book = { first: dump.first, lines: linesOf(dump) };
  for (const { key, at, inside, isInBlocks = false } of entries) {
    const [from, to] = [starts.get(key), ends.get(key)];
    const outer = inside === undefined ? undefined : places.get(inside);
    if (outer) places.set(key, { ...outer, key });
    else if (from && to) places.set(key, { key, sheet: from[1], at: at ?? linesBetween(from, to, isInBlocks, book) });
  }
  return [...places.values()];
}
