import { pageLabel } from '../../model/page-label.ts';
import type { ReadingNode } from '../../model/reading.ts';
import { call, words } from './code.ts';
import type { Place, UnitPage } from './place.ts';

/** Words on a line, and what is between them. */

const isSpace = (character: string): boolean => /[ \t\n\r]/.test(character);

/** Words of the source, with one space where white space is, and none at the beginning of a line. */
export function textOf(text: string, { page }: Place): string {
  let shown = text.replace(/[ \t\n\r]+/g, ' ');
  if (shown === '') return '';
  if (page.owed && !isSpace(shown[0]!)) shown = ` ${shown}`;
  page.owed = false;
  if (page.last === ' ' && shown.startsWith(' ')) shown = shown.slice(1);
  if (shown === '') return '';
  page.last = shown.at(-1)!;
  return words(shown);
}

/** A space, unless there is one. */
export function spaceBefore(page: UnitPage): string {
  if (page.last === ' ') return '';
  page.owed = false;
  page.last = ' ';
  return words(' ');
}

/** An original page begins: its number in the margin, or its label in the text, with a space on both sides. */
export function pageMark({ n = '' }: ReadingNode, { page }: Place): string {
  if (page.marks === 'text') {
    const space = spaceBefore(page);
    page.owed = true;
    page.last = ']';
    return `${space}${space === '' ? '' : ';'}${call('pb', words(pageLabel(n)))}`;
  }
  const isInWord = page.last !== ' ';
  return call('pm', words(n === '' ? '–' : n), String(isInWord));
}

/** Words of ours: of a kind that readers of the file know. */
export const made = (kind: 'XS' | 'XN' | 'XM', text: string): string => call('made', words(kind), words(text));
