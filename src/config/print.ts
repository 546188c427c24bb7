import { isObject } from './shapes.ts';

/** The setting `print`: how books are set in pages. */

export interface Print {
  /** A design: `documentary`, `critical`, `dictionary`, `reading`, or a file in `templates/print/` of the edition, without its ending. */
  readonly design?: string;
  /** `letter`, `a4`, `a5`, or a size: `6x9in`, `150x230mm`. */
  readonly paper?: string;
  /** What is printed beyond the cut: `3mm`. */
  readonly bleed?: string;
  /** Crop marks around each page. */
  readonly cropMarks?: boolean;
  /** 2: left and right pages differ, as in a bound book. */
  readonly sides?: 1 | 2;
  /** Numbers of original pages in the margin, or `[Page 591]` in the text. */
  readonly marks?: 'margin' | 'text';
  /** An index of the persons, organisations, places and terms that registers name. */
  readonly index?: boolean;
  /** What the file claims to be: PDF/UA-1 or PDF/A-2a. */
  readonly conformance?: 'ua-1' | 'a-2a';
}

/** The sides of a page that is not named, in the unit that is behind them. */
const size = /^(\d{1,4}(?:\.\d{1,3})?)x(\d{1,4}(?:\.\d{1,3})?)(in|mm|cm|pt)$/;
const perInch: Readonly<Record<string, number>> = { in: 1, mm: 25.4, cm: 2.54, pt: 72 };

/** A page from the size of a playing card to that of a poster. */
function isPaper(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (['letter', 'a4', 'a5'].includes(value)) return true;
  const [, width, height, unit] = size.exec(value) ?? [];
  return [width, height].every((side) => {
    const inches = Number(side) / perInch[unit ?? '']!;
    return inches >= 3 && inches <= 40;
  });
}

/** A length; what is beyond the cut is never wider than an inch. */
const length = /^(\d{1,2}(?:\.\d{1,3})?)(in|mm|cm|pt)$/;

function isBleed(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const [, number, unit] = length.exec(value) ?? [];
  return Number(number) / perInch[unit ?? '']! <= 1;
}

const kinds: Readonly<Record<keyof Print, (value: unknown) => boolean>> = {
  design: (value) => typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,60}$/i.test(value),
  paper: isPaper,
  bleed: isBleed,
  cropMarks: (value) => value === true || value === false,
  sides: (value) => value === 1 || value === 2,
  marks: (value) => value === 'margin' || value === 'text',
  index: (value) => value === true || value === false,
  conformance: (value) => value === 'ua-1' || value === 'a-2a',
};

export const isPrint = (value: unknown): boolean =>
  isObject(value) &&
  Object.entries(value).every(([name, one]) => Object.hasOwn(kinds, name) && kinds[name as keyof Print](one));

export const printWanted =
  'an object with one or more of "design" (documentary, critical, dictionary, reading, or the name of a file in templates/print without .typ), "paper" (letter, a4, a5, or a size from 3 to 40 inches such as 6x9in or 150x230mm), "bleed" (a length up to an inch such as 3mm), "cropMarks" (true or false), "sides" (1 or 2), "marks" (margin or text), "index" (true or false) and "conformance" (ua-1 or a-2a)';
