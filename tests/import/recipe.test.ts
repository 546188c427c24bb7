/** A recipe: learnt from a folder, changed by a person, used by the import. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { octavo } from '../harness/octavo.ts';
import { newFolder } from '../harness/scratch.ts';

const text = (n: number): string =>
  `I. The harbour\n\nThe boats of the town are old [Pg ${n}] and few.[1] See (1) and (2).\n\n[1] So the master.\n\nThe end of it.\n`;

const folder = (): string => newFolder({ 'a.txt': text(12), 'b.txt': text(40) });

describe('A recipe', () => {
  it('is learnt with counts and examples, and a second time only with --force', () => {
    const cwd = folder();
    expect(octavo(['import', '--learn', '.'], { cwd }).code).toBe(0);
    const recipe = readFileSync(join(cwd, 'import.yaml'), 'utf8');
    expect(recipe).toContain('  - "[Pg {N}]" # 2 marks, 12 to 40, none missing');
    expect(recipe).toContain('  - { call: "[{N}]", note: "[{N}] {…}" } # 2 notes with their calls');
    expect(recipe).toContain('  - "({N})" # 4 places');
    expect(octavo(['import', '--learn', '.'], { cwd }).said).toContain('[import-would-overwrite]');
    expect(octavo(['import', '--learn', '.', '--force'], { cwd }).code).toBe(0);
    expect(existsSync(join(cwd, 'a.xml'))).toBe(false);
  });

  it('is used, and says so; what it names as words is not reported', () => {
    const cwd = folder();
    octavo(['import', '--learn', '.'], { cwd });
    const { code, said } = octavo(['import', '.', '--to', 'tei'], { cwd });
    expect(code).toBe(0);
    expect(said).toContain('Plain text was read with the recipe import.yaml.');
    expect(said).not.toContain('[import-leftover]');
    expect(readFileSync(join(cwd, 'tei/a.xml'), 'utf8')).toMatch(/<pb n="12".*few\.<note n="1"[^>]*>So the master/s);
  });

  it('decides: what it does not name is not a mark', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'import.yaml'), 'version: 1\npages: []\nnotes: []\nnot: ["[{N}]"]\n');
    octavo(['import', '.', '--to', 'tei'], { cwd });
    const tei = readFileSync(join(cwd, 'tei/a.xml'), 'utf8');
    expect(tei).not.toContain('<pb');
    expect(tei).not.toContain('<note');
  });

  it.each([
    ['an unknown key', 'version: 1\npage: []\n', 'unknown key'],
    ['another version', 'version: 2\n', 'version'],
    ['a list of something else', 'version: 1\nnotes: ["[{N}]"]\n', '“notes”'],
    ['broken YAML', 'version: [1\n', 'cannot be used'],
  ])('with %s is refused with a finding', (_, recipe, says) => {
    const cwd = folder();
    writeFileSync(join(cwd, 'import.yaml'), recipe);
    const { code, said } = octavo(['import', '.', '--to', 'tei'], { cwd });
    expect(code).toBe(1);
    expect(said).toContain('[import-recipe]');
    expect(said).toContain(says);
  });
});
