import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check, editionFolder } from './edition-folder.ts';

/** Schematron is run where it is asked for, and reported where it is not. */

const grammar = `<?xml version="1.0"?>
<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:sch="http://purl.oclc.org/dsdl/schematron"><sch:ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><start><ref name="any"/></start><define name="any"><element><anyName/><sch:pattern id="q"><sch:rule context="t:ab[@n]"><sch:report test="@n = '10'">found 10</sch:report></sch:rule></sch:pattern><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore></element></define></grammar>`;
const model = (language: string): string => `<?xml-model href="s.rng" schematypens="${language}"?>`;
const [relaxng, schematron] = ['http://relaxng.org/ns/structure/1.0', 'http://purl.oclc.org/dsdl/schematron'];
const file = (models: string): string =>
  `<?xml version="1.0"?>\n${models}<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><ab n="10">x</ab></body></text></TEI>`;
const schema = (body: string): string =>
  `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>${body}</schema>`;

test('rules inside a grammar run where the grammar is named as Schematron too', async () => {
  const folder = editionFolder({ 's.rng': grammar, 'a.xml': file(model(relaxng) + model(schematron)) });
  const { findings, checks } = await check(folder);
  expect(findings.filter(({ code }) => code === 'schematron').map(({ message }) => message)).toEqual(['found 10']);
  expect(checks).toEqual([
    { schema: 's.rng', kind: 'relaxng', files: 1 },
    { schema: 's.rng', kind: 'schematron', files: 1, assertions: 1, embedded: true },
  ]);
}, 60_000);

test('rules inside a grammar that is named as a grammar only are mentioned', async () => {
  const { findings } = await check(editionFolder({ 's.rng': grammar, 'a.xml': file(model(relaxng)) }));
  expect(findings.filter(({ code }) => code.startsWith('schematron'))).toMatchObject([
    { code: 'schematron-not-run', severity: 'note' },
  ]);
});

test('rules that are named and not there are a finding, though a grammar is at hand', async () => {
  const models = `${model(relaxng)}<?xml-model href="none.sch" schematypens="${schematron}"?>`;
  const { findings } = await check(editionFolder({ 's.rng': grammar, 'a.xml': file(models) }));
  expect(findings.find(({ code }) => code === 'schema-not-at-hand')).toMatchObject({ severity: 'review' });
});

test('a subject that selects nothing leaves the finding at the context', async () => {
  const body = '<pattern><rule context="t:ab"><assert test="@n" subject="@n">no n</assert></rule></pattern>';
  const folder = editionFolder({ 'a.xml': '<ab n="1">a</ab>\n<ab>b</ab>', 's.sch': schema(body) });
  const { findings } = await check(folder, { schematrons: [join(folder, 's.sch')] }, 'a.xml');
  expect(findings.map(({ span }) => [span!.start.line, span!.start.column])).toEqual([[6, 1]]);
}, 60_000);

test('a rule may extend an abstract rule of another pattern, and one that extends nothing is a finding', async () => {
  const base = '<pattern><rule abstract="true" id="b"><assert test="@n">no n</assert></rule></pattern>';
  const user = (id: string): string => `<pattern><rule context="t:ab"><extends rule="${id}"/></rule></pattern>`;
  const run = async (id: string) => {
    const folder = editionFolder({ 'a.xml': '<ab>b</ab>', 's.sch': schema(base + user(id)) });
    return (await check(folder, { schematrons: [join(folder, 's.sch')] }, 'a.xml')).codes;
  };
  expect(await run('b')).toEqual(['schematron']);
  expect(await run('none')).toEqual(['schematron-schema']);
}, 60_000);
