import type { Reading, ReadingNode } from '../../model/reading.ts';
import { address, externalAddress } from './addresses.ts';
import { onItsOwnLines, startTag } from './element.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { isBlank } from './nesting.ts';
import { boxed, type Place } from './place.ts';

const isCaption = (child: Reading): child is ReadingNode =>
  typeof child !== 'string' && (child.kind === 'heading' || (child.kind === 'block' && child.role === 'caption'));

/** A figure; what is at its end (or beginning) as caption is marked as such, in its place. */
export function figure(node: ReadingNode, outer: Place): string {
  if (!outer.flow) return onItsOwnLines('figure', 'figure')(node, outer);
  const place = boxed(outer);
  const children = node.children.filter((child) => typeof child !== 'string' || !isBlank(child));
  const first = children.findIndex((child) => !isCaption(child));
  const last = children.findLastIndex((child) => !isCaption(child));
  const write = (part: readonly Reading[]): string => place.write(part, place);
  const open = startTag('figure', node, place);
  if (first === -1) return `${open}${write(children)}</figure>\n`;
  const caption = (part: readonly Reading[]): string =>
    part.length === 0 ? '' : `<figcaption>${write(part)}</figcaption>`;
  // HTML allows one caption: with captions on both sides, those at the beginning stay paragraphs.
  const both = first > 0 && last < children.length - 1;
  const before = both ? write(children.slice(0, first)) : caption(children.slice(0, first));
  return `${open}${before}${write(children.slice(first, last + 1))}${caption(children.slice(last + 1))}</figure>\n`;
}

/** An image of the edition's folder. One that is elsewhere is never loaded: it is named, and linked where it has a web address. */
export function image(node: ReadingNode, place: Place): string {
  const { findAsset, unit } = place.page;
  const source = node.source ?? '';
  const path = findAsset(source, unit);
  const inside = place.write(node.children, place);
  if (path !== undefined)
    return `${startTag('img', node, place, '', ` src="../${escapeAttribute(address(path))}" alt="${escapeAttribute(node.title ?? 'Figure')}"`).slice(0, -1)}/>${inside}`;
  const words = `[Image${node.title === undefined ? '' : `: ${escapeText(node.title)}`}]`;
  const elsewhere = place.linked ? undefined : externalAddress(source);
  const mark = elsewhere === undefined ? words : `<a href="${escapeAttribute(elsewhere)}">${words}</a>`;
  const of = source === '' ? '' : ` data-target="${escapeAttribute(source)}"`;
  const title = node.title === undefined ? '' : ` title="${escapeAttribute(node.title)}"`;
  return `${startTag('span', node, place, 'image', of + title)}<span data-generated="">${mark}</span>${inside}</span>`;
}
