import { describe, expect, it, test } from 'vitest';
import { readSchema, validate } from '../../src/relaxng/index.ts';
import { newFolder } from '../harness/scratch.ts';
import { runInProcess } from '../harness/in-process.ts';
import { join } from 'node:path';

const grammar = `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><element name="article"><attribute name="version"><value>5.0</value></attribute>
<oneOrMore><element name="para"><mixed><zeroOrMore><element name="link"><attribute name="href"/><text/></element></zeroOrMore></mixed></element></oneOrMore></element></start></grammar>`;
const document = `<?xml version="1.0"?>
<!DOCTYPE article [
<!ENTITY version "5.0">
<!ENTITY base "https://example.org/&version;/">
<!ENTITY guide '<link href="&base;guide.html">Guide</link>'>
]>
<article version="&version;"><para>See &guide;, version &version;.</para></article>
`;

describe('Entities that a document declares itself', () => {
  const { schema } = readSchema(grammar);
  it('are read, and the document is valid', async () => {
    expect(validate(schema!, document)).toEqual([]);
    const folder = newFolder({ 'howto.xml': document, 's.rng': grammar });
    const { code, said } = await runInProcess([
      'validate',
      join(folder, 'howto.xml'),
      '--schema',
      join(folder, 's.rng'),
    ]);
    expect(code, said).toBe(0);
  });

  test('what the schema does not allow in them is reported at the reference', () => {
    const wrong = validate(schema!, document.replace('<link href', '<a href').replace('</link>', '</a>'));
    expect(wrong).toMatchObject([{ code: 'unknown-element', span: { start: { line: 7, column: 40 } } }]);
  });

  test('those that are other files are errors', () => {
    const found = validate(schema!, document.replace('"5.0"', 'SYSTEM "version.txt"'));
    expect(found.map(({ code }) => code)).toContain('external-entity');
  });
});
