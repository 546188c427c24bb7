import { existsSync, readFileSync } from 'node:fs';
import { packageFile } from '../source/package-files.ts';
import { version } from '../source/version.ts';
import { phase1Hash } from '../transform/compiled.ts';
import { hashOf } from '../work/hash.ts';

/** Hash of the program itself: results of another version are never taken for ours. */
export function programHash(): string {
  const id = packageFile('lib', 'build-id');
  return hashOf(version(), existsSync(id) ? readFileSync(id, 'utf8') : phase1Hash());
}
