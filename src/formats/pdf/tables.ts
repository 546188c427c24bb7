import { plainText, type Reading, type ReadingNode } from '../../model/reading.ts';
import { type Extent, tableGrid } from '../../model/table-grid.ts';
import { looseHeading, paragraph } from './blocks.ts';
import { call, list as array, sequence, words } from './code.ts';
import { looked, spoken } from './inline.ts';
import { boxed, newBlock, newLine, type Place, type Writer } from './place.ts';

/** Tables, which go on over pages with their heading rows repeated. */

const isBlank = (child: Reading): boolean => typeof child === 'string' && /^[ \t\n\r]*$/.test(child);

interface Row {
  readonly isHead: boolean;
  readonly cells: readonly Reading[];
  /** Page breaks before it. */
  readonly lead: readonly ReadingNode[];
}

interface Parts {
  readonly before: ReadingNode[];
  readonly rows: Row[];
  readonly after: ReadingNode[];
}

const isCaption = (child: ReadingNode): boolean =>
  child.kind === 'heading' || (child.kind === 'block' && child.role === 'caption');

/** What is before the rows, the rows, and what is left behind the last. A thing between rows is a row of one cell. */
function partsOf(node: ReadingNode): Parts {
  const before: ReadingNode[] = [];
  const rows: Row[] = [];
  let lead: ReadingNode[] = [];
  for (const child of node.children) {
    if (isBlank(child)) continue;
    const isBreak = typeof child === 'object' && child.kind === 'page-break';
    if (typeof child === 'object' && rows.length === 0 && (isBreak || isCaption(child))) before.push(child);
    else if (isBreak) lead.push(child);
    else {
      const isRow = typeof child === 'object' && child.kind === 'row';
      const cells = isRow ? child.children.filter((cell) => !isBlank(cell)) : [child];
      if (cells.length === 0) continue;
      rows.push({ isHead: isRow && child.role === 'label', cells, lead });
      lead = [];
    }
  }
  return { before, rows, after: lead };
}

const extentOf = (cell: Reading): Extent =>
  typeof cell === 'string' ? { columns: 1, rows: 1 } : { columns: cell.columns ?? 1, rows: cell.rows ?? 1 };

function cellOf(cell: Reading, lead: readonly ReadingNode[], size: Extent, isHead: boolean, place: Place): string {
  newLine(place);
  place.page.waiting.push(...lead);
  const isCell = typeof cell === 'object' && cell.kind === 'cell';
  const content = isCell ? spoken(cell, looked(cell, place.write(cell.children, place))) : place.write([cell], place);
  newLine(place);
  const strong = isHead || (isCell && cell.role === 'label');
  const side = isCell ? (cell.looks ?? []).find((look) => look === 'center' || look === 'right') : undefined;
  return call('cell', String(size.columns), String(size.rows), words(side ?? ''), String(strong), content);
}

function rowOf({ cells, lead, isHead }: Row, sizes: readonly Extent[], place: Place): string[] {
  return cells.map((cell, i) => cellOf(cell, i === 0 ? lead : [], sizes[i]!, isHead, place));
}

/** How many rows from the first are heading rows, with all rows that their cells reach into. */
function headRows(rows: readonly Row[], grid: readonly (readonly Extent[])[]): number {
  let heads = rows.findIndex(({ isHead }) => !isHead);
  if (heads < 0) return 0;
  for (let i = 0; i < heads; i++) for (const { rows: high } of grid[i]!) if (i + high > heads) heads = i + high;
  return heads >= rows.length ? 0 : heads;
}

/** How many columns the widest row has, with the cells that reach into it from above. */
function columnsOf(grid: readonly (readonly Extent[])[]): number {
  const reach = grid.map(() => 0);
  grid.forEach((cells, i) => {
    for (const { columns, rows } of cells) for (let k = i; k < i + rows && k < reach.length; k++) reach[k]! += columns;
  });
  return Math.max(1, ...reach);
}

/** A word of so many letters may be divided; numbers and signs are not. */
const longest = 9;

/** How wide a cell must be at least, in letters: as its longest word. */
const leastOf = (cell: Reading): number =>
  Math.max(
    1,
    ...plainText(cell)
      .split(/[ \t\n\r]+/)
      .map((word) => (/^\p{L}+$/u.test(word) ? Math.min(word.length, longest) : word.length)),
  );

/** How wide a table must be at least, in letters; a cell over several columns needs no more than these. */
function leastWidth(rows: readonly Row[], columns: number): number {
  const least = Array.from({ length: columns }, () => 1);
  for (const { cells } of rows) {
    if (cells.length !== columns) continue;
    cells.forEach((cell, i) => (least[i] = Math.max(least[i]!, leastOf(cell))));
  }
  return least.reduce((a, b) => a + b, 0);
}

/** A page break before the rows is shown with the next words. */
function wait(mark: ReadingNode, { page }: Place): string {
  page.waiting.push(mark);
  return '';
}

export const table: Writer = (node, outer) => {
  const key = newBlock(outer);
  const place = boxed(outer);
  const { before, rows, after } = partsOf(node);
  const captions = before.map((child) => (isCaption(child) ? looseHeading(child, place) : wait(child, place)));
  const grid = tableGrid(rows.map(({ cells }) => cells.map(extentOf)));
  const cells = rows.map((row, i) => rowOf(row, grid[i]!, place));
  const heads = headRows(rows, grid);
  const columns = columnsOf(grid);
  const given = [String(columns), words(place.page.unit.facts.id), String(leastWidth(rows, columns))];
  const content =
    rows.length === 0
      ? ''
      : call('cells', ...given, array(cells.slice(0, heads).flat()), array(cells.slice(heads).flat()));
  const all = sequence([...captions, content]);
  place.page.waiting.push(...after);
  newLine(place);
  return all === '' ? '' : call('group', words(key), words('table'), spoken(node, all));
};

/** A row or a cell that is in no table. */
export const loose: Writer = (node, place) => paragraph(node, boxed(place), 'paragraph');
