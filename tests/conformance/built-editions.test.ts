import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/publish/run.ts';
import { fixtures, hasCorpus, needsCorpus, root, sampleEdition } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';
import { builtCorpus } from '../harness/volume.ts';

/** What other people's validators say of whole built editions. */

const shared = resolve(root, '../shared');
const htmlCheck = join(shared, 'checks/html.mjs');
const teiAll = join(shared, 'standards/tei_all.rng');
const hasJing = spawnSync('jing', []).error === undefined;

async function built(source: string, out = join(newFolder(), 'dist')): Promise<string> {
  const { summary } = await build({ path: source, out, keepGoing: true });
  expect(summary).toBeDefined();
  return out;
}

/** What is wrong with the pages of an edition; undefined where the validators cannot be had. */
function pageFaults(dist: string, words: readonly string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(process.execPath, [htmlCheck, dist, '--self-contained', ...words], {
    encoding: 'utf8',
  });
  if (stderr.includes('npm install failed')) return undefined;
  // 3: a tool is missing on this machine, so less was proved.
  return status === 0 || status === 3 ? '' : stdout;
}

const needs = (is: boolean, what: string): string => (is ? '' : ` (skipped: ${what} not here)`);

describe.skipIf(!existsSync(htmlCheck))(`Pages${needs(existsSync(htmlCheck), '../shared/checks is')}`, () => {
  it('of the sample edition are valid, can be used by everybody, and all their links lead somewhere', async ({
    skip,
  }) => {
    const faults = pageFaults(await built(sampleEdition), []);
    if (faults === undefined) skip('the validators could not be installed here');
    expect(faults).toBe('');
  });

  it('of the small editions are valid, and all their links lead somewhere', async ({ skip }) => {
    const site = newFolder();
    for (const [name, folder] of fixtures) await built(folder, join(site, name.replaceAll(' ', '-')));
    expect(readdirSync(site).length).toBe(fixtures.length);
    const faults = pageFaults(site, ['--only=vnu,links']);
    if (faults === undefined) skip('the validators could not be installed here');
    expect(faults).toBe('');
  });

  it.skipIf(!hasCorpus)(
    `of a whole volume are valid, and all their links lead somewhere${needsCorpus}`,
    async ({ skip }) => {
      const faults = pageFaults(join(await builtCorpus('frus/frus1969-76v12.xml'), 'dist'), ['--only=vnu,links']);
      if (faults === undefined) skip('the validators could not be installed here');
      expect(faults).toBe('');
    },
  );
});

const canCheckTei = existsSync(teiAll) && hasJing;
describe.skipIf(!canCheckTei)(`TEI${needs(canCheckTei, '../shared/standards or jing are')}`, () => {
  const faults = (dist: string): string[] => {
    const files = readdirSync(join(dist, 'tei')).map((name) => join(dist, 'tei', name));
    const { stdout } = spawnSync('jing', [teiAll, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.replace(dist, ''));
  };

  it('of the sample edition is valid under the schema of the TEI Consortium, each document by itself', async () => {
    expect(faults(await built(sampleEdition))).toEqual([]);
  });

  it.skipIf(!hasCorpus)(`of a whole volume is valid under it, each document by itself${needsCorpus}`, async () => {
    expect(faults(join(await builtCorpus('frus/frus1969-76v12.xml'), 'dist'))).toEqual([]);
  });
});
