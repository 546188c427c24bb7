/** Place and date inside a dateline, with the date in the form computers read. */
import type { DateFact, Inline, Phrase } from '../document.ts';
import { plainText } from './inline.ts';

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const month =
  '(January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.)';
const clock =
  '(?:,? ?(?:—|–|,| at )? ?(?:\\d{1,2}(?:[:.]\\d\\d)? ?(?:[ap]\\. ?m\\.?|[AP]\\.?M\\.?|noon|midnight)?[–-])?(?:\\d{1,2}(?:[:.]\\d\\d)? ?(?:[ap]\\. ?m\\.|[AP]\\.? ?M\\.?|noon|midnight)|\\d{4}Z|noon|midnight))?';
const datePattern = new RegExp(
  `(?:${month} (\\d{1,2})(?:[–-]\\d{1,2})?,? (\\d{4})|(\\d{1,2}) ${month},? (\\d{4})|${month},? (\\d{4}))${clock}`,
  'u',
);

/** What a dateline says that has no date. */
export const undatedWords = /undated|no date/iu;

const two = (n: number | string): string => String(n).padStart(2, '0');
const monthNumber = (name: string): string =>
  two(monthNames.findIndex((m) => m.startsWith(name.toLowerCase().replace('.', '').slice(0, 3))) + 1);

/** `9:47 p.m.` as `21:47:00`, `2205Z` as `22:05:00Z`; nothing for a span of hours. */
function timeOf(text: string): string | undefined {
  const zulu = /(\d\d)(\d\d)Z$/.exec(text);
  if (zulu && Number(zulu[1]) < 24 && Number(zulu[2]) < 60) return `${zulu[1]}:${zulu[2]}:00Z`;
  if (/\d ?(?:[ap]\. ?m\.?)?[–-]\d/.test(text)) return undefined;
  const m = /(\d{1,2})(?:[:.](\d\d))? ?([ap])\.? ?m\.?$/i.exec(text);
  if (m && Number(m[1]) >= 1 && Number(m[1]) <= 12 && Number(m[2] ?? 0) < 60)
    return `${two((Number(m[1]) % 12) + (m[3]!.toLowerCase() === 'p' ? 12 : 0))}:${m[2] ?? '00'}:00`;
  if (/(?:12 )?noon$/.test(text)) return '12:00:00';
  return undefined;
}

const isDay = (year: number, month: number, day: number): boolean =>
  day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Reads the first date of a text. */
export function readDate(text: string): (DateFact & { index: number }) | undefined {
  const m = datePattern.exec(text);
  if (!m) return undefined;
  const [whole] = m;
  const day = m[2] ?? m[4];
  const name = m[1] ?? m[5] ?? m[7]!;
  const year = m[3] ?? m[6] ?? m[8]!;
  const date = `${year}-${monthNumber(name)}${day ? `-${two(day)}` : ''}`;
  const valid = day === undefined || isDay(Number(year), Number(monthNumber(name)), Number(day));
  const dateOnly = whole.slice(0, whole.indexOf(year) + 4);
  const time = day && valid && whole.length > dateOnly.length ? timeOf(whole) : undefined;
  // After a dash (`—7 p.m.`) older datelines are sentences, and the last full stop is theirs.
  const printed =
    /—\d[^—]*\.$/u.test(whole) && m.index + whole.length === text.trimEnd().length ? whole.slice(0, -1) : whole;
  return {
    text: printed,
    index: m.index,
    ...(valid ? { when: time ? `${date}T${time}` : date } : {}),
  };
}

/** The place before the date: `Washington` in `[Washington,] undated.` */
function readPlace(before: string): { text: string; index: number } | undefined {
  const numberFirst = /^(?:No\. \S+ )/.exec(before)?.[0].length ?? 0;
  const first = before.slice(numberFirst).search(/[^[\s]/u);
  if (first < 0) return undefined;
  const start = numberFirst + first;
  let end = before.length;
  while (end > start && /[\s,?\]]/.test(before[end - 1]!)) end--;
  const text = before.slice(start, end);
  // A letter comes before any figure, and nothing but a word or an abbreviation is at the end.
  if (/[[\]]/.test(text) || !/\p{L}/u.test(/^[^\d,]*/u.exec(text)![0]) || !/[\p{L}.)]$/u.test(text.slice(-2)))
    return undefined;
  return { text, index: start };
}

/** Cuts a range of the content out as a phrase; offsets count characters of the text runs. */
function wrap(
  content: readonly Inline[],
  from: number,
  to: number,
  phrase: Omit<Phrase, 'content' | 'kind'>,
): Inline[] {
  const out: Inline[] = [];
  const inside: Inline[] = [];
  let pos = 0;
  let placed = false;
  const close = (): void => {
    if (!placed && inside.length > 0) {
      out.push({ kind: 'phrase', ...phrase, content: inside });
      placed = true;
    }
  };
  for (const item of content) {
    if (item.kind !== 'text') {
      if (pos >= to) close();
      (pos > from && pos < to ? inside : out).push(item);
      if (item.kind === 'phrase') pos += plainLength(item.content);
      continue;
    }
    const end = pos + item.text.length;
    const piece = (a: number, b: number): Inline[] =>
      b > a ? [{ kind: 'text', text: item.text.slice(a - pos, b - pos), at: item.at + a - pos }] : [];
    const [a, b] = [Math.min(Math.max(from, pos), end), Math.min(Math.max(to, pos), end)];
    out.push(...piece(pos, a));
    inside.push(...piece(a, b));
    if (end >= to) close();
    out.push(...piece(b, end));
    pos = end;
  }
  close();
  return out;
}

const plainLength = (content: readonly Inline[]): number =>
  content.reduce(
    (n, c) => n + (c.kind === 'text' ? c.text.length : c.kind === 'phrase' ? plainLength(c.content) : 0),
    0,
  );

/** The characters of the text runs, nothing squeezed, so that offsets can be counted. */
export const runs = (content: readonly Inline[]): string =>
  content.map((c) => (c.kind === 'text' ? c.text : c.kind === 'phrase' ? runs(c.content) : '')).join('');

export { wrap as wrapPhrase };

/** Place and date of a dateline as facts. */
export function datelineFacts(content: readonly Inline[]): { place?: string; date?: DateFact } {
  const text = plainText(content);
  const date = readDate(text);
  const undated = undatedWords.exec(text);
  const at = date?.index ?? undated?.index ?? text.length;
  const place = readPlace(text.slice(0, at));
  return {
    ...(place ? { place: place.text } : {}),
    ...(date
      ? { date: { text: date.text, ...(date.when ? { when: date.when } : {}) } }
      : undated
        ? { date: { text: undated[0] } }
        : {}),
  };
}

/**
 * Where the date ends: with the full stop, before it, already before the hour, or with all that is printed after it.
 */
export type EndOfDate = 'date' | 'line' | 'day' | 'all';

/** A date without the full stop that may be the line's; in `p.m..` there is one for each. */
export const withoutStop = (date: string, behind: string): string =>
  behind.startsWith('.') ? date : date.replace(/\.$/, '');

/** What is to be taken as the date where the words allow more than one reading. */
export interface DateReading {
  /** Left out: as printed. */
  readonly end?: EndOfDate;
  /** `undated` is marked as a date: the word, or the word with its full stop. */
  readonly undated?: 'word' | 'stop';
}

function withEnd(date: ReturnType<typeof readDate>, text: string, end: EndOfDate | undefined): typeof date {
  if (!date || !end) return date;
  if (end === 'day') {
    const day = { ...date, text: date.text.slice(0, date.text.search(/\d{4}/) + 4) };
    return date.when ? { ...day, when: date.when.replace(/T.*$/, '') } : day;
  }
  if (end === 'all') return { ...date, text: text.slice(date.index).trimEnd() };
  const bare = withoutStop(date.text, text.slice(date.index + date.text.length));
  return { ...date, text: end === 'date' && text[date.index + bare.length] === '.' ? `${bare}.` : bare };
}

/** Marks place and date in a dateline. */
export function markDateline(content: readonly Inline[], reading: DateReading = {}): Inline[] {
  const text = runs(content);
  const date = withEnd(readDate(text), text, reading.end);
  const undated = undatedWords.exec(text);
  let out = [...content];
  if (date) {
    out = wrap(out, date.index, date.index + date.text.length, {
      element: 'date',
      attributes: date.when ? { when: date.when } : {},
    });
  } else if (undated && reading.undated) {
    const stop = reading.undated === 'stop' && text[undated.index + undated[0].length] === '.' ? 1 : 0;
    const to = undated.index + undated[0].length + stop;
    out = wrap(out, undated.index, to, { element: 'date', attributes: {} });
  }
  const place = readPlace(text.slice(0, date?.index ?? undated?.index ?? text.length));
  if (place) out = wrap(out, place.index, place.index + place.text.length, { element: 'placeName', attributes: {} });
  return out;
}
