import { noWitnesses, siglumOf } from '../../../model/apparatus.ts';
import { lineOf } from '../../../model/lines.ts';
import { runsOf } from '../../../model/spine.ts';
import { fieldMark, type Item } from '../../../model/structure.ts';
import type { UnitContent } from '../../../model/unit-content.ts';
import { wordsOfRun } from '../../lemma-words.ts';
import { seen } from './kinds-of-words.ts';
import { notesInReadings } from './notes-in-readings.ts';
import { lastBefore } from './places.ts';
import type { SideRead } from './read-entries.ts';

/** The entries that the apparatus of a text must have, from what the source says. */

export interface ExpectedEntry {
  /** Its number in the text. */
  readonly n: string;
  readonly sides: readonly SideRead[];
  /** Where its lemma is: a run, and the letters in it. */
  readonly run: number;
  readonly from: number;
  readonly to: number;
  /** Where it is as the source numbers its lines, of verse or of a manuscript; undefined where no number is before it. */
  readonly line: string | undefined;
}

interface Side {
  readonly role: string;
  readonly entry: string;
  readonly place: string;
  readonly sigla: string;
  readonly item: Item;
}

function sidesOf({ structure, witnesses = noWitnesses }: UnitContent): Side[] {
  return structure.items.flatMap((item): Side[] => {
    if (item.aspect !== 'reading') return [];
    const [role = '', entry = '', place = '', wit = '', source = ''] = item.value.split(fieldMark);
    const pointers = `${wit} ${source}`.split(' ').filter((each) => each !== '');
    const sigla = pointers
      .map((each) => siglumOf(each, witnesses))
      .join('')
      .replace(/[\s\u00a0]+/g, '');
    return [{ role, entry, place, sigla, item }];
  });
}

const isReading = ({ role }: Side): boolean => role === 'lemma' || role === 'reading';

/** A lemma of more than twelve words is its first three and its last. */
function inShort(words: readonly string[]): string {
  const [first, second, third] = words;
  if (words.length === 0) return 'om.';
  return words.length <= 12 ? words.join(' ') : `${first!} ${second!} ${third!} … ${words.at(-1)!}`;
}

/** Numbers of lines in the text of a unit, each where its line begins. */
function numberedLines({ structure }: UnitContent): { readonly at: number; readonly n: string }[] {
  const lines = structure.items.flatMap(({ aspect, run, from, value }) => {
    if (run !== 0) return [];
    const [kind, , number = ''] = value.split(fieldMark);
    const n = aspect === 'line' ? lineOf(value).n : aspect === 'block' && kind === 'line' ? number : '';
    return n === '' ? [] : [{ at: from, n }];
  });
  return lines.sort((a, b) => a.at - b.at);
}

/** What a run says in words, without points, calls and marks of pages. */
const wordsIn = (run: string, from = 0, to = run.length): string[] =>
  wordsOfRun(run.slice(from, to))
    .map(seen)
    .filter((word) => word !== '');

/** Things by a key, in their order. */
function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const same = groups.get(keyOf(one));
    if (same) same.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** What an entry says. `notesIn`: the notes that are called in a run. */
function inPrint(
  sides: readonly Side[],
  runs: readonly string[],
  notesIn: (run: number) => readonly string[],
): SideRead[] {
  const remarksOn = (wanted: string): string[] =>
    sides.flatMap((side) =>
      isReading(side) || side.place !== wanted ? [] : [wordsIn(runs[side.item.run]!).join(' ')],
    );
  const read = sides.filter(isReading).map(({ role, place, sigla, item }): SideRead => {
    if (role === 'lemma') {
      const words = wordsIn(runs[item.run]!, item.from, item.to);
      return { words: inShort(words), sigla, remarks: remarksOn(place) };
    }
    const words = wordsIn(runs[item.run]!).join(' ') || 'om.';
    return { words, sigla, remarks: [...notesIn(item.run), ...remarksOn(place)] };
  });
  const general = remarksOn('');
  const last = read.at(-1)!;
  const isNotes = read.length === 1 && last.words === 'om.' && last.sigla === '' && last.remarks.length === 0;
  return isNotes
    ? [{ words: '', sigla: '', remarks: general }]
    : [...read.slice(0, -1), { ...last, remarks: [...last.remarks, ...general] }];
}

/** `source`: as the book shows it. Entries in their order; each once, whatever its lemma is in. */
export function expectedEntries(source: UnitContent): ExpectedEntry[] {
  const runs = runsOf(source.spine);
  const all = sidesOf(source);
  const numbered = numberedLines(source);
  const numberAt = (place: number): string | undefined => lastBefore(numbered, place)?.n;
  const isLemma = ({ role }: Side): boolean => role === 'lemma';
  const outer = new Map(all.flatMap((side) => (isLemma(side) ? [] : [[side.item.run, side.entry] as const])));
  const lemmas = new Map(all.filter(isLemma).map((side) => [side.entry, side]));
  /** The lemma that is in the text or in a note: an entry in another one is where that is. */
  const inText = (lemma: Side): Side => {
    const around = outer.get(lemma.item.run);
    return around === undefined || !lemmas.has(around) ? lemma : inText(lemmas.get(around)!);
  };
  const byEntry = grouped(all, ({ entry }) => entry);
  const notes = grouped([...notesInReadings(source)], ([, called]) => String(called));
  const notesIn = (run: number): string[] =>
    (notes.get(String(run)) ?? []).map(([note]) => wordsIn(runs[note]!).join(' '));
  return [...lemmas.values()].map((lemma) => {
    const sides = byEntry.get(lemma.entry)!.sort((a, b) => Number(a.place) - Number(b.place));
    const { run, from, to } = inText(lemma).item;
    const [start, end] = [numberAt(from), numberAt(Math.max(from, to - 1))];
    return {
      n: lemma.entry,
      sides: inPrint(sides, runs, notesIn),
      run,
      from,
      to,
      line: run !== 0 || start === undefined || start === end ? start : `${start}–${end!}`,
    };
  });
}
