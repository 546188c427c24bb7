import type { Edition } from '../../model/edition.ts';
import type { CitationItem } from '../../model/citation/record.ts';
import { unitItem } from '../../model/citation/item.ts';

/** Everything in an edition that can be cited, in reading order. */
export const bibliography = (edition: Edition): CitationItem[] => edition.units.map((unit) => unitItem(unit, edition));
