import type { ResultNode } from './engine.ts';

/** Questions about the nodes of a result of phase 1. */

/** Whether there are words in a node of the result, also in notes that are written in it; but for those of the diplomatic view: what a node is, the reading view says. */
export function hasWords(node: ResultNode): boolean {
  if (attributeOf(node, 'elsewhere') !== undefined) return false;
  const { childNodes } = node;
  for (let i = 0; i < childNodes.length; i++) {
    const child = childNodes[i]!;
    if (child.localName === 'view' && attributeOf(child, 'only') === 'diplomatic') continue;
    const isText = child.nodeType === 3 && /[^ \t\n\r]/.test(child.data ?? child.nodeValue ?? '');
    if (isText || (child.nodeType === 1 && hasWords(child))) return true;
  }
  return false;
}

/** An attribute of a node of the result. */
export function attributeOf({ attributes }: ResultNode, name: string): string | undefined {
  for (let i = 0; i < (attributes?.length ?? 0); i++) if (attributes![i]!.name === name) return attributes![i]!.value;
  return undefined;
}
