import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/index.ts';
import { newFolder } from '../harness/scratch.ts';

const tei = (inside: string): string => `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>p</p></publicationStmt><sourceDesc><p>s</p></sourceDesc></fileDesc></teiHeader>
<text><body><div type="document" xml:id="d1"><head>One</head><p>the ${inside} end.</p></div></body></text></TEI>`;

const buildIt = async (inside: string, check?: boolean) => {
  const out = join(newFolder(), 'dist');
  const result = await build({
    path: join(newFolder({ 'in.xml': tei(inside) }), 'in.xml'),
    out,
    ...(check !== undefined && { check }),
  });
  return { ...result, isBuilt: existsSync(out) };
};

describe('build, called by a program', () => {
  it('stops at the errors of a source, before anything is written', async () => {
    const { findings, summary, isBuilt } = await buildIt('<shout>new</shout>');
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['unknown-element', 'error']]);
    expect([summary, isBuilt]).toEqual([undefined, false]);
  });

  it('builds what is right', async () => {
    const { findings, summary, isBuilt } = await buildIt('<hi rend="italic">new</hi>');
    expect([findings, summary?.documents, isBuilt]).toEqual([[], 1, true]);
  });

  it('builds unchecked where it is told not to check', async () => {
    const { summary, isBuilt } = await buildIt('<shout>new</shout>', false);
    expect([summary?.documents, isBuilt]).toEqual([1, true]);
  });
});
