import type { PdfFile } from './pdf-file.ts';
import { textOf } from './text-string.ts';
import { treeEntries } from './trees.ts';
import { type Dict, nameOf } from './values.ts';

/** What pages are called (ISO 32000-1, 12.4.2): `iv`, `12`, `A-3`. */

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  let left = number;
  let text = '';
  for (const [value, letters] of romans) for (; left >= value; left -= value) text += letters;
  return text;
}

/** a … z, aa … zz. */
const letters = (number: number): string =>
  String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));

function inStyle(style: string | undefined, number: number): string {
  // A number that no person could read in letters is one that a hostile file asks for.
  const few = number > 0 && number < 10_000;
  if (style === 'D' || (style !== undefined && !few)) return String(number);
  if (style === 'r') return roman(number);
  if (style === 'R') return roman(number).toUpperCase();
  if (style === 'a') return letters(number);
  return style === 'A' ? letters(number).toUpperCase() : '';
}

/** The labels of so many pages; where a file names none, pages are numbered from 1. */
export function pageLabels(file: PdfFile, count: number): string[] {
  const ranges = new Map<number, Dict>();
  for (const [key, value] of treeEntries(file, file.catalog.get('PageLabels'), 'Nums'))
    if (typeof key === 'number') ranges.set(key, file.dict(value));
  let from = 0;
  let range: Dict | undefined;
  return Array.from({ length: count }, (_, i) => {
    if (ranges.has(i)) [from, range] = [i, ranges.get(i)];
    if (!range) return String(i + 1);
    const number = (file.number(range.get('St')) ?? 1) + i - from;
    const prefix = textOf(file.resolve(range.get('P'))) ?? '';
    return prefix + inStyle(nameOf(file.resolve(range.get('S'))), number);
  });
}
