import type { PdfDocument } from '../../../pdf/document.ts';
import type { Chapter } from './chapter-events.ts';
import { PageLines } from './page-lines.ts';
import type { PlacedEntry } from './placed-entries.ts';
import type { EntryInBook } from './book-read.ts';
import type { SideRead } from './read-entries.ts';

/** The apparatus of a printed book against what the source says, and the pages and lines on which the lemmas were found. */

interface Wanted {
  readonly unit: string;
  readonly entry: PlacedEntry;
  /** The sheets on which it may be, each with what it must say there of its line. */
  readonly places: readonly (readonly [sheet: number, at: string])[];
}

const inWords = (sides: readonly SideRead[]): string =>
  sides
    .map(({ words, sigla, remarks }) => [words, sigla, ...remarks].filter((part) => part !== '').join(' · '))
    .join(' | ');

const quoted = (sides: readonly SideRead[]): string => {
  const words = inWords(sides);
  return `“${words.length > 100 ? `${words.slice(0, 100)}…` : words}”`;
};

function placesOf(entry: PlacedEntry, lines: PageLines, { pages }: PdfDocument): Wanted['places'] {
  return entry.ends.map(([from, to]) => {
    if (entry.note !== undefined) return [from.sheet, `n. ${entry.note}`];
    if (from.y === undefined) return [from.sheet, 'tit.'];
    if (entry.line !== undefined) return [from.sheet, entry.line];
    const [start, end] = [lines.numberOf(from), lines.numberOf(to)];
    if (from.sheet !== to.sheet) return [from.sheet, `${start}–${pages[to.sheet]!.label}.${end}`];
    return [from.sheet, start === end ? String(start) : `${start}–${end}`];
  });
}

/** What is wrong with an entry that is where `wanted` is looked for, or has its words. */
function difference({ entry, places }: Wanted, found: EntryInBook, isAtFoot: boolean): string[] {
  const faults: string[] = [];
  if (inWords(entry.sides) !== inWords(found.sides)) faults.push(`it says ${quoted(found.sides)}`);
  if (!isAtFoot)
    return found.at === entry.n ? faults : [...faults, `it has the number ${found.at} instead of ${entry.n}`];
  const here = places.find(([sheet]) => sheet === found.sheet);
  if (!here) faults.push(`it is on sheet ${found.sheet + 1}, its lemma on sheet ${(places[0]?.[0] ?? -1) + 1}`);
  else if (!places.some(([sheet, at]) => sheet === found.sheet && at === found.at))
    faults.push(`it says line ${found.at}, its lemma is in ${here[1]}`);
  return faults;
}

/** Entries in their order against what was found in that order; where both differ, words that are missing are looked for nearby. */
function compared(wanted: readonly Wanted[], found: readonly EntryInBook[], isAtFoot: boolean): string[] {
  const left = new Map<string, EntryInBook[]>();
  for (const one of found) {
    const key = inWords(one.sides);
    const same = left.get(key);
    if (same) same.push(one);
    else left.set(key, [one]);
  }
  const name = ({ unit, entry }: Wanted): string =>
    `${unit}: entry ${entry.n} of the apparatus, ${quoted(entry.sides)}`;
  const missing: Wanted[] = [];
  const faults = wanted.flatMap((one) => {
    const same = left.get(inWords(one.entry.sides)) ?? [];
    // Of several with the same words the one that is right in all else.
    const at = Math.max(
      0,
      same.findIndex((each) => difference(one, each, isAtFoot).length === 0),
    );
    const [taken] = same.splice(at, 1);
    if (!taken) missing.push(one);
    return taken ? difference(one, taken, isAtFoot).map((fault) => `${name(one)}: ${fault}`) : [];
  });
  const others = [...left.values()].flat();
  return [
    ...faults,
    ...missing.flatMap((one) => missingFaults(one, others, isAtFoot, name(one))),
    ...others.map(tooMany),
  ];
}

const tooMany = ({ sheet, sides }: EntryInBook): string =>
  `sheet ${sheet + 1}: an entry of the apparatus too many: ${quoted(sides)}`;

/** What has become of an entry whose words are nowhere: one with its lemma on its sheet, which is then not one too many. */
function missingFaults(wanted: Wanted, others: EntryInBook[], isAtFoot: boolean, name: string): string[] {
  const sheets = new Set(wanted.places.map(([sheet]) => sheet));
  const isNear = ({ sheet, sides, at }: EntryInBook): boolean =>
    (!isAtFoot || sheets.has(sheet)) &&
    (sides[0]?.words === wanted.entry.sides[0]?.words || wanted.places.some((place) => place[1] === at));
  const near = others.findIndex(isNear);
  if (near < 0) return [`${name} is missing`];
  const [found] = others.splice(near, 1);
  return difference(wanted, found!, isAtFoot).map((fault) => `${name}: ${fault}`);
}

/** Entries of a page are in the order of their lines. */
export function entryFaults(
  expected: ReadonlyMap<string, readonly PlacedEntry[]>,
  found: readonly EntryInBook[],
  chapters: ReadonlyMap<string, Chapter>,
  document: PdfDocument,
): string[] {
  const units = [...expected].filter(([, entries]) => entries.length > 0);
  const lines = new PageLines(units.flatMap(([unit]) => chapters.get(unit) ?? []));
  const wanted = units.flatMap(([unit, entries]) =>
    entries.map((entry): Wanted => ({ unit, entry, places: placesOf(entry, lines, document) })),
  );
  const behind = found.filter((entry) => entry.behind !== undefined);
  if (behind.length === 0) return [...compared(wanted, found, true), ...lines.marginFaults(document)];
  return [
    ...units.flatMap(([unit]) =>
      compared(
        wanted.filter((one) => one.unit === unit),
        behind.filter((one) => one.behind === unit),
        false,
      ),
    ),
    ...found.filter((entry) => entry.behind === undefined || !expected.has(entry.behind)).map(tooMany),
  ];
}
