import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readRegularFile, UnreadableFile } from '../source/regular-file.ts';
import { type Draft, oncePerPath } from './output-folder.ts';

/** A draft that writes nothing: every file that a build makes is compared with the one in the folder, byte by byte, and forgotten. */

export interface FileDifference {
  readonly path: string;
  /** In words: where the first difference is. */
  readonly message: string;
}

export interface ComparingDraft extends Draft {
  readonly differences: readonly FileDifference[];
  /** Paths of all files that the build made. */
  readonly made: ReadonlySet<string>;
}

/** Where two contents differ first: line and byte, both from 1; undefined where they are the same. */
export function firstDifference(made: Uint8Array, found: Uint8Array): { line: number; byte: number } | undefined {
  const shorter = Math.min(made.length, found.length);
  let at = 0;
  let line = 1;
  for (; at < shorter && made[at] === found[at]; at++) if (made[at] === 10) line++;
  return at === made.length && at === found.length ? undefined : { line, byte: at + 1 };
}

function differenceOf(out: string, path: string, content: string | Uint8Array): string | undefined {
  const full = join(out, path);
  if (!existsSync(full)) return `${path} is missing: a new build makes it`;
  try {
    const made = typeof content === 'string' ? Buffer.from(content) : content;
    const found = readRegularFile(full);
    if (Buffer.compare(made, found) === 0) return undefined;
    const { line, byte } = firstDifference(made, found)!;
    return `${path} differs from a new build, first in line ${line} (byte ${byte})`;
  } catch (error) {
    if (error instanceof UnreadableFile) return `${path} cannot be read: ${error.trouble}`;
    throw error;
  }
}

export function comparingDraft(out: string): ComparingDraft {
  const differences: FileDifference[] = [];
  const made = new Set<string>();
  const claim = oncePerPath();
  return {
    differences,
    made,
    write: (path, content) => {
      claim(path);
      made.add(path);
      const message = differenceOf(out, path, content);
      if (message !== undefined) differences.push({ path, message });
    },
    keep: () => false,
    finish: () => undefined,
    discard: () => undefined,
  };
}
