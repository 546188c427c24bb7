/** Where a symbol in the text of a page may be the call of a note, and how likely it is. */
import type { Line } from './10-lines.ts';

export interface CallPlace {
  readonly label: string;
  /** In the whole text. */
  readonly start: number;
  readonly end: number;
  readonly worth: number;
}

const above: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A form of a call, and how much speaks for it. */
type Form = readonly [RegExp, number];

const months =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)';

const bracketed = (plain: string): Form[] => [
  [new RegExp(`\\[${plain}\\]`, 'gu'), 5],
  [new RegExp(`(?<=\\S)\\(${plain}\\)`, 'gu'), 3],
];

/** Digits on the line: after punctuation, letters, years, days, and after a space. */
const digits = (plain: string): Form[] => [
  [new RegExp(`(?<=[.,;:!?”’"')\\]»])(?<!\\d[.,:])${plain}(?![\\p{L}\\d]|[.,]\\d)`, 'gu'), 3.5],
  [new RegExp(`(?<=\\d[.,])${plain}(?= \\p{Lu}|$)`, 'gu'), 1],
  [new RegExp(`(?<=\\p{Ll}\\p{L}*)${plain}(?![\\p{L}\\d]|[.,/]\\d)`, 'gu'), 3],
  [new RegExp(`(?<=\\b\\p{Lu}{2,})${plain}(?![\\p{L}\\d]|[.,/-]\\d)`, 'gu'), 1.6],
  [new RegExp(`(?<=\\b(?:1[5-9]|20)\\d\\d)${plain}(?![\\p{L}\\d])`, 'gu'), 1.2],
  [new RegExp(`(?<=\\b${months} \\d{2})${plain}(?![\\p{L}\\d])`, 'gu'), 1.2],
  [new RegExp(`(?<=\\b${months} [4-9])${plain}(?![\\p{L}\\d])`, 'gu'), 1],
  [new RegExp(`(?<=\\d)${plain}(?![\\p{L}\\d]|[.,/]\\d)`, 'gu'), 0.3],
  [new RegExp(`(?<=[\\p{L}.,;:!?”’"')] )${plain}(?= |$|[.,;:])(?![.,]\\d)`, 'gu'), 0.6],
];

const signs = (plain: string): Form[] => [
  [new RegExp(`(?<=[^\\s*†‡§])${plain}(?![*†‡§])`, 'gu'), 5],
  [new RegExp(`(?<= )${plain}(?= |$)`, 'gu'), 2],
];

function forms(label: string): Form[] {
  const plain = escape(label);
  const raised = [...label].map((c) => above[c] ?? c).join('');
  const own: Form[] = raised === label ? [] : [[new RegExp(`(?<![⁰¹²³⁴-⁹])${raised}(?![⁰¹²³⁴-⁹])`, 'gu'), 6]];
  const letter: Form = [new RegExp(`(?<=[.,;:!?”’"')])${plain}(?![\\p{L}\\d])`, 'gu'), 2];
  const plainForms = /^\d/.test(label) ? digits(plain) : /^[a-z]/.test(label) ? [letter] : signs(plain);
  return [...own, ...bracketed(plain), ...plainForms];
}

/** The places in some lines where symbols may be calls, in order. */
export function callPlaces(lines: readonly Line[], labels: readonly string[]): CallPlace[] {
  const found = new Map<string, CallPlace>();
  for (const label of new Set(labels)) {
    for (const [form, worth] of forms(label)) {
      for (const line of lines) {
        for (const m of line.text.matchAll(form)) {
          const start = line.start + m.index;
          const key = `${label} ${start}`;
          if ((found.get(key)?.worth ?? 0) < worth) found.set(key, { label, start, end: start + m[0].length, worth });
        }
      }
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start || b.worth - a.worth);
}
