import type { ReadingNode } from '../../model/reading.ts';
import { inlineClass, startTag } from './element.ts';
import { escapeAttribute } from './escape.ts';
import { resolvedAddress } from './links.ts';
import { holdsBlocks, isSilent } from './nesting.ts';
import { holdsLinks } from '../nesting.ts';
import { phrasing, type Place } from './place.ts';

/** What the register says of a name, for a tooltip. */
function tooltip(target: string, place: Place): string {
  const entry = place.page.edition.register(target, place.page.unit);
  if (entry === undefined) return '';
  return ` title="${escapeAttribute(entry.note === undefined ? entry.name : `${entry.name}: ${entry.note}`)}"`;
}

/** A link to the register entry, wherever a link may be. */
function entryAddress(node: ReadingNode, target: string, place: Place): string | undefined {
  if (place.linked || place.href !== undefined || holdsLinks(node) || isSilent(node)) return undefined;
  return resolvedAddress(target, place.page);
}

/**
 * A name of a person, place or organisation, or a term: known to machines by `data-ref`, to readers by a tooltip. The first mention in a page,
 * headings apart, is a quiet link to the register.
 */
export function name(node: ReadingNode, place: Place): string {
  const { target, role = '' } = node;
  const { named } = place.page;
  const division = place.flow && holdsBlocks(node.children);
  const inner = division ? place : phrasing(place);
  const element = division ? 'div' : 'span';
  const kind = division ? `${inlineClass} name ${role}` : `name ${role}`;
  if (target === undefined)
    return `${startTag(element, node, place, kind)}${place.write(node.children, inner)}</${element}>`;
  const title = tooltip(target, place);
  const more = `${title} data-ref="${escapeAttribute(target)}"`;
  const first = !place.title && !named.has(target);
  if (first) named.add(target);
  const href = first ? entryAddress(node, target, place) : undefined;
  const classes = `${kind}${first && (title !== '' || href !== undefined) ? ' first' : ''}`;
  if (href === undefined)
    return `${startTag(element, node, place, classes, more)}${place.write(node.children, inner)}</${element}>`;
  const open = startTag('a', node, place, classes, ` href="${escapeAttribute(href)}"${more}`);
  return `${open}${place.write(node.children, { ...inner, linked: true })}</a>`;
}
