import type { RegisterEntry } from '../../model/edition.ts';

/** The index of persons, organisations, places and terms: where they are named, by pages and notes of the book. */

export type IndexedKind = 'person' | 'organization' | 'place' | 'term';

/** Parts of the index, in their order. */
export const indexParts: Readonly<Record<IndexedKind, string>> = {
  person: 'Index of persons',
  organization: 'Index of organisations',
  place: 'Index of places',
  term: 'Index of terms',
};

export const indexedKinds = Object.keys(indexParts) as readonly IndexedKind[];

export const isIndexed = (kind: string | undefined): kind is IndexedKind =>
  kind !== undefined && Object.hasOwn(indexParts, kind);

/** What is named: its kind and its name as the index has it. */
export interface IndexedName {
  readonly kind: IndexedKind;
  readonly name: string;
}

/** The name of a register entry in an index: `Kissinger, Henry A.` */
export const nameInIndex = ({ name, family, given }: RegisterEntry): string =>
  (family !== undefined && given !== undefined ? `${family}, ${given}` : name).replace(/\s+/g, ' ').trim();

/** A mark where something is named: what, in which note (empty: in the text), on which sheet. */
export type NameMark = readonly [key: string, note: string, sheet: number];

/** A reference as it is shown, and the sheet that it leads to. */
type Reference = readonly [shown: string, sheet: number];

/** For each part of the index that has any, its lines: a name and its references. */
export type IndexLines = readonly (readonly (readonly [name: string, references: readonly Reference[]])[])[];

const romans = [['m', 1000], ['cm', 900], ['d', 500], ['cd', 400], ['c', 100], ['xc', 90], ['l', 50], ['xl', 40], ['x', 10], ['ix', 9], ['v', 5], ['iv', 4], ['i', 1]] as const; // prettier-ignore

function roman(n: number): string {
  let [rest, shown] = [n, ''];
  for (const [sign, value] of romans) for (; rest >= value; rest -= value) shown += sign;
  return shown;
}

/** The number that is printed on a sheet; the text begins on the sheet `first`. */
const numberOn = (sheet: number, first: number): string => (sheet < first ? roman(sheet) : String(sheet - first + 1));

/** Sheets in the text as references, those that follow each other as one: `4–6`. */
function runs(sheets: readonly number[], first: number): Reference[] {
  const found: Reference[] = [];
  for (let i = 0; i < sheets.length; i++) {
    const from = sheets[i]!;
    while (i + 1 < sheets.length && sheets[i + 1] === sheets[i]! + 1 && sheets[i + 1] !== first) i++;
    const to = sheets[i]!;
    found.push([to === from ? numberOn(from, first) : `${numberOn(from, first)}–${numberOn(to, first)}`, from]);
  }
  return found;
}

function references(marks: readonly NameMark[], first: number): Reference[] {
  const inText = [...new Set(marks.flatMap(([, note, sheet]) => (note === '' ? [sheet] : [])))].sort((a, b) => a - b);
  const inNotes = new Map<string, Reference>();
  for (const [, note, sheet] of marks)
    if (note !== '') inNotes.set(`${sheet}\n${note}`, [`${numberOn(sheet, first)}n${note}`, sheet]);
  return [...runs(inText, first), ...inNotes.values()].sort(([, a], [, b]) => a - b);
}

/** What a name is sorted by: its letters without accents and cases. The same on every machine. */
const sortKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '');

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => {
  const [one, two] = [sortKey(a), sortKey(b)];
  return one < two ? -1 : one > two ? 1 : a < b ? -1 : 1;
};

/** The lines of the index. `names`: what the keys of the marks name. */
export function indexLines(
  marks: readonly NameMark[],
  names: ReadonlyMap<string, IndexedName>,
  first: number,
): IndexLines {
  const byKey = new Map<string, NameMark[]>();
  for (const mark of marks) {
    const same = byKey.get(mark[0]);
    if (same) same.push(mark);
    else byKey.set(mark[0], [mark]);
  }
  const lines = (kind: IndexedKind) =>
    [...byKey]
      .filter(([key]) => names.get(key)?.kind === kind)
      .map(([key, all]) => [names.get(key)!.name, references(all, first)] as const)
      .sort(byName);
  const kinds = new Set([...names.values()].map(({ kind }) => kind));
  return indexedKinds.filter((kind) => kinds.has(kind)).map(lines);
}
