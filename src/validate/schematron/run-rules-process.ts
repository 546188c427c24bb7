import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { packageFile } from '../../source/package-files.ts';
import { confinedArguments } from '../../transform/confined-process.ts';
import { engineProgram } from '../../transform/engine.ts';
import { type Answer, frame, frameReader, type Given, type Load, type Question, readAnswer } from './messages.ts';

/** Runs a schema in its process, one file after the other, with limits. */

export interface SchematronLimits {
  /** For one file. */
  readonly seconds: number;
  readonly megabytes: number;
}

const defaultLimits: SchematronLimits = { seconds: 300, megabytes: 2048 };

/** Of stack: what the main thread of a process safely has on Linux, macOS and Windows (8 MB, of which V8 may not count all). */
const stack = 3900;

export type Outcome = { readonly result: string } | { readonly error: string };

/** A document that rules ask for, by its address; undefined where there is none for them. */
export type Documents = (address: string) => string | undefined;

interface RulesProcess {
  readonly child: ChildProcess;
  /** What is done with the next answer, or with why there is none. */
  hear: (answer: Answer | undefined, why?: string) => void;
}

const ofMemory = (megabytes: number): string => `it needed more than ${megabytes} MB of memory`;

/** How a process ended, in words: V8 aborts where its memory is full. */
const endOf = (signal: NodeJS.Signals | null, code: number | null, words: string, megabytes: number): string =>
  signal === 'SIGABRT' || code === 134 || words.includes('heap out of memory')
    ? ofMemory(megabytes)
    : 'it ended too early';

function start(load: Load, { megabytes }: SchematronLimits): RulesProcess {
  const reach = [`${packageFile('lib')}/*`, `${dirname(engineProgram())}/*`, packageFile('package.json')];
  const confined = confinedArguments({ read: reach, megabytes, kilobytes: stack });
  const child = spawn(process.execPath, [...confined, packageFile('lib', 'rules-process.js')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {},
    windowsHide: true,
  });
  const rules: RulesProcess = { child, hear: () => undefined };
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words = (words + text).slice(-2000)));
  const lose = (why: string): void => rules.hear(undefined, why);
  child.stdout.on(
    'data',
    frameReader(
      (body) => rules.hear(readAnswer(body), 'it answered what cannot be read'),
      () => lose('it has more to say than can be shown'),
    ),
  );
  child.on('error', ({ message }) => lose(message));
  child.on('close', (code, signal) => lose(endOf(signal, code, words, megabytes)));
  // A process that has ended is noticed by its end, not by the pipe.
  child.stdin.on('error', () => undefined);
  child.stdin.write(frame(load));
  return rules;
}

/** Asks about one file, giving it documents on its way. */
function ask(
  rules: RulesProcess,
  question: Question,
  documents: Documents,
  { seconds }: SchematronLimits,
): Promise<Outcome & { ended: boolean }> {
  return new Promise((done) => {
    const finish = (outcome: Outcome, ended: boolean): void => {
      clearTimeout(timer);
      rules.hear = () => undefined;
      done({ ...outcome, ended });
    };
    const timer = setTimeout(
      () => finish({ error: `it took longer than ${seconds} ${seconds === 1 ? 'second' : 'seconds'}` }, true),
      seconds * 1000,
    );
    rules.hear = (answer, why) => {
      if (!answer) finish({ error: why ?? 'it ended too early' }, true);
      else if ('wanted' in answer)
        rules.child.stdin!.write(frame({ document: documents(answer.wanted) } satisfies Given));
      else finish(answer, false);
    };
    rules.child.stdin!.write(frame(question));
  });
}

/** The outcome of each file, in the order of the questions. A process that breaks a limit is ended; the next file gets a new one. */
export async function runSchema(
  load: Load,
  questions: readonly Question[],
  given: { readonly documents?: Documents; readonly limits?: Partial<SchematronLimits> | undefined } = {},
): Promise<Outcome[]> {
  const limits = { ...defaultLimits, ...given.limits };
  const documents = given.documents ?? ((): undefined => undefined);
  const outcomes: Outcome[] = [];
  let rules: RulesProcess | undefined;
  try {
    for (const question of questions) {
      rules ??= start(load, limits);
      const { ended, ...outcome } = await ask(rules, question, documents, limits);
      outcomes.push(outcome);
      if (!ended) continue;
      rules.child.kill('SIGKILL');
      rules = undefined;
    }
  } finally {
    rules?.child.kill('SIGKILL');
  }
  return outcomes;
}
