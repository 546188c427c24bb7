import { isoDate } from '../../model/citation/item.ts';
import type { DateFact } from '../../model/facts.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `1970-08-07` as `7 August 1970`; what is no such date stays as it is. */
function inWords(date: string): string {
  const parts = /^(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:T.*)?$/.exec(date);
  if (parts === null) return date;
  const [, year, month, day] = parts;
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (name === undefined) return year!;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** A date as people read it: as printed, but made of its W3C form where one is certain and the print leaves out the year (`Monday`). */
export function dateInWords(date: DateFact | undefined): string | undefined {
  if (date === undefined) return undefined;
  const printed = date.text?.replace(/(?<!\b[A-Za-z])[.,;]$/, '') ?? '';
  const certain = date.when ?? date.from ?? date.to;
  return printed !== '' && (certain === undefined || /[0-9]{4}/.test(printed)) ? printed : encodedDate(date);
}

function encodedDate(date: DateFact): string | undefined {
  if (date.when !== undefined) return inWords(date.when);
  const from = date.from ?? date.notBefore;
  const to = date.to ?? date.notAfter;
  const uncertain = date.from === undefined && date.to === undefined;
  if (from !== undefined && to !== undefined)
    return uncertain ? `between ${inWords(from)} and ${inWords(to)}` : `${inWords(from)} – ${inWords(to)}`;
  if (from !== undefined) return `${uncertain ? 'not before' : 'from'} ${inWords(from)}`;
  if (to !== undefined) return `${uncertain ? 'not after' : 'until'} ${inWords(to)}`;
  return undefined;
}

/** The date for machines (ISO 8601), where there is one: the day, else the interval; the earliest day of it alone would be a date that nobody gave. */
export const machineDate = (date: DateFact | undefined): string | undefined => isoDate(date);
