import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before all tests: a scratch folder for this run, and a cache in it, so that no test reads or fills the cache of the person who runs it. */
export default function setup(): () => void {
  const scratch = mkdtempSync(join(tmpdir(), 'octavo-tests-'));
  process.env.OCTAVO_TEST_SCRATCH = scratch;
  process.env.OCTAVO_CACHE = join(scratch, 'cache');
  mkdirSync(process.env.OCTAVO_CACHE);
  return () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
