import { escapeAttribute } from '../model/read-tei/slice.ts';
import { attribute, type TreeElement } from './note-tree.ts';
import type { Edit } from './edit.ts';

/** What is left of an element to which something may point. */
export function placeOf(element: TreeElement): string {
  const id = attribute(element, 'xml:id');
  const prefix = element.tag.name.slice(0, element.tag.name.length - element.tag.local.length);
  return id === '' ? '' : `<${prefix}anchor xml:id="${escapeAttribute(id)}"/>`;
}

/** An element in which nothing is left goes, and its words, if there were any, would have been separate. */
export const leftOf = (element: TreeElement): Edit[] =>
  element.tag.empty
    ? [{ start: element.tag.start, end: element.tag.end, rank: 3, text: () => `${placeOf(element)}  ` }]
    : [
        { start: element.tag.start, end: element.tag.end, rank: 3, text: () => `${placeOf(element)} ` },
        { start: element.endTag, end: element.end, rank: 3, text: () => ' ' },
      ];
