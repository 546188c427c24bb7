import { firstNotBefore } from '../../source/sorted.ts';
import { letterFrom } from '../../model/letters.ts';
import { lineOf } from '../../model/lines.ts';
import { runsOf } from '../../model/spine.ts';
import type { UnitContent } from '../../model/unit-content.ts';
import { fieldMark, type Item } from '../../model/structure.ts';

/**
 * Where the lines of a plain text must begin: at the first letter of each block and at the first one behind it. The cells of a row are on one line,
 * a tab before each but the first, and what is in a cell has no lines of its own.
 */

/** What must be before a letter of a run: a new line or a tab; `either`: the layout decides (an item after its label). */
export type Break = 'line' | 'tab' | 'either';

export interface RunBreaks {
  /** The run itself. */
  readonly text: string;
  /** By the offset of the letter. */
  readonly at: ReadonlyMap<number, Break>;
}

const kindOf = ({ value }: Item): string => value.slice(0, value.indexOf(fieldMark));
const isInside = (inner: Item, outer: Item): boolean => outer.from <= inner.from && inner.to <= outer.to;
const sameRange = (a: Item, b: Item): boolean => a.from === b.from && a.to === b.to;
const rowOf = ({ value }: Item): string => value.slice(0, value.indexOf(fieldMark));

/** The outermost cells, in order: they do not overlap. */
function outermost(cells: readonly Item[]): Item[] {
  const found: Item[] = [];
  for (const cell of cells) if (found.length === 0 || cell.from >= found.at(-1)!.to) found.push(cell);
  return found;
}

const rangeOf = ({ from, to }: Item): string => `${from} ${to}`;

/** How many items there are of each range. */
function byRange(items: readonly Item[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(rangeOf(item), (counts.get(rangeOf(item)) ?? 0) + 1);
  return counts;
}

/** Blocks that have lines of their own: those in no cell, and the rows around cells. */
function withLines(blocks: readonly Item[], cells: readonly Item[]): Item[] {
  const outer = outermost(cells);
  const rows = byRange(blocks.filter((block) => kindOf(block) === 'row'));
  const inRange = byRange(cells);
  let next = 0;
  let row: Item | undefined;
  return blocks.filter((block) => {
    while (next < outer.length && outer[next]!.to <= block.from) next++;
    const cell = outer[next];
    if (!cell || !isInside(block, cell)) {
      if (kindOf(block) === 'row') row = block;
      return true;
    }
    if (!sameRange(block, cell) || kindOf(block) !== 'row' || (row && isInside(cell, row))) return false;
    // A row of the same range is around the cell, or in it where the cell holds a table.
    return (rows.get(rangeOf(cell)) ?? 0) >= (inRange.get(rangeOf(cell)) ?? 0);
  });
}

/** Numbered lines of the source that begin in no cell. */
function outsideCells(starts: readonly Item[], outer: readonly Item[]): Item[] {
  return starts.filter(({ from }) => {
    const before = outer[firstNotBefore(outer.length, (i) => outer[i]!.from <= from) - 1];
    return before === undefined || from >= before.to;
  });
}

interface Lined {
  readonly blocks: Item[];
  readonly cells: Item[];
  /** Where lines of the source begin. */
  readonly lines: Item[];
}

function breaksOf(text: string, { blocks: all, cells, lines }: Lined): RunBreaks {
  const blocks = all.filter(({ from, to }) => from < to);
  const at = new Map<number, Break>();
  const first = letterFrom(text, 0);
  const put = (offset: number, what: Break): void => {
    if (offset > first && offset < text.length) at.set(offset, what);
  };
  const lined = withLines(blocks, cells);
  for (const { from, to } of lined) {
    put(from, 'line');
    put(letterFrom(text, to), 'line');
  }
  const outer = outermost(cells);
  // One behind the last letter begins a line of marks at most.
  const numbered = lines.filter(({ value }) => lineOf(value).n !== '');
  for (const { from } of outsideCells([...numbered, ...linesOfExamples(lines, blocks)], outer))
    if (letterFrom(text, from) === from) put(from, 'line');
  outer.forEach((cell, i) => {
    const before = outer[i - 1];
    if (at.has(cell.from) || rowOf(cell) === '0') return;
    const follows = before !== undefined && rowOf(before) !== '0' && letterFrom(text, before.to) === cell.from;
    put(cell.from, follows ? 'tab' : 'either');
  });
  const items = new Set(lined.filter((block) => kindOf(block) === 'item').map(({ from }) => from));
  for (const label of lined.filter((block) => kindOf(block) === 'label')) {
    const next = letterFrom(text, label.to);
    if (items.has(next)) put(next, 'either');
  }
  // A block without words may be laid out on a line, which then ends there; it is not known what it is in.
  for (const { from } of all.filter(({ from, to }) => from === to)) {
    const next = letterFrom(text, from);
    const before = outer[firstNotBefore(outer.length, (i) => outer[i]!.from <= from) - 1];
    const inCell = before !== undefined && from < before.to;
    if (!inCell && at.get(next) !== 'line') put(next, 'either');
  }
  return { text, at };
}

/** The lines in examples (`eg`), which a text shows without a number as well. */
function linesOfExamples(lines: readonly Item[], blocks: readonly Item[]): Item[] {
  const examples = outermost(blocks.filter(({ value }) => value.split(fieldMark)[1] === 'eg'));
  if (examples.length === 0) return [];
  return lines.filter(({ from, value }) => {
    const { n, joined } = lineOf(value);
    const around = examples[firstNotBefore(examples.length, (i) => examples[i]!.from <= from) - 1];
    return n === '' && !joined && around !== undefined && from < around.to;
  });
}

/** The breaks of all runs of a unit: of the text, then of each note. */
export function expectedBreaks({ spine, structure: { items } }: UnitContent): RunBreaks[] {
  const texts = runsOf({ ...spine, others: [] });
  const runs = texts.map((): Lined => ({ blocks: [], cells: [], lines: [] }));
  for (const item of items) {
    // In an apparatus a reading is in one line.
    if (item.run >= texts.length) continue;
    const { blocks, cells, lines } = runs[item.run]!;
    if (item.aspect === 'block') blocks.push(item);
    if (item.aspect === 'cell' && item.from < item.to) cells.push(item);
    if (item.aspect === 'line') lines.push(item);
  }
  return texts.map((text, run) => breaksOf(text, runs[run]!));
}

const shown = (text: string): string => text.replace(/[\x01-\x04]/g, ' ').slice(0, 40);

/** What is wrong with the breaks that a text has, in words. `found`: by run and the offset of the letter. */
export function breakFaults(expected: readonly RunBreaks[], found: readonly ReadonlyMap<number, Break>[]): string[] {
  return expected.flatMap(({ text, at }, run) => {
    const is = found[run] ?? new Map<number, Break>();
    const faults: string[] = [];
    for (const [offset, what] of at)
      if (what !== 'either' && is.get(offset) !== what)
        faults.push(`${what === 'line' ? 'no line begins' : 'no tab is'} before “${shown(text.slice(offset))}”`);
    for (const [offset, what] of is)
      if (!at.has(offset))
        faults.push(
          `a ${what === 'line' ? 'line begins' : 'tab is'} before “${shown(text.slice(offset))}”, which is in the middle of a block`,
        );
    return faults;
  });
}
