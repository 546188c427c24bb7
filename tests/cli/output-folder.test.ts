import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { contentsOf, differences, stampsOf } from '../harness/folder-state.ts';
import { letters } from '../harness/letters.ts';
import { begin, ended, octavo } from '../harness/octavo.ts';
import { newFolder } from '../harness/scratch.ts';

/** The output folder is replaced completely or not at all, and nothing is written that need not be. */

/** A folder with `count` letters, built. */
function built(count: number): { cwd: string; dist: string } {
  const cwd = newFolder({ 'a.xml': letters(count) });
  expect(octavo(['build', '--quiet'], { cwd })).toEqual({ code: 0, out: '', said: '' });
  return { cwd, dist: join(cwd, 'dist') };
}

const change = (cwd: string, from: string | RegExp, to: string): void => {
  const file = join(cwd, 'a.xml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
};

/** Makes a disk of its own at this folder, in memory. */
const mount = (folder: string, options: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'octavo-test', folder]).status === 0;

/** Files that builds leave next to the output while they work. */
const leftOvers = (cwd: string): string[] => readdirSync(cwd).filter((name) => name.startsWith('.dist'));

describe('A second build', () => {
  it('writes nothing where nothing has changed', () => {
    const { cwd, dist } = built(5);
    const before = stampsOf(dist);
    expect(octavo(['build'], { cwd }).said).toMatch(/^Nothing has changed; dist is up to date/);
    expect(differences(before, stampsOf(dist))).toEqual([]);
  });

  it('writes only the files of the document that has changed, and those of the whole edition', () => {
    const { cwd, dist } = built(5);
    const before = stampsOf(dist);
    change(cwd, 'The words of letter 3.', 'Other words, more of them.');
    expect(octavo(['build'], { cwd }).code).toBe(0);
    const written = differences(before, stampsOf(dist));
    expect(
      written.filter((path) => path.includes('/') && !/\bd3\./.test(path) && !/^(?:style|script)\//.test(path)),
    ).toEqual([]);
    expect(written).toContain('documents/d3.html');
    expect(octavo(['verify'], { cwd }).code).toBe(0);
  });

  it('is the same to the byte as a first build of the same sources', () => {
    const { cwd, dist } = built(5);
    change(cwd, 'The words of letter 3.', 'Other words.');
    change(cwd, 'Letter d4', 'A letter with another title');
    change(cwd, /<div type="document" xml:id="d1".*\n/, '');
    octavo(['build', '--allow-removals'], { cwd });
    octavo(['build', '--out', 'first'], { cwd });
    expect(differences(contentsOf(dist), contentsOf(join(cwd, 'first')))).toEqual([]);
  });

  it('removes the files of a document that is no more', () => {
    const { cwd, dist } = built(3);
    change(cwd, /<div type="document" xml:id="d2".*\n/, '');
    octavo(['build', '--allow-removals'], { cwd });
    expect(Object.keys(contentsOf(dist)).filter((path) => /\bd2\./.test(path))).toEqual([]);
  });

  it('makes a file again that was changed or deleted by hand', () => {
    const { cwd, dist } = built(3);
    const before = contentsOf(dist);
    writeFileSync(join(dist, 'documents/d1.html'), 'changed');
    rmSync(join(dist, 'text/d2.txt'));
    expect(octavo(['build'], { cwd }).said).toMatch(/^Built dist/);
    expect(differences(before, contentsOf(dist))).toEqual([]);
  });

  it('takes a source for the same whose time alone has changed', () => {
    const { cwd } = built(3);
    utimesSync(join(cwd, 'a.xml'), new Date(0), new Date(0));
    expect(octavo(['build'], { cwd }).said).toMatch(/^Nothing has changed/);
  });

  it('works where the cache cannot be written, or holds nonsense', () => {
    const cwd = newFolder({ 'a.xml': letters(3), 'no-folder': '' });
    const env = { OCTAVO_CACHE: join(cwd, 'no-folder') };
    expect(octavo(['build', '--quiet'], { cwd, env })).toEqual({ code: 0, out: '', said: '' });
    const before = contentsOf(join(cwd, 'dist'));
    const spoilt = { OCTAVO_CACHE: join(cwd, 'cache') };
    octavo(['build', '--quiet'], { cwd, env: spoilt });
    for (const path of Object.keys(contentsOf(spoilt.OCTAVO_CACHE)))
      writeFileSync(join(spoilt.OCTAVO_CACHE, path), '{"size": 3');
    change(cwd, 'letter 2.', 'letter  2.');
    expect(octavo(['build', '--quiet'], { cwd, env: spoilt })).toEqual({ code: 0, out: '', said: '' });
    const after = differences(before, contentsOf(join(cwd, 'dist')));
    expect(after.filter((path) => path.startsWith('documents/'))).toEqual([]);
  });
});

describe('A folder that cannot be written', () => {
  const refused = (cwd: string, out: string): string => {
    const { code, out: printed, said } = octavo(['build', '--out', out], { cwd });
    expect({ code, printed }).toEqual({ code: 2, printed: '' });
    return said;
  };

  it('is reported where a file is in the way', () => {
    const cwd = newFolder({ 'a.xml': letters(1), dist: 'a file' });
    expect(refused(cwd, 'dist')).toMatchInlineSnapshot(`
      "octavo: the output folder cannot be written to: it is a file, not a folder. The edition that was there is unchanged; name another folder with --out.
      "
    `);
    expect(readFileSync(join(cwd, 'dist'), 'utf8')).toBe('a file');
  });

  it('is reported where a file is above it', () => {
    const cwd = newFolder({ 'a.xml': letters(1), public: 'a file' });
    expect(refused(cwd, 'public/dist')).toMatchInlineSnapshot(`
      "octavo: the output folder cannot be written to: its parent is a file, not a folder. The edition that was there is unchanged; name another folder with --out.
      "
    `);
  });

  it('is reported where it holds something that is not an edition', () => {
    const cwd = newFolder({ 'a.xml': letters(1), 'dist/thesis.docx': 'years of work' });
    expect(refused(cwd, 'dist')).toMatchInlineSnapshot(`
      "octavo: the output folder cannot be written to: it holds files that are not an edition built by Octavo, and they would be lost. The edition that was there is unchanged; name another folder with --out.
      "
    `);
    expect(readFileSync(join(cwd, 'dist/thesis.docx'), 'utf8')).toBe('years of work');
  });

  it('is reported where somebody has put a file into the edition', () => {
    const { cwd, dist } = built(2);
    writeFileSync(join(dist, 'CNAME'), 'letters.example.org');
    change(cwd, 'letter 2.', 'letter two.');
    expect(refused(cwd, 'dist')).toMatchInlineSnapshot(`
      "octavo: the output folder cannot be written to: it holds CNAME, which no build has written and which would be lost. The edition that was there is unchanged; name another folder with --out.
      "
    `);
    expect(readFileSync(join(dist, 'CNAME'), 'utf8')).toBe('letters.example.org');
  });

  it('is reported where it is the folder of the sources, even if that holds a manifest of its own', () => {
    const cwd = newFolder({ 'a.xml': letters(1), 'manifest.json': '{}' });
    expect(refused(cwd, '.')).toMatchInlineSnapshot(`
      "octavo: the output folder cannot be written to: it holds files that are not an edition built by Octavo, and they would be lost. The edition that was there is unchanged; name another folder with --out.
      "
    `);
    expect(existsSync(join(cwd, 'a.xml'))).toBe(true);
  });

  it('is reported where the disk is full, and the old edition stays', ({ skip }) => {
    const disk = newFolder();
    if (!mount(disk, 'size=300k')) skip('a small disk can be made only by root, with mount');
    onTestFinished(() => void spawnSync('umount', [disk]));
    const cwd = newFolder({ 'a.xml': letters(2) });
    const out = join(disk, 'dist');
    expect(octavo(['build', '--quiet', '--out', out], { cwd })).toEqual({ code: 0, out: '', said: '' });
    const before = contentsOf(out);
    writeFileSync(join(cwd, 'a.xml'), letters(300));
    expect(refused(cwd, out)).toMatchInlineSnapshot(`
      "octavo: the output folder cannot be written to: the disk is full. The edition that was there is unchanged; name another folder with --out.
      "
    `);
    expect(differences(before, contentsOf(out))).toEqual([]);
    expect(readdirSync(disk)).toEqual(['dist']);
  });

  it('is reported where the disk is read-only', ({ skip }) => {
    const disk = newFolder();
    if (!mount(disk, 'ro,size=300k')) skip('a read-only disk can be made only by root, with mount');
    onTestFinished(() => void spawnSync('umount', [disk]));
    const cwd = newFolder({ 'a.xml': letters(2) });
    expect(refused(cwd, join(disk, 'dist'))).toMatchInlineSnapshot(`
      "octavo: the output folder cannot be written to: the disk is read-only. The edition that was there is unchanged; name another folder with --out.
      "
    `);
  });
});

/** Waits until something is so. */
async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 4000 && !isSo(); i++) await sleep(5);
  expect(isSo()).toBe(true);
}

describe('While a build works', () => {
  it('another one into the same folder is refused', () => {
    const cwd = newFolder({ 'a.xml': letters(1), '.dist.octavo/.building': String(process.pid) });
    const { code, said } = octavo(['build'], { cwd });
    expect(code).toBe(2);
    expect(said).toMatchInlineSnapshot(`
      "octavo: the output folder cannot be written to: another build is writing there; wait until it has finished. The edition that was there is unchanged; name another folder with --out.
      "
    `);
    // The process that had begun it is no more: nobody is writing there.
    writeFileSync(join(cwd, '.dist.octavo/.building'), '999999999');
    expect(octavo(['build'], { cwd }).code).toBe(0);
  });

  it('others may begin at the same moment: one is built whole, the rest are refused', async () => {
    const cwd = newFolder({ 'a.xml': letters(300) });
    const codes = (await Promise.all([1, 2, 3].map(() => ended(begin(['build'], { cwd }))))).map(({ code }) => code);
    expect(codes).toContain(0);
    expect(codes.filter((code) => code !== 0 && code !== 2)).toEqual([]);
    expect(octavo(['verify'], { cwd }).code).toBe(0);
    expect(leftOvers(cwd)).toEqual([]);
  });

  it.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)(
    '%s leaves the old edition, and the next build works',
    async (signal) => {
      const { cwd, dist } = built(3);
      const before = contentsOf(dist);
      writeFileSync(join(cwd, 'a.xml'), letters(400));
      const build = begin(['build'], { cwd });
      const end = ended(build);
      await until(() => existsSync(join(cwd, '.dist.octavo/documents')));
      build.kill(signal);
      expect((await end).code).not.toBe(0);
      expect(differences(before, contentsOf(dist))).toEqual([]);
      expect(octavo(['build'], { cwd }).said).toMatch(/^Built dist: 400 documents/);
      expect(leftOvers(cwd)).toEqual([]);
    },
  );

  it('the moment at which old and new change places can be survived too', () => {
    const { cwd, dist } = built(3);
    const before = contentsOf(dist);
    renameSync(dist, join(cwd, '.dist.octavo-old'));
    mkdirSync(join(cwd, '.dist.octavo'));
    expect(octavo(['verify'], { cwd }).code).toBe(0);
    expect(octavo(['build'], { cwd }).code).toBe(0);
    expect(differences(before, contentsOf(dist)).filter((path) => path !== 'proof.json')).toEqual([]);
    expect(leftOvers(cwd).filter((name) => name.endsWith('-old'))).toEqual([]);
  });
});
