import type { Kind, Reading } from '../../model/reading.ts';
import { entry } from './apparatus.ts';
import { block, looseHeading, paragraph, speech, verse } from './blocks.ts';
import { sequence } from './code.ts';
import { holdsOnlyBlocks } from './holds.ts';
import { figure, image } from './figures.ts';
import { lineBreak, link, mark, span } from './inline.ts';
import { list, looseItem } from './lists.ts';
import { note } from './notes.ts';
import type { Place, Writer } from './place.ts';
import { section } from './sections.ts';
import { loose, table } from './tables.ts';
import { pageMark, textOf } from './text.ts';

/** Every kind of the reading edition, decided once for print. */
const writers: Readonly<Record<Kind, Writer>> = {
  section,
  heading: (node, place) => looseHeading(node, place),
  block,
  list,
  // An item or label that is in no list.
  item: looseItem,
  label: (node, place) => paragraph(node, place, 'subheading'),
  table,
  row: loose,
  cell: loose,
  figure,
  image,
  span,
  link,
  note,
  'page-break': pageMark,
  'line-break': lineBreak,
  mark,
  // It has become words (in-line.ts).
  formula: (node, place) => place.write(node.children, place),
  line: verse,
  speech,
  app: entry,
  // A side that is in no entry.
  side: (node, place) => place.write(node.children, place),
};

/** Writes nodes one after the other, as content. A page break between blocks waits for the next words. */
export function writeChildren(children: readonly Reading[], place: Place): string {
  const { page } = place;
  const isBetween = holdsOnlyBlocks(children);
  const write = (child: Reading): string => {
    if (typeof child === 'string') return textOf(child, place);
    if (!isBetween || child.kind !== 'page-break') return writers[child.kind](child, place);
    page.waiting.push(child);
    return '';
  };
  return sequence(
    children.map((child) => {
      const code = write(child);
      if (code !== '') page.isOpen = false;
      return code;
    }),
  );
}
