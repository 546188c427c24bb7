import { join } from 'node:path';
import type { Manifest } from '../edition/manifest.ts';
import { readManifest } from '../edition/read-manifest.ts';
import { readFileIfThere } from '../source/regular-file.ts';

/** A built edition as it is served: its manifest, and the files that its list of checksums names, and no other. */

export interface BuiltEdition {
  readonly manifest: Manifest;
  /** The bytes of a file of the edition; undefined where it has none of this path. */
  file(path: string): Buffer | undefined;
  has(path: string): boolean;
}

/** There is no built edition in a folder, or it is damaged; the message says what is wrong. */
export class NoEdition extends Error {}

const listed = /^[0-9a-f]{64} {2}(.+)$/gm;
const beside = ['SHA256SUMS', 'proof.json'];

/** Opens the edition in a folder. Throws `NoEdition`. */
export function openEdition(folder: string): BuiltEdition {
  const read = readManifest(folder);
  if (!read) throw new NoEdition(`there is no built edition in “${folder}”: run octavo build first`);
  if ('damage' in read) throw new NoEdition(`the edition in “${folder}” cannot be served: ${read.damage}`);
  const sums = readFileIfThere(join(folder, 'SHA256SUMS'))?.toString('utf8') ?? '';
  const paths = new Set([...sums.matchAll(listed)].map(([, path]) => path!).concat(beside));
  return {
    manifest: read.manifest,
    has: (path) => paths.has(path),
    file: (path) => (paths.has(path) ? readFileIfThere(join(folder, path)) : undefined),
  };
}
