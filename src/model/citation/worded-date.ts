import type { DatePoint, KnownDate } from './known-date.ts';

/** Dates that are written in words: `1885`, `[1885?]`, `c. 1885`, `1890–95`, `October, 2017`, `360 BC`. Only a text that is nothing but a date is read. */

const months = 'january february march april may june july august september october november december'.split(' ');
const seasons = ['spring', 'summer', 'autumn', 'winter'];
const about = /(?:^|(?<=[–—/-] ?| to ))(?:circa|about|approximately|vers|um|ca\.?|c\.?) ?(?=[0-9])/gi;

const month = (name: string): number =>
  1 + months.findIndex((one) => one === name.toLowerCase() || (name.length >= 3 && one.startsWith(name.toLowerCase())));

/** Forms of one date; names of months may be shortened to three letters. */
const forms: readonly (readonly [RegExp, (found: readonly string[]) => DatePoint | undefined])[] = [
  [/^([12][0-9]{3})$/, ([year]) => ({ year: Number(year) })],
  [/^([12][0-9]{3})-([0-9]{2})(?:-([0-9]{2}))?$/, ([year, m, d]) => calendarDay(year!, Number(m), d)],
  [/^([A-Za-z]{3,9})\.?,? ([12][0-9]{3})$/, ([name, year]) => named(name!, year!)],
  [/^([0-9]{1,2})\.? ([A-Za-z]{3,9})\.?,? ([12][0-9]{3})$/, ([d, name, year]) => calendarDay(year!, month(name!), d)],
  [/^([A-Za-z]{3,9})\.? ([0-9]{1,2}), ([12][0-9]{3})$/, ([name, d, year]) => calendarDay(year!, month(name!), d)],
  [/^([0-9]{1,4}) ?(?:BCE?|B\.C\.(?:E\.)?)$/, ([year]) => (Number(year) > 0 ? { year: 1 - Number(year) } : undefined)],
];

function calendarDay(year: string, m: number, d: string | undefined): DatePoint | undefined {
  const day = d === undefined ? undefined : Number(d);
  if (m < 1 || m > 12 || (day !== undefined && (day < 1 || day > 31))) return undefined;
  return { year: Number(year), month: m, ...(day !== undefined && { day }) };
}

function named(name: string, year: string): DatePoint | undefined {
  const season = seasons.indexOf(name.toLowerCase().replace('fall', 'autumn'));
  return season < 0 ? calendarDay(year, month(name), undefined) : { year: Number(year), season: 21 + season };
}

function pointOf(text: string): DatePoint | undefined {
  for (const [form, read] of forms) {
    const found = form.exec(text);
    if (found) return read(found.slice(1));
  }
  return undefined;
}

/** `1890–1895`, `1890–95`, `July 1890 – August 1891`: a hyphen separates only where nothing else does. */
function ends(text: string): readonly [string, string] | undefined {
  const clear = text.split(/ ?[–—/] ?| to /);
  const [start = '', end = '', ...more] = clear.length > 1 ? clear : text.split(/ ?- ?/);
  if (end === '' || more.length > 0) return undefined;
  const isShort = /^[0-9]{2}$/.test(end) && /^[12][0-9]{3}$/.test(start);
  return [start, isShort ? `${start.slice(0, 2)}${end}` : end];
}

const order = ({ year, month: m = 1, day = 1 }: DatePoint): number => year * 400 + m * 32 + day;

function intervalOf(text: string): Pick<KnownDate, 'start' | 'end'> | undefined {
  const open = /^(.*[0-9])[–—-]$/.exec(text)?.[1];
  const first = open === undefined ? undefined : pointOf(open);
  if (first) return { start: first };
  const [from, to] = ends(text) ?? [];
  const [start, end] = [pointOf(from ?? ''), pointOf(to ?? '')];
  return start && end && order(start) < order(end) ? { start, end } : undefined;
}

/** Brackets and full stops around a date are those of a catalogue. */
function bare(text: string): string {
  const inside = /^\[([^[\]]*)\]\.?$/.exec(text) ?? /^\(([^()]*)\)\.?$/.exec(text);
  return (inside?.[1] ?? text).trim().replace(/(?<=[0-9?])[.,:;]$/, '');
}

export function wordedDate(text: string): KnownDate | undefined {
  const all = bare(text);
  const isUncertain = all.endsWith('?');
  const sharp = all.replace(about, '');
  const date = sharp.replace(/ ?\?$/, '');
  const sure = { isUncertain, isApproximate: sharp !== all, isBetween: false };
  const start = pointOf(date);
  if (start) return { start, isInterval: false, ...sure };
  const interval = intervalOf(date);
  return interval && { ...interval, isInterval: true, ...sure };
}
