import { rebuild } from '../publish/rebuild.ts';
import type { BuildOptions } from '../publish/job.ts';
import { filesBelow, lossOfFile } from './changed-files.ts';
import type { Loss } from './check-unit.ts';

/** `verify --rebuild`: every byte of the edition is compared with a new build of the sources, made without the cache. */

export interface RebuildProof {
  /** Files that a build makes, and how many of them are the same in the edition, byte for byte. */
  readonly files: number;
  readonly same: number;
}

export async function againstRebuild(
  options: BuildOptions,
  out: string,
): Promise<{ proof: RebuildProof; losses: Loss[] }> {
  const built = await rebuild({ ...options, out });
  if (!built) return { proof: { files: 0, same: 0 }, losses: [] };
  const foreign = filesBelow(out)
    .filter((path) => path !== 'proof.json' && !built.made.has(path))
    .map((path) => ({ path, message: `${path} is not of this edition: a new build does not make it` }));
  return {
    proof: { files: built.files, same: built.files - built.differences.length },
    losses: [...built.differences, ...foreign].map(({ path, message }) => lossOfFile(path, message, 'rebuild')),
  };
}
