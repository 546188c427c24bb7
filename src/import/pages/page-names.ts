/** What the names of files say: which page each is, and whether a folder is one text in pages at all. */

export interface NamedPage {
  readonly name: string;
  /** The number as people write it: `1` for `0001.txt`, `iv`, `12r`. */
  readonly label: string;
}

interface Parsed extends NamedPage {
  readonly prefix: string;
  readonly digits: string;
  readonly roman: boolean;
  readonly value: number;
  readonly letter: string;
}

const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The value of a Roman number. */
export function romanValue(text: string): number {
  const signs = [...text.toLowerCase()].map((c) => values[c] ?? 0);
  return signs.reduce((sum, v, i) => sum + (v < (signs[i + 1] ?? 0) ? -v : v), 0);
}

const romanNumber = /^(?:m{0,3})(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i;

/** Whether letters are a Roman number as one writes them. */
export const isRoman = (text: string): boolean => text !== '' && romanNumber.test(text);

const pageWords = /^(?:p|pp|pg|page|pages|pag|seite|s|f|fol|folio|img|image|scan|leaf|blatt|bild)?[-_. ]*$/i;
const otherWords = /(?:^|[-_. ])(?:d|doc|docs|document|letter|brief|no|nr|entry|chapter|ch|item)[-_. ]*$/i;

/** `0001_recto`: the sides of leaves are counted as `1r` and `1v`. */
const side = /(\d)[-_. ]*(?:(recto)|(verso))$/i;

function parse(name: string): Parsed | undefined {
  const base = name
    .replace(/\.[^.]*$/, '')
    .replace(side, (_, digit: string, recto?: string) => `${digit}${recto ? 'r' : 'v'}`);
  const arabic = /^(.*?)(\d{1,7})([a-z]?)$/i.exec(base);
  if (arabic) {
    const [, prefix = '', digits = '', letter = ''] = arabic;
    const label = `${Number(digits)}${letter.toLowerCase()}`;
    return { name, prefix, digits, roman: false, value: Number(digits), letter: letter.toLowerCase(), label };
  }
  const roman = /^(|.*[-_. ])([ivxlcdm]+)$/i.exec(base);
  if (!roman || !isRoman(roman[2]!)) return undefined;
  const [, prefix = '', digits = ''] = roman;
  return { name, prefix, digits, roman: true, value: romanValue(digits), letter: '', label: digits.toLowerCase() };
}

const order = (a: Parsed, b: Parsed): number =>
  Number(b.roman) - Number(a.roman) ||
  a.value - b.value ||
  (a.letter < b.letter ? -1 : a.letter > b.letter ? 1 : a.name < b.name ? -1 : 1);

/** The pages of a folder in their order: Roman numbers first, then the others; names without a number at the end. */
export function pagesByName(names: readonly string[]): NamedPage[] {
  const parsed = names.map((name) => parse(name) ?? name);
  const numbered = parsed.filter((p) => typeof p === 'object').sort(order);
  const rest = parsed.filter((p) => typeof p === 'string').sort();
  return [...numbered, ...rest.map((name) => ({ name, label: name.replace(/\.[^.]*$/, '') }))];
}

/** Whether the files of a folder are the pages of one text: the same name with numbers that count up. */
export function arePages(names: readonly string[]): boolean {
  const parsed = names.map(parse);
  if (names.length < 2 || parsed.some((p) => p === undefined)) return false;
  const pages = (parsed as Parsed[]).sort(order);
  const prefixes = new Set(pages.map((p) => p.prefix.toLowerCase()));
  const [prefix = ''] = prefixes;
  const padded =
    pages.every((p) => p.roman || p.digits.length === pages.at(-1)!.digits.length) && pages.at(-1)!.digits.length >= 3;
  const named = pageWords.test(prefix) || (padded && !otherWords.test(prefix));
  const steps = pages.slice(1).map((p, i) => p.value - pages[i]!.value);
  const counts = steps.filter((s, i) => s === 1 || s === 0 || pages[i]!.roman !== pages[i + 1]!.roman).length;
  return prefixes.size === 1 && named && counts >= steps.length * 0.8;
}

/** Numbers that are missing between the pages of a folder. */
export function missingPages(pages: readonly NamedPage[]): string[] {
  const numbers = pages.map((p) => Number(p.label)).filter((n) => Number.isInteger(n));
  return numbers.slice(1).flatMap((n, i) => {
    const gap = n - numbers[i]! - 1;
    return gap <= 0 ? [] : gap === 1 ? [String(n - 1)] : [`${numbers[i]! + 1}–${n - 1}`];
  });
}
