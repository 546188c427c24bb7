/** How many columns and rows a cell takes. */
export interface Extent {
  readonly columns: number;
  readonly rows: number;
}

/** HTML's own limit for the columns of a cell (HTML 4.9.11), and ours for those of a table: a table in print has fewer anyway. */
const widest = 1000;

interface Placed {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

function placeRow(cells: readonly Extent[], row: number, rowCount: number, freeFrom: number[]): Placed[] {
  let column = 0;
  return cells.map((cell) => {
    while ((freeFrom[column] ?? 0) > row) column++;
    const rows = Math.min(Math.max(1, cell.rows), rowCount - row);
    const wanted = column > widest ? 1 : Math.min(Math.max(1, cell.columns), widest);
    let columns = 1;
    while (columns < wanted && (freeFrom[column + columns] ?? 0) <= row) columns++;
    for (let i = column; i < column + columns; i++) freeFrom[i] = row + rows;
    const placed = { column, columns, rows };
    column += columns;
    return placed;
  });
}

/**
 * The extents of the cells of a table (rows of cells, no row empty) so that they make a table that HTML allows: no cell reaches over another or
 * beyond the last row, and no column is there in which no cell begins.
 */
export function tableGrid(rows: readonly (readonly Extent[])[]): readonly (readonly Extent[])[] {
  const freeFrom: number[] = [];
  const placed = rows.map((cells, row) => placeRow(cells, row, rows.length, freeFrom));
  const begins = new Array<boolean>(freeFrom.length).fill(false);
  for (const cells of placed) for (const { column } of cells) begins[column] = true;
  /** Columns that stay, left of each column. */
  const kept = [0];
  for (const does of begins) kept.push(kept[kept.length - 1]! + (does ? 1 : 0));
  return placed.map((cells) =>
    cells.map(({ column, columns, rows: height }) => ({
      columns: kept[column + columns]! - kept[column]!,
      rows: height,
    })),
  );
}
