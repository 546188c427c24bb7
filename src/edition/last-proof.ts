import { join } from 'node:path';
import { readRegularFile } from '../source/regular-file.ts';

/** Whether `verify` has found the edition in this folder to be damaged: then nothing of the last build may be used for the next one. */
export function foundDamaged(out: string): boolean {
  try {
    const proof = JSON.parse(readRegularFile(join(out, 'proof.json')).toString('utf8')) as { result?: unknown } | null;
    return proof?.result === 'something lost';
  } catch {
    return false;
  }
}
