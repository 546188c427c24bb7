import type { ReadingNode } from '../../model/reading.ts';
import { isShownVerse } from '../with-numbers.ts';
import { attribute, onItsOwnLines, typeAttribute } from './element.ts';
import { escapeAttribute } from './escape.ts';
import type { Place } from './place.ts';

/** A line of verse with its number and its address, which is inside it where the source gives it an id. */
export function verseLine(node: ReadingNode, place: Place): string {
  const { n = '', title, number } = node;
  const type = typeAttribute(node);
  if (n === '') return onItsOwnLines('div', 'line', type)(node, place);
  const address = title === undefined ? '' : ` id="${escapeAttribute(title)}"`;
  const isInside = node.id !== undefined && node.id !== '';
  const write = onItsOwnLines(
    'div',
    isShownVerse(node) ? 'line shown' : 'line',
    `${type}${attribute('data-n', n)}${attribute('data-number', number?.full)}${isInside ? '' : address}`,
  );
  if (!isInside) return write(node, place);
  const anchor = `<span${address}></span>`;
  return write(node, { ...place, write: (children) => anchor + place.write(children, place) });
}

export const speech = onItsOwnLines('div', 'speech');
