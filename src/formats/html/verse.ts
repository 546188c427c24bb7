import type { ReadingNode } from '../../model/reading.ts';
import { attribute, onItsOwnLines } from './element.ts';
import { escapeAttribute } from './escape.ts';
import type { Place } from './place.ts';

/** Line numbers that are shown: every fifth, as print does it (`5`, `1.1.10`), and every one that does not end in a number. */
function isShown(n: string): boolean {
  const last = /[0-9]+$/.exec(n)?.[0];
  return last === undefined || Number(last) % 5 === 0;
}

/** A line of verse with its number and its address, which is inside it where the source gives it an id. */
export function verseLine(node: ReadingNode, place: Place): string {
  const { n = '', title, number } = node;
  if (n === '') return onItsOwnLines('div', 'line')(node, place);
  const address = title === undefined ? '' : ` id="${escapeAttribute(title)}"`;
  const isInside = node.id !== undefined && node.id !== '';
  const write = onItsOwnLines(
    'div',
    isShown(n) ? 'line shown' : 'line',
    `${attribute('data-n', n)}${attribute('data-number', number?.full)}${isInside ? '' : address}`,
  );
  if (!isInside) return write(node, place);
  const anchor = `<span${address}></span>`;
  return write(node, { ...place, write: (children) => anchor + place.write(children, place) });
}

export const speech = onItsOwnLines('div', 'speech');
