import { isFurtherSide, plainText, type Reading, type ReadingNode } from '../../model/reading.ts';
import { looseHeading } from './blocks.ts';
import { blockClass, idAttribute, startTag, typeAttribute } from './element.ts';
import { escapeAttribute } from './escape.ts';
import { pageId } from './ids.ts';
import { phrasing, type Place } from './place.ts';
import { label } from './records.ts';
import { isNumber } from '../with-numbers.ts';

/** The unit has a heading of its own; where it has none, the page's head shows the title. */
export const hasHeading = (node: ReadingNode): boolean => firstHeading(node) !== undefined;

/** The heading of a section, at a level that skips none, so that the outline can be walked. */
function sectionHeading(node: ReadingNode, place: Place): string {
  const name = `h${Math.min(place.level, 6)}`;
  const deep = place.level > 6 ? ` aria-level="${place.level}"` : '';
  return `${startTag(name, node, place, '', deep)}${place.write(node.children, { ...phrasing(place), title: true })}</${name}>\n`;
}

/** The words of a heading as the page shows them: white space before a note call goes with the call. */
const wordsOf = ({ children }: ReadingNode): string =>
  children.map((child, i) => (isNote(children[i + 1]) ? trimmed(child) : wordsIn(child))).join('');
function wordsIn(child: Reading): string {
  if (typeof child === 'string') return child;
  if (['note', 'page-break', 'line-break', 'formula'].includes(child.kind) || isFurtherSide(child))
    return plainText(child);
  // A number is not one of its words; the space behind it is seen.
  return isNumber(child) && child.spaced ? ' ' : wordsOf(child);
}
const isNote = (child: Reading | undefined): boolean => typeof child === 'object' && child.kind === 'note';
const trimmed = (child: Reading): string =>
  typeof child === 'string' ? child.replace(/[ \t\n\r]+$/, '') : wordsIn(child);

/** The id by which the page's contents reach a section that has a heading. */
function contentsEntry(node: ReadingNode, heading: ReadingNode, place: Place): string {
  const { headings, ids } = place.page;
  const id = ids.claim(node.id === undefined ? `section:${headings.length + 1}` : pageId(node.id));
  headings.push({ id, text: wordsOf(heading).replace(/\s+/g, ' ').trim(), level: place.level });
  return ` id="${escapeAttribute(id)}"`;
}

/** The heading of a section; one without words is none. */
const firstHeading = (node: ReadingNode): ReadingNode | undefined =>
  node.children.find(
    (child): child is ReadingNode =>
      typeof child !== 'string' && child.kind === 'heading' && plainText(child).trim() !== '',
  );

/** A section that has a heading in the page's outline. */
function headed(name: string, node: ReadingNode, heading: ReadingNode, outer: Place): string {
  const place = { ...outer, level: outer.level + 1 };
  const id = place.level === 1 ? idAttribute(node, place) : contentsEntry(node, heading, place);
  const open = startTag(name, node, place, '', typeAttribute(node), { id });
  const at = node.children.indexOf(heading);
  const before = outer.write(node.children.slice(0, at), outer);
  const head = sectionHeading(heading, place);
  return `${open}\n${before}${head}${place.write(node.children.slice(at + 1), place)}</${name}>\n`;
}

/** The unit itself: the article of its page. */
export function article(node: ReadingNode, place: Place): string {
  const heading = firstHeading(node);
  if (heading !== undefined) return headed('article', node, heading, place);
  return `${startTag('article', node, place, '', typeAttribute(node))}\n${place.write(node.children, place)}</article>\n`;
}

/** A division, an attachment, a letter inside a document; without a heading it is not a section of the outline. */
export function section(node: ReadingNode, place: Place): string {
  const heading = place.outline ? firstHeading(node) : undefined;
  if (heading !== undefined) return headed('section', node, heading, place);
  const [name, classes] = place.flow ? ['div', 'section'] : ['span', `${blockClass} section`];
  return `${startTag(name, node, place, classes, typeAttribute(node))}\n${label(node, node.role, place)}${place.write(node.children, place)}</${name}>\n`;
}

/** A heading met outside its section's first place. */
export const heading = looseHeading;
