import type { Pattern } from '../engine/pattern.ts';
import type { Run } from '../engine/run.ts';
import { matches, takeText, tokens } from '../engine/text.ts';
import { readDigits, readMonth } from './dates-in-words.ts';
import { nearest } from './nearest.ts';
import { legalValues } from './value-words.ts';

/** A better value, and whether it is the only one that can have been meant. */
export interface BetterValue {
  readonly value: string;
  readonly certain: boolean;
}

/** The value that was probably meant: allowed by the pattern, and near to what was written. */
export function suggestValue(run: Run, pattern: Pattern, written: string): BetterValue | undefined {
  if (written.trim() === '') return undefined;
  const fits = (value: string): boolean => value !== written && matches(run.table, pattern, value, run.context);
  const near = nearest(written.trim(), legalValues(pattern), (one) => one);
  const text = written.trim().replace(/\s+/g, ' ');
  const certain = [near ?? text, text, text.toLowerCase(), ...readMonth(text)].find(fits);
  if (certain !== undefined) return { value: certain, certain: true };
  const items = suggestItems(run, pattern, written, fits);
  if (items !== undefined) return { value: items, certain: true };
  const guessed = guesses(text).find(fits);
  return guessed === undefined ? undefined : { value: guessed, certain: false };
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
  const fixed = items.map((item) => {
    if (takeText(run.table, list, item, run.context).kind !== 'notAllowed') return item;
    return nearest(item, legalValues(list), (one) => one) ?? item;
  });
  const value = fixed.join(' ');
  return fits(value) ? value : undefined;
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

/** Ways to fix a value, the surest first. */
function guesses(text: string): string[] {
  const lower = text.toLowerCase();
  return [
    ...(words[lower] === undefined ? [] : [words[lower]]),
    ...readDigits(text),
    // Dashes that a word processor made of hyphens.
    text.replace(/[‐‑‒–—−]/g, '-'),
    text.replace(/T$/, ''),
    // Letters that look like digits.
    text.replace(/[lI]/g, '1').replace(/[oO]/g, '0'),
    text.replaceAll('_', '-'),
    text.replace(/,(?=\d{3})/g, ''),
    text.replace(',', '.'),
    text.replace(/^\+/, ''),
    // A number with words around it; of several numbers nobody knows which is meant.
    /^[^\d-]*(-?\d+(?:\.\d+)?)[^\d]*$/.exec(text)?.[1] ?? '',
    text.replace(/^##+/, '#'),
    text.replace(/^#/, ''),
    text.replaceAll(' ', '%20'),
    text.replaceAll(' ', '_'),
    text.replaceAll(' ', ''),
    text.replace(/[^\p{L}\p{N}._-]+/gu, '_'),
    `_${text.replace(/[^\p{L}\p{N}._-]+/gu, '_')}`,
  ].filter((value) => value !== '');
}
