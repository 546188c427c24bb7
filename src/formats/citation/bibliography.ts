import type { Edition } from '../../model/edition.ts';
import type { CitationItem } from './item.ts';
import { unitItem, volumeItem } from './item.ts';

/** Everything of an edition that can be cited: each volume before its units, all in reading order. */
export function bibliography(edition: Edition): CitationItem[] {
  const items: CitationItem[] = [];
  const volumes = new Set<string>();
  for (const unit of edition.units) {
    const volume = volumes.has(unit.volume.id) ? undefined : volumeItem(unit);
    volumes.add(unit.volume.id);
    if (volume !== undefined) items.push(volume);
    items.push(unitItem(unit, edition));
  }
  return items;
}
