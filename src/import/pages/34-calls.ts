/** Step 5. The calls of the notes of a page: one place for each, in the order of the notes, the best whole. */
import type { Chooser } from '../decisions.ts';
import type { FootNote, PageParts } from './30-notes-at-foot.ts';
import { type CallPlace, callPlaces } from './32-call-places.ts';
import { assign } from './33-assign.ts';

export interface PlacedCall {
  readonly note: FootNote;
  /** Absent where the page does not call the note. */
  readonly place?: CallPlace;
}

const around = (text: string, place: CallPlace): string =>
  `${text.slice(Math.max(0, place.start - 24), place.start)}‹${text.slice(place.start, place.end)}›`
    .replace(/\s+/g, ' ')
    .trim();

/** Asks where another place, still in the order of the notes, is nearly as good. */
function settle(
  note: FootNote,
  chosen: CallPlace,
  free: readonly CallPlace[],
  text: string,
  chooser: Chooser,
): CallPlace {
  const others = free.filter((p) => p.worth > chosen.worth - 1.5).slice(0, 4);
  if (others.length === 0 && chosen.worth > 0.9) return chosen;
  const all = [chosen, ...others].sort((a, b) => a.start - b.start);
  const value = chooser.choose({
    kind: 'note-call',
    start: note.lines[0]!.start,
    end: note.lines[0]!.start + Math.min(40, note.lines[0]!.text.length),
    showAt: { start: chosen.start, end: chosen.end },
    ask: `Where is note ${note.label ?? ''} called?`,
    options: all.map((p) => ({ value: around(text, p), label: `“${around(text, p)}”` })),
    preferred: around(text, chosen),
    confidence: others.some((o) => o.worth >= chosen.worth) ? 0.55 : 0.75,
  });
  return all.find((p) => around(text, p) === value) ?? chosen;
}

/** Places the calls of a page. */
export function placeCalls({ body, notes }: PageParts, text: string, chooser: Chooser): PlacedCall[] {
  const labelled = notes.filter((n) => n.label !== undefined);
  const labels = labelled.map((n) => n.label!);
  const places = callPlaces(body, labels);
  const assigned = assign(labels, places);
  return notes.map((note): PlacedCall => {
    const index = labelled.indexOf(note);
    const chosen = index < 0 ? undefined : assigned[index];
    if (!chosen) return { note };
    const from = assigned.slice(0, index).findLast((p) => p !== undefined)?.end ?? 0;
    const to = assigned.slice(index + 1).find((p) => p !== undefined)?.start ?? Infinity;
    const free = places.filter((p) => p.label === note.label && p !== chosen && p.start >= from && p.end <= to);
    return { note, place: settle(note, chosen, free, text, chooser) };
  });
}
