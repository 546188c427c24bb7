import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentsOf, differences } from '../harness/folder-state.ts';
import { brief } from '../harness/brief.ts';
import { octavo } from '../harness/octavo.ts';
import { newFolder } from '../harness/scratch.ts';

describe('octavo init', () => {
  it('makes an edition that is valid, builds and is proven, without a word changed', () => {
    const cwd = newFolder();
    expect(octavo(['init', 'letters'], { cwd })).toMatchInlineSnapshot(`
      {
        "code": 0,
        "out": "",
        "said": "Made in letters: README.md, letter-1.xml, octavo.config.json, people.xml.
      Next: cd letters && octavo build
      ",
      }
    `);
    expect(brief(octavo(['validate', 'letters', '--level', 'edition'], { cwd }).said)).toMatchInlineSnapshot(
      `
      "2 files checked, nothing to fix.
      Checked by octavo-edition.rng (2 files)."
    `,
    );
    const { code, said } = octavo(['build'], { cwd: join(cwd, 'letters') });
    expect({ code, said }).toMatchInlineSnapshot(`
      {
        "code": 0,
        "said": "Built dist: 1 document, 0 sections, 48 words, 2 page breaks, 2 notes in 6 formats (html, text, tei, csl-json, bibtex, ris).
      Open dist/index.html
      Checked by octavo-exchange.rng (2 files).
      ",
      }
    `);
    expect(octavo(['verify'], { cwd: join(cwd, 'letters') }).said).toMatch(/^nothing lost/);
  });

  it('makes it in this folder where none is named', () => {
    const cwd = newFolder();
    expect(octavo(['init', '--quiet'], { cwd })).toEqual({ code: 0, out: '', said: '' });
    expect(existsSync(join(cwd, 'octavo.config.json'))).toBe(true);
  });

  it('never overwrites what is there', () => {
    const cwd = newFolder({ 'README.md': 'mine', 'octavo.config.json': '{ "title": "Mine" }' });
    const { code, said } = octavo(['init'], { cwd });
    expect(code).toBe(0);
    expect(said).toMatchInlineSnapshot(`
      "Made in this folder: letter-1.xml, people.xml.
      Left as they are: README.md, octavo.config.json.
      Next: octavo build
      "
    `);
    expect(readFileSync(join(cwd, 'README.md'), 'utf8')).toBe('mine');
    expect(readFileSync(join(cwd, 'octavo.config.json'), 'utf8')).toBe('{ "title": "Mine" }');
    const before = contentsOf(cwd);
    expect(octavo(['init'], { cwd }).said).toMatchInlineSnapshot(`
      "Nothing to create in this folder.
      Left as they are: README.md, letter-1.xml, octavo.config.json, people.xml.
      Next: octavo build
      "
    `);
    expect(differences(before, contentsOf(cwd))).toEqual([]);
  });

  it('is reported in one line where a file is in the way', () => {
    const { code, said } = octavo(['init', 'letters'], { cwd: newFolder({ letters: 'a file' }) });
    expect(code).toBe(2);
    expect(said).toMatch(/^octavo: “.*letters” cannot be read or written: .*\n$/);
  });
});
