import type { FileReading } from './read-file.ts';
import { unitStretches } from './slice.ts';
import type { UnitCut } from './units.ts';

/** Which unit of a file holds an `xml:id`. An id outside all units (header, stand-off) is not in the map. */
export function unitsById(file: FileReading): Map<string, UnitCut> {
  const { ids } = file.structure;
  const found = new Map<string, UnitCut>();
  for (const unit of file.units) {
    for (const { start, end } of unitStretches(unit)) {
      for (let i = firstAt(ids, start); i < ids.length && ids[i]!.offset < end; i++) {
        if (!found.has(ids[i]!.id)) found.set(ids[i]!.id, unit);
      }
    }
  }
  return found;
}

function firstAt(ids: readonly { offset: number }[], offset: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ids[middle]!.offset < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
