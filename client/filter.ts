import type { Field, UnitAt, Where } from './units.ts';

/** Which of the hits a reader wants to see. */

/** As the parameters of the address have them; empty: all. */
export interface Asked {
  readonly q: string;
  /** Texts, notes, the apparatus or registers only. */
  readonly in: string;
  /** Documents, sections or records only. */
  readonly kind: string;
  /** Units inside the section with this id only. */
  readonly chapter: string;
  /** Units with a date from here on, or up to here: `1970`, `1970-08`, `1970-08-14`. */
  readonly from: string;
  readonly to: string;
  /** Units that name this person, by the key of the register. */
  readonly person: string;
  /** `order`: as they are read; `hits`: most hits first. */
  readonly sort: string;
}

const fieldOf = (field: Field, { row }: UnitAt): string => (row[3] === 'register' ? 'register' : field);

/** Whether two intervals have a day in common; a month or year that is not taken further is all of it. */
function overlaps(date: string, from: string, to: string): boolean {
  if (date === '') return false;
  const [first = '', last = first] = date.split('/');
  const isLate = from !== '' && last !== '' && `${last}~` < from;
  const isEarly = to !== '' && first !== '' && first > `${to}~`;
  return !isLate && !isEarly;
}

/** A number of a unit, and whether it is in a section: the section itself, and what comes behind it and is deeper. */
function inChapter(chapter: string, units: readonly UnitAt[]): (number: number) => boolean {
  const first = units.findIndex(({ row }) => row[0] === chapter);
  if (first < 0) return () => false;
  const depth = units[first]!.row[4];
  const next = units.findIndex(({ row }, i) => i > first && row[4] <= depth);
  const end = next < 0 ? units.length : next;
  return (number) => number >= first && number < end;
}

/** Whether a hit is wanted. `named`: the numbers of the units that name the person. */
export function filterOf(
  asked: Asked,
  units: readonly UnitAt[],
  named: ReadonlySet<number> | undefined,
): (where: Where) => boolean {
  const isInChapter = asked.chapter === '' ? () => true : inChapter(asked.chapter, units);
  const isDated =
    asked.from === '' && asked.to === '' ? () => true : (date: string) => overlaps(date, asked.from, asked.to);
  return ({ unit, field }) =>
    (asked.in === '' || fieldOf(field, unit) === asked.in) &&
    (asked.kind === '' || unit.row[3] === asked.kind) &&
    isInChapter(unit.number) &&
    isDated(unit.row[5]) &&
    (named === undefined || named.has(unit.number));
}
