/** Which place belongs to which note: all at once, since the calls follow each other as the notes do. */
import type { CallPlace } from './32-call-places.ts';

/** What a note without a place costs. */
const penalty = 1.5;

/** The best place for each symbol, in the order of the symbols; a symbol may have none. */
export function assign(labels: readonly string[], places: readonly CallPlace[]): (CallPlace | undefined)[] {
  // best[k][j]: the best worth of the first k notes within the first j places.
  const best = Array.from({ length: labels.length + 1 }, () => new Array<number>(places.length + 1).fill(0));
  for (let k = 1; k <= labels.length; k++) {
    best[k]![0] = best[k - 1]![0]! - penalty;
    for (let j = 1; j <= places.length; j++) {
      const place = places[j - 1]!;
      const taken = place.label === labels[k - 1] ? best[k - 1]![j - 1]! + place.worth : -Infinity;
      best[k]![j] = Math.max(best[k]![j - 1]!, best[k - 1]![j]! - penalty, taken);
    }
  }
  const out: (CallPlace | undefined)[] = [];
  for (let k = labels.length, j = places.length; k > 0;) {
    if (j > 0 && best[k]![j] === best[k]![j - 1]) j--;
    else if (best[k]![j] === best[k - 1]![j]! - penalty) {
      out[--k] = undefined;
    } else {
      out[--k] = places[--j];
    }
  }
  return out;
}
