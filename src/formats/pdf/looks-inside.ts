import { type Look, plainText, type Reading, type ReadingNode } from '../../model/reading.ts';
import { holdsBlocks } from '../nesting.ts';

/** Looks that only words in a line can have. */
const inLine: ReadonlySet<Look> = new Set<Look>(['underline', 'overline', 'strikethrough', 'superscript', 'subscript']);

function given(child: Reading, looks: readonly Look[]): Reading {
  if (typeof child !== 'string')
    return child.kind === 'note' ? child : { ...child, looks: [...(child.looks ?? []), ...looks] };
  return plainText(child).trim() === '' ? child : { kind: 'span', tei: '', looks, children: [child] };
}

/** A tree in which looks that only words in a line can have are on these words, where a source has them on something with blocks in it. */
export function looksInside(node: ReadingNode): ReadingNode {
  const own = (node.looks ?? []).filter((look) => inLine.has(look));
  const isPushed = own.length > 0 && holdsBlocks(node.children);
  const children = isPushed ? node.children.map((child) => given(child, own)) : node.children;
  const inner = children.map((child) => (typeof child === 'string' ? child : looksInside(child)));
  const isSame = inner.every((child, i) => child === node.children[i]);
  if (isSame) return node;
  return { ...node, children: inner, ...(isPushed && { looks: node.looks!.filter((look) => !inLine.has(look)) }) };
}
