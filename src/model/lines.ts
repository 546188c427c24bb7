import { fieldMark } from './structure.ts';

/**
 * Lines of a source: of an inscription, a papyrus, a manuscript, a printed page. Where one begins is a point of the aspect `line`: at the first letter
 * behind the break, which may be in the middle of a word.
 */

/** What a break says of the line that begins: the series that counts it, where there are several, and its number. */
export const lineBegin = (series: string, n: string): string => series + fieldMark + n;

/** The value of a `line` item; `joined`: the line begins inside a word. */
export const lineValue = (begin: string, joined: boolean): string => `${begin}${fieldMark}${joined ? 'joined' : ''}`;

export interface LineBegin {
  readonly series: string;
  readonly n: string;
  readonly joined: boolean;
}

/** What a `line` item says. */
export function lineOf(value: string): LineBegin {
  const [series = '', n = '', joined] = value.split(fieldMark);
  return { series, n, joined: joined === 'joined' };
}
