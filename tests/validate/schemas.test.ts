import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleFile } from '../../src/validate/example.ts';
import { check, editionFolder } from './edition-folder.ts';

/** Which schemas a file is checked against. */

const onlyP =
  '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="p"/></start><include href="p.rng"/></grammar>';
const p =
  '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><define name="p"><element name="p"><attribute name="n"/><text/></element></define></grammar>';
const compact = 'element p { attribute n { text }, text }';
const xsd =
  '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="parts/n.xsd"/><xs:element name="p"><xs:complexType mixed="true"><xs:attribute name="n" type="number"/></xs:complexType></xs:element></xs:schema>';
const number =
  '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="number"><xs:restriction base="xs:int"/></xs:simpleType></xs:schema>';
const schemas = {
  'schema/s.rng': onlyP,
  'schema/p.rng': p,
  'schema/s.rnc': compact,
  'schema/s.xsd': xsd,
  'schema/parts/n.xsd': number,
};
const start = '<?xml version="1.0"?>\n';

describe.each(['s.rng', 's.rnc', 's.xsd'])('--schema %s', (name) => {
  const against = (text: string) => {
    const folder = editionFolder({ ...schemas, 'a.xml': start + text });
    return check(folder, { schemas: [join(folder, 'schema', name)] }, 'a.xml');
  };

  test('takes what is valid, TEI or not', async () => {
    expect((await against('<p n="1">a</p>')).codes).toEqual([]);
  });

  test('finds what is not, at its place', async () => {
    const { findings } = await against('<p n="1"\n>a <hi>b</hi></p>');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      severity: 'error',
      span: { start: name === 's.xsd' ? { line: 3 } : { line: 3, column: 4 } },
    });
  });
});

test('an XML Schema says the attribute that is wrong', async () => {
  const folder = editionFolder({ ...schemas, 'a.xml': `${start}<p n="x">a</p>` });
  const { findings } = await check(folder, { schemas: [join(folder, 'schema/s.xsd')] }, 'a.xml');
  expect(findings).toMatchObject([{ code: 'bad-value', span: { start: { line: 2, column: 4 } } }]);
});

test('several schemas are checked at once, and the same mistake is reported once', async () => {
  const folder = editionFolder({ ...schemas, 'a.xml': `${start}<p>a</p>` });
  const { codes } = await check(
    folder,
    { schemas: ['s.rng', 's.rnc', 's.xsd'].map((one) => join(folder, 'schema', one)) },
    'a.xml',
  );
  expect(codes).toEqual(['missing-attribute']);
});

test('a schema with a mistake is reported once, and by its own place', async () => {
  const folder = editionFolder({
    'a.xml': '<p>a</p>',
    'b.xml': '<p>b</p>',
    'bad.rng': onlyP.replaceAll('start>', 'strat>'),
    'bad.xsd': xsd.replace('element', 'elment'),
  });
  for (const name of ['bad.rng', 'bad.xsd']) {
    const { findings } = await check(folder, { schemas: [join(folder, name)] });
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['error']));
    for (const { code, span } of findings) {
      expect(code).toMatch(/^schema-/);
      expect(span!.file).toContain(name);
    }
    expect(findings.length).toBeLessThanOrEqual(name === 'bad.rng' ? 3 : 1);
  }
});

describe('a file that names its own schema', () => {
  const naming = (href: string, text: string): string =>
    `${start}<?xml-model href="${href}" schematypens="http://relaxng.org/ns/structure/1.0"?>\n${text}`;
  const tei = exampleFile('<p>a</p>').replace(/^<\?xml.*\n/, '');

  test('is checked against it', async () => {
    const { codes } = await check(
      editionFolder({ ...schemas, 'texts/a.xml': naming('../schema/s.rng', tei) }),
      {},
      'texts',
    );
    expect(codes).toEqual(['unknown-element']);
  });

  test('is checked against ours where a level is asked for', async () => {
    const folder = editionFolder({ ...schemas, 'texts/a.xml': naming('../schema/s.rng', tei) });
    expect((await check(folder, { level: 'exchange' }, 'texts')).codes).toEqual([]);
  });

  test('is checked against ours where it is not there, which a person should see', async () => {
    const { findings } = await check(editionFolder({ 'a.xml': naming('tei.rng', tei) }));
    expect(findings).toMatchObject([
      { code: 'schema-not-at-hand', severity: 'review', span: { start: { line: 2, column: 1 } } },
    ]);
  });
});

test('the edition level is stricter than the exchange level', async () => {
  const folder = editionFolder({ 'a.xml': '<div type="document" xml:id="d1"><head>1</head><p>a<pb/>b</p></div>' });
  expect((await check(folder, { level: 'exchange' })).codes).not.toContain('missing-attribute');
  expect((await check(folder, { level: 'edition' })).codes).toContain('missing-attribute');
});
