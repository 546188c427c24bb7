import { type ChildProcess, fork } from 'node:child_process';
import { packageFile } from '../source/package-files.ts';
import { canTypeset } from './engine.ts';
import type { TypesetQuestion } from './questions.ts';
import type { MadePdf, Problem, TypesetFiles, Typesetter } from './typesetter.ts';

/** A typesetter in a process of its own: an error in the engine’s own code ends that process and not the program, and its memory is given back at the end. */

/** What the engine says last when its own code fails: the line behind “panicked at”. */
const lastWords = (stderr: string): string => /panicked at [^\n]*\n([^\n]+)/.exec(stderr)?.[1] ?? 'it gives no reason';

/** Asks a process; what it answers, or that it has ended. */
function asker(child: ChildProcess): (question: TypesetQuestion) => Promise<unknown> {
  let stderr = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-10_000)));
  const ended = new Promise<{ problems: readonly Problem[] }>((resolve) => {
    const end = (): void =>
      resolve({ problems: [{ message: `the typesetter has stopped: ${lastWords(stderr)}`, file: '', line: 0 }] });
    child.on('error', end).on('close', end);
  });
  return (question) => {
    if (child.connected) child.send(question, () => undefined);
    const answered = new Promise((resolve) =>
      child.once('message', ({ value }: { value: unknown }) => {
        resolve(value);
      }),
    );
    return Promise.race([answered, ended]);
  };
}

/** Opens a document to be set. Undefined where the engine or the fonts are not installed. */
export function askTypesetter(files: TypesetFiles): Typesetter | undefined {
  if (!canTypeset()) return undefined;
  const child = fork(packageFile('lib', 'typeset-process.js'), [], {
    execArgv: [],
    env: { TZ: 'UTC' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const ask = asker(child);
  const opened = ask({ ask: 'open', files });
  return {
    set: async (inputs) => {
      await opened;
      const set = (await ask({ ask: 'set', inputs })) as { pages: number } | { problems: readonly Problem[] };
      if ('problems' in set) return set;
      return {
        pages: set.pages,
        query: (label) => ask({ ask: 'query', label }),
        pdf: (standard) => ask({ ask: 'pdf', standard }) as Promise<MadePdf>,
      };
    },
    forget: () => ask({ ask: 'forget' }) as Promise<void>,
    close: () => void child.kill(),
  };
}
