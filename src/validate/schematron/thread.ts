import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, resolve, sep } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { loadEngine, loadStylesheet, transformAmong } from '../../transform/engine.ts';

/**
 * The thread in which Schematron schemas of users run: with limits of memory and time, without the network, and with no other files than those
 * beside the schema. It is an entry of the program of its own: `lib/schematron-thread.js`.
 */

export interface ThreadData {
  readonly sef: string;
  /** Address of the schema; relative addresses in it are relative to this. */
  readonly schema: string;
  /** XML texts that stand for addresses of the web. */
  readonly documents: Readonly<Record<string, string>>;
}

export interface Question {
  readonly id: number;
  readonly xml: string;
  /** Address of the file, as rules see it. */
  readonly source: string;
}

export type Answer = { readonly id: number } & ({ readonly result: string } | { readonly error: string });

type AnyFunction = (...args: unknown[]) => unknown;

const pathOf = (path: unknown): string => {
  const text = String(path);
  return resolve(text.startsWith('file:') ? fileURLToPath(text) : text);
};

/** From here on this thread reads nothing but what is in one folder, and writes nothing. */
function shutIn(folder: string): void {
  const home = fs.realpathSync(folder) + sep;
  const functions = fs as unknown as Record<string, unknown>;
  let reading = false;
  const refuse = (): never => {
    throw new Error('not available to a schema');
  };
  const read = fs.readFileSync as unknown as AnyFunction;
  const real = fs.realpathSync as unknown as (path: string) => string;
  for (const [name, value] of Object.entries(fs)) {
    if (typeof value !== 'function' || /^[A-Z]/.test(name)) continue;
    // Node's own reading goes through other functions of the module.
    functions[name] = (...args: unknown[]) => (reading ? (value as AnyFunction)(...args) : refuse());
  }
  Object.defineProperty(fs, 'promises', { value: {} });
  functions['readFileSync'] = (path: unknown, ...rest: unknown[]) => {
    reading = true;
    try {
      const target = real(pathOf(path));
      return target.startsWith(home) ? read(target, ...rest) : refuse();
    } finally {
      reading = false;
    }
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function work({ sef, schema, documents }: ThreadData): void {
  loadEngine();
  const stylesheet = loadStylesheet(sef);
  shutIn(dirname(fileURLToPath(schema)));
  parentPort!.on('message', ({ id, xml, source }: Question) => {
    let answer: Answer;
    try {
      answer = { id, result: transformAmong(stylesheet, xml, { source, stylesheet: schema, documents }) };
    } catch (error) {
      answer = { id, error: messageOf(error) };
    }
    parentPort!.postMessage(answer);
  });
}

work(workerData as ThreadData);
