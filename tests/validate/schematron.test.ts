import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { validate } from '../../src/validate/run.ts';
import { runSchema } from '../../src/validate/schematron/run-rules-process.ts';
import { compileStylesheet } from '../../src/transform/compile-stylesheet.ts';
import { check, editionFolder } from './edition-folder.ts';

/** Schematron schemas of users. */

const schema = (body: string, more = ''): string => `<?xml version="1.0"?>
<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:sqf="http://www.schematron-quickfix.com/validator/process" ${more}>
<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><ns prefix="f" uri="urn:f"/>
${body}
</schema>`;
const rule = (context: string, body: string): string => `<pattern><rule context="${context}">${body}</rule></pattern>`;

async function told(sch: string, tei: string, files: Record<string, string> = {}) {
  const folder = editionFolder({ 'a.xml': tei, 'rules/s.sch': sch, ...files });
  const { findings } = await check(folder, { schematrons: [join(folder, 'rules/s.sch')] }, 'a.xml');
  return findings.map(({ code, severity, message, why, fix, span }) => ({
    code,
    severity,
    message,
    why,
    fix,
    at: `${span!.start.line}:${span!.start.column}`,
  }));
}

describe('what a schema says', () => {
  test('is at the element or the attribute it is about, with its values', async () => {
    const sch = schema(
      `${rule('t:ab', '<assert test="@n">A <name/> (“<value-of select="."/>”) has\n no <emph>n</emph>.</assert>')}
       ${rule('t:ab/@rend', '<report test=". = \'blue\'">No <value-of select="."/>!</report>')}`,
    );
    expect(await told(sch, '<ab>one</ab>\n<ab n="2" rend="blue">two</ab>')).toMatchObject([
      { code: 'schematron', severity: 'error', message: 'A ab (“one”) has no n.', at: '5:1' },
      { code: 'schematron', message: 'No blue!', at: '6:11' },
    ]);
  });

  test('is of the severity of its role, with diagnostics and the titles of its quick fixes', async () => {
    const sch = schema(
      `${rule(
        't:ab',
        `<assert id="n" test="@n" role="warning" diagnostics="d" sqf:fix="add">No n.</assert><report test="true()" role="info">Seen.</report>
         <sqf:fix id="add"><sqf:description><sqf:title>Add an n.</sqf:title></sqf:description><sqf:add match="." target="n" node-type="attribute"/></sqf:fix>`,
      )}<diagnostics><diagnostic id="d">Lists need it (<value-of select="name()"/>).</diagnostic></diagnostics>`,
    );
    expect(await told(sch, '<ab>one</ab>')).toMatchObject([
      { severity: 'review', message: 'No n. (n)', why: 'Lists need it (ab).', fix: 'Add an n.' },
      { severity: 'note', message: 'Seen.' },
    ]);
  });

  test('is said by the first rule of a pattern that fits, and by all patterns', async () => {
    const sch = schema(
      `<pattern><rule context="t:ab[@n]"><report test="true()">first</report></rule><rule context="t:ab"><report test="true()">second</report></rule></pattern>
       ${rule('t:ab', '<report test="@n">other</report>')}`,
    );
    expect((await told(sch, '<ab n="1">a</ab><ab>b</ab>')).map(({ message }) => message)).toEqual([
      'first',
      'other',
      'second',
    ]);
  });
});

describe('what a schema may use', () => {
  const messages = async (body: string, tei = '<ab n="3">a</ab>', files = {}) =>
    (await told(schema(body), tei, files)).map(({ code, message }) =>
      code === 'schematron' ? message : `${code}: ${message}`,
    );

  test('variables of the schema, the pattern and the rule', async () => {
    const body = `<let name="a" value="1"/><pattern><let name="b" value="count(//t:ab)"/>
      <rule context="t:ab"><let name="c" value="number(@n)"/><report test="true()"><value-of select="$a + $b + $c"/></report></rule></pattern>`;
    expect(await messages(body)).toEqual(['5']);
  });

  test('functions and keys of XSLT', async () => {
    const body = `<xsl:key name="k" match="t:ab" use="@n"/><xsl:function name="f:twice"><xsl:param name="x"/><xsl:sequence select="$x * 2"/></xsl:function>
      ${rule('t:ab', '<report test="exists(key(\'k\', \'3\'))"><value-of select="f:twice(@n)"/></report>')}`;
    expect(await messages(body)).toEqual(['6']);
  });

  test('abstract rules and abstract patterns with parameters', async () => {
    const body = `<pattern abstract="true" id="has"><rule context="$what"><assert test="$needs">No $ sign: <value-of select="name($needs-not)"/>x</assert></rule></pattern>
      <pattern is-a="has"><param name="what" value="t:ab"/><param name="needs" value="@rend"/><param name="needs-not" value="@n"/></pattern>
      <pattern><rule abstract="true" id="base"><assert test="@xml:id">no id</assert></rule><rule context="t:ab"><extends rule="base"/><assert test="@type">no type</assert></rule></pattern>`;
    expect(await messages(body)).toEqual(['No $ sign: nx', 'no id', 'no type']);
  });

  test('the phase that is its default', async () => {
    const body = `<phase id="one"><active pattern="a"/></phase><pattern id="a"><rule context="t:ab"><report test="true()">a</report></rule></pattern>
      <pattern id="b"><rule context="t:ab"><report test="true()">b</report></rule></pattern>`;
    const sch = schema(body, 'defaultPhase="one"');
    expect((await told(sch, '<ab>x</ab>')).map(({ message }) => message)).toEqual(['a']);
  });

  test('other files, brought in', async () => {
    const part = `<pattern xmlns="http://purl.oclc.org/dsdl/schematron"><rule context="t:ab"><report test="true()">from there</report></rule></pattern>`;
    expect(await messages('<include href="part.sch"/>', '<ab>x</ab>', { 'rules/part.sch': part })).toEqual([
      'from there',
    ]);
  });

  test('documents next to it, and documents of the web that a catalog next to it gives', async () => {
    const body = rule(
      't:ab',
      `<assert test="@n = doc('list.xml')//n">not in the list</assert><assert test="@n = doc('https://example.org/n?a=1')//n">not in the web list</assert>`,
    );
    const files = {
      'rules/list.xml': '<?xml version="1.0"?><l><n>3</n></l>',
      'rules/web.xml': '<?xml version="1.0"?><l><n>4</n></l>',
      'rules/catalog.xml':
        '<?xml version="1.0"?><catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><uri name="https://example.org/n?a=1" uri="web.xml"/></catalog>',
    };
    expect(await messages(body, '<ab n="3">a</ab>', files)).toEqual(['not in the web list']);
  });
});

describe('a schema that is wrong', () => {
  test.each([
    ['no XPath', schema(rule('t:ab', '<assert test="@n[">x</assert>')), /schematron-schema .*“@n\[”.* 5:\d+$/s],
    ['an unknown prefix', schema(rule('z:p', '<assert test="@n">x</assert>')), /schematron-schema/],
    [
      'no context',
      schema('<pattern><rule><assert test="@n">x</assert></rule></pattern>'),
      /schematron-schema .*no context/s,
    ],
    ['a missing file', schema('<include href="nowhere.sch"/>'), /schematron-schema .*nowhere\.sch/s],
    ['stylesheets that are brought in', schema('<xsl:import href="x.xsl"/>'), /schematron-schema .*xsl:import/s],
    ['no Schematron', '<?xml version="1.0"?><grammar/>', /schematron-schema .*<grammar>/s],
    ['not well-formed', schema('<pattern>'), /tag-mismatch/],
  ])('is told once, with its place: %s', async (_, sch, expected) => {
    const findings = await told(sch, '<ab>a</ab>');
    expect(findings).toHaveLength(1);
    expect(`${findings[0]!.code} ${findings[0]!.message} ${findings[0]!.at}`).toMatch(expected);
  });

  test('in one rule only does not stop the others', async () => {
    const sch = schema(
      `${rule('t:ab', '<assert test="xs:integer(@n) gt 1">too small</assert>')}${rule('t:ab', '<assert test="@rend">no rend</assert>')}`,
      'xmlns:xs="http://www.w3.org/2001/XMLSchema"',
    );
    const findings = await told(sch, '<ab n="one">a</ab><ab n="two">b</ab><ab n="1">c</ab>');
    expect(findings.map(({ code, message }) => [code, message.slice(0, 9)])).toEqual([
      ['schematron-stopped', 'This rule'],
      ['schematron', 'no rend'],
      ['schematron', 'no rend'],
      ['schematron', 'too small'],
      ['schematron', 'no rend'],
    ]);
  });
});

describe('a schema that means harm', () => {
  const secretly = (address: string): string =>
    schema(
      rule(
        't:ab',
        `<report test="true()"><value-of select="if (doc-available('${address}')) then doc('${address}') else 'nothing'"/></report>`,
      ),
    );

  test('reads no file outside its folder', async () => {
    const secret = join(editionFolder({ 'secret.xml': '<?xml version="1.0"?><s>secret</s>' }), 'secret.xml');
    const findings = await told(secretly(pathToFileURL(secret).href), '<ab>a</ab>');
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      ['schematron-reach', expect.stringContaining('secret.xml')],
      ['schematron', 'nothing'],
    ]);
  });

  test('that reads a file that is missing is answered by the name of the file', async () => {
    const folder = editionFolder({
      'a.xml': '<ab>a</ab>',
      's.sch': schema(rule('t:ab', `<report test="doc('nosuch.xml')">x</report>`)),
    });
    const { findings } = await validate({ schemas: [], schematrons: [join(folder, 's.sch')], paths: [folder] });
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      ['schematron-stopped', expect.stringContaining('nosuch.xml: it is not there, or out of reach')],
    ]);
  });

  test('reads the other files of its edition, and again when they have changed', async () => {
    const folder = editionFolder({
      'a.xml': '<ab>a</ab>',
      'b.xml': '<ab>first</ab>',
      'rules/s.sch': secretly('../b.xml'),
    });
    const messages = async () =>
      (await check(folder, { schematrons: [join(folder, 'rules/s.sch')] }, 'a.xml')).findings.map(
        ({ message }) => message,
      );
    expect((await messages())[0]).toContain('first');
    writeFileSync(join(folder, 'b.xml'), '<s>second</s>');
    expect(await messages()).toEqual(['second']);
  });

  test('reads no text, writes no file, and sees nothing of the environment', async () => {
    const sch = schema(
      rule(
        't:ab',
        `<report test="unparsed-text-available('file:///etc/hostname')">text</report><report test="exists(available-environment-variables())">variables</report>
         <report test="exists(uri-collection('.'))">collection</report>`,
      ),
    );
    const findings = await told(sch, '<ab>a</ab>');
    expect(findings.filter(({ code }) => code === 'schematron')).toEqual([]);
  });

  test('calls nobody', async () => {
    let called = 0;
    const server = createServer((_, response) => {
      called++;
      response.end('<s>from the web</s>');
    });
    await new Promise<void>((done) => server.listen(0, 'localhost', done));
    const { port } = server.address() as AddressInfo;
    const findings = await told(secretly(`http://localhost:${port}/x.xml`), '<ab>a</ab>');
    server.close();
    expect(called).toBe(0);
    expect(findings.map(({ code }) => code)).toEqual(['schematron-reach', 'schematron']);
  });

  const endless = (
    select: string,
  ): string => `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="f">
    <xsl:function name="f:more"><xsl:param name="n"/><xsl:sequence select="${select}"/></xsl:function>
    <xsl:template match="/"><r><xsl:value-of select="f:more(1)"/></r></xsl:template></xsl:stylesheet>`;
  const outcome = async (xslt: string, limits: { seconds: number; megabytes: number }) => {
    const compiled = await compileStylesheet(xslt);
    if (!('sef' in compiled)) throw new Error(JSON.stringify(compiled));
    const folder = editionFolder({ 's.sch': '' });
    const data = { sef: compiled.sef, schema: pathToFileURL(join(folder, 's.sch')).href };
    const file = { xml: '<a/>', source: 'file:///a.xml' };
    return runSchema(data, [file, file], { limits });
  };

  test('is stopped when it takes too long', async () => {
    const outcomes = await outcome(
      endless('sum((1 to 1000000000) ! math:sqrt(.))').replace(
        'xmlns:f',
        'xmlns:math="http://www.w3.org/2005/xpath-functions/math" xmlns:f',
      ),
      { seconds: 2, megabytes: 500 },
    );
    expect(outcomes).toEqual([{ error: 'it took longer than 2 seconds' }, { error: 'it took longer than 2 seconds' }]);
  }, 60_000);

  test('is stopped when it takes too much memory', async () => {
    const [first] = await outcome(
      endless("count(distinct-values((1 to 100000000) ! concat('long text to fill the memory with ', .)))"),
      { seconds: 100, megabytes: 64 },
    );
    expect(first).toEqual({ error: 'it needed more than 64 MB of memory' });
  }, 120_000);
});

test('an unchanged file is not checked again, a changed one is', async () => {
  const sch = schema(rule('t:ab', '<assert test="@n">no n</assert>'));
  const folder = editionFolder({ 'a.xml': '<ab>a</ab>', 'b.xml': '<ab n="1">a</ab>', 'rules/s.sch': sch });
  const wishes = { schematrons: [join(folder, 'rules/s.sch')] };
  const first = (await check(folder, wishes)).codes;
  const began = performance.now();
  expect((await check(folder, wishes)).codes).toEqual(first);
  expect(performance.now() - began, 'no engine is started').toBeLessThan(400);
  writeFileSync(join(folder, 'b.xml'), readFileSync(join(folder, 'a.xml')));
  expect((await check(folder, wishes)).codes).toEqual([...first, 'schematron']);
});

test('a Schematron schema that a file names, and that is available, is used', async () => {
  const named = '<?xml-model href="rules/s.sch" schematypens="http://purl.oclc.org/dsdl/schematron"?>';
  const folder = editionFolder({
    'a.xml': '<ab>a</ab>',
    'rules/s.sch': schema(rule('t:ab', '<assert test="@n">no n</assert>')),
  });
  const text = readFileSync(join(folder, 'a.xml'), 'utf8');
  writeFileSync(join(folder, 'a.xml'), text.replace('<TEI', `${named}\n<TEI`));
  expect((await check(folder)).codes).toEqual(['schematron']);
});

const shared = resolve(import.meta.dirname, '../../../shared');
const frus = join(shared, 'standards/frus-2015.sch');

describe.skipIf(!existsSync(frus))('the rules of FRUS on whole volumes (skipped where ../shared is missing)', () => {
  // The two lists that the schema fetches: no volume is known, and all pictures are there.
  const volumes = { 'frus1969-76v12': 39, 'frus1961-63v06': 7 };

  test.each(Object.entries(volumes))(
    '%s has as many findings as the reference pipeline has with the same lists',
    async (volume, count) => {
      const text = readFileSync(join(shared, `corpus/frus/${volume}.xml`), 'utf8');
      const pictures = [...text.matchAll(/<graphic[^>]* url="([^"]*)"/g)].flatMap(([, url]) => [
        `${url}.png`,
        `${url}.tif`,
      ]);
      const folder = editionFolder({
        [`${volume}.xml`]: text,
        's.sch': readFileSync(frus, 'utf8'),
        'volume-ids-snapshot.xml': '<?xml version="1.0"?><ids/>',
        'images.xml': `<?xml version="1.0"?><i>${pictures.map((one) => `<image>${one}</image>`).join('')}</i>`,
        'catalog.xml': `<?xml version="1.0"?><catalog><uri name="http://history.state.gov/services/volume-images?volume=" uri="images.xml"/></catalog>`,
      });
      const { findings } = await check(folder, { schematrons: [join(folder, 's.sch')] }, `${volume}.xml`);
      expect(findings.filter(({ code }) => code === 'schematron-stopped')).toEqual([]);
      expect(findings.filter(({ code }) => code === 'schematron')).toHaveLength(count);
    },
    120_000,
  );
});

describe('the phase', () => {
  const sch = schema(
    `<phase id="quick"><let name="least" value="2"/><active pattern="short"/></phase><phase id="slow"><active pattern="long"/></phase>
     <pattern id="short"><rule context="t:ab"><assert test="string-length() ge 2">Short.</assert></rule></pattern>
     <pattern id="long"><rule context="t:ab"><assert test="@n">Long.</assert></rule></pattern>`,
    'defaultPhase="quick"',
  );
  const inPhase = async (phase?: string, config = '{}') => {
    const folder = editionFolder({ 'a.xml': '<ab>x</ab>', 's.sch': sch, 'octavo.config.json': config });
    const { findings } = await check(folder, { schematrons: [join(folder, 's.sch')], phase }, 'a.xml');
    return findings;
  };
  const messages = async (phase?: string, config?: string) =>
    (await inPhase(phase, config)).map(({ message }) => message);

  test('is that of the schema, or the one that is asked for', async () => {
    expect(await messages()).toEqual(['Short.']);
    expect(await messages('slow')).toEqual(['Long.']);
    expect(await messages('#DEFAULT')).toEqual(['Short.']);
    expect(await messages('#ALL')).toEqual(['Short.', 'Long.']);
  });

  test('can be set for an edition, and another asked for', async () => {
    expect(await messages(undefined, '{ "phase": "slow" }')).toEqual(['Long.']);
    expect(await messages('quick', '{ "phase": "slow" }')).toEqual(['Short.']);
  });

  test('may use variables of its own', async () => {
    const own = sch.replace('string-length() ge 2', 'string-length() ge $least');
    const folder = editionFolder({ 'a.xml': '<ab>x</ab>', 's.sch': own });
    const { findings } = await check(folder, { schematrons: [join(folder, 's.sch')] }, 'a.xml');
    expect(findings.map(({ message }) => message)).toEqual(['Short.']);
  });

  test('that is unknown is reported with those that there are', async () => {
    expect(await inPhase('fast')).toMatchObject([
      {
        code: 'schematron-schema',
        message: 'The schema has no phase “fast”.',
        fix: 'Its phases are: #ALL, #DEFAULT, quick, slow.',
      },
    ]);
  });
});

test('a limit of the settings ends the rules of a file', async () => {
  const folder = editionFolder({
    'a.xml': `<ab>${'<seg/>'.repeat(3000)}</ab>`,
    's.sch': schema(
      rule('t:ab', '<assert test="count(for $a in t:seg, $b in t:seg, $c in t:seg return 1) lt 1">n</assert>'),
    ),
    'octavo.config.json': '{ "limits": { "schematronSeconds": 1 } }',
  });
  const { findings } = await check(folder, { schematrons: [join(folder, 's.sch')] }, 'a.xml');
  expect(findings.find(({ code }) => code === 'schematron-stopped')!.message).toBe(
    'The check by s.sch was stopped: it took longer than 1 second',
  );
});
