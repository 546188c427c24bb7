import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './places.ts';
import { newFolder } from './scratch.ts';

/** The program as a person calls it, in a process of its own. */

const bin = join(root, 'bin/octavo.js');

export interface Session {
  readonly code: number | null;
  /** What it prints for programs. */
  readonly out: string;
  /** What it says to a person. */
  readonly said: string;
}

interface Circumstances {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

function environment(env: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, NODE_OPTIONS: __, ...own } = process.env;
  return { ...own, NO_COLOR: '1', ...env };
}

/** Runs `octavo` with these words. */
export function octavo(words: readonly string[], { cwd = root, env }: Circumstances = {}): Session {
  const run = spawnSync(process.execPath, [bin, ...words], {
    cwd,
    env: environment(env),
    encoding: 'utf8',
    maxBuffer: 1 << 27,
    timeout: 300_000,
  });
  if (run.error) throw run.error;
  return { code: run.status, out: run.stdout, said: run.stderr };
}

/** Runs `octavo` and says how much memory it took at most, in megabytes. */
export function octavoMeasured(
  words: readonly string[],
  circumstances: Circumstances = {},
): Session & { readonly megabytes: number } {
  const report = join(newFolder(), 'memory');
  const preload = pathToFileURL(join(root, 'tests/harness/report-memory.mjs')).href;
  const env = { ...circumstances.env, OCTAVO_TEST_MEMORY: report, NODE_OPTIONS: `--import ${preload}` };
  const session = octavo(words, { ...circumstances, env });
  return { ...session, megabytes: Number(readFileSync(report, 'utf8')) / 1024 };
}

/** Begins `octavo`; the caller ends it or waits for it. */
export const begin = (words: readonly string[], { cwd = root, env }: Circumstances = {}): ChildProcess =>
  spawn(process.execPath, [bin, ...words], { cwd, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });

/** How a process that was begun has ended. */
export function ended(child: ChildProcess): Promise<Session> {
  let out = '';
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, said })));
}
