import { describe, expect, it } from 'vitest';
import { octavo } from '../harness/octavo.ts';
import { tei, letter } from '../harness/letters.ts';
import { newFolder } from '../harness/scratch.ts';

describe('octavo explain', () => {
  it('says what a finding means, why it matters and what to do, with a wrong and a right example', () => {
    const { code, out, said } = octavo(['explain', 'page-order']);
    expect({ code, said }).toEqual({ code: 0, said: '' });
    for (const word of ['page-order', 'Why:', 'What to do:', 'Wrong:', 'Right:']) expect(out).toContain(word);
  });

  it('explains every code that a build prints', () => {
    const cwd = newFolder({
      'a.xml': tei(letter('d1', 'One') + letter('d1', 'Two <ref target="#d9">9</ref>') + '<p/>').replace('</p>', ''),
    });
    const { findings } = JSON.parse(octavo(['build', '--format', 'json'], { cwd }).out) as {
      findings: { code: string }[];
    };
    expect(findings.length).toBeGreaterThan(0);
    for (const { code } of findings) expect([code, octavo(['explain', code]).code]).toEqual([code, 0]);
  });

  it('knows a code that is nearly right, and says where all of them are', () => {
    const { code, said } = octavo(['explain', 'pageorder']);
    expect({ code, said }).toMatchInlineSnapshot(`
      {
        "code": 2,
        "said": "octavo: there is no finding with the code “pageorder”; similar: page-order. See octavo --help.
      ",
      }
    `);
  });

  it('lists all codes where none is given', () => {
    const { code, out } = octavo(['explain']);
    expect(code).toBe(0);
    const codes = [...out.matchAll(/^ {2}([a-z][a-z0-9-]*) {2,}\S/gm)].map((match) => match[1]!);
    expect(codes).toContain('duplicate-id');
    expect(new Set(codes).size).toBe(codes.length);
  });
});
