import { runsOf } from '../../../model/spine.ts';
import type { UnitContent } from '../../../model/unit-content.ts';
import { type ExpectedEntry, expectedEntries } from './expected-entries.ts';
import { seen } from './kinds-of-words.ts';
import { notesInReadings, runWithout } from './notes-in-readings.ts';
import type { SheetPlace, Sheets } from './sheets.ts';

/** Where in a book the lemmas of a text are, which the entries must say. */

/** The first and the last letter of a lemma. */
export type LemmaEnds = readonly [from: SheetPlace, to: SheetPlace];

export interface PlacedEntry extends ExpectedEntry {
  /** One without words may be behind the letter before it or before the next. */
  readonly ends: readonly LemmaEnds[];
  /** The label of the note that it is in. */
  readonly note: string | undefined;
}

/** `source`: the text as the book shows it, with its apparatus. */
export function placedEntries(source: UnitContent, sheets: Sheets): PlacedEntry[] {
  const runs = runsOf(source.spine);
  const notes = notesInReadings(source);
  return expectedEntries(source).map((entry) => {
    const { run, from, to } = entry;
    const at = (place: number): SheetPlace | undefined =>
      sheets.at(runWithout(run, notes), seen(runs[run]!.slice(0, place)).length);
    const pairs = from < to ? [[at(from), at(to - 1)]] : [from - 1, from].map((place) => [at(place), at(place)]);
    const ends = pairs.flatMap(([start, end]): LemmaEnds[] => (start && end ? [[start, end]] : []));
    return { ...entry, ends, note: source.spine.notes[run - 1]?.label };
  });
}
