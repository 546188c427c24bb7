import type { UnitContent } from '../../../model/unit-content.ts';

/** Notes that are called in a reading or in a note on one: an apparatus has no calls, and shows them in brackets. */

/** By the runs of such notes, the runs in which they are called. */
export function notesInReadings({ spine, structure }: UnitContent): ReadonlyMap<number, number> {
  const count = spine.notes.length;
  const begun = spine.others && structure.recorded?.().begun;
  const calledIn = (note: number): number => begun?.get(note)?.run ?? 0;
  const found = new Map<number, number>();
  for (let note = 1; begun && note <= count; note++) {
    let run = calledIn(note);
    // A note in a note in a reading.
    for (let steps = 0; run > 0 && run <= count && steps < count; steps++) run = calledIn(run);
    if (run > count) found.set(note, run);
  }
  return found;
}

/** The number that a run has where these notes are no runs. */
export const runWithout = (run: number, notes: ReadonlyMap<number, number>): number => {
  let before = 0;
  for (const note of notes.keys()) if (note < run) before++;
  return run - before;
};

/** A text without these notes. */
export function withoutNotes(content: UnitContent, notes: ReadonlyMap<number, number>): UnitContent {
  if (notes.size === 0) return content;
  const { spine, structure } = content;
  const items = structure.items.flatMap((item) =>
    notes.has(item.run) ? [] : [{ ...item, run: runWithout(item.run, notes) }],
  );
  const kept = spine.notes.filter((_, i) => !notes.has(i + 1));
  return { ...content, spine: { ...spine, notes: kept }, structure: { ...structure, items } };
}
