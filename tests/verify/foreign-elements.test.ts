import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { newFolder } from '../harness/scratch.ts';

/** Examples of markup and formulas have elements that are called like those of TEI and are not. Both readers must see it. */

const edition = (inside: string): string => `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>p</p></publicationStmt><sourceDesc><p>s</p></sourceDesc></fileDesc></teiHeader>
<text><body><div type="document" xml:id="d1"><head>Markup</head><p>Write ${inside}.</p></div></body></text>
</TEI>`;

const example = (markup: string): string => `<egXML xmlns="http://www.tei-c.org/ns/Examples">${markup}</egXML>`;

it.each([
  example('<p>so</p>'),
  example('<p>so</p><p>and so</p>'),
  example('a<note n="1">no note</note>b'),
  example('one-<pb n="2" break="no"/>two <pb n="3"/>three'),
  example('<div type="document" xml:id="x"><head>No document</head></div>'),
  example('<list><item>a</item><item>b</item></list>'),
  example('<table><row><cell>a</cell><cell>b</cell></row></table>'),
  example('<choice><sic>a</sic><corr>b</corr></choice>'),
  example('a<gap/>b<fw>shown</fw>'),
  example('<lg><l>a</l><l>b</l></lg>'),
  example('<figure><head>a</head><graphic url="none.png"/></figure>'),
  example('<hi rend="bold">a</hi> <ref target="#d1">b</ref> <persName ref="#p">c</persName>'),
  '<x:list xmlns:x="urn:x"><item>a</item></x:list>',
  '<math xmlns="http://www.w3.org/1998/Math/MathML"><table><row><cell>a</cell></row></table></math>',
])('%s loses nothing, and makes no second document', async (inside) => {
  const path = newFolder({ 'a.xml': edition(inside) });
  const out = join(newFolder(), 'dist');
  await build({ path, out, check: false });
  const proof = await verify({ path, out });
  expect(proof.losses).toEqual([]);
  expect([proof.documents, proof.notes, proof.pages]).toEqual([1, 0, 0]);
});
