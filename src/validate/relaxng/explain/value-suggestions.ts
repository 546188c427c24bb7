import type { Pattern } from '../engine/pattern.ts';
import type { Run } from '../engine/run.ts';
import { matches, takeText, tokens } from '../engine/text.ts';
import { readDate } from './dates-in-words.ts';
import { nearest } from './nearest.ts';
import { legalValues } from './value-words.ts';

/** The value that was probably meant: allowed by the pattern, and near to what was written. */
export function suggestValue(run: Run, pattern: Pattern, written: string): string | undefined {
  if (written.trim() === '') return undefined;
  const fits = (value: string): boolean => matches(run.table, pattern, value, run.context);
  const near = nearest(written.trim(), legalValues(pattern), (one) => one);
  if (near !== undefined && fits(near)) return near;
  const mended = candidates(written).find((value) => value !== written && fits(value));
  return mended ?? suggestItems(run, pattern, written, fits);
}

/** In a list only the items that are wrong are changed. */
function suggestItems(
  run: Run,
  pattern: Pattern,
  written: string,
  fits: (value: string) => boolean,
): string | undefined {
  const items = tokens(written);
  const list = itemPattern(pattern);
  if (list === undefined || items.length < 2) return undefined;
  const mended = items.map((item) => {
    if (takeText(run.table, list, item, run.context).kind !== 'notAllowed') return item;
    return nearest(item, legalValues(list), (one) => one) ?? item;
  });
  const value = mended.join(' ');
  return value !== written && fits(value) ? value : undefined;
}

/** The pattern of the items of a list. */
function itemPattern(pattern: Pattern): Pattern | undefined {
  if (pattern.kind === 'list') return pattern.a;
  return pattern.kind === 'choice' ? pattern.parts.map(itemPattern).find((one) => one !== undefined) : undefined;
}

const words: Readonly<Record<string, string>> = {
  yes: 'true',
  no: 'false',
  on: 'true',
  off: 'false',
  english: 'en',
  german: 'de',
  deutsch: 'de',
  french: 'fr',
  latin: 'la',
  greek: 'grc',
  italian: 'it',
  spanish: 'es',
  russian: 'ru',
  dutch: 'nl',
};

/** Ways to mend a value, the surest first. */
function candidates(written: string): string[] {
  const text = written.trim().replace(/\s+/g, ' ');
  const lower = text.toLowerCase();
  return [
    text,
    ...(words[lower] === undefined ? [] : [words[lower]]),
    lower,
    ...readDate(text),
    // Letters that look like digits.
    text.replace(/[lI]/g, '1').replace(/[oO]/g, '0'),
    text.replaceAll('_', '-'),
    text.replace(/,(?=\d{3})/g, ''),
    text.replace(',', '.'),
    text.replace(/^\+/, ''),
    text.replace(/[^\d.-]/g, ''),
    text.replace(/^##+/, '#'),
    text.replace(/^#/, ''),
    text.replaceAll(' ', '%20'),
    text.replaceAll(' ', '_'),
    text.replaceAll(' ', ''),
    text.replace(/[^\p{L}\p{N}._-]+/gu, '_'),
    `_${text.replace(/[^\p{L}\p{N}._-]+/gu, '_')}`,
  ].filter((value) => value !== '');
}
