import type { PublicationDate } from '../facts.ts';
import type { DatePoint, KnownDate } from './known-date.ts';
import { wordedDate } from './worded-date.ts';

/** Dates of publication as bibliographies have them: ISO 8601-2 (EDTF), level 1. */

/** What is not a date that a program could read stays in words. */
export type CitationDate = KnownDate | { readonly literal: string };

const w3c = /^(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:T.*|Z)?$/;

/** A date in W3C form; undefined where it is not one. */
export function datePoint(text: string | undefined): DatePoint | undefined {
  const [, year, month, day] = w3c.exec(text ?? '') ?? [];
  if (year === undefined) return undefined;
  const [m, d] = [Number(month ?? 1), Number(day ?? 1)];
  if (m >= 21 && m <= 24 && day === undefined) return { year: Number(year), season: m };
  if (m < 1 || m > 12 || d < 1 || d > 31) return undefined;
  return { year: Number(year) || 0, ...(month && { month: m }), ...(day && { day: d }) };
}

const isDoubtful = (value: string | undefined): boolean => value === 'low' || value === 'medium' || value === 'unknown';

function markedDate(date: PublicationDate): KnownDate | undefined {
  const sure = { isUncertain: false, isApproximate: false };
  const when = datePoint(date.when);
  if (when) return { start: when, isInterval: false, isBetween: false, ...sure };
  const [start, end] = [datePoint(date.from ?? date.notBefore), datePoint(date.to ?? date.notAfter)];
  if (!start && !end) return undefined;
  const isBetween = date.from === undefined && date.to === undefined;
  if ((date.from ?? date.notBefore) === (date.to ?? date.notAfter))
    return { start: start!, isInterval: false, isBetween: false, ...sure };
  return {
    ...(start && { start }),
    ...(end && { end }),
    isInterval: true,
    isBetween,
    ...sure,
    isUncertain: isBetween,
  };
}

/** The date of a publication: what is marked, else what its words say if they are nothing but a date; undefined where there is none. */
export function citationDate(date: PublicationDate | undefined): CitationDate | undefined {
  if (date === undefined) return undefined;
  const isOurs = date.calendar === undefined || /gregorian/i.test(date.calendar);
  const worded = isOurs && date.text !== undefined ? wordedDate(date.text) : undefined;
  const marked = markedDate(date);
  const known = marked ?? worded;
  if (known)
    return {
      ...known,
      isUncertain: known.isUncertain || worded?.isUncertain === true || isDoubtful(date.cert),
      isApproximate: worded?.isApproximate === true || isDoubtful(date.precision),
    };
  if (date.text === undefined || (date.text.length < 20 && isUndated.test(date.text))) return undefined;
  return { literal: isOurs || /\p{L}/u.test(date.text) ? date.text : `${date.text} [${calendarName(date.calendar)}]` };
}

/** Of `#hijri` the name: a number of another calendar must not be taken for one of ours. */
const calendarName = (calendar: string): string => calendar.replaceAll('#', '');

const isUndated = /^\W*(?:n\. ?d|s\. ?a|s\. ?d|o\. ?J|undated|no date|unknown)\W*$/i;

const digits = (year: number): string => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
const two = (number: number): string => String(number).padStart(2, '0');

function pointText({ year, month, day, season }: DatePoint): string {
  if (season !== undefined) return `${digits(year)}-${season}`;
  return [digits(year), month && two(month), day && two(day)].filter((part) => part !== undefined).join('-');
}

/** `1885`, `2003-07`, `1885~`, `1880?/1890?`, `1890/`, `/1895`, `-0359`; undefined for a date in words. */
export function edtf(date: CitationDate | undefined): string | undefined {
  if (date === undefined || 'literal' in date) return undefined;
  const mark = date.isUncertain ? (date.isApproximate ? '%' : '?') : date.isApproximate ? '~' : '';
  const point = (of: DatePoint | undefined): string => (of ? `${pointText(of)}${mark}` : '');
  return date.isInterval ? `${point(date.start)}/${point(date.end)}` : point(date.start);
}

/** A year as people write it: `360 BC`. */
const yearText = ({ year }: DatePoint): string => (year > 0 ? String(year) : `${1 - year} BC`);

const seasons = ['spring', 'summer', 'autumn', 'winter'];

function intervalInWords({ start, end, isBetween, isApproximate }: KnownDate): string {
  const about = isApproximate ? 'c. ' : '';
  if (start && end) {
    const [from, to] = [yearText(start), yearText(end)];
    if (from === to) return `${about}${from}`;
    return isBetween && !isApproximate ? `between ${from} and ${to}` : `${about}${from}–${to}`;
  }
  if (start) return isBetween ? `not before ${about}${yearText(start)}` : `${about}${yearText(start)}–`;
  return `${isBetween ? 'not after' : 'until'} ${about}${yearText(end!)}`;
}

/** The year or years of a date, as a citation prints them: `2006`, `1890–1895`, `c. 1885`, `1885?`, `between 1880 and 1890`. */
export function yearInWords(date: CitationDate | undefined): string | undefined {
  if (date === undefined) return undefined;
  if ('literal' in date) return date.literal;
  if (date.isInterval) return intervalInWords(date);
  const { season } = date.start!;
  const named = season === undefined ? '' : `${seasons[season - 21]} `;
  return `${date.isApproximate ? 'c. ' : ''}${named}${yearText(date.start!)}${date.isUncertain ? '?' : ''}`;
}
