import { fieldMark } from './structure.ts';

/** Glosses (ruby): what is said next to words in small type, mostly how they are pronounced. A gloss is a point behind the words that it is on. */

/** The value of a `gloss` item: its words, where it is, in what language. */
export const glossValue = (words: string, place = '', language = ''): string =>
  [words, place, language].join(fieldMark);

/** A gloss where there is no small type: 大學 (dàxué). */
export const glossInLine = (value: string): string => ` (${value.split(fieldMark)[0]!})`;
