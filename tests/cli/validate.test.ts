import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brief } from '../harness/brief.ts';
import { letters } from '../harness/letters.ts';
import { octavo } from '../harness/octavo.ts';
import { sampleEdition } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';

/** Sessions with `octavo validate`; what its findings say is tested where they are made. */

const good = letters(2);
const bad = good
  .replace('<p>The words of letter 1.', '<p>The <b>words</b> of letter 1 in <ref target="#d9">9</ref>.')
  .replace('xml:id="d2"', 'xml:id="d1"');

describe('octavo validate', () => {
  it('is content with the sample edition, at both levels', () => {
    expect(octavo(['validate', sampleEdition])).toMatchInlineSnapshot(`
      {
        "code": 0,
        "out": "",
        "said": "3 files checked, nothing to fix.
      Checked by octavo-exchange.rng (3 files).
      ",
      }
    `);
    expect(octavo(['validate', sampleEdition, '--level', 'edition']).code).toBe(0);
  });

  it('reports all errors of all files in one go, and writes nothing', () => {
    const cwd = newFolder({ 'a.xml': good, 'b.xml': bad, 'c.xml': '<TEI' });
    const { code, out, said } = octavo(['validate'], { cwd });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(brief(said)).toMatchInlineSnapshot(`
      "b.xml:4:63 error <b> is not an element of this schema; did you mean <hi>? [unknown-element]
      b.xml:4:96 error There is no element with the id “d9” in this file. Did you mean “d1”? [dangling-pointer]
      b.xml:5:22 error The id “d1” is already used on line 4. [duplicate-id]
      c.xml:1:1 error This “<” does not begin a tag. [stray-less-than]
      4 errors
      3 files checked, 4 errors.
      Checked by octavo-exchange.rng (3 files)."
    `);
    expect(existsSync(join(cwd, 'dist'))).toBe(false);
  });

  it('checks the files that are named, and no others', () => {
    const cwd = newFolder({ 'a.xml': good, 'b.xml': bad });
    expect(octavo(['validate', 'a.xml'], { cwd })).toMatchObject({ code: 0 });
    expect(octavo(['validate', 'a.xml', 'b.xml'], { cwd })).toMatchObject({ code: 1 });
  });

  it('prints findings for programs with file, line and column', () => {
    const cwd = newFolder({ 'b.xml': bad });
    const { code, out, said } = octavo(['validate', '--format', 'json'], { cwd });
    expect({ code, said }).toEqual({ code: 1, said: '' });
    const { findings, summary } = JSON.parse(out) as { findings: Record<string, unknown>[]; summary: object };
    expect(summary).toMatchInlineSnapshot(`
      {
        "checks": [
          {
            "files": 1,
            "kind": "relaxng",
            "schema": "octavo-exchange.rng",
          },
        ],
        "errors": 3,
        "files": 1,
        "notes": 0,
        "reviews": 0,
      }
    `);
    for (const finding of findings) {
      expect(finding.file).toBe('b.xml');
      for (const name of ['code', 'severity', 'message', 'line', 'column', 'endLine', 'endColumn', 'why', 'fix'])
        expect(Object.keys(finding)).toContain(name);
    }
  });

  it('prints SARIF and the annotations of GitHub', () => {
    const cwd = newFolder({ 'b.xml': bad });
    const sarif = JSON.parse(octavo(['validate', '--format', 'sarif'], { cwd }).out) as {
      version: string;
      runs: { results: unknown[] }[];
    };
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs[0]!.results.length).toBeGreaterThan(0);
    expect(octavo(['validate', '--format', 'github'], { cwd }).out).toMatch(/^::error file=b\.xml,line=\d+/);
  });

  it('takes another schema instead of ours', () => {
    const schema = 'default namespace = "http://www.tei-c.org/ns/1.0"\nstart = element letter { text }\n';
    const cwd = newFolder({
      'a.xml': good,
      'b.xml': '<letter xmlns="http://www.tei-c.org/ns/1.0">Dear Ben</letter>',
      'ours.rnc': schema,
    });
    expect(octavo(['validate', 'b.xml', '--schema', 'ours.rnc'], { cwd }).code).toBe(0);
    expect(octavo(['validate', 'a.xml', '--schema', 'ours.rnc'], { cwd }).code).toBe(1);
  });
});
