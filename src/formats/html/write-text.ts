import type { Kind, Reading, ReadingNode } from '../../model/reading.ts';
import { entry } from './apparatus.ts';
import { block } from './blocks.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { figure, image } from './figures.ts';
import { formula } from './formulas.ts';
import { lineBreak } from './lines.ts';
import { link } from './links.ts';
import { list, looseItem, looseLabel } from './lists.ts';
import { isBlank } from './nesting.ts';
import { holdsLinks } from '../nesting.ts';
import { noteCall } from './notes.ts';
import { pageBreak } from './page-break.ts';
import { heading, section } from './sections.ts';
import { mark, span } from './spans.ts';
import { looseCell, looseRow, table } from './tables.ts';
import { speech, verseLine } from './verse.ts';
import type { Place, Writer } from './place.ts';

/** Every kind of the reading edition, decided once for HTML. */
const writers: Readonly<Record<Kind, Writer>> = {
  section,
  heading,
  block,
  list,
  item: looseItem,
  label: looseLabel,
  table,
  row: looseRow,
  cell: looseCell,
  figure,
  image,
  span,
  link,
  note: noteCall,
  'page-break': pageBreak,
  'line-break': lineBreak,
  mark,
  formula,
  line: verseLine,
  speech,
  app: entry,
  // A side that is in no entry.
  side: (node, place) => place.write(node.children, place),
};

const isNote = (child: Reading | undefined): boolean => typeof child === 'object' && child.kind === 'note';

/** Writes nodes one after the other. White space before a note call goes: it comes from the layout of the file, and would part call and word. */
export function writeChildren(children: readonly Reading[], place: Place): string {
  if (place.href !== undefined) return writeLinked(children, place, place.href);
  let html = '';
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    if (typeof child !== 'string') html += writers[child.kind](child, place);
    else html += escapeText(isNote(children[i + 1]) ? child.replace(/[ \t\n\r]+$/, '') : child);
  }
  return html;
}

/** Is a node a link of its own, or does it hold one? */
const isOwnLink = (child: Reading): child is ReadingNode =>
  typeof child !== 'string' &&
  (child.kind === 'note' || child.kind === 'link' || child.kind === 'app' || holdsLinks(child));

/** Lays a link on each run of nodes without links of their own. */
function writeLinked(children: readonly Reading[], place: Place, href: string): string {
  const unlinked: Place = { ...place, href: undefined };
  const linked: Place = { ...unlinked, linked: true };
  const open = `<a href="${escapeAttribute(href)}">`;
  let html = '';
  for (let i = 0; i < children.length;) {
    const child = children[i]!;
    if (isOwnLink(child)) {
      html += writers[child.kind](child, child.kind === 'note' || child.kind === 'link' ? unlinked : place);
      i++;
      continue;
    }
    const start = i;
    while (i < children.length && !isOwnLink(children[i]!)) i++;
    const run = writeChildren(children.slice(start, i), linked);
    const tight = isNote(children[i]) ? run.replace(/[ \t\n\r]+$/, '') : run;
    html += isBlank(tight) ? tight : `${open}${tight}</a>`;
  }
  return html;
}
