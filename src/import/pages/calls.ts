/** The calls of the notes of a page: one place for each, in the order of the notes, the best whole. */
import type { Chooser } from '../decisions.ts';
import type { FootNote, PageParts } from './notes-at-foot.ts';
import { type CallPlace, callPlaces } from './call-places.ts';
import { assign } from './assign.ts';

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

/** Places by their symbol. */
function bySymbol(places: readonly CallPlace[]): ReadonlyMap<string, readonly CallPlace[]> {
  const found = new Map<string, CallPlace[]>();
  for (const place of places) {
    const same = found.get(place.label);
    if (same) same.push(place);
    else found.set(place.label, [place]);
  }
  return found;
}

/** Where the next call after each one begins. */
function beginnings(assigned: readonly (CallPlace | undefined)[]): number[] {
  const next: number[] = [];
  for (let i = assigned.length - 1, start = Infinity; i >= 0; i--) {
    next[i] = start;
    start = assigned[i]?.start ?? start;
  }
  return next;
}

/** Places the calls of a page. */
export function placeCalls({ body, notes }: PageParts, text: string, chooser: Chooser): PlacedCall[] {
  const labels = notes.flatMap(({ label }) => label ?? []);
  const places = callPlaces(body, labels);
  const assigned = assign(labels, places);
  const alike = bySymbol(places);
  const next = beginnings(assigned);
  let index = -1;
  let from = 0;
  return notes.map((note): PlacedCall => {
    const chosen = note.label === undefined ? undefined : assigned[++index];
    if (!chosen) return { note };
    const to = next[index]!;
    const free = alike.get(chosen.label)!.filter((p) => p !== chosen && p.start >= from && p.end <= to);
    from = chosen.end;
    return { note, place: settle(note, chosen, free, text, chooser) };
  });
}
