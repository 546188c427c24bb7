import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { letters } from '../harness/letters.ts';
import { octavo, type Session } from '../harness/octavo.ts';
import { newFolder } from '../harness/scratch.ts';

/** A wrong path must not pass for an edition without mistakes, and a built edition not for a source. */

const run = (cwd: string, ...words: string[]): Session => octavo(words, { cwd });

describe('A folder in which there is nothing to do is an error', () => {
  it.each([
    ['validate', {}, 'no-text'],
    ['build', {}, 'no-text'],
    ['import', {}, 'import-nothing'],
    ['validate', { 'notes.txt': 'x' }, 'no-text'],
    ['import', { 'a.xml': letters(1) }, 'import-nothing'],
    ['validate', { 'a.xml': '<a/>', 'b.xml': '<b/>' }, 'no-text'],
    ['build', { 'a.xml': '<a/>', 'b.xml': '<b/>' }, 'no-text'],
    ['validate', { 'a.xml': letters(1), 'octavo.config.json': '{"exclude":["*"]}' }, 'no-text'],
    ['validate', { '.hidden/a.xml': letters(1) }, 'no-text'],
  ])('octavo %s: %j', (command, files, code) => {
    const cwd = newFolder({ 'there/is': 'x' });
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(cwd, 'in', path, '..'), { recursive: true });
      writeFileSync(join(cwd, 'in', path), content);
    }
    mkdirSync(join(cwd, 'in'), { recursive: true });
    const session = run(cwd, command, 'in');
    expect(session.code).toBe(1);
    expect(session.said).toContain(`[${code}]`);
  });

  it('octavo validate: one empty folder among good ones', () => {
    const cwd = newFolder({ 'good/a.xml': letters(1), 'empty/readme': '' });
    expect(run(cwd, 'validate', 'good', 'empty').code).toBe(1);
  });

  it('octavo verify: an edition that was built, and no sources', () => {
    const cwd = newFolder({ 'good/a.xml': letters(1), 'empty/readme': '' });
    expect(run(cwd, 'build', 'good').code).toBe(0);
    expect(run(cwd, 'verify', 'empty').code).toBe(1);
    const manifest = JSON.parse(readFileSync(join(cwd, 'dist/manifest.json'), 'utf8')) as object;
    writeFileSync(join(cwd, 'dist/manifest.json'), JSON.stringify({ ...manifest, documents: [] }));
    const { code, said } = run(cwd, 'verify', 'empty');
    expect(code).toBe(1);
    expect(said).toContain('no text');
  });

  it.each([['[]'], ['["mobi"]'], ['["html", "html5"]']])(
    'settings that name no format, or one that does not exist: %s',
    (formats) => {
      const cwd = newFolder({ 'a.xml': letters(1), 'octavo.config.json': `{"formats":${formats}}` });
      for (const command of ['build', 'validate']) {
        const { code, said } = run(cwd, command);
        expect(code).toBe(1);
        expect(said).toContain('octavo.config.json:1:2 error The setting “formats” must be a list of one or more');
      }
    },
  );
});

describe('An edition that was built is not a source', () => {
  it.each(['site', 'deep/er/site', 'dist2'])('%s', (place) => {
    const cwd = newFolder({ 's/a.xml': letters(2) });
    expect(run(cwd, 'build', 's', '--out', `s/${place}`).code).toBe(0);
    const again = run(cwd, 'build', 's', '--out', 'elsewhere');
    expect(again.code).toBe(0);
    expect(again.said).toContain('2 documents');
    expect(again.said).toContain(
      `note ${place} is an edition built by Octavo and is not read as a source. [built-edition]`,
    );
    expect(readFileSync(join(cwd, 'elsewhere/manifest.json'), 'utf8').match(/"kind": "document"/g)).toHaveLength(2);
    expect(run(cwd, 'validate', 's').said).toContain('1 file checked');
    expect(run(cwd, 'verify', 's', '--out', 'elsewhere').code).toBe(0);
  });

  it('and nothing else is left out: folders with a manifest or checksums of others are read', () => {
    const cwd = newFolder({
      's/a/a.xml': letters(1),
      's/a/manifest.json': '{}',
      's/a/SHA256SUMS': `${'0'.repeat(64)}  a.xml\n`,
      's/tei/b.xml': letters(1).replace('d1', 'd2'),
    });
    expect(run(cwd, 'validate', 's').said).toContain('2 files checked');
  });

  it('its TEI can be read where it is named', () => {
    const cwd = newFolder({ 's/a.xml': letters(2) });
    run(cwd, 'build', 's', '--out', 's/site');
    cpSync(join(cwd, 's/site'), join(cwd, 'copy'), { recursive: true });
    expect(run(cwd, 'validate', 'copy/tei').said).toContain('2 files checked');
  });
});
