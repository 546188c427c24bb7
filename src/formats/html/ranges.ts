import type { UnitInfo } from '../../model/edition.ts';
import { type Entry, nested } from './contents.ts';

/** Long contents of many small texts (letters, inscriptions) in groups that can be reached from the top: by year, else by fifties. */

export interface Range {
  readonly anchor: string;
  /** `1889`, `Inscription 51 – Inscription 100`. */
  readonly label: string;
  readonly entries: readonly Entry[];
}

/** Contents of fewer texts are looked over faster than their groups. */
const many = 100;
const inOneGroup = 50;
const mostGroups = 80;

/** The year of a date, as far as a list can be sorted by it. */
function yearOf({ facts: { date } }: UnitInfo): number | undefined {
  const said = date?.when ?? date?.from ?? date?.notBefore ?? date?.to ?? date?.notAfter;
  const year = /^-?\d{4}/.exec(said ?? '')?.[0];
  return year === undefined ? undefined : Number(year);
}

interface Group {
  readonly label: string;
  readonly units: UnitInfo[];
}

/** Groups by year; undefined where the texts are not in the order of their years. What has no date stays with what is before it. */
function byYear(units: readonly UnitInfo[]): Group[] | undefined {
  const groups: Group[] = [];
  let last: number | undefined;
  for (const unit of units) {
    const year = yearOf(unit);
    if (year !== undefined && last !== undefined && year < last) return undefined;
    if (groups.length === 0 || (year !== undefined && year !== last))
      groups.push({ label: year === undefined ? 'Undated' : String(year), units: [] });
    groups.at(-1)!.units.push(unit);
    last = year ?? last;
  }
  const isDated = units.filter((unit) => yearOf(unit) === undefined).length * 10 <= units.length;
  return isDated && groups.length > 1 && groups.length <= mostGroups ? groups : undefined;
}

const mostOfTitle = 30;
const brief = (title: string): string =>
  title.length <= mostOfTitle ? title : `${title.slice(0, mostOfTitle).replace(/\s+\S*$/, '')} …`;

/** From which text to which a group goes: by their titles, or by their ids where others have the same titles. */
function endsOf(units: readonly UnitInfo[], repeated: ReadonlySet<string>): string {
  const ends = [units[0]!.facts, units.at(-1)!.facts];
  const isAmbiguous = ends.some(({ title }) => repeated.has(title));
  return [...new Set(ends.map(({ id, title }) => (isAmbiguous ? id : brief(title))))].join(' – ');
}

function byNumber(units: readonly UnitInfo[], repeated: ReadonlySet<string>): Group[] {
  const size = inOneGroup * Math.ceil(units.length / (inOneGroup * mostGroups));
  return Array.from({ length: Math.ceil(units.length / size) }, (_, i) => {
    const own = units.slice(i * size, (i + 1) * size);
    return { label: endsOf(own, repeated), units: own };
  });
}

function repeatedTitles(units: readonly UnitInfo[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(units.flatMap(({ facts: { title } }) => (seen.has(title) ? [title] : (seen.add(title), []))));
}

/** The contents of a list of texts in groups; undefined where it is short. Texts of the same title have their ids next to it. */
export function rangesOf(units: readonly UnitInfo[], anchor: string): Range[] | undefined {
  if (units.length <= many) return undefined;
  const repeated = repeatedTitles(units);
  const groups = byYear(units) ?? byNumber(units, repeated);
  return groups.map((group, i) => ({
    anchor: `${anchor}:${i + 1}`,
    label: group.label,
    entries: nested(group.units).map((entry, at) =>
      repeated.has(entry.title) ? { ...entry, id: group.units[at]!.facts.id } : entry,
    ),
  }));
}
