import type { Primitive } from './datatype.ts';

/** Dates and times (XML Schema Part 2, sections 3.2.8 to 3.2.14, with the year 0000 forbidden as in its first two editions). */

/** A point on the time line, as far as it is given; what is not given is filled with a fixed value. */
interface Moment {
  /** Days since 1 January of year 1 of the proleptic Gregorian calendar. */
  readonly days: number;
  /** Seconds of the day, and what is after the decimal point, so that no digit is lost. */
  readonly seconds: number;
  readonly fraction: string;
  /** Minutes east of Greenwich, where a time zone is given. */
  readonly zone: number | undefined;
}

const year = '(-?(?:[1-9]\\d{4,}|\\d{4}))';
const month = '(0[1-9]|1[0-2])';
const day = '(0[1-9]|[12]\\d|3[01])';
const clock = '(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?';
const zone = '(Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?';

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

const isLeap = (y: number): boolean => y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);

const lengthOfMonth = (y: number, m: number): number =>
  m === 2 ? (isLeap(y) ? 29 : 28) : m === 4 || m === 6 || m === 9 || m === 11 ? 30 : 31;

function daysSince(y: number, m: number, d: number): number {
  const before = y - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return before * 365 + leaps + daysBeforeMonth[m - 1]! + (m > 2 && isLeap(y) ? 1 : 0) + d - 1;
}

function readZone(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6));
  return text.startsWith('-') ? -minutes : minutes;
}

/** Which part of a date is in which group of the form. */
interface Groups {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly clock?: number;
  readonly zone: number;
}

function readMoment(match: RegExpExecArray, groups: Groups): Moment | undefined {
  const part = (group: number | undefined, otherwise: number): number =>
    group === undefined ? otherwise : Number(match[group]);
  const written = part(groups.year, 2000);
  if (written === 0) return undefined;
  // There is no year 0: -0001 is the year before 0001.
  const y = written < 0 ? written + 1 : written;
  const m = part(groups.month, 12);
  const d = part(groups.day, groups.month === undefined ? 31 : 1);
  if (d > lengthOfMonth(groups.year === undefined ? 2000 : y, m)) return undefined;
  const at = groups.clock;
  const [hours, minutes, seconds] = at === undefined ? [0, 0, 0] : [part(at, 0), part(at + 1, 0), part(at + 2, 0)];
  const fraction = at === undefined ? '' : (match[at + 3] ?? '').replace(/0+$/, '');
  const midnight = hours === 24 && minutes === 0 && seconds === 0 && fraction === '';
  if ((hours > 23 && !midnight) || minutes > 59 || seconds > 59) return undefined;
  return {
    days: daysSince(y, m, d),
    seconds: hours * 3600 + minutes * 60 + seconds,
    fraction,
    zone: readZone(match[groups.zone]),
  };
}

/** Seconds since the beginning of the time line in Greenwich time, as far as the zone is known. */
const inGreenwich = (moment: Moment): number => moment.days * 86400 + moment.seconds - (moment.zone ?? 0) * 60;

function compareInstants(a: number, b: number, left: string, right: string): number {
  if (a !== b) return a - b;
  const from = `0.${left}`;
  const to = `0.${right}`;
  return from === to ? 0 : from < to ? -1 : 1;
}

/** The order of section 3.2.7.4: without a zone a moment lies somewhere within fourteen hours to both sides. */
function compareMoments(a: Moment, b: Moment): number {
  const compare = (shift: number): number =>
    compareInstants(inGreenwich(a) + shift, inGreenwich(b), a.fraction, b.fraction);
  if ((a.zone === undefined) === (b.zone === undefined)) return compare(0);
  const [early, late] = [compare(-14 * 3600), compare(14 * 3600)];
  return early > 0 || late < 0 ? early : NaN;
}

function moment(form: string, groups: Groups): Primitive<Moment> {
  const pattern = new RegExp(`^${form}${zone}$`);
  return {
    whiteSpace: 'collapse',
    parse: (literal) => {
      const match = pattern.exec(literal);
      return match === null ? undefined : readMoment(match, groups);
    },
    key: (value) => `${inGreenwich(value)}.${value.fraction}${value.zone === undefined ? '' : 'Z'}`,
    compare: compareMoments,
  };
}

export const dateTime = moment(`${year}-${month}-${day}T${clock}`, { year: 1, month: 2, day: 3, clock: 4, zone: 8 });
export const date = moment(`${year}-${month}-${day}`, { year: 1, month: 2, day: 3, zone: 4 });
export const gYearMonth = moment(`${year}-${month}`, { year: 1, month: 2, zone: 3 });
export const gYear = moment(year, { year: 1, zone: 2 });
export const gMonthDay = moment(`--${month}-${day}`, { month: 1, day: 2, zone: 3 });
export const gDay = moment(`---${day}`, { day: 1, zone: 2 });
export const gMonth = moment(`--${month}`, { month: 1, zone: 2 });
export const time = moment(clock, { clock: 1, zone: 5 });
