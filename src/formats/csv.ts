import { plainCell } from '../model/spreadsheet-cell.ts';
import type { RecordFields } from './format.ts';

/** Tables in CSV (RFC 4180), read back from their characters alone. */

/** Lines of cells. Throws where a line is not one. */
function readLines(content: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (cell.lastIndex < content.length) {
    const at = cell.lastIndex;
    const [whole, quoted, bare = '', end] = cell.exec(content) ?? [];
    if (whole === undefined) throw new Error(`a cell is not understood: “${content.slice(at, at + 80)}”`);
    line.push(plainCell(quoted?.replaceAll('""', '"') ?? bare));
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  if (line.length > 0) throw new Error('the last line does not end');
  return lines;
}

/** The rows of a table by the names of its columns, which the first line must give. Throws for whatever is not understood. */
export function readCsv(names: readonly string[], content: string): RecordFields[] {
  const [head = [], ...rows] = readLines(content);
  if (head.join() !== names.join()) throw new Error('the first line does not name the columns');
  return rows.map((row) => {
    if (row.length !== names.length) throw new Error(`a line has ${row.length} cells instead of ${names.length}`);
    return Object.fromEntries(names.map((name, i) => [name, row[i]!]));
  });
}
