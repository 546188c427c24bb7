import type { PublicationDate } from '../facts.ts';

/**
 * Dates of publication as the proof reads them, apart from `date.ts`: all is kept as text in the form of ISO 8601-2 (EDTF), from which each format’s
 * form is made.
 */

export interface ExpectedDate {
  /** `1885`, `2003-07`, `1885-21`, `-0359`; empty where an interval has no known beginning. */
  readonly from: string;
  /** The end of an interval, empty where it has none; undefined for one date. */
  readonly to?: string;
  readonly isBetween?: true;
  /** `~`, `?`, `%` or nothing. */
  readonly mark: string;
}

const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const wholeNames = 'january february march april may june july august september october november december'.split(' ');
const seasons = new Map([['spring', 21], ['summer', 22], ['autumn', 23], ['fall', 23], ['winter', 24]]); // prettier-ignore

/** Whether this is a date in the form of the W3C or a season; times of day are cut off. */
function inForm(value: string | undefined): string | undefined {
  const date = (value ?? '').replace(/T.*$|Z$/, '');
  const year = /^-?[0-9]{4}/.exec(date)?.[0];
  if (year === undefined) return undefined;
  const rest = date.slice(year.length);
  if (!/^(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?|-2[1-4])?$/.test(rest)) return undefined;
  return `${year === '-0000' ? '0000' : year}${rest}`;
}

const pad = (text: string): string => text.padStart(2, '0');

/** `October` or `Oct` → `10`. */
function monthOf(name: string): string | undefined {
  const word = name.toLowerCase();
  const at = names.indexOf(word.slice(0, 3));
  return at >= 0 && wholeNames[at]!.startsWith(word) ? pad(String(at + 1)) : undefined;
}

function before(year: string): string | undefined {
  const number = Number(year);
  if (number === 0) return undefined;
  return number === 1 ? '0000' : `-${String(number - 1).padStart(4, '0')}`;
}

/** One date in words, in form. */
function worded(text: string): string | undefined {
  if (/^[12][0-9]{3}(?:-[0-9]{2}){0,2}$/.test(text)) return /^[0-9]{4}-2[1-4]$/.test(text) ? undefined : inForm(text);
  const old = /^([0-9]{1,4}) ?(BCE?|B\.C\.|B\.C\.E\.)$/.exec(text);
  if (old) return before(old[1]!);
  const year = /(?<=^|[ ])[12][0-9]{3}$/.exec(text)?.[0];
  if (year === undefined) return undefined;
  const rest = text.slice(0, -5);
  const monthOnly = /^([A-Za-z]{3,9})\.?,?$/.exec(rest)?.[1];
  if (monthOnly !== undefined) {
    const part = seasons.get(monthOnly.toLowerCase()) ?? monthOf(monthOnly);
    return part === undefined ? undefined : `${year}-${part}`;
  }
  const british = /^([0-9]{1,2})\.? ([A-Za-z]{3,9})\.?,?$/.exec(rest);
  const american = /^([A-Za-z]{3,9})\.? ([0-9]{1,2}),$/.exec(rest);
  const [day, name] = british ? [british[1], british[2]] : [american?.[2], american?.[1]];
  const month = name === undefined ? undefined : monthOf(name);
  return month === undefined ? undefined : inForm(`${year}-${month}-${pad(day!)}`);
}

const about = /^(?:circa|about|approximately|vers|um|ca\.|ca|c\.|c) ?(?=[0-9])/i;

const sortable = (date: string): number => {
  const [, sign, year, month = '1', day = '1'] = /^(-?)([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?$/.exec(date)!;
  return (sign === '' ? 1 : -1) * Number(year) * 400 + (Number(month) > 20 ? 1 : Number(month)) * 32 + Number(day);
};

function spanOf(text: string): Pick<ExpectedDate, 'from' | 'to'> | undefined {
  if (/[0-9][–—-]$/.test(text)) {
    const from = worded(text.slice(0, -1));
    return from === undefined ? undefined : { from, to: '' };
  }
  const dashes = text.split(/ ?(?:–|—|\/) ?| to /);
  const [first = '', second = '', more] = dashes.length > 1 ? dashes : text.split(/ ?- ?/);
  if (second === '' || more !== undefined) return undefined;
  const isShort = /^[0-9]{2}$/.test(second) && /^[12][0-9]{3}$/.test(first);
  const [from, to] = [worded(first), worded(isShort ? first.slice(0, 2) + second : second)];
  return from !== undefined && to !== undefined && sortable(from) < sortable(to) ? { from, to } : undefined;
}

interface Read {
  readonly date: Pick<ExpectedDate, 'from' | 'to'>;
  readonly isAbout: boolean;
  readonly isAsked: boolean;
}

/** What a text says that is nothing but a date. */
function readWords(text: string): Read | undefined {
  const inBrackets = /^(?:\[([^[\]]*)\]|\(([^()]*)\))\.?$/.exec(text);
  const words = (inBrackets?.[1] ?? inBrackets?.[2] ?? text).trim().replace(/([0-9?])[.,:;]$/, '$1');
  const isAsked = words.endsWith('?');
  const parts = words.split(/( ?[–—/-] ?| to )/);
  const sharp = parts.map((part) => part.replace(about, '')).join('');
  const whole = isAsked ? sharp.slice(0, -1).replace(/ $/, '') : sharp;
  const one = worded(whole);
  const date = one === undefined ? spanOf(whole) : { from: one };
  return date && { date, isAbout: sharp !== words, isAsked };
}

const isOpen = (value: string | undefined): boolean => ['low', 'medium', 'unknown'].includes(value ?? '');

function marked(date: PublicationDate): Omit<ExpectedDate, 'mark'> | undefined {
  const when = inForm(date.when);
  if (when !== undefined) return { from: when };
  const ends = [date.from ?? date.notBefore, date.to ?? date.notAfter];
  const [from = '', to = ''] = ends.map(inForm);
  if (from === '' && to === '') return undefined;
  if (ends[0] === ends[1]) return { from };
  const isBetween = date.from === undefined && date.to === undefined;
  return { from, to, ...(isBetween && { isBetween: true as const }) };
}

const marks = ['', '~', '?', '%'];

/** What a publication is dated; in words where it is not a date, undefined where there is none. */
export function expectedDate(date: PublicationDate | undefined): ExpectedDate | string | undefined {
  if (date === undefined) return undefined;
  const { text = '', calendar = 'gregorian' } = date;
  const inWords = calendar.toLowerCase().includes('gregorian') ? readWords(text) : undefined;
  const known: Omit<ExpectedDate, 'mark'> | undefined = marked(date) ?? inWords?.date;
  if (known === undefined) {
    const bare = text.length < 20 ? text.replace(/^\W+|\W+$/g, '').toLowerCase() : text;
    const isNone = [
      'n.d',
      'n. d',
      's.a',
      's. a',
      's.d',
      's. d',
      'o.j',
      'o. j',
      'undated',
      'no date',
      'unknown',
    ].includes(bare);
    if (text === '' || isNone) return undefined;
    const isBare = !calendar.toLowerCase().includes('gregorian') && !/\p{L}/u.test(text);
    return isBare ? `${text} [${calendar.split('#').join('')}]` : text;
  }
  const isAbout = inWords?.isAbout === true || isOpen(date.precision);
  const isAsked = inWords?.isAsked === true || isOpen(date.cert) || known.isBetween === true;
  return { ...known, mark: marks[(isAbout ? 1 : 0) + (isAsked ? 2 : 0)]! };
}

/** The date as BibLaTeX has it; undefined where it is in words. */
export function expectedEdtf(date: ExpectedDate | string | undefined): string | undefined {
  if (date === undefined || typeof date === 'string') return undefined;
  const ends = date.to === undefined ? [date.from] : [date.from, date.to];
  return ends.map((end) => (end === '' ? '' : end + date.mark)).join('/');
}
