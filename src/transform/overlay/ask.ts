import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { serialize } from 'node:v8';
import { lineSpan, type Sheet, sheetFault, StylesheetFault } from '../../config/sheet-fault.ts';
import { packageFile } from '../../source/package-files.ts';
import { confinedArguments } from '../confined-process.ts';
import { engineProgram, type ResultNode } from '../engine.ts';
import { sheetNamed, withNames } from './compile.ts';
import { deepest, type OverlayError, type OverlayQuestion, readAnswer } from './messages.ts';

/** Asks the process in which stylesheets of an edition run, with limits. */

export interface OverlayLimits {
  /** For the units of one process. */
  readonly seconds: number;
  readonly megabytes: number;
}

const defaultLimits: OverlayLimits = { seconds: 600, megabytes: 2048 };

/** Of stack: what the main thread of a process safely has on Linux, macOS and Windows. */
const stack = 3900;

/** Characters of TEI for one process. */
const batchLength = 2_000_000;

/** Of an answer about so many characters: our own is about as long as they are, and one that is much longer would fill the memory of this process. */
const longestAnswer = (characters: number): number => 4_000_000 + 12 * characters;

/** Stylesheets that were compiled. */
export interface Overlay {
  readonly sheets: readonly Sheet[];
  readonly sef: string;
  readonly limits?: Partial<OverlayLimits>;
}

/** A unit that the process is asked about. */
export type AskedUnit = OverlayQuestion['units'][number] & { readonly id: string };

const failed = (overlay: Overlay, message: string, fix: string, span?: ReturnType<typeof lineSpan>): StylesheetFault =>
  new StylesheetFault(sheetFault('stylesheet-failed', span ?? overlay.sheets[0]!.span(0, 0), message, fix));

function stopped(
  { sheets, ...overlay }: Overlay,
  { message, line, module }: OverlayError,
  id: string,
): StylesheetFault {
  const sheet = sheetNamed(sheets, module);
  const said = withNames(message, sheets).replace(/\.$/, '');
  return failed(
    { sheets, ...overlay },
    `The stylesheets stopped at ${id}: ${said}.`,
    'Correct the template. Where two templates match one element, give one of them a priority.',
    sheet && lineSpan(sheet, line),
  );
}

function whyEnded({ error, signal, status, stderr }: ReturnType<typeof ask>, limits: OverlayLimits): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ETIMEDOUT') return `they took longer than ${limits.seconds} seconds`;
  if (code === 'ENOBUFS') return 'they made more than can be read';
  if (signal === 'SIGABRT' || status === 134 || stderr.includes('heap out of memory'))
    return `they needed more than ${limits.megabytes} MB of memory`;
  return status === 0
    ? `what they made cannot be read, or more than ${deepest} elements are inside each other`
    : 'their process ended too early';
}

function ask(question: OverlayQuestion, { seconds, megabytes }: OverlayLimits) {
  const reach = [`${packageFile('lib')}/*`, `${dirname(engineProgram())}/*`, packageFile('package.json')];
  const confined = confinedArguments({ read: reach, megabytes, kilobytes: stack });
  return spawnSync(process.execPath, [...confined, packageFile('lib', 'overlay-process.js')], {
    input: serialize(question),
    encoding: 'utf8',
    // The time zone must not be that of the machine.
    env: { TZ: 'UTC' },
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: longestAnswer(question.units.reduce((sum, { xml }) => sum + xml.length, 0)),
    windowsHide: true,
  });
}

/** The results of units, in their order. Throws `StylesheetFault`. */
function resultsOf(overlay: Overlay, as: OverlayQuestion['as'], units: readonly AskedUnit[]): readonly ResultNode[] {
  const limits = { ...defaultLimits, ...overlay.limits };
  const question = { sef: overlay.sef, as, units: units.map(({ xml, numbering }) => ({ xml, numbering })) };
  const ended = ask(question, limits);
  const answer = ended.status === 0 && !ended.error ? readAnswer(ended.stdout, units.length) : undefined;
  if (!answer)
    throw failed(
      overlay,
      `The stylesheets were stopped: ${whyEnded(ended, limits)}.`,
      'Look for templates that call themselves, and for what compares everything with everything.',
    );
  if ('error' in answer) throw stopped(overlay, answer.error, units[answer.error.unit]?.id ?? 'a unit');
  return answer.sections;
}

/** Asks about units in as many processes as there have to be; answers in their order. Throws `StylesheetFault`. */
export function* asked<Unit extends AskedUnit>(
  overlay: Overlay,
  as: OverlayQuestion['as'],
  units: Iterable<Unit>,
): Generator<readonly [unit: Unit, result: ResultNode]> {
  let batch: Unit[] = [];
  let length = 0;
  const run = (): (readonly [Unit, ResultNode])[] => {
    if (batch.length === 0) return [];
    const results = resultsOf(overlay, as, batch);
    return batch.map((unit, i) => [unit, results[i]!] as const);
  };
  for (const unit of units) {
    batch.push(unit);
    length += unit.xml.length;
    if (length < batchLength) continue;
    yield* run();
    batch = [];
    length = 0;
  }
  yield* run();
}
