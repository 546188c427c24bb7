import { readFileSync, statSync, type Stats } from 'node:fs';
import { diskTrouble } from './disk-trouble.ts';

/** Reading files that a person named or left somewhere: what is not a regular file must neither block the program nor crash it. */

/** A path that cannot be read as a file, and why, in words that complete “it cannot be read: …”. */
export class UnreadableFile extends Error {
  readonly path: string;
  readonly trouble: string;
  constructor(path: string, trouble: string) {
    super(`${path} cannot be read: ${trouble}`);
    this.path = path;
    this.trouble = trouble;
  }
}

function kindOf(stats: Stats): string | undefined {
  if (stats.isFile()) return undefined;
  if (stats.isDirectory()) return 'it is a folder, not a file';
  if (stats.isFIFO()) return 'it is a named pipe, not a file';
  return 'it is a device or a socket, not a file';
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new UnreadableFile(path, diskTrouble(error) ?? (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

/** Size in bytes of a regular file. Throws `UnreadableFile`. */
export function sizeOfFile(path: string): number {
  const stats = attempt(path, () => statSync(path));
  const other = kindOf(stats);
  if (other !== undefined) throw new UnreadableFile(path, other);
  return stats.size;
}

/** The bytes of a regular file. A folder, a pipe (which would block until somebody writes to it) or a device throws `UnreadableFile`. */
export function readRegularFile(path: string): Buffer {
  sizeOfFile(path);
  return attempt(path, () => readFileSync(path));
}

/** The same; undefined where there is nothing of that name. */
export function readFileIfThere(path: string): Buffer | undefined {
  const stats = attempt(path, () => statSync(path, { throwIfNoEntry: false }));
  const other = stats && kindOf(stats);
  if (other !== undefined) throw new UnreadableFile(path, other);
  return stats && attempt(path, () => readFileSync(path));
}
