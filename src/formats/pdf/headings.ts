import { plainText, type Reading, type ReadingNode } from '../../model/reading.ts';
import { call, sequence, words } from './code.ts';
import { looked, spoken } from './inline.ts';
import { inside, linked, newBlock, newLine, type Place, type PartHeading } from './place.ts';
import { waitingMarks } from './text.ts';

/** Headings that are in the outline: of units and of sections in them. */

/** The heading of a section; one without words is none. */
export const firstHeading = (node: ReadingNode): ReadingNode | undefined =>
  node.children.find(
    (child): child is ReadingNode =>
      typeof child === 'object' && child.kind === 'heading' && plainText(child).trim() !== '',
  );

/** The words of a heading without calls, for contents and bookmarks. */
export const plainHeading = (node: Reading): string => plainText(node).replace(/\s+/g, ' ').trim();

/** Where a lemma in a heading is, whose lines are not counted. */
const inTitle = 'tit.';

function heading(what: PartHeading['what'], plain: string, place: Place, content: () => string): string {
  const { page, level } = place;
  const before = page.chain;
  const key = newBlock(place);
  newLine(place);
  const { line } = page;
  page.line = inTitle;
  const full = sequence([waitingMarks(place), content()]);
  page.line = line;
  newLine(place);
  // What follows must stay with it: where a page is to be broken there, it is broken before the first of the headings.
  if (key !== '') page.chain = before ?? key;
  const number = page.headings.push({ what, level, plain, key }) - 1;
  return call('hd', words(key), `at(${number})`, words(plain), full);
}

/** The heading of a section, or of the unit at level 0. */
export function sectionHeading(node: ReadingNode, place: Place): string {
  place.page.wanted = false;
  return heading(place.level === 0 ? 'u' : 's', plainHeading(node), place, () =>
    spoken(node, looked(node, place.write(node.children, inside(linked(place))))),
  );
}

/** The first words of a unit without a heading, a title page for instance, as its heading. */
export function unitHeading(node: ReadingNode, place: Place): string {
  place.page.wanted = false;
  return heading('u', plainHeading(node), { ...place, level: 0 }, () =>
    call(
      'titled',
      words(node.role ?? ''),
      spoken(node, looked(node, place.write(node.children, inside(linked(place))))),
    ),
  );
}

/** The title of a unit whose text has no heading: words of ours. */
export const madeHeading = (title: string, place: Place): string =>
  heading('m', title.replace(/\s+/g, ' ').trim(), place, () => words(title.replace(/\s+/g, ' ').trim()));
