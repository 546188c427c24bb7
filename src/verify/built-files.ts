import { join } from 'node:path';
import { readFileIfThere } from '../source/regular-file.ts';
import { sha256 } from '../work/hash.ts';

/** The files of a built edition, each read once: what was read to be compared with the source has its checksum known. */
export interface BuiltFiles {
  /** The bytes of a file; undefined where it is missing. Throws `UnreadableFile`. */
  bytes(path: string): Buffer | undefined;
  /** SHA-256 of a file, hexadecimal; undefined where it is missing. Throws `UnreadableFile`. */
  sum(path: string): string | undefined;
}

export function builtFiles(out: string): BuiltFiles {
  const sums = new Map<string, string>();
  const read = (path: string): Buffer | undefined => {
    const bytes = readFileIfThere(join(out, path));
    if (bytes) sums.set(path, sha256(bytes));
    return bytes;
  };
  return {
    bytes: read,
    sum: (path) => {
      if (!sums.has(path)) read(path);
      return sums.get(path);
    },
  };
}
