/** Tables; and tables that only put things next to each other, as old pages do it. */
import type { Block, Cell, TableBlock, TableRow } from '../document.ts';
import type { HtmlElement } from './tree.ts';
import { descendants, elements, hasRole, isInside } from './query.ts';
import { type HtmlContext, isPassedOver } from './context.ts';
import { anchorOf, inlineOf } from './inline.ts';
import { wholeLine } from './paragraphs.ts';
import type { ReadBlocks } from './lists.ts';

const sections = /^(?:thead|tbody|tfoot)$/;

/** The rows of a table in the order in which they stand, with whether they are headings. */
function rowsOf(table: HtmlElement, context: HtmlContext): { row: HtmlElement; label: boolean }[] {
  return elements(table).flatMap((e) => {
    if (isPassedOver(e, context)) return [];
    if (e.name === 'tr') return [{ row: e, label: false }];
    if (!sections.test(e.name)) return [];
    return elements(e)
      .filter((r) => r.name === 'tr' && !isPassedOver(r, context))
      .map((row) => ({ row, label: e.name === 'thead' }));
  });
}

const cellsOf = (row: HtmlElement, context: HtmlContext): HtmlElement[] =>
  elements(row).filter((e) => (e.name === 'td' || e.name === 'th') && !isPassedOver(e, context));

/** A table that is layout: one cell in a row, or holding tables and headings without being told a table. */
export function isLayout(table: HtmlElement, context: HtmlContext): boolean {
  if (hasRole(table, 'presentation', 'none')) return true;
  const rows = rowsOf(table, context);
  const inside = [...descendants(table)];
  if (inside.some((e) => e.name === 'th' || e.name === 'caption')) return false;
  if (rows.every(({ row }) => cellsOf(row, context).length <= 1)) return true;
  return inside.some((e) => /^(?:table|h[1-6]|main|article)$/.test(e.name));
}

const span = (value: string | undefined): number => Math.min(1000, Math.max(1, parseInt(value ?? '1', 10) || 1));

function readCell(e: HtmlElement, inHead: boolean, blocks: readonly Block[]): Cell {
  const [only] = blocks;
  const plain = blocks.length === 0 || (blocks.length === 1 && only!.kind === 'paragraph');
  const columns = span(e.attributes.colspan);
  const rows = span(e.attributes.rowspan);
  return {
    kind: 'cell',
    content: plain && only?.kind === 'paragraph' ? only.content : [],
    blocks: plain ? [] : blocks,
    ...(e.name === 'th' && !inHead ? { label: true } : {}),
    ...(columns > 1 ? { columns } : {}),
    ...(rows > 1 ? { rows } : {}),
  };
}

/** Reads a table of data. */
export function readTable(table: HtmlElement, context: HtmlContext, read: ReadBlocks): Block[] {
  const caption = elements(table).find((e) => e.name === 'caption' && !isPassedOver(e, context));
  const head = caption ? wholeLine(inlineOf(caption.children, context), context) : [];
  const rows = rowsOf(table, context).flatMap(({ row, label }): TableRow[] => {
    const cells = cellsOf(row, context);
    if (cells.length === 0) return [];
    const isHead = label || cells.every((c) => c.name === 'th');
    return [
      {
        kind: 'row',
        ...(isHead ? { label: true } : {}),
        cells: cells.map((c, i) => {
          context.waiting.push(...(i === 0 ? anchorOf(row, context) : []), ...anchorOf(c, context));
          return readCell(c, isHead, read(c));
        }),
      },
    ];
  });
  const whole: TableBlock = { kind: 'table', rows, ...(head.length > 0 ? { head } : {}) };
  return rows.length > 0 ? [whole] : read({ ...table, name: 'div' });
}

/** The cells of a table that is layout, one after the other. */
export const layoutCells = (table: HtmlElement, context: HtmlContext): HtmlElement[] =>
  rowsOf(table, context).flatMap(({ row }) => cellsOf(row, context).filter((c) => isInside(c, table)));
