import type { Finding } from '../../diagnostics/finding.ts';
import { build, type BuildResult } from '../../publish/run.ts';
import { checksInWords } from '../../validate/check-run.ts';
import { formatNames } from '../../formats/names.ts';
import type { BaseUse } from '../../edition/record.ts';
import { count } from '../count.ts';
import { formatsInWords } from '../formats-in-words.ts';
import { changedInWords } from '../changed-by-sheets.ts';
import { leftOutInWords } from '../left-out.ts';
import { type Arguments, readArguments, UsageFault } from '../arguments.ts';
import { printFindings, type Printing, printResult } from '../print.ts';
import { progressLine } from '../progress.ts';
import { say } from '../terminal.ts';

function formatsOf(value: string | undefined): string[] | undefined {
  if (value === undefined) return undefined;
  const names = value.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !(formatNames as readonly string[]).includes(name));
  if (wrong !== undefined) throw new UsageFault(`there is no format “${wrong}”. Formats: ${formatNames.join(', ')}`);
  if (names.includes('search') && !names.includes('html'))
    throw new UsageFault('“search” searches the pages of “html”: name both formats');
  return names;
}

/** What `--keep-going` does not help against. */
const isAddress = ({ code }: Finding): boolean => code === 'address-moved' || code === 'address-gone';

/** Whose readings are in the text where an apparatus does not say it. */
function baseText({ base, isSet, entries, none }: BaseUse): string {
  const without = `${entries === 1 ? 'one entry' : `${entries} entries`} without a lemma`;
  if (base === undefined) return `\nBase: the first reading of ${without}; no witness is listed (docs/apparatus.md).`;
  const others = none === 0 ? '' : `; ${none} of them without a reading of it, so that their first one is in the text`;
  const how = isSet ? '' : ', the first witness; the setting “base” decides otherwise';
  return `\nBase: ${base} for ${without}${others} (docs/apparatus.md${how}).`;
}

function summaryText(result: BuildResult, shownOut: string, keptGoing: boolean): string {
  const { summary, unchanged, findings } = result;
  const hint = keptGoing || findings.some(isAddress) ? '' : ', or build what can be built with --keep-going';
  if (!summary) return `Nothing was built: fix the errors first${hint}.\n`;
  const {
    documents,
    sections,
    records = 0,
    words,
    pages,
    notes,
    formats,
    signs,
    leftOut,
    changed,
    bases = [],
  } = summary;
  const counts = [
    count(documents, 'document'),
    count(sections, 'section'),
    ...(records === 0 ? [] : [count(records, 'record')]),
    count(words, 'word'),
    count(pages, 'page break'),
    count(notes, 'note'),
  ];
  const made = unchanged ? `Nothing has changed; ${shownOut} is up to date` : `Built ${shownOut}`;
  const shown = signs === undefined ? '' : `\nSigns: ${signs} (the setting “signs” decides otherwise; docs/signs.md).`;
  const left = leftOutInWords(leftOut);
  const without = left === '' ? '' : `\n${left}.`;
  const laidOver = changedInWords(changed);
  const sheets = laidOver === '' ? '' : `\n${laidOver}.`;
  const open = formats.includes('html') ? `\nOpen ${shownOut}/index.html` : '';
  return `${made}: ${counts.join(', ')} in ${formatsInWords(formats)}.${shown}${bases.map(baseText).join('')}${without}${sheets}${open}\n`;
}

function printJson({ findings, summary, unchanged, checks }: BuildResult, out: string): void {
  printResult(findings, { built: summary ?? null, unchanged, out, ...(checks && { checks }) }, summary?.sources);
}

function printText(result: BuildResult, given: Arguments<'build'>, printing: Printing): void {
  printFindings(result.findings, printing, given.paths[0] ?? '.');
  if (printing.quiet) return;
  const summary = summaryText(result, given.value('out').replace(/\/+$/, ''), given.flag('keep-going'));
  const checked = checksInWords(result.checks ?? []);
  say(`${summary}${checked === '' ? '' : `${checked}\n`}`);
}

export async function run(args: readonly string[]): Promise<number> {
  const given = readArguments('build', args);
  const printing = {
    format: given.value('format'),
    quiet: given.flag('quiet'),
  };
  const formats = formatsOf(given.value('formats'));
  const out = given.value('out');
  const line = progressLine(printing.quiet || printing.format === 'json');
  const result = await build({
    path: given.paths[0] ?? '.',
    out,
    ...(formats && { formats }),
    textDialect: given.value('text-dialect'),
    keepGoing: given.flag('keep-going'),
    allowRemovals: given.flag('allow-removals'),
    progress: line.show,
  });
  line.clear();
  if (printing.format === 'json') printJson(result, out);
  else printText(result, given, printing);
  return result.findings.some((finding) => finding.severity === 'error') ? 1 : 0;
}
