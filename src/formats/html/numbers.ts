import type { UnitNumber } from '../../model/numbers.ts';
import type { ReadingNode } from '../../model/reading.ts';
import { isNumber, outerNumber } from '../with-numbers.ts';
import { attribute, blockClass } from './element.ts';
import { escapeText } from './escape.ts';
import { numberId } from './ids.ts';
import type { Place } from './place.ts';

/** The numbers by which a text is cited: next to the words, or above a division that has no heading. They are not selected with the words. */

/** What is seen of a number. */
const words = ({ unit, full, shown }: UnitNumber): string =>
  shown === 'margin' || unit === '' ? full : `${unit} ${full}`;

const classOf: Readonly<Record<UnitNumber['shown'], string>> = {
  margin: 'number',
  label: 'number over',
  place: 'number alone',
  '': 'number',
};

/** A number as a page shows it, with its address. */
export function numberMark(node: ReadingNode, place: Place): string {
  const { title, kind } = node;
  const number = node.number!;
  const { unit, shown, full } = number;
  const isBlock = kind === 'block';
  const name = isBlock && place.flow ? 'div' : 'span';
  const classes = `${isBlock && !place.flow ? `${blockClass} ` : ''}${classOf[shown]}${node.role === outerNumber ? ' outer' : ''}`;
  // For readers without our stylesheet; where a word is before the number, it goes on behind it.
  const after = name === 'div' ? '\n' : node.spaced ? ' ' : '';
  const said = attribute('data-number', full) + (unit === '' ? '' : attribute('data-unit', unit));
  return `<${name}${attribute('id', title)} class="${classes}"${said}>${escapeText(words(number))}</${name}>${after}`;
}

/** The address of what has a number, as it is wanted: the first with this number has it as it is. */
export const numberAddress = (node: ReadingNode): string | undefined =>
  node.number && (isNumber(node) || node.kind === 'line' || node.kind === 'line-break')
    ? numberId(node.number)
    : undefined;
