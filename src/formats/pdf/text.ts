import { pageLabel } from '../../model/page-label.ts';
import type { ReadingNode } from '../../model/reading.ts';
import { call, sequence, words } from './code.ts';
import type { Place, UnitPage } from './place.ts';

/** Words on a line, and what is between them. */

const isSpace = (character: string): boolean => /[ \t\n\r]/.test(character);

/** The marks of pages that began between blocks. */
export function waitingMarks(place: Place): string {
  const { page } = place;
  if (page.waiting.length === 0 && !page.isBeginning) return '';
  const begin = page.isBeginning ? [call('unit-begins')] : [];
  page.isBeginning = false;
  const waiting = page.waiting.splice(0);
  return sequence([...begin, ...waiting.map((mark) => markOf(mark, place))]);
}

/** Words of the source, with one space where white space is, and none at the beginning of a line. */
export function textOf(text: string, place: Place): string {
  const { page } = place;
  if (!/[^ \t\n\r]/.test(text) && (page.waiting.length > 0 || page.isBeginning)) return '';
  const marks = waitingMarks(place);
  let shown = text.replace(/[ \t\n\r]+/g, ' ');
  if (shown === '') return '';
  if (page.owed && !isSpace(shown[0]!)) shown = ` ${shown}`;
  page.owed = false;
  if (page.last === ' ' && shown.startsWith(' ')) shown = shown.slice(1);
  if (shown === '') return marks;
  page.last = shown.at(-1)!;
  page.stacked = 0;
  return sequence([marks, words(shown)]);
}

/** A space, unless there is one. */
export function spaceBefore(page: UnitPage): string {
  if (page.last === ' ') return '';
  page.owed = false;
  page.last = ' ';
  return words(' ');
}

/** An original page begins. */
export const pageMark = (node: ReadingNode, place: Place): string =>
  sequence([waitingMarks(place), markOf(node, place)]);

/** Its number in the margin, or its label in the text, with a space on both sides. */
function markOf({ n = '' }: ReadingNode, { page }: Place): string {
  if (page.marks === 'text') {
    const space = spaceBefore(page);
    page.owed = true;
    page.last = ']';
    return `${space}${space === '' ? '' : ';'}${call('pb', words(pageLabel(n)))}`;
  }
  const isInWord = page.last !== ' ';
  return call('pm', words(n === '' ? '–' : n), String(isInWord), String(page.stacked++));
}

/**
 * What words of ours are, for readers of the file: XS a sign around or behind words, XV a point that has a sign, XN a number by which the text is cited,
 * XI what stands for a picture, XW who speaks, XK the words of a lemma that its entry repeats, XM anything else.
 */
type MadeKind = 'XS' | 'XV' | 'XN' | 'XI' | 'XW' | 'XK' | 'XM';

export const made = (kind: MadeKind, text: string): string => call('made', words(kind), words(text));
