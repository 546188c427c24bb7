import type { ReadingNode } from '../../model/reading.ts';
import { attribute, startTag } from './element.ts';
import { escapeText } from './escape.ts';
import type { Place } from './place.ts';

/** Words with a gloss. HTML has one gloss for each `ruby`: where there are several, one `ruby` is in another. */

const isGloss = (child: ReadingNode['children'][number]): child is ReadingNode =>
  typeof child !== 'string' && child.kind === 'mark' && child.role === 'gloss';

/** `write`: an element `ruby` with the children of a node. */
export function ruby(node: ReadingNode, write: (part: ReadingNode) => string): string {
  const last = node.children.findLastIndex(isGloss);
  const isInside = node.children.slice(0, Math.max(last, 0)).some(isGloss);
  if (!isInside) return write(node);
  const inner: ReadingNode = { kind: 'span', tei: node.tei, role: 'ruby', children: node.children.slice(0, last) };
  return write({ ...node, children: [inner, ...node.children.slice(last)] });
}

export function gloss(node: ReadingNode, place: Place): string {
  const { looks: _, ...bare } = node;
  return `${startTag('rt', bare, place, '', attribute('data-place', node.why))}${escapeText(node.title ?? '')}</rt>`;
}
