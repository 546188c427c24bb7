import { noWitnesses, siglumOf } from '../../../model/apparatus.ts';
import { lineOf } from '../../../model/lines.ts';
import { runsOf } from '../../../model/spine.ts';
import { fieldMark, type Item } from '../../../model/structure.ts';
import type { UnitContent } from '../../../model/unit-content.ts';
import { wordsOfRun } from '../../lemma-words.ts';
import { seen } from './kinds-of-words.ts';
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

/** `source`: as the book shows it. Entries in their order; each once, whatever its lemma is in. */
export function expectedEntries(source: UnitContent): ExpectedEntry[] {
  const runs = runsOf(source.spine);
  const all = sidesOf(source);
  const numbered = numberedLines(source);
  const numberAt = (place: number): string | undefined => lastBefore(numbered, place)?.n;
  const outer = new Map(all.filter(({ role }) => role !== 'lemma').map((side) => [side.item.run, side.entry]));
  const lemmas = new Map(all.filter(({ role }) => role === 'lemma').map((side) => [side.entry, side]));
  /** The lemma that is in the text or in a note: an entry in another one is where that is. */
  const inText = (lemma: Side): Side => {
    const around = outer.get(lemma.item.run);
    return around === undefined || !lemmas.has(around) ? lemma : inText(lemmas.get(around)!);
  };
  const byEntry = new Map<string, Side[]>(all.map(({ entry }) => [entry, []]));
  for (const side of all) byEntry.get(side.entry)!.push(side);
  return [...lemmas.values()].map((lemma) => {
    const sides = byEntry.get(lemma.entry)!.sort((a, b) => Number(a.place) - Number(b.place));
    const remarksOn = (place: string): string[] =>
      sides
        .filter((side) => !isReading(side) && side.place === place)
        .map(({ item }) => wordsIn(runs[item.run]!).join(' '));
    const read = sides.filter(isReading).map(({ role, place, sigla, item }): SideRead => {
      const words = role === 'lemma' ? wordsIn(runs[item.run]!, item.from, item.to) : wordsIn(runs[item.run]!);
      return { words: role === 'lemma' ? inShort(words) : words.join(' ') || 'om.', sigla, remarks: remarksOn(place) };
    });
    const general = remarksOn('');
    const isNotes =
      read.length === 1 && read[0]!.words === 'om.' && read[0]!.sigla === '' && read[0]!.remarks.length === 0;
    const last = { ...read.at(-1)!, remarks: [...read.at(-1)!.remarks, ...general] };
    const { run, from, to } = inText(lemma).item;
    const [start, end] = [numberAt(from), numberAt(Math.max(from, to - 1))];
    return {
      n: lemma.entry,
      sides: isNotes ? [{ words: '', sigla: '', remarks: general }] : [...read.slice(0, -1), last],
      run,
      from,
      to,
      line: run !== 0 || start === undefined || start === end ? start : `${start}–${end!}`,
    };
  });
}
