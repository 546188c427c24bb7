import { closersAhead } from './look-ahead.ts';
import { similar } from './similar.ts';
import type { Scan } from './state.ts';

/**
 * What an end tag that does not fit most probably means:
 * `unclosed`: the elements inside `index` lack their end tags; `overlap`: they close later; `misnamed`: it was to close the innermost element;
 * `stray`: it closes nothing; `forgiven`: it belongs to an overlap that is already reported.
 */
export interface Repair {
  readonly kind: 'unclosed' | 'overlap' | 'misnamed' | 'stray' | 'forgiven';
  /** The open element that the end tag closes, where it closes one. */
  readonly index: number;
}

interface Candidate {
  readonly repair: Repair;
  readonly score: number;
}

/** Chooses by looking at what the rest of the file expects to be open. Reads nothing away. */
export function chooseRepair(scan: Scan, name: string, mayBeForgiven: boolean): Repair {
  const open = scan.open.map((tag) => tag.name);
  if (open.length === 0) return { kind: mayBeForgiven ? 'forgiven' : 'stray', index: -1 };
  const ahead = closersAhead(scan, scan.at, 4);
  const index = open.lastIndexOf(name);
  const agree = (left: readonly string[], names: readonly string[]): number => agreement(left, names, ahead.complete);
  const candidates: Candidate[] = [];
  if (mayBeForgiven)
    candidates.push({ repair: { kind: 'forgiven', index: -1 }, score: agree(open, ahead.names) + 0.9 });
  if (index >= 0) {
    const inner = open.slice(index + 1);
    const left = open.slice(0, index);
    candidates.push({
      repair: { kind: 'unclosed', index },
      score: agree(left, ahead.names) + 0.5 - 0.3 * (inner.length - 1),
    });
    const late = ahead.names.filter((one, i) => i < inner.length && inner.includes(one));
    if (late.length > 0 && late.every((one, i) => one === ahead.names[i])) {
      const score = agree(left, ahead.names.slice(late.length)) + late.length;
      candidates.push({ repair: { kind: 'overlap', index }, score });
    }
  }
  const likeness = similar(name, open.at(-1)!) ? 0.7 : 0;
  candidates.push({ repair: { kind: 'misnamed', index: -1 }, score: agree(open.slice(0, -1), ahead.names) + likeness });
  candidates.push({ repair: { kind: 'stray', index: -1 }, score: agree(open, ahead.names) });
  return candidates.reduce((best, one) => (one.score > best.score ? one : best)).repair;
}

/** How far the end tags to come fit the elements left open. End tags of elements that are not open at all are mistakes of their own. */
function agreement(left: readonly string[], names: readonly string[], complete: boolean): number {
  let open = left.length;
  let count = 0;
  for (const name of names) {
    if (open > 0 && left[open - 1] === name) {
      open--;
      count++;
    } else if (left.includes(name)) return count;
  }
  return complete && open === 0 ? count + 1 : count;
}
