import type { Edition, Entity, UnitInfo } from '../../../model/edition.ts';
import { address, pagePath } from '../addresses.ts';
import { shortName } from '../../unit-names.ts';
import type { Mention } from './unit-runs.ts';
import { fold } from './words.ts';

/** Where registers’ entries are named: for the page of names, and for the filter by person. */

/** What each unit mentions, in reading order. */
export type MentionsOfUnits = readonly (readonly Mention[])[];

/** A unit that names an entry, as a link, and the pages on which it does. */
interface NamedIn {
  readonly href: string;
  readonly name: string;
  readonly title: string;
  readonly pages: string;
}

interface NamedEntry {
  readonly name: string;
  readonly entries: readonly NamedIn[];
}

/** Entries that begin with one letter. */
interface Letter {
  readonly anchor: string;
  readonly label: string;
  readonly entries: readonly NamedEntry[];
}

/** The pages on which each unit names each entry, by its key: each page once, in the order in which they come. */
function placesByKey(mentions: MentionsOfUnits): Map<string, Map<number, Set<string>>> {
  const all = new Map<string, Map<number, Set<string>>>();
  for (const [unit, some] of mentions.entries())
    for (const [key, page] of some) {
      const units = all.get(key) ?? new Map<number, Set<string>>();
      all.set(key, units);
      const pages = units.get(unit) ?? new Set();
      units.set(unit, pages.add(page));
    }
  return all;
}

const nameOf = ({ name, family, given }: Entity): string =>
  family === undefined ? name : given === undefined ? family : `${family}, ${given}`;

const namedIn = (unit: UnitInfo, pages: ReadonlySet<string>): NamedIn => ({
  href: address(pagePath(unit.facts.id)),
  name: shortName(unit),
  title: unit.facts.title,
  pages: [...pages].filter((page) => page !== '').join(', '),
});

/** All entries that are named, in the order of the alphabet. */
export function lettersOf(edition: Edition, mentions: MentionsOfUnits): Letter[] {
  const places = placesByKey(mentions);
  const named = (edition.entities ?? []).flatMap((entity) => {
    const units = places.get(entity.key);
    const name = nameOf(entity);
    return units ? [{ name, order: fold(name.replace(/[^\p{L}\p{N}]/gu, '')), units }] : [];
  });
  named.sort((a, b) => (a.order === b.order ? 0 : a.order < b.order ? -1 : 1));
  const letters = new Map<string, NamedEntry[]>();
  for (const { name, order, units } of named) {
    const letter = [...order.toUpperCase()][0] ?? '–';
    const entries = letters.get(letter) ?? [];
    letters.set(letter, entries);
    entries.push({ name, entries: [...units].map(([unit, pages]) => namedIn(edition.units[unit]!, pages)) });
  }
  return [...letters].map(([label, entries], i) => ({ anchor: `letter:${i + 1}`, label, entries }));
}

/** Persons, each with the units that name it, as the distance of their numbers: for the filter. */
export function peopleOf(edition: Edition, mentions: MentionsOfUnits): [key: string, name: string, units: number[]][] {
  const places = placesByKey(mentions);
  return (edition.entities ?? []).flatMap((entity): [string, string, number[]][] => {
    const units = entity.kind === 'person' ? [...(places.get(entity.key)?.keys() ?? [])] : [];
    const distances = units.map((unit, i) => unit - (units[i - 1] ?? 0));
    return units.length > 0 ? [[entity.key, nameOf(entity), distances]] : [];
  });
}
