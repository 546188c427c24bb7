import type { Finding } from '../../diagnostics/finding.ts';
import { toGithub } from '../../diagnostics/print-github.ts';
import { toJsonFindings } from '../../diagnostics/print-machine.ts';
import { toSarif } from '../../diagnostics/print-sarif.ts';
import { version } from '../../source/version.ts';
import { explain } from '../../validate/catalogue/index.ts';
import { checksInWords } from '../../validate/check-run.ts';
import { validate, type ValidateResult } from '../../validate/run.ts';
import { WrongSchema } from '../../validate/schemas/choose-schemas.ts';
import { readArguments, UsageFault } from '../arguments.ts';
import { count } from '../count.ts';
import { printFindings } from '../print.ts';
import { print as printText, printJson, say } from '../terminal.ts';
import { progressLine } from '../progress.ts';

type PrintFormat = 'human' | 'json' | 'sarif' | 'github';

function summary({ findings, files, fixed }: ValidateResult): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const others = findings.length - errors;
  const done = `${fixed > 0 ? `${count(fixed, 'change')} made. ` : ''}${count(files, 'file')} checked`;
  if (findings.length === 0) return `${done}, nothing to fix.\n`;
  return errors === 0
    ? `${done}, no errors; ${count(others, 'place')} to look at.\n`
    : `${done}, ${count(errors, 'error')}.\n`;
}

const errorsOf = (findings: readonly Finding[]): Finding[] => findings.filter(({ severity }) => severity === 'error');

function print(result: ValidateResult, format: PrintFormat, quiet: boolean): void {
  const { findings, files, checks } = result;
  if (format === 'json') printJson(toJsonFindings(findings, files, checks));
  else if (format === 'sarif') printJson(toSarif(findings, { version: version(), explain }));
  else if (format === 'github') printText(toGithub(quiet ? errorsOf(findings) : findings));
  else {
    printFindings(findings, { format, quiet }, '.');
    if (!quiet) say(`${summary(result)}${checks.length === 0 ? '' : `${checksInWords(checks)}\n`}`);
  }
}

export async function run(args: readonly string[]): Promise<number> {
  const given = readArguments('validate', args);
  const format = given.value('format');
  const line = progressLine(given.flag('quiet') || format !== 'human');
  try {
    const result = await validate({
      progress: line.show,
      paths: given.paths.length === 0 ? ['.'] : given.paths,
      schemas: given.values('schema'),
      schematrons: given.values('schematron'),
      phase: given.value('phase'),
      allowNetwork: given.flag('allow-network'),
      fix: given.flag('fix'),
      level: given.value('level'),
    });
    line.clear();
    print(result, format, given.flag('quiet'));
    return result.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  } catch (error) {
    if (error instanceof WrongSchema) throw new UsageFault(error.message);
    throw error;
  }
}
