import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';

/**
 * Builds the sample edition and the small editions with the program beside this file and proves them. Ends with 0 where nothing was lost, else with
 * 1: what a mutant that changes nothing a reader can see does not achieve.
 */

const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'octavo-mutant-'));
process.env.OCTAVO_CACHE = join(scratch, 'cache');
const fixtures = join(root, 'tests/fixtures/editions');
const editions = [join(root, 'tei'), ...readdirSync(fixtures).map((name) => join(fixtures, name))];

async function firstLoss(): Promise<string | undefined> {
  for (const [i, path] of editions.entries()) {
    const out = join(scratch, `dist-${i}`);
    const { summary } = await build({ path, out, keepGoing: true });
    if (!summary) return `${path} was not built`;
    const proof = await verify({ path, out });
    if (proof.result !== 'nothing lost') return `${path}: ${proof.losses[0]?.message}`;
  }
  return undefined;
}

try {
  const loss = await firstLoss();
  if (loss !== undefined) {
    console.log(loss);
    process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
