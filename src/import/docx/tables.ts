/** Tables: cells that reach over columns (`gridSpan`) and rows (`vMerge`), heading rows, tables in cells. */
import type { Block, Cell, TableBlock, TableRow } from '../document.ts';
import { child, elements, isOn, valueOf, type XmlNode } from './xml-tree.ts';
import { alternative } from './atoms.ts';
import type { DocxContext } from './context.ts';

interface RawCell {
  readonly node: XmlNode;
  readonly column: number;
  readonly columns: number;
  /** The cell continues from the row above. */
  readonly merged: boolean;
  readonly starts: boolean;
}

interface RawRow {
  readonly node: XmlNode;
  readonly cells: readonly RawCell[];
}

/** Rows and cells lie under wrappers where they were changed or are controls. */
function inside(parent: XmlNode, name: string): XmlNode[] {
  return elements(parent).flatMap((c) => {
    if (c.name === name) return [c];
    if (c.name === 'mc:AlternateContent') return inside(alternative(c) ?? c, name);
    return /^w:(?:sdt|sdtContent|customXml|ins|del|moveFrom|moveTo)$/.test(c.name) ? inside(c, name) : [];
  });
}

function rawRow(node: XmlNode): RawRow {
  let column = Number(valueOf(child(node, 'w:trPr'), 'w:gridBefore') ?? 0);
  const cells = inside(node, 'w:tc').map((cell): RawCell => {
    const properties = child(cell, 'w:tcPr');
    const merge = child(properties, 'w:vMerge');
    const columns = Math.max(1, Number(valueOf(properties, 'w:gridSpan') ?? 1));
    const raw = {
      node: cell,
      column,
      columns,
      merged: merge !== undefined && merge.attributes['w:val'] !== 'restart',
      starts: merge?.attributes['w:val'] === 'restart',
    };
    column += columns;
    return raw;
  });
  return { node, cells };
}

/** Over how many rows a cell reaches. */
function rowsOf(cell: RawCell, below: readonly RawRow[]): number {
  let count = 1;
  for (const row of below) {
    if (!row.cells.some((c) => c.merged && c.column === cell.column && c.columns === cell.columns)) break;
    count++;
  }
  return count;
}

function readCell(cell: RawCell, rows: number, blocks: readonly Block[]): Cell {
  const [only] = blocks;
  const plain = blocks.length === 0 || (blocks.length === 1 && only!.kind === 'paragraph');
  const content = only?.kind === 'paragraph' && plain ? only.content : [];
  return {
    kind: 'cell',
    content,
    blocks: plain ? [] : blocks,
    ...(cell.columns > 1 ? { columns: cell.columns } : {}),
    ...(rows > 1 ? { rows } : {}),
  };
}

const hasWords = (cell: Cell): boolean => cell.content.length + cell.blocks.length > 0;

/** A row that is deleted is left out where the deletion counts. */
function isLeftOut(row: XmlNode, context: DocxContext): boolean {
  const { changes } = context.choices;
  const properties = child(row, 'w:trPr');
  return (
    (changes === 'accept' && child(properties, 'w:del') !== undefined) ||
    (changes === 'reject' && child(properties, 'w:ins') !== undefined)
  );
}

/** Reads a table; undefined where no row of it is left. `blocksIn` reads what is in a cell. */
export function readTable(
  node: XmlNode,
  context: DocxContext,
  blocksIn: (cell: XmlNode) => Block[],
): TableBlock | undefined {
  const raw = inside(node, 'w:tr')
    .filter((row) => !isLeftOut(row, context))
    .map(rawRow);
  const rows = raw.map((row, i): TableRow => {
    const below = raw.slice(i + 1);
    const cells = row.cells.flatMap((cell): Cell[] => {
      const read = readCell(cell, cell.starts ? rowsOf(cell, below) : 1, blocksIn(cell.node));
      // A continued cell contains nothing; if it does, its words must not be lost.
      return cell.merged && i > 0 && !hasWords(read) ? [] : [read];
    });
    const label = isOn(child(row.node, 'w:trPr'), 'w:tblHeader') ?? false;
    return { kind: 'row', ...(label ? { label } : {}), cells: cells.length > 0 ? cells : [emptyCell] };
  });
  return rows.length > 0 ? { kind: 'table', rows } : undefined;
}

const emptyCell: Cell = { kind: 'cell', content: [], blocks: [] };
