import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { chance } from '../harness/chance.ts';
import { contentsOf } from '../harness/folder-state.ts';
import { amount, measured } from '../harness/long.ts';
import { octavo } from '../harness/octavo.ts';
import { newFolder } from '../harness/scratch.ts';
import { newEdition } from '../publish/random-edits.ts';

/** `octavo verify --rebuild` finds every change of a byte since the build, whatever has been done to the checksums. */

function repairSums(dist: string): void {
  const lines = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !['SHA256SUMS', 'proof.json'].includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map(
      (full) =>
        [
          relative(dist, full).split(sep).join('/'),
          createHash('sha256').update(readFileSync(full)).digest('hex'),
        ] as const,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(join(dist, 'SHA256SUMS'), lines.map(([path, sum]) => `${sum}  ${path}\n`).join(''));
}

describe('octavo verify --rebuild', () => {
  let folder = '';
  let good = '';
  beforeAll(async () => {
    folder = newFolder();
    good = join(newFolder(), 'dist');
    newEdition(folder, 5);
    await build({ path: folder, out: good, keepGoing: true, check: false });
  });
  const copy = (): string => {
    const out = join(newFolder(), 'dist');
    cpSync(good, out, { recursive: true });
    return out;
  };

  it('says that every byte is the same, and writes nothing but the proof', async () => {
    const out = copy();
    const before = contentsOf(out);
    const { rebuilt, losses } = await verify({ path: folder, out, rebuild: true });
    expect(losses.filter(({ format }) => format === 'rebuild')).toEqual([]);
    expect(rebuilt).toEqual({ files: Object.keys(before).length, same: Object.keys(before).length });
    rmSync(join(out, 'proof.json'));
    expect(contentsOf(out)).toEqual(before);
  });

  it(`finds each of ${amount(40, 1000)} changes of one byte, with the file and the line`, async () => {
    const luck = chance(9);
    const missed: string[] = [];
    for (let i = 0; i < amount(40, 1000); i++) {
      const out = copy();
      const path = luck.pick(Object.keys(contentsOf(out)));
      const bytes = readFileSync(join(out, path));
      const at = luck.below(bytes.length);
      bytes[at] = bytes[at]! ^ (1 + luck.below(255));
      writeFileSync(join(out, path), bytes);
      if (path !== 'SHA256SUMS') repairSums(out);
      const { losses, result } = await verify({ path: folder, out, rebuild: true });
      const line = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
      const isNamed =
        path === 'manifest.json' ||
        losses.some(({ message }) => message.startsWith(`${path} differs from a new build, first in line ${line} `));
      if (result !== 'something lost' || !isNamed) missed.push(`${path} at ${at}`);
      rmSync(out, { recursive: true });
    }
    measured({
      title: 'Changes of one byte',
      what: 'One byte of a built edition was changed, its checksum too: found by `verify --rebuild`, with the file and the line.',
      columns: ['changes', 'missed'],
      rows: [[amount(40, 1000), missed.length]],
    });
    expect(missed).toEqual([]);
  });

  it('finds files that are missing and files that no build makes', async () => {
    const out = copy();
    rmSync(join(out, 'text/d1.txt'));
    writeFileSync(join(out, 'documents/.hidden.html'), '');
    repairSums(out);
    const { losses } = await verify({ path: folder, out, rebuild: true });
    const messages = losses.filter(({ format }) => format === 'rebuild').map(({ message }) => message);
    expect(messages).toContain('text/d1.txt is missing: a new build makes it');
    expect(messages).toContain('documents/.hidden.html is not of this edition: a new build does not make it');
  });

  it('is an option of the command, with exit code 1 where a byte differs', () => {
    const out = copy();
    const ends = octavo(['verify', folder, '--out', out, '--rebuild']);
    expect(ends.code === 0 || ends.code === 1).toBe(true);
    writeFileSync(join(out, 'style/edition.css'), `${readFileSync(join(out, 'style/edition.css'), 'utf8')} `);
    repairSums(out);
    const { code, said } = octavo(['verify', folder, '--out', out, '--rebuild']);
    expect([code, said]).toEqual([
      1,
      expect.stringContaining('style/edition.css differs from a new build, first in line '),
    ]);
  });
});
