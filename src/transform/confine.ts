import fs from 'node:fs';
import Module from 'node:module';

/**
 * Takes from a process what code in it could reach the world with. It is the second wall: the first lets no such code into the engine
 * (`refused-code.ts`), the third is Node's permission model, under which the process was started (`confined-process.ts`). Node 20 does not
 * restrict the network, so that is closed here: no module that could open a connection can be loaded any more.
 */

const refuse = (): never => {
  throw new Error('out of reach for a stylesheet');
};

/** What is left of the global object: the language itself, and what the engine needs to work. */
const keptGlobals: ReadonlySet<string> = new Set(
  `Object Array String Number Boolean Symbol BigInt Math JSON Date RegExp Map Set WeakMap WeakSet WeakRef Promise Proxy Reflect Intl
   Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array
   ArrayBuffer SharedArrayBuffer DataView Atomics Error TypeError RangeError SyntaxError ReferenceError EvalError URIError AggregateError Iterator
   parseInt parseFloat isNaN isFinite encodeURI encodeURIComponent decodeURI decodeURIComponent escape unescape undefined NaN Infinity
   globalThis global Function URL URLSearchParams TextEncoder TextDecoder Buffer Float16Array console process
   setTimeout clearTimeout setImmediate clearImmediate setInterval clearInterval queueMicrotask`.split(/\s+/),
);

/** Those of Node, before the engine has added its own. */
const globals = Object.getOwnPropertyNames(globalThis);

function withoutGlobals(): void {
  const world = globalThis as unknown as Record<string, unknown>;
  for (const name of globals) if (!keptGlobals.has(name)) Reflect.deleteProperty(world, name);
}

/** Modules that are loaded already stay usable for those who hold them; nothing else is found any more, except `allowed`. */
function withoutModules(allowed: ReadonlySet<string>, replaced: Readonly<Record<string, unknown>>): void {
  const loader = Module as unknown as Record<string, unknown> & { prototype: Record<string, unknown> };
  const load = loader['_load'] as (request: string, ...rest: unknown[]) => unknown;
  loader['_load'] = (request: string, ...rest: unknown[]): unknown => {
    if (Object.hasOwn(replaced, request)) return replaced[request];
    return allowed.has(request) ? load(request, ...rest) : refuse();
  };
  for (const name of ['createRequire', 'register', 'registerHooks', 'syncBuiltinESMExports'])
    if (name in loader) loader[name] = refuse;
}

/** Members of `process` that reach out of it. Node itself calls others, so they cannot all go. */
const reaching =
  /^(?:binding|_linkedBinding|dlopen|getBuiltinModule|_?kill|chdir|set(?:e?[ug]id|groups)|initgroups|abort|umask|execve|openStdin|loadEnvFile|_debug.*|_rawDebug|_startProfiler.*|_stopProfiler.*)$/;

function withoutProcess(): void {
  for (const name of Object.getOwnPropertyNames(process))
    if (reaching.test(name)) Reflect.defineProperty(process, name, { value: refuse });
  for (const name of ['env', 'report', 'permission', 'config'])
    Reflect.defineProperty(process, name, { value: Object.freeze({}) });
}

export interface Confinement {
  /** Modules that may still be loaded, by the names they are asked for with. */
  readonly modules?: readonly string[];
  /** What is given out in place of modules. */
  readonly replaced?: Readonly<Record<string, unknown>>;
  /** For the compiler, which reads a file, writes one and prints its errors: Node's permission model decides what it may touch. */
  readonly isCompiler?: boolean;
}

/** Shuts this process in, for the rest of its life. */
export function confine({ modules = [], replaced = {}, isCompiler = false }: Confinement = {}): void {
  withoutGlobals();
  withoutModules(new Set(modules), replaced);
  withoutProcess();
  if (isCompiler) return;
  const silent = Object.fromEntries(Object.keys(console).map((name) => [name, (): void => undefined]));
  Object.defineProperty(globalThis, 'console', { value: silent });
  // The engine asks only for the system it runs on.
  Object.defineProperty(globalThis, 'process', { value: Object.freeze({ platform: process.platform }) });
  const disk = fs as unknown as Record<string, unknown>;
  for (const [name, value] of Object.entries(disk)) if (typeof value === 'function') disk[name] = refuse;
  Object.defineProperty(fs, 'promises', { value: Object.freeze({}) });
}
