import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether `verify` has found the edition in this folder to be damaged: then nothing of the last build may be used for the next one. */
export function foundDamaged(out: string): boolean {
  try {
    const proof = JSON.parse(readFileSync(join(out, 'proof.json'), 'utf8')) as { result?: unknown } | null;
    return proof?.result === 'something lost';
  } catch {
    return false;
  }
}
