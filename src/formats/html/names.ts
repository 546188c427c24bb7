import type { ReadingNode } from '../../model/reading.ts';
import { startTag } from './element.ts';
import { escapeAttribute } from './escape.ts';
import { resolvedAddress } from './links.ts';
import { holdsBlocks, holdsLinks } from './nesting.ts';
import { phrasing, type Place } from './place.ts';

/** What the register says of a name, for a tooltip. */
function tooltip(target: string, place: Place): string {
  const entry = place.page.edition.register(target, place.page.unit);
  if (entry === undefined) return '';
  return ` title="${escapeAttribute(entry.note === undefined ? entry.name : `${entry.name}: ${entry.note}`)}"`;
}

/** The address of a register entry, for the first mention of a name in a page and wherever a link may stand. */
function firstLink(node: ReadingNode, target: string, place: Place): string | undefined {
  const { named } = place.page;
  if (place.linked || place.title || place.href !== undefined || named.has(target) || holdsLinks(node))
    return undefined;
  named.add(target);
  return resolvedAddress(target, place.page);
}

/** A name of a person, place or organisation, or a term: known to machines by `data-ref`, to readers by a tooltip and a quiet link. */
export function name(node: ReadingNode, place: Place): string {
  const classes = `name ${node.role ?? ''}`;
  const { target } = node;
  const asDivision = place.flow && holdsBlocks(node.children);
  const inner = asDivision ? place : phrasing(place);
  if (target === undefined) {
    const element = asDivision ? 'div' : 'span';
    return `${startTag(element, node, place, classes)}${place.write(node.children, inner)}</${element}>`;
  }
  const more = `${tooltip(target, place)} data-ref="${escapeAttribute(target)}"`;
  const href = firstLink(node, target, place);
  if (href === undefined) {
    const element = asDivision ? 'div' : 'span';
    return `${startTag(element, node, place, classes, more)}${place.write(node.children, inner)}</${element}>`;
  }
  const open = startTag('a', node, place, classes, ` href="${escapeAttribute(href)}"${more}`);
  return `${open}${place.write(node.children, { ...inner, linked: true })}</a>`;
}
