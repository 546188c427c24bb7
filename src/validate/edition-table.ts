import type { Settings } from '../config/settings.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { type ModelFault, readModels } from '../model/decides/processing-model.ts';
import type { NotFollowed } from '../model/decides/decider.ts';
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

const wrongModel = ({ span, message }: ModelFault): Finding => ({
  code: 'model-not-followed',
  severity: 'note',
  span,
  message,
  why: 'Pages may show these elements differently from what the ODD says. Nothing of them is lost.',
  fix: 'Where it matters, say it in a row of the setting “elements”, which is stronger than a model.',
});

/** The table that the settings ask for; undefined where they ask for none, or nothing in it can be read. */
export function tableOf(
  { elements = {}, processingModel }: Settings,
  folder: string,
): { readonly table: EditionTable | undefined; readonly findings: readonly Finding[] } {
  const { table, faults } = readTable(elements);
  const models = processingModel && readModels(processingModel);
  const decisions = [...table.decisions, ...(models?.decisions ?? [])];
  const named = [...new Set(models?.decisions.map(({ row }) => row))];
  return {
    table: decisions.length === 0 ? undefined : { decisions, rows: table.rows, models: named },
    findings: [...faults.map((fault) => wrongRow(fault, folder)), ...(models?.faults.map(wrongModel) ?? [])],
  };
}

const isOf = (file: FileReading, row: string): NotFollowed | undefined => file.decided?.notFollowed.get(row);

/** Elements to which a row leads and that cannot be what it says, at the first of them. */
export function rowsNotFollowed(files: readonly FileReading[], table: EditionTable | undefined): Finding[] {
  return (table?.rows ?? []).flatMap((row): Finding[] => {
    const first = files.find((file) => isOf(file, row));
    if (!first) return [];
    const { start, why } = isOf(first, row)!;
    const count = files.reduce((sum, file) => sum + (isOf(file, row)?.count ?? 0), 0);
    const these = count === 1 ? 'this element' : `${count} elements, of which this is the first`;
    return [
      {
        code: 'row-not-followed',
        severity: 'review',
        span: first.source.span(start, start + 1),
        message: `The row “${row}” of the setting “elements” is not followed at ${these}: ${why}.`,
        why: 'What the row says would lose or move words there. They are shown as they would be without it.',
        fix: 'Let the row select only elements that can be it, or change what is around this one.',
      },
    ];
  });
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
            ? `In the setting “elements”, the row “${row}” decides nothing: a row with more tests, a later row, the setting “documents” or their place decides each element that it leads to.`
            : `In the setting “elements”, the row “${row}” leads to no element of the texts.`,
          why: 'It may be misspelt; what it was written for is shown as if it were not there.',
          fix: 'Correct the selector, or remove the row.',
        }),
  );
}
