import type { FileReading } from './read-file.ts';
import { unitStretches } from './slice.ts';
import type { UnitCut } from './units.ts';
import { firstNotBefore } from '../../source/sorted.ts';

/** Which unit of a file holds an `xml:id`. An id outside all units (header, stand-off) is not in the map. */
export function unitsById(file: FileReading): Map<string, UnitCut> {
  const { ids } = file.structure;
  const found = new Map<string, UnitCut>();
  for (const unit of file.units) {
    for (const { start, end } of [...unitStretches(unit), ...unit.brought]) {
      for (
        let i = firstNotBefore(ids.length, (at) => ids[at]!.offset < start);
        i < ids.length && ids[i]!.offset < end;
        i++
      ) {
        if (!found.has(ids[i]!.id)) found.set(ids[i]!.id, unit);
      }
    }
  }
  return found;
}
