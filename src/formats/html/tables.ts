import type { Reading, ReadingNode } from '../../model/reading.ts';
import { blockClass, startTag } from './element.ts';
import { holdsBlocks, isBlank } from './nesting.ts';
import { pageBreak } from './page-break.ts';
import { boxed, phrasing, type Place } from './place.ts';
import { tableGrid, type Extent } from '../../model/table-grid.ts';

/** One row with its cells; of a thing between the rows, `node` is absent and the thing is the only cell. `lead` goes into the first cell. */
interface Row {
  readonly node?: ReadingNode;
  readonly cells: readonly Reading[];
  readonly lead: string;
}

const isCaption = (child: ReadingNode): boolean =>
  child.kind === 'heading' || (child.kind === 'block' && child.role === 'caption');

/** The caption, the rows and what is left after the last row. */
function tableParts(
  node: ReadingNode,
  place: Place,
): { before: string; caption: ReadingNode[]; rows: Row[]; after: string } {
  const caption: ReadingNode[] = [];
  const rows: Row[] = [];
  let before = '';
  let lead = '';
  for (const child of node.children) {
    if (typeof child === 'string' && isBlank(child)) continue;
    if (typeof child !== 'string' && child.kind === 'page-break') {
      if (caption.length + rows.length === 0) before += pageBreak(child, place);
      else lead += pageBreak(child, place);
    } else if (typeof child !== 'string' && isCaption(child) && rows.length === 0) caption.push(child);
    else {
      const isRow = typeof child !== 'string' && child.kind === 'row';
      const cells = isRow ? rowCells(child) : [child];
      if (cells.length === 0) continue;
      rows.push(isRow ? { node: child, cells, lead } : { cells, lead });
      lead = '';
    }
  }
  return { before, caption, rows, after: lead };
}

/**
 * Cells, and anything else that is in a row as a cell of its own; a page break between cells stays with the next one.
 */
const rowCells = (row: ReadingNode): Reading[] =>
  row.children.filter((child) => typeof child !== 'string' || !isBlank(child));

const extent = (cell: Reading): Extent =>
  typeof cell === 'string' ? { columns: 1, rows: 1 } : { columns: cell.columns ?? 1, rows: cell.rows ?? 1 };

/** How far a cell reaches, and what the source says of it where the table has no room for so much. */
function spans({ columns, rows }: Extent, said: Extent): string {
  return [
    columns > 1 ? ` colspan="${columns}"` : '',
    rows > 1 ? ` rowspan="${rows}"` : '',
    columns === said.columns ? '' : ` data-cols="${said.columns}"`,
    rows === said.rows ? '' : ` data-rows="${said.rows}"`,
  ].join('');
}

const isEmpty = (node: ReadingNode): boolean =>
  node.children.every((child) => typeof child === 'string' && isBlank(child));

/** A heading cell, of its row or of its column, or a cell of data. Words only in headings, as HTML wants it. */
function writeCell(child: Reading, row: Row, size: Extent, lead: string, place: Place): string {
  if (typeof child === 'string' || child.kind !== 'cell')
    return `<td class="stray"${spans(size, size)}>${lead}${place.write([child], place)}</td>`;
  const scope = row.node?.role === 'label' ? 'col' : child.role === 'label' ? 'row' : undefined;
  if (scope === undefined || isEmpty(child))
    return `${startTag('td', child, place, '', spans(size, extent(child)))}${lead}${place.write(child.children, place)}</td>`;
  const inner = holdsBlocks(child.children) ? place : phrasing(place);
  return `${startTag('th', child, place, '', ` scope="${scope}"${spans(size, extent(child))}`)}${lead}${place.write(child.children, inner)}</th>`;
}

function writeRow(row: Row, sizes: readonly Extent[], place: Place): string {
  const open = row.node === undefined ? '<tr class="stray">' : startTag('tr', row.node, place);
  const cells = row.cells.map((cell, i) => writeCell(cell, row, sizes[i]!, i === 0 ? row.lead : '', place));
  return `${open}${cells.join('')}</tr>\n`;
}

/** Lets the keyboard scroll a box (HTML allows it in no link). */
const reachable = ' role="group" aria-label="Table" tabindex="0"';

/** A table; it can be scrolled by keyboard where it is wider than the page. Among words it becomes lines of cells. */
export function table(node: ReadingNode, outer: Place): string {
  if (!outer.flow) return spanOf('table', node, outer);
  const place = boxed(outer);
  const { before, caption, rows, after } = tableParts(node, place);
  const head =
    caption.length === 0
      ? ''
      : `<caption>${caption.map((part) => spanOf('caption', part, phrasing(place))).join('')}</caption>\n`;
  const grid = tableGrid(rows.map((row) => row.cells.map(extent)));
  const body = rows.map((row, i) => writeRow(row, grid[i]!, place)).join('');
  const whole = rows.length === 0 ? `<tr data-generated=""><td></td></tr>\n` : body;
  const box = `<div class="table"${place.linked ? '' : reachable}>`;
  return `${before}${box}\n${startTag('table', node, place)}\n${head}<tbody>\n${whole}</tbody>\n</table>\n</div>\n${after}`;
}

const spanOf = (classes: string, node: ReadingNode, place: Place): string =>
  `${startTag('span', node, place, `${blockClass} ${classes}`)}${place.write(node.children, place)}</span>`;

/** A row or a cell where no table can be. */
export const looseRow = (node: ReadingNode, place: Place): string => spanOf('row', node, phrasing(place));
export function looseCell(node: ReadingNode, outer: Place): string {
  const place = phrasing(outer);
  const more = spans({ columns: 1, rows: 1 }, extent(node));
  return `${startTag('span', node, place, `${blockClass} cell`, more)}${place.write(node.children, place)}</span>`;
}
