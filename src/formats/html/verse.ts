import type { ReadingNode } from '../../model/reading.ts';
import { onItsOwnLines } from './element.ts';
import { escapeAttribute } from './escape.ts';
import type { Place } from './place.ts';

/** Line numbers that are shown: every fifth, as print does it (`5`, `1.1.10`), and every one that does not end in a number. */
function isShown(n: string): boolean {
  const last = /[0-9]+$/.exec(n)?.[0];
  return last === undefined || Number(last) % 5 === 0;
}

/** A line of verse; its number, where it is shown, is in `data-n`. */
export function verseLine(node: ReadingNode, place: Place): string {
  const number = node.n !== undefined && isShown(node.n) ? ` data-n="${escapeAttribute(node.n)}"` : '';
  return onItsOwnLines('div', 'line', number)(node, place);
}

export const speech = onItsOwnLines('div', 'speech');
