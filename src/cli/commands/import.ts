import { type ImportReport, runImport, UnknownKind } from '../../import/run.ts';
import { learnFolder } from '../../import/recipe-of-folder.ts';
import { count } from '../count.ts';
import { readArguments, UsageFault } from '../arguments.ts';
import { printFindings, printResult } from '../print.ts';
import { say } from '../terminal.ts';
import { progressLine } from '../progress.ts';

function reportText({ imported, refused, recipes }: ImportReport): string {
  const open = imported.reduce((sum, file) => sum + file.open, 0);
  const lines = [
    ...(recipes.length > 0 ? [`Plain text was read with the recipe ${recipes.join(', ')}.`] : []),
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
  if (given.flag('learn')) return learn(given.paths, given.flag('force'), printing);
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

function learn(paths: readonly string[], force: boolean, printing: Parameters<typeof printFindings>[1]): number {
  if (paths.length !== 1) throw new UsageFault('name one folder to learn from');
  const { file, texts, findings } = learnFolder(paths[0]!, force);
  if (printing.format === 'json') printResult(findings, texts > 0 ? { recipe: file, texts } : {});
  else {
    printFindings(findings, printing, '.');
    if (texts > 0 && !printing.quiet)
      say(
        `Learnt from ${count(texts, 'text')}; the recipe is in ${file}. Look at it, change it, and import the folder.\n`,
      );
  }
  return findings.some((finding) => finding.severity === 'error') ? 1 : 0;
}

async function importOrUsage(options: Parameters<typeof runImport>[0]): Promise<ImportReport> {
  try {
    return await runImport(options);
  } catch (error) {
    if (error instanceof UnknownKind) throw new UsageFault(error.message);
    throw error;
  }
}
