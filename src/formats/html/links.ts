import type { ReadingNode } from '../../model/reading.ts';
import { externalAddress, fragment, pageAddress } from './addresses.ts';
import { inlineClass, startTag } from './element.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { pageId } from './ids.ts';
import { hasWords, holdsBlocks, isSilent } from './nesting.ts';
import { holdsLinks } from '../nesting.ts';
import { phrasing, type Page, type Place } from './place.ts';

/** The address of a place in the edition, seen from a page; undefined where a pointer leads out of the edition. */
export function resolvedAddress(target: string, page: Page): string | undefined {
  const found = page.edition.resolve(target, page.unit);
  if (found === undefined) return undefined;
  const { unit, id } = found;
  // The id of the unit itself: its page, from the top.
  if (id === undefined || unit === id || unit.endsWith(`.${id}`)) return pageAddress(unit);
  const place = fragment(pageId(id));
  if (unit !== page.unit.facts.id) return pageAddress(unit) + place;
  if (page.shown.has(id)) return place;
  // It is in another view alone, or in what no view shows.
  return page.otherView === undefined ? pageAddress(unit) : page.otherView + place;
}

/** Where a link leads: to the first of its targets that can be reached, in the edition or on the web, and never to a program. */
function linkAddress(target: string | undefined, page: Page): string | undefined {
  for (const pointer of target?.split(/\s+/) ?? []) {
    if (pointer === '') continue;
    const href = resolvedAddress(pointer, page) ?? externalAddress(pointer);
    if (href !== undefined) return href;
  }
  return undefined;
}

/** What a link without words of its own shows: the address it leads to. */
const pointerWords = (href: string): string =>
  `<span data-generated="">${escapeText(/^https?:/i.test(href) ? href : href.replace(/^.*#/, '').replace(/\.html$/, ''))}</span>`;

/**
 * A link. One that holds a note call (a link itself) is laid on the words around the call. One that leads nowhere stays as words that say
 * what the source points to.
 */
export function link(node: ReadingNode, place: Place): string {
  const asDivision = place.flow && holdsBlocks(node.children);
  const inner = asDivision ? place : phrasing(place);
  const href = linkAddress(node.target, place.page);
  if (href !== undefined && !place.linked && !holdsLinks(node)) {
    const open = startTag('a', node, place, '', ` href="${escapeAttribute(href)}"`);
    const words = isSilent(node) ? pointerWords(href) : '';
    return `${open}${words}${place.write(node.children, { ...inner, linked: true })}</a>`;
  }
  const element = asDivision ? 'div' : 'span';
  const target = node.target === undefined ? '' : ` data-target="${escapeAttribute(node.target)}"`;
  const spread = href !== undefined && !place.linked;
  const classes = `${asDivision ? `${inlineClass} ` : ''}${spread ? 'spread-link' : 'unresolved'}`;
  const open = startTag(element, node, place, classes, target);
  const words = spread && !hasWords(node) ? `<a href="${escapeAttribute(href)}">${pointerWords(href)}</a>` : '';
  return `${open}${words}${place.write(node.children, spread ? { ...inner, href } : inner)}</${element}>`;
}
