import { existsSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/**
 * The engine is two megabytes of code, and compiling it costs more than a small document does. What V8 has made of it
 * is kept next to the program when that is built (`lib/engine.code`) and used for as long as it is V8 of the same
 * version, with the same flags, that reads it.
 */

export interface EngineModule {
  readonly exports: unknown;
  /** What V8 has compiled so far: more, the more of the engine has run. */
  compiledCode(): Buffer;
}

/**
 * Takes the place of the engine's HTTP client. A stylesheet or a document must never call out, and not loading the
 * client saves a quarter of the engine's start.
 */
export const refuseNetwork = Object.assign(
  (): never => {
    throw new Error('stylesheets cannot access the network');
  },
  { get: (): never => refuseNetwork() },
);

/**
 * Runs a CommonJS module, giving it `replaced` in place of what it asks for by these names; with its compiled code
 * where `code` names a file that is available and fits.
 */
export function runModule(path: string, code: string, replaced: Readonly<Record<string, unknown>>): EngineModule {
  const cachedData = existsSync(code) ? readFileSync(code) : undefined;
  const script = new Script(Module.wrap(readFileSync(path, 'utf8')), {
    filename: path,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} };
  const run = script.runInThisContext() as (...words: unknown[]) => void;
  const load = createRequire(path);
  const require = (name: string): unknown => (Object.hasOwn(replaced, name) ? replaced[name] : load(name));
  run.call(module.exports, module.exports, require, module, path, dirname(path));
  return { exports: module.exports, compiledCode: () => script.createCachedData() };
}
