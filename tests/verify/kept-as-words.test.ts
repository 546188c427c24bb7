import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { octavo } from '../harness/octavo.ts';
import { newFolder } from '../harness/scratch.ts';

const edition = (content: string): string => `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>p <charName>h</charName></p></publicationStmt><sourceDesc><p>s</p></sourceDesc></fileDesc></teiHeader>
<text><body><div type="document" xml:id="d1"><head>H</head>${content}</div></body></text>
</TEI>`;

/** What verify says, and what is in its proof. */
function verified(content: string): { code: number | null; said: string; kept: unknown } {
  const path = newFolder({ 'a.xml': edition(content) });
  const dist = join(newFolder(), 'dist');
  octavo(['build', path, '--out', dist, '--keep-going']);
  const { code, said } = octavo(['verify', path, '--out', dist]);
  const proof = JSON.parse(readFileSync(join(dist, 'proof.json'), 'utf8')) as { keptAsWords?: unknown };
  return { code, said, kept: proof.keptAsWords };
}

it('elements that no rule knows are named with their number, and their words are proven', () => {
  const { code, said, kept } = verified(
    '<p>a <shi>b</shi> <shi>c</shi> <mdel>d</mdel> <m:mi xmlns:m="urn:m">e</m:mi></p><fw><shi>not text</shi></fw>',
  );
  expect(kept).toEqual({ 'm:mi': 1, mdel: 1, shi: 2 });
  expect(code).toBe(0);
  expect(said).toMatch(/^nothing lost: 1 document, 6 words/);
  expect(said).toContain('\nkept as words, their meaning not proven: <m:mi> (1), <mdel> (1), <shi> (2)\n');
});

it('elements of TEI and examples of markup are not among them, nor what is in a header', () => {
  const { said, kept } = verified(
    '<p>a <rdgGrp>b</rdgGrp> <egXML xmlns="http://www.tei-c.org/ns/Examples"><shi>c</shi></egXML></p>',
  );
  expect(kept).toBeUndefined();
  expect(said).not.toContain('kept as words');
});

it('a long list of them is cut short', () => {
  const names = 'x1 x2 x3 x4 x5 x6 x7 x8 x9 y1'.split(' ');
  const { said } = verified(`<p>${names.map((name) => `<${name}>a</${name}>`).join(' ')}</p>`);
  expect(said).toContain('<x8> (1) and 2 more\n');
});
