import { type ImportReport, runImport, UnknownKind } from '../../import/run.ts';
import { count } from '../count.ts';
import { readArguments, UsageFault } from '../arguments.ts';
import { printFindings, printResult } from '../print.ts';
import { say } from '../terminal.ts';
import { progressLine } from '../progress.ts';

function reportText({ imported, refused }: ImportReport): string {
  const open = imported.reduce((sum, file) => sum + file.open, 0);
  const lines = [
    `Imported ${count(imported.length, 'file')}${refused.length === 0 ? '' : `; nothing was written for ${refused.join(', ')}`}.`,
  ];
  const first = imported[0];
  if (first) lines.push(`TEI in ${first.output}${imported.length === 1 ? '' : ' and so on'}.`);
  if (open > 0)
    lines.push(
      `${count(open, 'place')} for a person to look at, listed above and in ${imported.length === 1 ? first!.decisions : 'NAME.decisions.json'}.`,
    );
  return `${lines.join('\n')}\n`;
}

export async function run(args: readonly string[]): Promise<number> {
  const given = readArguments('import', args);
  if (given.paths.length === 0) throw new UsageFault('name the files to import');
  const printing = {
    format: given.value('format'),
    quiet: given.flag('quiet'),
  };
  const options = Object.fromEntries(
    (['from', 'to', 'metadata', 'answers'] as const).flatMap((name) => {
      const value = given.value(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const line = progressLine(printing.quiet || printing.format === 'json');
  const report = await importOrUsage({
    files: given.paths,
    ...options,
    force: given.flag('force'),
    onProgress: line.show,
  });
  line.clear();
  if (printing.format === 'json') printResult(report.findings, { imported: report.imported, refused: report.refused });
  else {
    printFindings(report.findings, printing, '.');
    if (!printing.quiet) say(reportText(report));
  }
  if (report.findings.some(({ code }) => code === 'import-other-text')) return 2;
  return report.findings.some((finding) => finding.severity === 'error') ? 1 : 0;
}

async function importOrUsage(options: Parameters<typeof runImport>[0]): Promise<ImportReport> {
  try {
    return await runImport(options);
  } catch (error) {
    if (error instanceof UnknownKind) throw new UsageFault(error.message);
    throw error;
  }
}
