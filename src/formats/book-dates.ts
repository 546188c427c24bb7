import { citationDate, edtf } from '../model/citation/date.ts';
import type { PublicationDate } from '../model/facts.ts';

/** Dates that a book says of itself. */

/** A date for machines: of what is not certain nothing is said. */
export function certainDate(published: PublicationDate | undefined): string | undefined {
  const date = edtf(citationDate(published));
  return date !== undefined && /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/.test(date) ? date : undefined;
}

/** The day on which the book was changed last, never taken from a clock: the date of the edition, else that of its publication, else the first day of computers. */
export function dayOfChange(date: string | undefined, published: string | undefined): string {
  const known = date ?? published ?? '';
  const isDate = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(known);
  return isDate ? `${known}-01-01`.slice(0, 10) : '1970-01-01';
}
