import { safeCell } from '../../model/spreadsheet-cell.ts';
import { csvLine } from '../csv-line.ts';
import type { OutputFile } from '../format.ts';
import type { TableKind } from './columns.ts';

/** A row by the names of its columns; a value that is absent is an empty cell. */
export type Row = Readonly<Record<string, string | number | readonly unknown[] | undefined>>;

export interface Table {
  readonly kind: TableKind;
  readonly rows: readonly Row[];
}

function csv({ kind: { columns }, rows }: Table): string {
  const lines = rows.map((row) =>
    csvLine(
      columns.map(({ name, type }) =>
        safeCell(String((row[name] as string | number | undefined) ?? ''), type === 'integer'),
      ),
    ),
  );
  return csvLine(columns.map(({ name }) => name)) + lines.join('');
}

const jsonLines = ({ kind: { columns }, rows }: Table): string =>
  rows
    .map((row) => `${JSON.stringify(Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null])))}\n`)
    .join('');

/** Where a table is in the edition. */
export const pathOf = ({ file }: TableKind): string => `data/${file}`;

/**
 * A table as a file: CSV (RFC 4180) in UTF-8, in which a spreadsheet computes no cell (`safeCell`), or JSON Lines. Without a byte order mark: R and Gephi
 * would take it for a part of the first column’s name.
 */
export const tableFile = (table: Table): OutputFile => ({
  path: pathOf(table.kind),
  content: table.kind.file.endsWith('.csv') ? csv(table) : jsonLines(table),
});
