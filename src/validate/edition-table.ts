import type { Settings } from '../config/settings.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { sumOf } from '../model/decides/sums.ts';
import { type EditionTable, readTable, type TableFault } from '../model/decides/table.ts';
import type { FileReading } from '../model/read-tei/read-file.ts';
import { settingFinding } from './setting-finding.ts';

/** The table of an edition (the setting `elements`) and what is to be said of it. */

const wrongRow = ({ row, key, message, fix }: TableFault, folder: string): Finding =>
  settingFinding(folder, ['elements', row, ...(key ? [key] : [])], {
    code: 'wrong-setting',
    severity: 'error',
    message: `In the setting “elements”, row “${row}”: ${message}.`,
    why: 'A row that is passed over would show words as something that the edition does not want them to be.',
    fix,
  });

/** The table that the settings ask for; undefined where they ask for none, or nothing in it can be read. */
export function tableOf(
  { elements = {} }: Settings,
  folder: string,
): { readonly table: EditionTable | undefined; readonly findings: readonly Finding[] } {
  const { table, faults } = readTable(elements);
  return {
    table: table.rows.length === 0 ? undefined : table,
    findings: faults.map((fault) => wrongRow(fault, folder)),
  };
}

/** Rows that do nothing. Where there are no files nothing is said: no row can be blamed. */
export function unusedRows(files: readonly FileReading[], table: EditionTable | undefined, folder: string): Finding[] {
  if (!table || files.length === 0) return [];
  const [led, used] = [sumOf(files, 'led'), sumOf(files, 'used')];
  return table.rows.flatMap((row) =>
    used.has(row)
      ? []
      : settingFinding(folder, ['elements', row], {
          code: 'unused-row',
          severity: 'review',
          message: led.has(row)
            ? `In the setting “elements”, the row “${row}” decides nothing: a row with more tests, a later row, or the setting “documents” decides each element that it leads to.`
            : `In the setting “elements”, the row “${row}” leads to no element of the texts.`,
          why: 'It may be misspelt; what it was written for is shown as if it were not there.',
          fix: 'Correct the selector, or remove the row.',
        }),
  );
}
