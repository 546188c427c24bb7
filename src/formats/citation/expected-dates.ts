import type { PublicationDate } from '../../model/facts.ts';
import { type ExpectedDate, expectedDate, expectedEdtf } from '../../model/citation/expected-date.ts';

/** Dates as each format must have them, made from their text in the form of ISO 8601-2; apart from what writes them. */

const seasonNames = ['spring', 'summer', 'autumn', 'winter'];

/** The year as people count it: `0000` is 1 BC. */
function yearOf(date: string): { number: number; text: string } {
  const digits = /^-?[0-9]{4}/.exec(date)![0];
  const number = Number(digits);
  return number > 0 ? { number, text: `${number}` } : { number: number - 1, text: `${1 - number} BC` };
}

const seasonOf = (date: string): number | undefined => {
  const season = /-2([1-4])$/.exec(date.slice(4))?.[1];
  return season === undefined ? undefined : Number(season);
};

/** What is printed of a date: its years. */
export function datePrinted(date: ExpectedDate | string | undefined): string | undefined {
  if (date === undefined || typeof date === 'string') return date;
  const { from, to, mark, isBetween } = date;
  const c = mark === '~' || mark === '%' ? 'c. ' : '';
  const [begin, end] = [from, to ?? ''].map((one) => (one === '' ? '' : yearOf(one).text));
  if (to === undefined) {
    const season = seasonOf(from);
    const name = season === undefined ? '' : `${seasonNames[season - 1]} `;
    return `${c}${name}${begin}${mark === '?' || mark === '%' ? '?' : ''}`;
  }
  if (begin === '') return isBetween ? `not after ${c}${end}` : `until ${c}${end}`;
  if (end === '') return isBetween ? `not before ${c}${begin}` : `${c}${begin}–`;
  if (begin === end) return `${c}${begin}`;
  return isBetween && c === '' ? `between ${begin} and ${end}` : `${c}${begin}–${end}`;
}

function numbersOf(date: string): number[] {
  const [month, day] = seasonOf(date) === undefined ? date.slice(date.startsWith('-') ? 6 : 5).split('-') : [];
  return [yearOf(date).number, ...[month, day].filter((one) => one).map(Number)];
}

/** The value that CSL-JSON must have, as JSON. */
export function dateInCsl(published: PublicationDate | undefined): string | undefined {
  const date = expectedDate(published);
  if (date === undefined) return undefined;
  if (typeof date === 'string' || date.from === '') return JSON.stringify({ literal: datePrinted(date) });
  const { from, to, mark } = date;
  const season = to === undefined ? seasonOf(from) : undefined;
  return JSON.stringify({
    'date-parts': to === undefined ? [numbersOf(from)] : [numbersOf(from), to === '' ? [0] : numbersOf(to)],
    season,
    circa: mark === '' ? undefined : true,
  });
}

/** The date that BibTeX must have: in form, else in words. */
export function dateInBibtex(published: PublicationDate | undefined): string | undefined {
  const date = expectedDate(published);
  return typeof date === 'string' || date?.from === '' ? datePrinted(date) : expectedEdtf(date);
}

/** The date of the original that BibTeX must have: only in form, and with a beginning. */
export function originalInBibtex(published: PublicationDate | undefined): string | undefined {
  const date = expectedDate(published);
  return date === undefined || typeof date === 'string' || date.from === '' ? undefined : expectedEdtf(date);
}

/** What RIS must have in its tags for year, date and note. */
export function dateInRis(published: PublicationDate | undefined): string | undefined {
  const date = expectedDate(published);
  if (date === undefined) return undefined;
  const words = datePrinted(date)!;
  const note = `Date: ${words}`;
  if (typeof date === 'string' || !/^(?!0000)[0-9]{4}/.test(date.from)) return note;
  const year = date.from.slice(0, 4);
  const isSameYear = date.to?.slice(0, 4) === year;
  if (date.isBetween && !isSameYear) return note;
  if (isSameYear) return year;
  if (date.to === undefined && words === String(Number(year))) {
    const [, month, day = ''] = date.from.split('-');
    return month === undefined ? year : `${year} | ${year}/${month}/${day}/`;
  }
  return `${year} | ${year}///${words}`;
}
