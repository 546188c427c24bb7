import type { Node, Program } from './program.ts';
import { reach, type States } from './states.ts';

/**
 * Matches texts against a machine with counters. All counts of one node grow together, by one with each character of its class, so only the
 * places are kept at which it was entered, the oldest first: the oldest says whether the least is reached, and those beyond the most go.
 */
type Entries = Map<number, { places: number[]; first: number }>;

export function countingMatcher(program: Program): (text: string) => boolean {
  return (text) => {
    const entries: Entries = new Map();
    let place = 0;
    let states: States = { waiting: [], matches: false };
    const enter = (next: readonly number[]): void => {
      states = reach(program, next, (id) => note(entries, id, place));
    };
    enter([program.start]);
    for (let i = 0; i < text.length; i++) {
      const codePoint = text.codePointAt(i)!;
      if (codePoint > 0xffff) i++;
      place++;
      const { next, kept } = step(program, states, entries, codePoint, place);
      enter(next);
      if (kept.length > 0) states = { ...states, waiting: [...new Set([...states.waiting, ...kept])] };
      if (states.waiting.length === 0 && i + 1 < text.length) return false;
    }
    return states.matches;
  };
}

function note(entries: Entries, id: number, place: number): void {
  const known = entries.get(id);
  if (known === undefined) entries.set(id, { places: [place], first: 0 });
  else if (known.places.at(-1) !== place) known.places.push(place);
}

/** What follows on the character before `place`, and the counters that stay active. */
function step(
  { nodes }: Program,
  { waiting }: States,
  entries: Entries,
  codePoint: number,
  place: number,
): { next: number[]; kept: number[] } {
  const next: number[] = [];
  const kept: number[] = [];
  for (const id of waiting) {
    const node = nodes[id]!;
    if (node.kind === 'one' && node.class.has(codePoint)) next.push(node.next);
    if (node.kind !== 'counter') continue;
    const { leaves, stays } = count(node, entries, id, codePoint, place);
    if (leaves) next.push(node.next);
    if (stays) kept.push(id);
  }
  return { next, kept };
}

function count(
  { class: own, least, most }: Node & { kind: 'counter' },
  entries: Entries,
  id: number,
  codePoint: number,
  place: number,
): { leaves: boolean; stays: boolean } {
  const { places, first } = entries.get(id)!;
  if (!own.has(codePoint)) {
    entries.delete(id);
    return { leaves: false, stays: false };
  }
  // Without an upper bound the oldest entry says all there is to say.
  if (most === Infinity) places.length = first + 1;
  let oldest = first;
  while (oldest < places.length && place - places[oldest]! > most) oldest++;
  const leaves = oldest < places.length && place - places[oldest]! >= least;
  while (oldest < places.length && place - places[oldest]! >= most) oldest++;
  if (oldest >= places.length) entries.delete(id);
  else entries.set(id, { places, first: oldest });
  return { leaves, stays: oldest < places.length };
}
