import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentsOf } from '../harness/folder-state.ts';
import { letter, letters, tei } from '../harness/letters.ts';
import { octavo } from '../harness/octavo.ts';
import { newFolder } from '../harness/scratch.ts';

/** Addresses that were built stay: what would move or remove one is an error, and the edition that is there is not touched. */

const volume = (id: string, words: string): string =>
  tei(letter('d1', words) + letter('d2', words)).replace('<TEI', `<TEI xml:id="${id}"`);
const build = (cwd: string, ...words: string[]) => octavo(['build', 's', ...words], { cwd });

describe('A build into a folder that holds an edition', () => {
  it('stops where a second volume would move the documents of the first', () => {
    const cwd = newFolder({ 's/v1.xml': volume('v1', 'One.') });
    expect(build(cwd).code).toBe(0);
    const before = contentsOf(join(cwd, 'dist'));
    writeFileSync(join(cwd, 's/v2.xml'), volume('v2', 'Two.'));
    const { code, said } = build(cwd);
    expect(code).toBe(1);
    expect(said).toContain(
      'error 2 documents would move to another address: d1 (now v1.d1), d2 (now v1.d2). [address-moved]',
    );
    expect(contentsOf(join(cwd, 'dist'))).toEqual(before);
    expect(build(cwd, '--allow-removals').code).toBe(0);
    expect(octavo(['verify', 's'], { cwd }).code).toBe(0);
  });

  it('stops where a document would vanish', () => {
    const cwd = newFolder({ 's/v1.xml': letters(2) });
    build(cwd);
    const before = contentsOf(join(cwd, 'dist'));
    writeFileSync(join(cwd, 's/v1.xml'), letters(1));
    const { code, said } = build(cwd);
    expect(code).toBe(1);
    expect(said).toContain('would vanish: d2. [address-gone]');
    expect(contentsOf(join(cwd, 'dist'))).toEqual(before);
    expect(build(cwd, '--allow-removals').code).toBe(0);
  });

  it('stops where a document would vanish, with --keep-going too', () => {
    const cwd = newFolder({ 's/v1.xml': letters(2) });
    build(cwd);
    const before = contentsOf(join(cwd, 'dist'));
    writeFileSync(join(cwd, 's/v1.xml'), letters(1));
    const { code, said } = build(cwd, '--keep-going');
    expect(code).toBe(1);
    expect(said).toContain('Nothing was built: fix the errors first.');
    expect(contentsOf(join(cwd, 'dist'))).toEqual(before);
    expect(build(cwd, '--keep-going', '--allow-removals').code).toBe(0);
  });

  it('goes on where documents are added, corrected, or moved to another file', () => {
    const cwd = newFolder({ 's/v1.xml': letters(2) });
    build(cwd);
    writeFileSync(join(cwd, 's/v1.xml'), letters(3).replace('words of letter 1', 'corrected words'));
    expect(build(cwd).code).toBe(0);
    writeFileSync(join(cwd, 's/renamed.xml'), readFileSync(join(cwd, 's/v1.xml')));
    rmSync(join(cwd, 's/v1.xml'));
    expect(build(cwd).code).toBe(0);
  });

  it('never replaces another edition', () => {
    const cwd = newFolder({ 's/v1.xml': volume('v1', 'One.'), 'other/v2.xml': volume('v2', 'Two.') });
    build(cwd);
    const before = contentsOf(join(cwd, 'dist'));
    const { code, said } = octavo(['build', 'other'], { cwd });
    expect(code).toBe(2);
    expect(said).toContain('it holds another edition, “Letters” (v1)');
    expect(said).toContain('--out');
    expect(contentsOf(join(cwd, 'dist'))).toEqual(before);
  });

  it('never replaces another edition that has the same names of files and documents', () => {
    const other = letters(2)
      .replace('<title>Letters</title>', '<title>Poems</title>')
      .replaceAll('Letter d', 'Poem d')
      .replaceAll('The words', 'Verses');
    const cwd = newFolder({ 's/v1.xml': letters(2), 'other/v1.xml': other });
    build(cwd);
    const before = contentsOf(join(cwd, 'dist'));
    const { code, said } = octavo(['build', 'other'], { cwd });
    expect(said).toContain('it holds another edition, “Letters” (v1)');
    expect(code).toBe(2);
    expect(contentsOf(join(cwd, 'dist'))).toEqual(before);
  });

  it('takes an edition for the same where its title, its texts or its headings were changed, but not all at once', () => {
    const cwd = newFolder({ 's/v1.xml': letters(1) });
    const path = join(cwd, 's/v1.xml');
    build(cwd);
    for (const [from, to] of [
      ['<title>Letters</title>', '<title>Poems</title>'],
      ['The words', 'Verses'],
      ['Letter d1', 'Poem d1'],
    ] as const) {
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
      expect(build(cwd).code, to).toBe(0);
    }
  });
});
