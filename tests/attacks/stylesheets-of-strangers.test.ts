import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSheets } from '../../src/config/own-sheets.ts';
import { StylesheetFault } from '../../src/config/sheet-fault.ts';
import { noWitnesses } from '../../src/model/apparatus.ts';
import { changesPath } from '../../src/model/sheet-changes.ts';
import { sourceText } from '../../src/source/text.ts';
import { compileOverlay } from '../../src/transform/overlay/compile.ts';
import { readAnswer } from '../../src/transform/overlay/messages.ts';
import { overlaidTrees } from '../../src/transform/overlay/run.ts';
import { unitXml } from '../../src/transform/phase1.ts';
import { validate } from '../../src/validate/run.ts';
import { verify } from '../../src/verify/run.ts';
import { newFolder } from '../harness/scratch.ts';
import { builtEdition, builtWith, sheet, tei } from '../overlay/edition.ts';
import { outsideWorld, secret } from './outside-world.ts';

/**
 * Stylesheets that come with an edition try to run code, to read what is not theirs, to call out, to eat memory and to put code into pages. They
 * meet the same walls as rules (`rules-of-strangers.test.ts`, which tries many more spellings); here it is tried that this way in leads through them.
 */

const world = outsideWorld();
const folder = newFolder();
const canary = join(folder, 'canary');
const outside = newFolder({
  'secret.txt': secret,
  'secret.xml': `<s>${secret}</s>`,
  'evil.xsl': sheet(`<!--${secret}-->`),
});
const far = pathToFileURL(outside).href;
beforeAll(() => {
  process.env['OCTAVO_TEST_SECRET'] = secret;
});
afterAll(() => {
  delete process.env['OCTAVO_TEST_SECRET'];
});

const js = 'http://saxonica.com/ns/globalJS';
const ixsl = 'http://saxonica.com/ns/interactiveXSLT';
const inAttribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
const code = (): string =>
  `(process.getBuiltinModule ? process.getBuiltinModule('node:fs') : require('fs')).writeFileSync('${canary}','x')`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const spaces = ` xmlns:js="${js}" xmlns:ixsl="${ixsl}" xmlns:saxon="http://saxon.sf.net/" xmlns:t="http://www.tei-c.org/ns/1.0"`;
const own = (declarations: string): string => sheet(declarations, spaces);
const says = (xpath: string): string =>
  own(`<xsl:template match="p"><block tei="p"><xsl:value-of select="${inAttribute(xpath)}"/></block></xsl:template>`);
const does = (instruction: string): string => own(`<xsl:template match="p">${instruction}</xsl:template>`);

const attempts: Readonly<Record<string, () => string>> = {
  'js:eval in a value': () => says(`js:eval(${literal(code())})`),
  'js:eval in a pattern': () => own(`<xsl:template match="p[js:eval(${inAttribute(literal(code()))})]"/>`),
  'js:eval by its full name, as a value': () => says(`let $f := Q{${js}}eval#1 return $f(${literal(code())})`),
  'js:eval in a global variable': () =>
    own(`<xsl:variable name="f:v" select="${inAttribute(`js:eval(${literal(code())})`)}"/>`),
  'ixsl:call': () => says(`ixsl:call(ixsl:window(), 'eval', [${literal(code())}])`),
  'fn:transform': () => says(`transform(map{'stylesheet-location': '${far}/evil.xsl'})`),
  'unparsed-text': () => says(`unparsed-text('${far}/secret.txt')`),
  doc: () => says(`string(doc('${far}/secret.xml'))`),
  'doc of the web, as a value': () => says(`'${world.web}/x.xml' ! doc#1(.)`),
  collection: () => says(`string(collection('${far}')[1])`),
  'environment-variable': () => says(`environment-variable('OCTAVO_TEST_SECRET')`),
  'the time by a function that is found': () => says(`function-lookup(xs:QName('fn:current-date'), 0)()`),
  'xsl:evaluate': () => does(`<xsl:evaluate xpath="1"/>`),
  'xsl:result-document': () =>
    does(`<xsl:result-document href="${pathToFileURL(canary).href}"><a/></xsl:result-document>`),
  'xsl:source-document': () => does(`<xsl:source-document href="${far}/secret.xml"/>`),
  'xsl:import': () => own(`<xsl:import href="${far}/evil.xsl"/>`),
  'xsl:include by a relative path': () => own('<xsl:include href="../../secret.xsl"/>'),
  'xsl:use-package': () => own('<xsl:use-package name="urn:p"/>'),
  'use-when': () => own(`<xsl:template match="p" use-when="${inAttribute(`js:eval(${literal(code())})`)}"/>`),
  'a static variable': () =>
    own(`<xsl:variable name="f:v" static="yes" select="${inAttribute(`js:eval(${literal(code())})`)}"/>`),
  'a shadow attribute': () => own('<xsl:template _match="{\'p\'}"/>'),
  'an external entity': () =>
    `<!DOCTYPE x [<!ENTITY x SYSTEM "${far}/secret.txt">]>${own('<xsl:template match="p">&x;</xsl:template>')}`,
  'entities that grow': () =>
    `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${own('<xsl:template match="p">&b;</xsl:template>')}`,
};

describe('A stylesheet of a stranger', () => {
  test.each(Object.keys(attempts))('does not get out by %s, and it is said', { timeout: 120_000 }, async (name) => {
    const made = await compileOverlay([sourceText('xslt/own.xsl', attempts[name]!())]);
    expect(made).toHaveProperty('findings');
    const { findings } = made as Extract<typeof made, { findings: unknown }>;
    expect(findings[0]).toMatchObject({ severity: 'error', span: { file: 'xslt/own.xsl' } });
    expect(JSON.stringify(findings)).not.toContain(secret);
    expect(existsSync(canary)).toBe(false);
    expect(world.calls).toBe(0);
  });

  test(
    'cannot make results depend on the clock, on chance, on the run or on a place',
    { timeout: 60_000 },
    async () => {
      const calls =
        'current-dateTime() current-date() current-time() implicit-timezone() random-number-generator()?number static-base-uri() base-uri() document-uri() generate-id()';
      const text = says(`string-join((${calls.split(' ').join(', ')}) ! string(.))`);
      const made = await compileOverlay([sourceText('xslt/own.xsl', text)]);
      const messages = 'findings' in made ? made.findings.map(({ message }) => message).join() : '';
      for (const call of calls.split(' ')) expect(messages).toContain(call.replace('?number', ''));
    },
  );

  test('is read from the folder of the edition and from nowhere else', () => {
    const edition = newFolder({ 'a.xml': tei('<p>a</p>') });
    mkdirSync(join(edition, 'xslt'));
    symlinkSync(join(outside, 'evil.xsl'), join(edition, 'xslt/a.xsl'));
    symlinkSync('/dev/zero', join(edition, 'xslt/b.xsl'));
    writeFileSync(join(edition, 'xslt/c.xsl'), Buffer.from([0xff, 0xfe, 0x41]));
    writeFileSync(join(edition, 'xslt/d.xsl'), ' '.repeat(1 << 21));
    mkdirSync(join(edition, 'xslt/e.xsl'));
    const { sheets, findings } = readSheets(edition);
    expect(sheets).toEqual([]);
    expect(findings.map(({ severity, span }) => `${severity} ${span?.file}`)).toEqual(
      'abcde'.split('').map((name) => `error xslt/${name}.xsl`),
    );
    const linked = newFolder({ 'a.xml': tei('<p>a</p>') });
    symlinkSync(outside, join(linked, 'xslt'));
    expect(readSheets(linked).sheets).toEqual([]);
    expect(JSON.stringify(readSheets(linked).findings)).not.toContain(secret);
  });

  test('runs neither when the edition is validated nor when it is proven', { timeout: 60_000 }, async () => {
    const edition = await builtWith('<xsl:template match="hi"><xsl:next-match/></xsl:template>', '<p>a</p>');
    const bad = own('<xsl:template match="/"><xsl:message terminate="yes">it ran</xsl:message></xsl:template>');
    writeFileSync(join(edition.path, 'xslt/own.xsl'), bad);
    const { findings } = await validate({ schemas: [], paths: [edition.path] });
    expect(findings).toEqual([]);
    const { losses } = await verify({ path: edition.path, out: edition.out });
    expect(losses.map(({ message }) => message)).toEqual([
      'the stylesheets have changed since the edition was built: build it again',
    ]);
  });
});

describe('Each wall alone', () => {
  let sef = '';
  const sheets = [sourceText('xslt/own.xsl', says('upper-case(string(@n))'))];
  beforeAll(async () => {
    const made = await compileOverlay(sheets);
    if ('findings' in made) throw new Error(JSON.stringify(made.findings));
    sef = made.sef;
  }, 60_000);

  /** What comes of a compiled form in which a harmless call was exchanged for another: as if the first wall were not there. */
  function smuggled(call: string, argument: string): string {
    const at = sef.lastIndexOf('"N":"fn","name":"upper-case"');
    expect(at).toBeGreaterThan(0);
    const changed = sef.slice(0, at) + call + sef.slice(at + '"N":"fn","name":"upper-case"'.length);
    const xml = unitXml(' xmlns="http://www.tei-c.org/ns/1.0"', `<div><p n="${inAttribute(argument)}">a</p></div>`);
    try {
      const overlay = { sheets, sef: changed, limits: { seconds: 60 } };
      return JSON.stringify([...overlaidTrees(overlay, [{ id: 'd', xml, known: { witnesses: noWitnesses } }])]);
    } catch (error) {
      if (error instanceof StylesheetFault) return error.message;
      throw error;
    }
  }

  test('what was not exchanged runs', () => {
    expect(smuggled('"N":"fn","name":"upper-case"', 'words')).toContain('WORDS');
  });

  test.each([
    ['js:eval', `"N":"ifCall","name":"Q{${js}}eval"`, () => code()],
    ['ixsl:eval', `"N":"ifCall","name":"Q{${ixsl}}eval"`, () => code()],
    ['js:require', `"N":"ifCall","name":"Q{${js}}require"`, () => 'fs'],
    ['ixsl:get', `"N":"ifCall","name":"Q{${ixsl}}get"`, () => 'process'],
    ['unparsed-text of a file', '"N":"fn","name":"unparsed-text"', () => `${far}/secret.txt`],
    ['unparsed-text of the web', '"N":"fn","name":"unparsed-text"', () => `${world.web}/x`],
    ['doc of a file', '"N":"fn","name":"doc"', () => `${far}/secret.xml`],
    ['doc of the web', '"N":"fn","name":"doc"', () => `${world.web}/x`],
  ])('the process gives nothing away where the list lets %s through', { timeout: 60_000 }, (_, call, argument) => {
    const outcome = smuggled(call, argument());
    expect(outcome).toContain('The stylesheets');
    expect(outcome).not.toContain(secret);
    expect(existsSync(canary)).toBe(false);
    expect(world.calls).toBe(0);
  });

  test.each([
    '', 'null', '[]', '{}', '{"sections":[]}', '{"sections":[1]}', '{"sections":[["section"]]}', '{"sections":[["section",["a"],[]]]}',
    '{"sections":[["section",[],[["p",[],[null]]]]]}', '{"error":{}}', '{"error":{"unit":"0","message":"m"}}', '{"sections":"section"}',
    `{"sections":[${'["section",[],['.repeat(3000)}${']]'.repeat(3000)}]}`, '{"sections":[["section",[],[]],["section",[],[]]]}',
  ])('an answer that is none is not believed: %s', (body) => {
    expect(readAnswer(body, 1)).toBeUndefined();
  }); // prettier-ignore
});

describe('What a stylesheet makes', () => {
  test('is text in a page, never code', { timeout: 60_000 }, async () => {
    const script = '&lt;script>alert(1)&lt;/script>';
    const { read } = await builtWith(
      `<xsl:template match="p"><block tei="p" role="x&quot; onclick=&quot;alert(1)" rend="${script}" id="&quot;>${script}">${script}<link tei="ref" target="javascript:alert(1)">l</link><image tei="graphic" url="javascript:alert(1)"/><span tei="script" role="script" title="${script}" lang="&quot;>${script}">w</span></block></xsl:template>`,
      '<p>a</p>',
    );
    const page = read('documents/a.html');
    expect(page).not.toMatch(
      /<script(?! type="application\/ld\+json"| src="\.\.\/script\/page\.js" defer="">)|\sonclick="|(?:href|src)="javascript:/,
    );
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('has no character that XML does not have', { timeout: 60_000 }, async () => {
    const { built } = await builtWith(
      '<xsl:template match="p"><block tei="p"><xsl:value-of select="json-to-xml(\'[&quot;\\u0001\\uFFFE&quot;]\', map{\'escape\': false(), \'fallback\': function($s) { codepoints-to-string(65533) }})"/><xsl:apply-templates/></block></xsl:template>',
      '<p>a</p>',
    );
    expect(built.findings.map(({ code: is }) => is)).toEqual(['stylesheet-result']);
  });
});

describe('The list of what stylesheets changed', () => {
  test.each([
    ['is not there', () => undefined],
    ['is no JSON', () => '{'],
    ['has what such a list does not have', (text: string) => text.replace('"units"', '"more": 1, "units"')],
    ['names another aspect', (text: string) => text.replace('"look"', '"pointer"')],
    [
      'takes away what is not there',
      (text: string) => text.replace('"removed":[', '"removed":[["look",0,0,1,"bold"],'),
    ],
    ['turns a block into another kind', (text: string) => text.replaceAll('block\\u001fx', 'heading\\u001fx')],
    [
      'says that a cell is no heading',
      (text: string) => text.replace('"added":[', '"added":[["look",0,0,1,"heads\\u001frow"],'),
    ],
    ['is of other stylesheets', (text: string) => text.replace(/"[0-9a-f]{64}"/, '"0"')],
    ['speaks of other documents', (text: string) => text.replace('"a": {', '"b": {')],
    ['leaves out what they changed', (text: string) => text.replace(/"units": \{[^]*\n {2}\}/, '"units": {}')],
    ['is written in another way', (text: string) => `${text}\n`],
  ] as const)('is not believed where it %s', { timeout: 60_000 }, async (_, change) => {
    const { out, prove } = await sharedEdition();
    const file = join(out, changesPath);
    const text = readFileSync(file, 'utf8');
    const changed = change(text);
    expect(changed).not.toBe(text);
    writeFileSync(file, changed ?? '');
    const proof = await prove();
    writeFileSync(file, text);
    expect(proof.result).toBe('something lost');
    expect(proof.losses.some(({ format }) => format === 'stylesheets' || format === 'html' || format === 'files')).toBe(
      true,
    );
    expect((await prove()).losses).toEqual([]);
  });

  let known: ReturnType<typeof builtWith> | undefined;
  const sharedEdition = (): ReturnType<typeof builtWith> =>
    (known ??= builtWith(
      '<xsl:template match="p"><block tei="p" role="x" rend="y"><xsl:apply-templates/></block></xsl:template>',
      '<p>a <hi rend="italic">b</hi></p><table><row role="label"><cell>c</cell></row></table>',
    ));

  test('is of no use where the edition has no stylesheets', { timeout: 60_000 }, async () => {
    const { out } = await sharedEdition();
    const { path } = await builtEdition({ 'a.xml': tei('<p>a <hi rend="italic">b</hi></p>') });
    expect(readdirSync(out)).toContain(changesPath);
    const { losses } = await verify({ path, out });
    expect(losses.map(({ message }) => message).join('\n')).toContain(`${changesPath} is a file that nothing`);
  });
});
