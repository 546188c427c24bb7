/** Dates as attributes write them (W3C) and as texts print them. */

export interface PlainDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** Reads `1962`, `1962-10`, `1962-10-26`, `1962-10-26T19:00:00`; undefined for everything else. */
export function readW3cDate(value: string): PlainDate | undefined {
  const match = /^(-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*|Z|[+-]\d\d:\d\d)?$/.exec(value.trim());
  if (!match) return undefined;
  const [, year, month, day] = match;
  return {
    year: Number(year),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  };
}

/** Compares as far as both say: 1962 and 1962-10 are neither before nor after each other. */
export function compareDates(a: PlainDate, b: PlainDate): number {
  for (const part of ['year', 'month', 'day'] as const) {
    const [x, y] = [a[part], b[part]];
    if (x === undefined || y === undefined) return 0;
    if (x !== y) return x - y;
  }
  return 0;
}

/** Names of months in English, German, French, Italian and Spanish, and how they are shortened. */
const monthNames = [
  'january jan januar jänner jän janvier gennaio enero',
  'february feb februar feber février febbraio febrero',
  'march mar märz mrz mars marzo',
  'april apr avril aprile abril',
  'may mai maggio mayo',
  'june jun juni juin giugno junio',
  'july jul juli juillet luglio julio',
  'august aug août agosto',
  'september sept sep septembre settembre septiembre',
  'october oct oktober okt octobre ottobre octubre',
  'november nov novembre noviembre',
  'december dec dezember dez décembre dicembre diciembre',
];
const months: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)),
);

/** What a printed date says; only what is beyond doubt. */
export interface PrintedDate {
  readonly years: readonly number[];
  readonly months: readonly number[];
  /** Days that are next to a month. */
  readonly days: readonly number[];
}

const numeric = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/g;
/** What may be between a day and its month: `26.`, `26th`, `26 de`. */
const between = /^(\.|st|nd|rd|th|er|º|de|of)$/i;

/** Reads a printed date: words, numbers and characters, one after the other. */
export function readPrintedDate(text: string): PrintedDate {
  const years = new Set<number>();
  const found = new Set<number>();
  const days = new Set<number>();
  const addDay = (token: string | undefined): boolean => {
    const is = token !== undefined && /^\d{1,2}$/.test(token) && Number(token) >= 1 && Number(token) <= 31;
    if (is) days.add(Number(token));
    return is;
  };
  const tokens = text.match(/\p{L}+|\d+|[^\s]/gu) ?? [];
  tokens.forEach((token, i) => {
    if (/^(1\d{3}|20\d\d)$/.test(token)) years.add(Number(token));
    const month = months.get(token.toLowerCase());
    if (month === undefined) return;
    found.add(month);
    // October 26–27, 1962
    if (addDay(tokens[i + 1]) && /^[–-]$/.test(tokens[i + 2] ?? '')) addDay(tokens[i + 3]);
    // 26.–27. Oktober 1962, 26th of October 1962
    let before = i - 1;
    while (between.test(tokens[before] ?? '')) before--;
    if (!addDay(tokens[before])) return;
    for (before--; /^[.–-]$/.test(tokens[before] ?? ''); before--);
    if (/^[.–-]$/.test(tokens[before + 1] ?? '')) addDay(tokens[before]);
  });
  for (const [, day, month] of text.matchAll(numeric)) {
    if (Number(month) < 1 || Number(month) > 12) continue;
    found.add(Number(month));
    addDay(day);
  }
  return { years: [...years], months: [...found], days: [...days] };
}
