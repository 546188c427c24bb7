import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { readRegularFile, sizeOfFile, UnreadableFile } from '../regular-file.ts';
import type { SourceFile } from '../files.ts';

/** Files that others include, read from the folder of the edition and from nowhere else. */

export type PartFile =
  SourceFile | { readonly trouble: 'missing' } | { readonly trouble: 'refused'; readonly why: string };

/** Reads a file of a folder; `path` is relative and has no `..`. Whatever is not a regular file inside the folder is refused. */
export function readPart(folder: string, path: string, limit: number): PartFile {
  const full = join(folder, path);
  let real: string;
  try {
    real = realpathSync(full);
  } catch {
    return { trouble: 'missing' };
  }
  if (!real.startsWith(realpathSync(folder) + sep))
    return { trouble: 'refused', why: 'is a link to a place outside the folder of the edition and is not read.' };
  try {
    const size = sizeOfFile(full);
    if (size > limit) return { trouble: 'refused', why: `has ${size} bytes; ${limit} are allowed.` };
    return { path, bytes: readRegularFile(full) };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { trouble: 'refused', why: `cannot be read: ${error.trouble}.` };
  }
}
