import { realpathSync } from 'node:fs';

/** How a process is started in which the code of strangers runs: under Node's permission model, without environment, without code made from text. */

export interface Reach {
  /** Files, and folders that end with `/*`, by absolute path. */
  readonly read: readonly string[];
  readonly write?: readonly string[];
  readonly megabytes: number;
  /** Of stack. */
  readonly kilobytes?: number;
}

const permission = (): string =>
  process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission';

/** A path as it was given and as the disk knows it: Node compares both, by version. */
function spellings(path: string): string[] {
  const [bare, rest] = path.endsWith('*') ? [path.slice(0, -2), path.slice(-2)] : [path, ''];
  return [...new Set([path, `${realpathSync(bare)}${rest}`])];
}

/** Arguments for Node: no disk but what is named, no programs, no threads, no addons, and no more memory than is allowed. */
export function confinedArguments({ read, write = [], megabytes, kilobytes }: Reach): string[] {
  return [
    permission(),
    ...read.flatMap(spellings).map((path) => `--allow-fs-read=${path}`),
    ...write.flatMap(spellings).map((path) => `--allow-fs-write=${path}`),
    '--disallow-code-generation-from-strings',
    '--no-warnings',
    `--max-old-space-size=${megabytes}`,
    ...(kilobytes === undefined ? [] : [`--stack-size=${kilobytes}`]),
  ];
}
