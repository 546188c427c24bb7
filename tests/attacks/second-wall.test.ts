import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { root } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';

/**
 * What is taken from a process in which the code of a stranger runs (`src/transform/confine.ts`), tried without the other two walls: no list of
 * what code may do, and none of Node's permissions.
 */

/** What each expression comes to in a process that has confined itself, as text; `refused` where it throws. */
function inside(confinement: string, expressions: readonly string[]): string[] {
  const folder = newFolder({ 'a.txt': 'words' });
  const attempts = expressions.map((one) => `() => (${one})`).join(',\n');
  const program = join(folder, 'program.mjs');
  writeFileSync(
    program,
    `import fs, { writeSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import held from 'node:process';
import { confine } from ${JSON.stringify(pathToFileURL(join(root, 'src/transform/confine.ts')).href)};
const file = ${JSON.stringify(join(folder, 'a.txt'))};
const write = writeSync.bind(fs);
const attempts = [${attempts}];
const result = (attempt) => { try { return String(attempt()); } catch { return 'refused'; } };
confine(${confinement});
const results = JSON.stringify(attempts.map(result));
write(1, results);`,
  );
  const args = ['--import', pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href, program];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { OCTAVO_TEST_SECRET: 'a secret' },
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as string[];
}

/** Expressions with what each of them comes to. */
function each(confinement: string, wanted: Readonly<Record<string, string>>): void {
  const expressions = Object.keys(wanted);
  const results = inside(confinement, expressions);
  expect(Object.fromEntries(expressions.map((one, i) => [one, results[i]]))).toEqual(wanted);
}

describe('a process that has confined itself', () => {
  it('has no way to the network, and none to make code from text, among its globals', () => {
    const gone = 'fetch WebSocket eval WebAssembly BroadcastChannel MessageChannel performance crypto navigator Event';
    each('', Object.fromEntries(gone.split(' ').map((name) => [`typeof ${name}`, 'undefined'])));
  });

  it('has the language', () => {
    const kept =
      `Object Array String Number Boolean Symbol BigInt Date RegExp Map Set WeakMap WeakSet WeakRef Promise Proxy Int8Array Uint8Array
      Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array ArrayBuffer
      SharedArrayBuffer DataView Error TypeError RangeError SyntaxError ReferenceError EvalError URIError AggregateError parseInt parseFloat isNaN
      isFinite encodeURI encodeURIComponent decodeURI decodeURIComponent escape unescape Function URL URLSearchParams TextEncoder TextDecoder Buffer
      setTimeout clearTimeout setImmediate clearImmediate setInterval clearInterval queueMicrotask`.split(/\s+/);
    each('', Object.fromEntries(kept.map((name) => [`typeof ${name}`, 'function'])));
    const objects = ['Math', 'JSON', 'Reflect', 'Intl', 'Atomics', 'globalThis', 'global'];
    each('', Object.fromEntries(objects.map((name) => [`typeof ${name}`, 'object'])));
  });

  it('loads no more modules', () => {
    const load = "Module._load('node:net')";
    const maker = 'Module.createRequire(file)';
    const register = "Module.register('data:text/javascript,')";
    each('', { [load]: 'refused', [maker]: 'refused', [register]: 'refused' });
  });

  it('loads the modules that were allowed by name, and gets others in place of those that were replaced', () => {
    each("{ modules: ['node:os'], replaced: { axios: 'instead' } }", {
      "typeof Module._load('node:os').cpus": 'function',
      "Module._load('axios')": 'instead',
      "Module._load('node:net')": 'refused',
      "Module._load('toString')": 'refused',
    });
  });

  it('knows of itself only the system it runs on', () => {
    each('', { 'Object.keys(process)': 'platform', 'process.platform === held.platform': 'true' });
  });

  it('gives nothing away by a reference that was kept to its former self', () => {
    const reaching = ['binding', 'dlopen', 'kill', 'chdir', 'abort', 'umask', 'setuid', '_rawDebug', 'openStdin'];
    each('', {
      ...Object.fromEntries(reaching.map((name) => [`held.${name}('x')`, 'refused'])),
      'Object.keys(held.env)': '',
      'Object.keys(held.report)': '',
      'Object.keys(held.config)': '',
    });
  });

  it('says nothing and has no disk', () => {
    each('', {
      "console.log('words')": 'undefined',
      "console.error('words')": 'undefined',
      'fs.readFileSync(file)': 'refused',
      "fs.writeFileSync(file, 'x')": 'refused',
      'fs.existsSync(file)': 'refused',
      'Object.keys(fs.promises)': '',
    });
  });

  it('keeps the disk where it is the compiler, and nothing else', () => {
    each('{ isCompiler: true }', {
      "fs.readFileSync(file, 'utf8')": 'words',
      'typeof console.log': 'function',
      'typeof process.exit': 'function',
      'typeof fetch': 'undefined',
      "Module._load('node:net')": 'refused',
      'Object.keys(process.env)': '',
      'process.kill(1)': 'refused',
    });
  });
});
