import { toHuman } from '../../diagnostics/print-human.ts';
import { toJsonFindings } from '../../diagnostics/print-machine.ts';
import { validate, type ValidateResult } from '../../validate/run.ts';
import { WrongSchema } from '../../validate/schemas/choose-schemas.ts';
import { oneOf, readArguments, UsageFault } from '../arguments.ts';
import { count } from '../count.ts';

const formats = ['human', 'json', 'sarif', 'github'] as const;
const levels = ['exchange', 'edition'] as const;

function summary({ findings, files }: ValidateResult): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const others = findings.length - errors;
  if (findings.length === 0) return `${count(files, 'file')} checked, nothing to mend.\n`;
  return errors === 0
    ? `${count(files, 'file')} checked, no errors; ${count(others, 'place')} to look at.\n`
    : `${count(files, 'file')} checked, ${count(errors, 'error')}.\n`;
}

function print(result: ValidateResult, format: (typeof formats)[number], quiet: boolean): void {
  const { findings, files } = result;
  if (format === 'json') process.stdout.write(`${JSON.stringify(toJsonFindings(findings, files), null, 2)}\n`);
  else {
    const shown = quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
    const colour = process.stderr.isTTY === true && !process.env['NO_COLOR'];
    if (shown.length > 0) process.stderr.write(toHuman(shown, { colour, path: '.' }));
    if (!quiet) process.stderr.write(summary(result));
  }
}

export async function run(args: readonly string[]): Promise<number> {
  const given = readArguments(args, { texts: ['schema', 'schematron', 'level'], flags: ['fix'], paths: 1000 });
  const format = oneOf(given.text('format'), 'format', formats, 'human');
  const level = given.text('level');
  try {
    const result = await validate({
      paths: given.paths.length === 0 ? ['.'] : given.paths,
      schemas: given.texts('schema'),
      level: level === undefined ? undefined : oneOf(level, 'level', levels, 'exchange'),
    });
    print(result, format, given.flag('quiet'));
    return result.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  } catch (error) {
    if (error instanceof WrongSchema) throw new UsageFault(error.message);
    throw error;
  }
}
