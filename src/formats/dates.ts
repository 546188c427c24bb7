import type { DateFact } from '../model/facts.ts';

/** Dates of documents as tables have them: in EDTF (ISO 8601-2), and as the first and last day that they allow. */

interface DateCells {
  readonly date: string;
  readonly date_from: string;
  readonly date_to: string;
}

const written = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*|Z)?$/;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A year, month or day, without a time of day. Empty where it is anything else: a day without a year, a month that no calendar has. */
function dayOf(value: string | undefined): string {
  const [, year, month, day] = written.exec(value ?? '') ?? [];
  if (year === undefined) return '';
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return '';
  if (day === undefined) return `${year}-${month}`;
  return Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month)) ? '' : `${year}-${month}-${day}`;
}

/** The first or last day of a year, month or day. Years before the common era have none that programs would read. */
function edge(date: string, which: 'first' | 'last'): string {
  if (date === '' || date.startsWith('-')) return '';
  const [year = '', month = which === 'first' ? '01' : '12', day] = date.split('-');
  const last = which === 'first' ? '01' : String(daysIn(Number(year), Number(month)));
  return `${year}-${month}-${day ?? last}`;
}

const cells = (date: string, from: string, to: string): DateCells => ({
  date,
  date_from: edge(from, 'first'),
  date_to: edge(to, 'last'),
});

/** The cells of a date: one day, an interval (`1940/1941`), or one day of an interval (`[1970-08-04..1970-08-14]`). */
export function dateCells(fact: DateFact = {}): DateCells {
  const when = dayOf(fact.when);
  if (when !== '') return cells(when, when, when);
  const [from, to] = [dayOf(fact.from), dayOf(fact.to)];
  if (from + to !== '') return cells(`${from || '..'}/${to || '..'}`, from, to);
  const [earliest, latest] = [dayOf(fact.notBefore), dayOf(fact.notAfter)];
  return earliest + latest === '' ? cells('', '', '') : cells(`[${earliest}..${latest}]`, earliest, latest);
}
