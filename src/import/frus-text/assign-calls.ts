/**
 * One place for each note, in order, so that the sum of their worths is greatest: a shortest path over the candidates.
 * A note may stay without a place for a fixed price. Forward and backward sums tell for every place what the best
 * reading with it would be worth, and so how sure the choice is.
 */
import { countUpTo } from '../../source/sorted.ts';
export interface Place {
  readonly at: number;
  readonly length: number;
  readonly score: number;
}

export interface Choice {
  /** Index of the chosen place, or -1 for none. */
  readonly chosen: number;
  /** What the best other reading of this note is worth less. */
  readonly margin: number;
  /** The place of that other reading; -1 for none. */
  readonly other: number;
}

export interface Assignment {
  readonly total: number;
  readonly choices: readonly Choice[];
}

/** Best total of a chain that ends at or before each offset: offsets and totals both rise. */
interface Front {
  readonly ends: number[];
  readonly totals: number[];
}

function bestBefore(front: Front, offset: number): number {
  const count = countUpTo(front.ends, offset);
  return count === 0 ? -Infinity : front.totals[count - 1]!;
}

function merge(points: { end: number; total: number }[]): Front {
  points.sort((a, b) => a.end - b.end || b.total - a.total);
  const front: Front = { ends: [], totals: [] };
  for (const p of points) {
    if (p.total > (front.totals.at(-1) ?? -Infinity)) {
      front.ends.push(p.end);
      front.totals.push(p.total);
    }
  }
  return front;
}

/** For every note the best total of a chain up to and including each of its places, and the fronts before each note. */
function sweep(
  notes: readonly (readonly Place[])[],
  skip: number,
  start: (p: Place) => number,
  end: (p: Place) => number,
) {
  let front: Front = { ends: [-Infinity], totals: [0] };
  const sums: number[][] = [];
  const fronts: Front[] = [];
  for (const places of notes) {
    fronts.push(front);
    const sum = places.map((p) => bestBefore(front, start(p)) + p.score);
    sums.push(sum);
    const points = front.ends.map((e, i) => ({ end: e, total: front.totals[i]! - skip }));
    places.forEach((p, i) => points.push({ end: end(p), total: sum[i]! }));
    front = merge(points);
  }
  return { sums, fronts, total: front.totals.at(-1) ?? 0 };
}

/** Best total when a note has no place: the best split of the line between the notes before and after it. */
function bestWithout(before: Front, after: Front): number {
  let best = -Infinity;
  before.ends.forEach((e, i) => {
    best = Math.max(best, before.totals[i]! + bestBefore(after, -e));
  });
  return best;
}

/** Chooses the places. `notes[k]` are the candidates of note k in reading order. */
export function assignCalls(notes: readonly (readonly Place[])[], skip: number): Assignment {
  const forward = sweep(
    notes,
    skip,
    (p) => p.at,
    (p) => p.at + p.length,
  );
  const backward = sweep(
    [...notes].reverse(),
    skip,
    (p) => -(p.at + p.length),
    (p) => -p.at,
  );
  const n = notes.length;
  const choices = notes.map((places, k): Choice => {
    const through = places.map((p, i) => forward.sums[k]![i]! + backward.sums[n - 1 - k]![i]! - p.score);
    const without = bestWithout(forward.fronts[k]!, backward.fronts[n - 1 - k]!) - skip;
    const all = [...through.map((total, i) => ({ total, i })), { total: without, i: -1 }];
    all.sort((a, b) => b.total - a.total || a.i - b.i);
    return { chosen: all[0]!.i, margin: all[0]!.total - (all[1]?.total ?? -Infinity), other: all[1]?.i ?? -1 };
  });
  return { total: forward.total, choices: consistent(notes, choices) };
}

/** Ties can leave two notes at places that exclude each other; the later one then has none. */
function consistent(notes: readonly (readonly Place[])[], choices: readonly Choice[]): Choice[] {
  let end = -Infinity;
  return choices.map((choice, k) => {
    const place = notes[k]![choice.chosen];
    if (!place) return choice;
    if (place.at < end) return { chosen: -1, margin: 0, other: choice.chosen };
    end = place.at + place.length;
    return choice;
  });
}
