import { numberOf } from '../../model/numbers.ts';
import { isApart, type Reading, type ReadingNode } from '../../model/reading.ts';
import type { Item } from '../../model/structure.ts';
import { lineBegin, lineValue } from '../../model/lines.ts';
import type { UnitContent } from '../../model/unit-content.ts';
import { isShownVerse } from '../with-numbers.ts';
import { markCode } from './marks.ts';
import type { Setting } from './setting.ts';

/** The numbers by which a text is cited, as plain text shows them: `[§ 1.23.4]`, `[| column 2]`, and `[Line 5]` before every fifth verse. */

const sections = '§';
const places = '|';

const code = ({ number }: ReadingNode): string => {
  const { unit, full, shown } = number!;
  const label =
    shown === 'place' ? [places, unit, full].filter((part) => part !== '').join(' ') : `${sections} ${full}`;
  return markCode({ kind: 'number', label });
};

/** A number before its words. */
export function number(node: ReadingNode, { page, dialect }: Setting): void {
  if (!dialect.numbersLines) return;
  page.put(code(node));
  if (node.spaced) page.words(' ');
}

/** The number of a division without a heading, on a line of its own. */
export function label(node: ReadingNode, { page, dialect, inItem }: Setting): void {
  if (!dialect.numbersLines) return;
  page.gap(dialect.frame(inItem));
  page.put(code(node));
  page.gap(dialect.frame(inItem));
}

/** Whether letters of the running text are in a node, or a point that stands like one. */
export const hasLetters = (node: Reading): boolean =>
  typeof node === 'string'
    ? /[^ \t\n\r]/.test(node)
    : node.kind === 'mark' || (!isApart(node) && node.children.some(hasLetters));

/** The number of a verse, where it is shown. */
export function numbered(node: ReadingNode, { page, dialect }: Setting): void {
  const { n = '' } = node;
  if (!dialect.numbersLines || !isShownVerse(node) || !hasLetters(node)) return;
  page.put(markCode({ kind: 'line', label: n }));
  page.words(' ');
}

/** What a text promises of the numbers of a source: all that are not of lines. */
export const numberItems = ({ structure }: UnitContent): Item[] =>
  structure.items.flatMap((item) => {
    if (item.aspect !== 'number') return [];
    const { unit, full, shown } = numberOf(item.value);
    if (shown === '') return [];
    const isPlace = shown === 'place';
    return [
      { ...item, value: [isPlace ? places : sections, ...(isPlace && unit !== '' ? [unit] : []), full].join(' ') },
    ];
  });

/** The first part of a line, or a whole one. */
const verse = /^line\x1f\x1f(.+)$/s;

/** What a text promises of the numbers of verses. */
export const verseItems = ({ structure, spine }: UnitContent): Item[] =>
  structure.items.flatMap((item) => {
    const n = item.aspect === 'block' && item.from < item.to ? verse.exec(item.value)?.[1] : undefined;
    const isShown = n !== undefined && (!/\d$/.test(n) || /[05]$/.test(n));
    return isShown && item.run <= spine.notes.length
      ? [{ ...item, aspect: 'line', to: item.from, value: lineValue(lineBegin('', n), false) }]
      : [];
  });

const byPlace = (a: Item, b: Item): number =>
  a.run - b.run || a.from - b.from || (a.value < b.value ? -1 : Number(a.value > b.value));

/** Lines that begin at one place are in the order of their numbers, in the source as in a text. */
export function linesInOrder(items: readonly Item[]): Item[] {
  const lines = items.filter(({ aspect }) => aspect === 'line').toSorted(byPlace);
  let next = 0;
  return items.map((item) => (item.aspect === 'line' ? lines[next++]! : item));
}
