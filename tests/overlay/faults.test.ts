import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourceText } from '../../src/source/text.ts';
import { compileOverlay } from '../../src/transform/overlay/compile.ts';
import { overlaidTrees } from '../../src/transform/overlay/run.ts';
import { sheetFaults } from '../../src/transform/overlay/check-sheet.ts';
import { StylesheetFault } from '../../src/config/sheet-fault.ts';
import { noWitnesses } from '../../src/model/apparatus.ts';
import { unitXml } from '../../src/transform/phase1.ts';
import { builtEdition, builtWith, sheet, tei } from './edition.ts';

/** What is wrong with a stylesheet is said with its file and line and what to do; nothing is built then. */

const at = (templates: string): ReturnType<typeof sourceText> => sourceText('xslt/own.xsl', sheet(templates));

/** Found before anything is compiled: templates, the line, and words of the message. */
const before: readonly (readonly [name: string, templates: string, line: number, words: RegExp])[] = [
  ['markup that is broken', '<xsl:template match="p">', 4, /broken/],
  ['a template in no mode of ours', '\n<xsl:template match="p" mode="m:facts"/>', 4, /no part in the mode “m:facts”/],
  [
    'a mode that facts are asked in, by another prefix',
    '<xsl:template match="p" mode="n:name" xmlns:n="urn:octavo:mode"/>',
    3,
    /no part/,
  ],
  ['a mode by its full name', '<xsl:template match="p" mode="Q{urn:octavo:mode}house"/>', 3, /no part/],
  ['every mode', '<xsl:template match="p" mode="#all"/>', 3, /no part in the mode “#all”/],
  [
    'a name of ours',
    '<xsl:variable name="t:alone" select="1" xmlns:t="urn:octavo:reading:table"/>',
    3,
    /belongs to Octavo/,
  ],
  ['a mode declared again', '<xsl:mode name="m:reading"/>', 3, /./],
  [
    'an instruction of another engine',
    '<xsl:template match="p"><xsl:result-document href="x"/></xsl:template>',
    3,
    /xsl:result-document/,
  ],
  ['another file', '<xsl:include href="b.xsl"/>', 3, /xsl:include/],
];

describe('Before it is compiled', () => {
  it.each(before)('%s is found', (_, templates, line, words) => {
    const [finding] = sheetFaults(at(templates));
    expect(finding).toMatchObject({ severity: 'error', span: { file: 'xslt/own.xsl', start: { line } } });
    expect(finding!.message).toMatch(words);
    expect(finding!.fix).toBeTruthy();
  });

  it('a template that nobody would ask is found', () => {
    const text = sheet('<xsl:template match="p"/>').replace(' default-mode="m:reading"', '');
    expect(sheetFaults(sourceText('xslt/own.xsl', text))).toMatchObject([
      { message: 'This template is in no mode, so nothing would ever ask it.', span: { start: { line: 3 } } },
    ]);
  });

  it('what is no stylesheet is found', () => {
    expect(sheetFaults(sourceText('a.xsl', '<a xmlns:m="urn:octavo:mode"/>'))).toMatchObject([
      { code: 'stylesheet-broken', message: 'Its outermost element is not xsl:stylesheet.' },
    ]);
  });

  it('nothing is found in one that is right', () => {
    const right =
      '<xsl:mode name="f:own"/><xsl:template match="p" mode="m:reading f:own"><xsl:apply-templates mode="#current"/></xsl:template><xsl:template match="ref" mode="m:address"><xsl:next-match/></xsl:template>';
    expect(sheetFaults(at(right))).toEqual([]);
  });
});

/** Found by the compiler: templates, the line, and words of the message. */
const compiled: readonly (readonly [name: string, templates: string, line: number, words: RegExp])[] = [
  ['an XPath that is wrong', '\n<xsl:template match="p"><xsl:value-of select="a["/></xsl:template>', 4, /a\[/],
  [
    'a function that does not exist',
    '\n\n<xsl:template match="p"><xsl:value-of select="nofun(1)"/></xsl:template>',
    5,
    /nofun/,
  ],
  [
    'a template that does not exist',
    '<xsl:template match="p">\n<xsl:call-template name="nobody"/></xsl:template>',
    4,
    /nobody/,
  ],
  ['a pattern that is wrong', '<xsl:template match="p["/>', 3, /p\[/],
];

describe('The compiler', () => {
  it.each(compiled)('finds %s', { timeout: 60_000 }, async (_, templates, line, words) => {
    const other = sourceText('xslt/a.xsl', sheet('<xsl:template match="hi"><xsl:next-match/></xsl:template>'));
    const made = await compileOverlay([other, at(templates)]);
    const [finding] = 'findings' in made ? made.findings : [];
    expect(finding).toMatchObject({
      code: 'stylesheet-broken',
      severity: 'error',
      span: { file: 'xslt/own.xsl', start: { line } },
    });
    expect(finding!.message).toMatch(words);
    expect(finding!.message).not.toMatch(/octavo-xslt|own-\d/);
  });
});

/** Found when it runs: a name of an element that has such a template. */
const running: Readonly<Record<string, readonly [template: string, code: string, words: RegExp]>> = {
  abbr: ['<paragraph/>', 'stylesheet-result', /an element “paragraph”/],
  add: ['<span tei="add" is="invented"/>', 'stylesheet-result', /the status “invented”/],
  am: ['<mark tei="x" role="star"/>', 'stylesheet-result', /a mark of the role “star”/],
  ab: ['<side tei="rdg" role="reading"/>', 'stylesheet-result', /in no entry/],
  bibl: ['<formula tei="x"/>', 'stylesheet-result', /a formula without/],
  c: ['<view><xsl:apply-templates/></view>', 'stylesheet-result', /the view “”/],
  cl: ['<range/>', 'stylesheet-result', /the status/],
  date: [
    '<span tei="x" o:number="1&#9;1&#9;sideways" xmlns:o="urn:octavo:unit">w</span>',
    'stylesheet-result',
    /a number/,
  ],
  del: ['<xsl:value-of select="xs:date(\'no\')"/>', 'stylesheet-failed', /stopped at d.*not a valid xs:date/],
  desc: ['<xsl:message terminate="yes">not so</xsl:message>', 'stylesheet-failed', /not so/],
  distinct: ['<xsl:apply-templates select="."/>', 'stylesheet-failed', /without end/],
  email: ['<xsl:sequence select="f:long(1)"/>', 'stylesheet-failed', /longer than 20 seconds/],
  ex: ['<xsl:sequence select="f:large(1, \'x\')"/>', 'stylesheet-failed', /memory|ended too early|more than/],
};

describe('A stylesheet that runs', () => {
  let sef = '';
  const templates = Object.entries(running)
    .map(([name, [made]]) => `<xsl:template match="${name}">${made}</xsl:template>`)
    .join('\n');
  const functions = `<xsl:function name="f:long"><xsl:param name="n"/><xsl:sequence select="sum((for $a in 1 to 100000, $b in 1 to 100000 return $a * $b))"/></xsl:function>
    <xsl:function name="f:large"><xsl:param name="n"/><xsl:param name="s"/><xsl:sequence select="if ($n gt 60) then $s else f:large($n + 1, ($s, $s))"/></xsl:function>
    <xsl:template match="hi[1]">a</xsl:template><xsl:template match="hi[true()]">b</xsl:template>`;
  const sheets = [at(`${templates}${functions}`)];
  beforeAll(async () => {
    const made = await compileOverlay(sheets);
    if ('findings' in made) throw new Error(JSON.stringify(made.findings));
    sef = made.sef;
  }, 60_000);
  afterAll(() => void (sef = ''));

  function faultOf(name: string): StylesheetFault {
    const xml = unitXml(
      ' xmlns="http://www.tei-c.org/ns/1.0"',
      `<div type="document"><p>a <${name}>b</${name}></p></div>`,
    );
    const overlay = { sheets, sef, limits: { seconds: 20, megabytes: 200 } };
    try {
      for (const trees of overlaidTrees(overlay, [{ id: 'd', xml, known: { witnesses: noWitnesses } }]))
        expect(trees.reading).toBeUndefined();
    } catch (error) {
      if (error instanceof StylesheetFault) return error;
      throw error;
    }
    throw new Error('nothing was wrong');
  }

  it.each(Object.keys(running))('and does what it must not is a finding: <%s>', { timeout: 120_000 }, (name) => {
    const [, code, words] = running[name]!;
    const { finding } = faultOf(name);
    expect(finding).toMatchObject({ code, severity: 'error', span: { file: 'xslt/own.xsl' } });
    expect(finding.message).toMatch(words);
    const line = Object.keys(running).indexOf(name) + 3;
    if (code === 'stylesheet-result' && !/side|formula|mark|span/.test(running[name]![0]))
      expect(finding.span!.start.line).toBe(line);
    if (name === 'del' || name === 'desc') expect(finding.span!.start.line).toBe(line);
  });

  it('of which two templates match says which', () => {
    const { finding } = faultOf('hi');
    expect(finding.message).toMatch(/Multiple templates matched.*xslt\/own\.xsl#\d+ and xslt\/own\.xsl#\d+/);
    expect(finding.fix).toContain('priority');
  });
});

describe('A build', () => {
  it('under a stylesheet that is wrong builds nothing, and leaves what is there', { timeout: 60_000 }, async () => {
    const good = await builtEdition({ 'a.xml': tei('<p>a</p>') });
    const bad = await builtEdition(
      { 'a.xml': tei('<p>a</p>'), 'xslt/own.xsl': sheet('<xsl:template match="p"><wrong/></xsl:template>') },
      good.out,
    );
    expect(bad.built.summary).toBeUndefined();
    expect(bad.built.findings).toMatchObject([
      { code: 'stylesheet-result', span: { file: 'xslt/own.xsl', start: { line: 3 } } },
    ]);
    expect((await good.prove()).losses).toEqual([]);
  });

  it('says that a template which takes the place of the unit is wrong', { timeout: 60_000 }, async () => {
    const { built } = await builtWith('<xsl:template match="*:unit"><block/></xsl:template>', '<p>a</p>');
    expect(built.findings).toMatchObject([
      { code: 'stylesheet-failed', message: expect.stringContaining('the unit as a whole did not become a section') },
    ]);
  });
});
