import { fieldMark, type Item } from '../../model/structure.ts';
import type { UnitContent } from '../../model/unit-content.ts';

const pictureText = (text: string): string => text.replace(/[ \t\n\r]+/g, ' ').trim();

const pictureOf = (item: Item): Item => ({ ...item, value: pictureText(item.value.split(fieldMark)[1] ?? '') });

/** What plain text promises of a unit: all its words, and of structure the place and the text of each picture. */
export const promiseOctavo = ({ spine, structure }: UnitContent): UnitContent => ({
  spine,
  structure: { items: structure.items.filter(({ aspect }) => aspect === 'picture').map(pictureOf) },
});
