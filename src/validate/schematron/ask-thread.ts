import { Worker } from 'node:worker_threads';
import { packageFile } from '../../source/package-files.ts';
import type { Answer, Question, ThreadData } from './thread.ts';

/** Runs a schema in its thread, one file after the other, with limits. */

export interface SchematronLimits {
  /** For one file. */
  readonly seconds: number;
  readonly megabytes: number;
}

const defaultLimits: SchematronLimits = { seconds: 300, megabytes: 2048 };

export type Outcome = { readonly result: string } | { readonly error: string };

/** Asks about one file. A thread that breaks a limit is ended; the next file gets a new one. */
function ask(
  worker: Worker,
  question: Question,
  { seconds, megabytes }: SchematronLimits,
): Promise<Outcome & { ended: boolean }> {
  return new Promise((done) => {
    const finish = (outcome: Outcome, ended: boolean): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      done({ ...outcome, ended });
    };
    const onMessage = (answer: Answer): void => finish(answer, false);
    const onError = (error: NodeJS.ErrnoException): void => {
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      finish({ error: memory ? `it needed more than ${megabytes} MB of memory` : error.message }, true);
    };
    const onExit = (): void => finish({ error: 'it ended too early' }, true);
    const timer = setTimeout(
      () => finish({ error: `it took longer than ${seconds} ${seconds === 1 ? 'second' : 'seconds'}` }, true),
      seconds * 1000,
    );
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(question);
  });
}

function startThread(data: ThreadData, { megabytes }: SchematronLimits): Worker {
  return new Worker(packageFile('lib', 'schematron-thread.js'), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, stackSizeMb: 32 },
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
}

/** The outcome of each file, in the order of the questions. */
export async function runSchema(
  data: ThreadData,
  questions: readonly Omit<Question, 'id'>[],
  given: Partial<SchematronLimits> = {},
): Promise<Outcome[]> {
  const limits = { ...defaultLimits, ...given };
  const outcomes: Outcome[] = [];
  let worker: Worker | undefined;
  try {
    for (const [id, question] of questions.entries()) {
      worker ??= startThread(data, limits);
      const { ended, ...outcome } = await ask(worker, { ...question, id }, limits);
      outcomes.push(outcome);
      if (!ended) continue;
      await worker.terminate();
      worker = undefined;
    }
  } finally {
    await worker?.terminate();
  }
  return outcomes;
}
