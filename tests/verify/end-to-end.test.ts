import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/edition/manifest.ts';
import { chance } from '../harness/chance.ts';
import { octavo } from '../harness/octavo.ts';
import { corpus, hasCorpus, needsCorpus, sampleEdition } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';
import { actions, damage, kinds } from './damages.ts';
import { findParts } from './readable.ts';
import { damageRecord, recordActions } from './record-damages.ts';

/**
 * The same accidents from end to end: a file of the built edition is damaged, its checksum is made right again, so that nothing but the proof
 * can tell, and `octavo verify` must name the document and the format.
 */

/** Makes the list of checksums right for a file that was changed. */
function repairSums(dist: string, path: string, content: string): void {
  const list = join(dist, 'SHA256SUMS');
  const sum = createHash('sha256').update(content).digest('hex');
  const lines = readFileSync(list, 'utf8').split('\n');
  writeFileSync(list, lines.map((line) => (line.slice(66) === path ? `${sum}  ${path}` : line)).join('\n'));
}

function damagesFound(source: string, dist: string, count: number): void {
  const { documents } = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Manifest;
  const luck = chance(count);
  const formats = Object.keys(documents[0]!.outputs);
  for (let done = 0; done < count;) {
    const unit = luck.pick(documents);
    const format = formats[done % formats.length]!;
    const path = unit.outputs[format]!;
    const good = readFileSync(join(dist, path), 'utf8');
    const find = findParts[format];
    const damaged = find
      ? damage(good, find, unit.notes, luck.pick(kinds), luck.pick(actions), luck, false)?.content
      : damageRecord(format, good, luck.pick(recordActions), luck);
    if (damaged === undefined || damaged === good) continue;
    done++;
    writeFileSync(join(dist, path), damaged);
    repairSums(dist, path, damaged);
    const { code, said } = octavo(['verify', source, '--out', dist]);
    expect([path, code, said]).toEqual([path, 1, expect.stringMatching(new RegExp(`^${unit.id} \\(${format}\\): `))]);
    writeFileSync(join(dist, path), good);
    repairSums(dist, path, good);
  }
  expect(octavo(['verify', source, '--out', dist, '--quiet'])).toEqual({ code: 0, out: '', said: '' });
}

describe('octavo verify names the document and the format', () => {
  let dist = '';
  beforeAll(() => {
    dist = join(newFolder(), 'dist');
    octavo(['build', sampleEdition, '--out', dist]);
  });

  it('of 36 accidents to the sample edition', () => {
    damagesFound(sampleEdition, dist, 36);
  });

  it.skipIf(!hasCorpus)(`of 12 accidents to 41 letters${needsCorpus}`, () => {
    const letters = join(newFolder(), 'dist');
    octavo(['build', join(corpus, 'letters'), '--out', letters, '--keep-going']);
    damagesFound(join(corpus, 'letters'), letters, 12);
  });
});
