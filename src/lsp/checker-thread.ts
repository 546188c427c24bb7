import { realpathSync } from 'node:fs';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { type Answer, checkWhole, type Question } from './whole-check.ts';

/** Whole checks in a thread of their own, so that the editor never waits for them. */

export interface Checker {
  /** Checks; one question at a time. Answers undefined where the thread came to grief: the next question gets a new one. */
  readonly ask: (question: Question) => Promise<Answer | undefined>;
  readonly end: () => void;
}

type Reply = { readonly answer: Answer } | { readonly failed: string };

/** The thread runs this program again with these words. */
const threadWords = ['lsp', '--checker'] as const;

export function startChecker(log: (message: string) => void): Checker {
  let worker: Worker | undefined;
  const begin = (): Worker => {
    // What the thread prints must not get among the messages to the editor.
    const made = new Worker(realpathSync(process.argv[1]!), { argv: [...threadWords], stdout: true, stderr: true });
    made.unref();
    return made;
  };
  return {
    ask: (question) =>
      new Promise((resolve) => {
        const thread = (worker ??= begin());
        const settle = (answer: Answer | undefined, why?: string): void => {
          thread.off('message', hear).off('error', fail).off('exit', leave);
          if (why !== undefined) log(why);
          resolve(answer);
        };
        const hear = (reply: Reply): void =>
          'answer' in reply ? settle(reply.answer) : settle(undefined, reply.failed);
        const lose = (why: string): void => {
          worker = undefined;
          settle(undefined, why);
        };
        const fail = (error: Error): void => lose(error.message);
        const leave = (): void => lose('The checking thread has ended.');
        thread.on('message', hear).on('error', fail).on('exit', leave);
        thread.postMessage(question);
      }),
    end: () => void worker?.terminate(),
  };
}

/** The thread's side: answers until its parent ends it. */
export function serveChecks(): Promise<number> {
  if (isMainThread || !parentPort) return Promise.resolve(2);
  const port = parentPort;
  port.on('message', (question: Question) => {
    checkWhole(question).then(
      (answer) => port.postMessage({ answer } satisfies Reply),
      (error: unknown) =>
        port.postMessage({ failed: error instanceof Error ? error.message : String(error) } satisfies Reply),
    );
  });
  return new Promise((resolve) => port.on('close', () => resolve(0)));
}
