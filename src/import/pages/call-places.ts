/** Where a symbol in the text of a page may be the call of a note, and how likely it is. */
import type { Line } from './lines.ts';

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

/** A form of a call, how much speaks for it, and how many characters are before the symbol. */
type Form = readonly [form: RegExp, worth: number, before?: number];

const months =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)';

const bracketed = (plain: string): Form[] => [
  [new RegExp(`\\[${plain}\\]`, 'uy'), 5, 1],
  [new RegExp(`(?<=\\S)\\(${plain}\\)`, 'uy'), 3, 1],
];

/** Digits on the line: after punctuation, letters, years, days, and after a space. */
const digits = (plain: string): Form[] => [
  [new RegExp(`(?<=[.,;:!?”’"')\\]»])(?<!\\d[.,:])${plain}(?![\\p{L}\\d]|[.,]\\d)`, 'uy'), 3.5],
  [new RegExp(`(?<=\\d[.,])${plain}(?= \\p{Lu}|$)`, 'uy'), 1],
  [new RegExp(`(?<=\\p{Ll}\\p{L}*)${plain}(?![\\p{L}\\d]|[.,/]\\d)`, 'uy'), 3],
  [new RegExp(`(?<=\\b\\p{Lu}{2,})${plain}(?![\\p{L}\\d]|[.,/-]\\d)`, 'uy'), 1.6],
  [new RegExp(`(?<=\\b(?:1[5-9]|20)\\d\\d)${plain}(?![\\p{L}\\d])`, 'uy'), 1.2],
  [new RegExp(`(?<=\\b${months} \\d{2})${plain}(?![\\p{L}\\d])`, 'uy'), 1.2],
  [new RegExp(`(?<=\\b${months} [4-9])${plain}(?![\\p{L}\\d])`, 'uy'), 1],
  [new RegExp(`(?<=\\d)${plain}(?![\\p{L}\\d]|[.,/]\\d)`, 'uy'), 0.3],
  [new RegExp(`(?<=[\\p{L}.,;:!?”’"')] )${plain}(?= |$|[.,;:])(?![.,]\\d)`, 'uy'), 0.6],
];

const signs = (plain: string): Form[] => [
  [new RegExp(`(?<=[^\\s*†‡§])${plain}(?![*†‡§])`, 'uy'), 5],
  [new RegExp(`(?<= )${plain}(?= |$)`, 'uy'), 2],
];

/** A symbol as it is looked for in the text, on the line or raised, with the forms in which it may be a call. */
interface Symbol {
  readonly label: string;
  /** Its place among the symbols. */
  readonly order: number;
  readonly forms: readonly Form[];
}

function forms(label: string): { plain: Form[]; raised?: readonly [string, Form[]] } {
  const plain = escape(label);
  const raised = [...label].map((c) => above[c] ?? c).join('');
  const letter: Form = [new RegExp(`(?<=[.,;:!?”’"')])${plain}(?![\\p{L}\\d])`, 'uy'), 2];
  const plainForms = /^\d/.test(label) ? digits(plain) : /^[a-z]/.test(label) ? [letter] : signs(plain);
  const all = [...bracketed(plain), ...plainForms];
  if (raised === label) return { plain: all };
  return { plain: all, raised: [raised, [[new RegExp(`(?<![⁰¹²³⁴-⁹])${raised}(?![⁰¹²³⁴-⁹])`, 'uy'), 6]]] };
}

/** What to look for, by the characters it is written with. */
function symbols(labels: readonly string[]): Map<string, Symbol[]> {
  const found = new Map<string, Symbol[]>();
  const add = (written: string, symbol: Symbol): void =>
    void found.set(written, [...(found.get(written) ?? []), symbol]);
  [...new Set(labels)].forEach((label, order) => {
    const { plain, raised } = forms(label);
    add(label, { label, order, forms: plain });
    if (raised) add(raised[0], { label, order, forms: raised[1] });
  });
  return found;
}

type Found = CallPlace & { readonly order: number };

/** Puts the call of a symbol that is at `at` of a line to those found, if a form says so, and more than another did. */
function look(line: Line, at: number, { label, order, forms }: Symbol, found: Map<string, Found>): void {
  for (const [form, worth, before = 0] of forms) {
    form.lastIndex = at - before;
    const length = at < before ? undefined : form.exec(line.text)?.[0].length;
    if (length === undefined) continue;
    const start = line.start + at - before;
    const key = `${label} ${start}`;
    if ((found.get(key)?.worth ?? 0) < worth) found.set(key, { label, start, end: start + length, worth, order });
  }
}

/** The places in some lines where symbols may be calls, in order. The lines are gone through once, however many symbols there are. */
export function callPlaces(lines: readonly Line[], labels: readonly string[]): CallPlace[] {
  const wanted = symbols(labels);
  const lengths = [...new Set([...wanted.keys()].map((written) => written.length))];
  const first = new Set([...wanted.keys()].map((written) => written.charCodeAt(0)));
  const found = new Map<string, Found>();
  for (const line of lines) {
    for (let at = 0; at < line.text.length; at++) {
      if (!first.has(line.text.charCodeAt(at))) continue;
      for (const length of lengths)
        for (const symbol of wanted.get(line.text.slice(at, at + length)) ?? []) look(line, at, symbol, found);
    }
  }
  return [...found.values()]
    .sort((a, b) => a.start - b.start || b.worth - a.worth || a.order - b.order)
    .map(({ label, start, end, worth }) => ({ label, start, end, worth }));
}
