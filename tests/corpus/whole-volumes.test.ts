import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { octavo } from '../harness/octavo.ts';
import { corpus, hasCorpus, needsCorpus, volume12 } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';
import { builtCorpus } from '../harness/volume.ts';

/** Whole books that nobody here encoded: nothing of them is lost, in any format. */

const others = hasCorpus ? readdirSync(join(corpus, 'any-tei')).filter((name) => name.endsWith('.xml')) : [];
/** Mistakes that the files really have: pointers to ids that are not there, an id twice. */
const mistakes: ReadonlyMap<string, readonly string[]> = new Map([
  ['ldlt-balex.xml', Array<string>(23).fill('dangling-pointer')],
  ['oclc_4770057679-i_1.TEIP5.xml', ['duplicate-id']],
  ['ppp.01880.xml', ['dangling-pointer']],
  ['testmathml.xml', ['dangling-pointer']],
]);

describe.skipIf(!hasCorpus)(`Real editions lose nothing${needsCorpus}`, () => {
  it.each([
    [
      'a volume of 229 documents',
      'frus/frus1969-76v12.xml',
      '229 documents and 13 sections, 291,608 words, 733 pages, 912 notes',
    ],
    ['three volumes', 'frus', '735 documents and 29 sections, 749,094 words, 1,860 pages, 2,361 notes'],
    ['letters', 'letters', '41 documents and 41 records, 38,403 words, 128 pages, 105 notes', 8],
    ['novels', 'novels', '9 documents and 3 sections, 45,928 words, 327 pages, 0 notes'],
    ['a play', 'drama', '5 documents and 1 section, 16,581 words, 0 pages, 0 notes'],
  ])('%s', async (_, path, counts, formats = 6) => {
    const cwd = await builtCorpus(path);
    const { code, said } = octavo(['verify', join(corpus, path)], { cwd });
    expect(said).toBe(`nothing lost: ${counts} in ${formats} formats\n`);
    expect(code).toBe(0);
  });

  it.each(others)('%s', async (name) => {
    const path = newFolder({ [name]: readFileSync(join(corpus, 'any-tei', name)) });
    const out = join(path, 'dist');
    const { findings, summary } = await build({ path, out, keepGoing: true });
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(
      mistakes.get(name) ?? [],
    );
    expect(summary?.words).toBeGreaterThan(100);
    expect((await verify({ path, out })).result).toBe('nothing lost');
  });

  it('a volume as archives publish text on the web', () => {
    const cwd = newFolder();
    octavo(['build', volume12, '--formats', 'text', '--text-dialect', 'web', '--quiet'], { cwd });
    expect(octavo(['verify', volume12], { cwd }).said).toMatch(/^nothing lost: .* in 1 format\n$/);
  });
});
