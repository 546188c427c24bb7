import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { octavo } from '../harness/octavo.ts';
import { newFolder } from '../harness/scratch.ts';

/** Two texts of one name: the TEI of the first is never replaced by that of the second silently. */

const one = '# One\n\nThe first text.\n';
const two = '# Two\n\nAnother text.\n';

describe('A second import into the same folder', () => {
  it('of another text with the same name is refused, with the way out, and exit code 2', () => {
    const cwd = newFolder({ 'a/letter.md': one, 'b/letter.md': two });
    expect(octavo(['import', 'a/letter.md', '--to', 'tei'], { cwd }).code).toBe(0);
    const before = readFileSync(join(cwd, 'tei/letter.xml'), 'utf8');
    const { code, said } = octavo(['import', 'b/letter.md', '--to', 'tei'], { cwd });
    expect(code).toBe(2);
    expect(said).toContain('error tei/letter.xml is the TEI of another text, ../a/letter.md. [import-other-text]');
    expect(said).toContain('--to');
    expect(readFileSync(join(cwd, 'tei/letter.xml'), 'utf8')).toBe(before);
    expect(octavo(['import', 'b/letter.md', '--to', 'tei', '--force'], { cwd }).code).toBe(0);
  });

  it('of another kind of file with the same name is refused', () => {
    const cwd = newFolder({ 'letter.md': one, 'letter.html': '<h1>Two</h1><p>Another text.</p>' });
    expect(octavo(['import', 'letter.md', '--to', 'tei'], { cwd }).code).toBe(0);
    expect(octavo(['import', 'letter.html', '--to', 'tei'], { cwd }).code).toBe(2);
  });

  it('of the same text, corrected or moved, is not', () => {
    const cwd = newFolder({ 'a/letter.md': one });
    octavo(['import', 'a/letter.md', '--to', 'tei'], { cwd });
    writeFileSync(join(cwd, 'a/letter.md'), one.replace('first', 'corrected'));
    expect(octavo(['import', 'a/letter.md', '--to', 'tei'], { cwd }).code).toBe(0);
    mkdirSync(join(cwd, 'c'));
    writeFileSync(join(cwd, 'c/letter.md'), one.replace('first', 'corrected'));
    expect(octavo(['import', 'c/letter.md', '--to', 'tei'], { cwd }).code).toBe(0);
  });
});
