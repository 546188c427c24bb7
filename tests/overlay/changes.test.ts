import { describe, expect, it } from 'vitest';
import { changedInWords } from '../../src/cli/changed-by-sheets.ts';
import { builtEdition, builtWith, sheet, tei } from './edition.ts';

/** Stylesheets of an edition that change what they may change: roles and looks. Nothing is lost, and the proof says what is changed. */

const letter =
  '<p>Dear <hi rend="italic">old</hi> friend,</p><p>it is <name>Ann</name> who <emph>writes</emph><note>A <hi>note</hi>.</note>.</p><p>Yours</p>';

describe('A stylesheet of an edition', () => {
  it('asks what no selector can, gives a role and a class, and reaches our template', async () => {
    const templates = `
      <xsl:template match="p[not(following-sibling::p)]"><block tei="p" role="last" rend="end"><xsl:copy-of select="@*"/><xsl:apply-templates/></block></xsl:template>
      <xsl:template match="emph"><span tei="emph" role="{f:role(.)}"><xsl:next-match/></span></xsl:template>
      <xsl:template match="hi[@rend]"><span tei="hi"><xsl:apply-templates/></span></xsl:template>
      <xsl:template match="note//hi"><span tei="hi" looks="bold"><xsl:apply-templates/></span></xsl:template>
      <xsl:function name="f:role" as="xs:string"><xsl:param name="of" as="element()"/><xsl:sequence select="'stressed'"/></xsl:function>`;
    const { built, read, prove } = await builtWith(templates, letter);
    expect(built.findings).toEqual([]);
    expect(read('documents/a.html')).toContain('<p data-type="last" data-rend="end">Yours</p>');
    expect(read('documents/a.html')).toContain('Dear old friend');
    const proof = await prove();
    expect(proof).toMatchObject({
      losses: [],
      changedByStylesheets: { units: 1, blocks: 1, looks: 3, roles: 1 },
    });
    expect(built.summary?.changed).toEqual(proof.changedByStylesheets);
    expect(changedInWords(proof.changedByStylesheets)).toBe(
      'The edition’s own stylesheets changed 3 looks, 1 word role and 1 block role, in 1 unit',
    );
    expect(read('manifest.json')).toContain('"stylesheets": "stylesheets.json"');
  });

  it('that changes nothing changes no byte of a document, and the proof says so', async () => {
    const plain = await builtEdition({ 'a.xml': tei(letter) });
    const same = await builtWith('<xsl:template match="p | hi | note"><xsl:next-match/></xsl:template>', letter);
    for (const path of ['documents/a.html', 'text/a.txt', 'tei/a.xml']) expect(same.read(path)).toBe(plain.read(path));
    expect(await same.prove()).toMatchObject({ losses: [], changedByStylesheets: { units: 0 } });
    expect((await plain.prove()).changedByStylesheets).toBeUndefined();
  });

  it('is laid over ours together with the others in the folder', async () => {
    const { built, read, prove } = await builtEdition({
      'a.xml': tei(letter),
      'xslt/1.xsl': sheet(
        '<xsl:template match="name"><xsl:call-template name="f:n"><xsl:with-param name="role" select="\'signatory\'"/></xsl:call-template></xsl:template>',
      ),
      'xslt/2.xsl': sheet(
        '<xsl:template name="f:n"><xsl:param name="role"/><span tei="name" role="{$role}"><xsl:apply-templates/></span></xsl:template>',
      ),
    });
    expect(built.findings).toEqual([]);
    expect(read('documents/a.html')).toMatch(/signatory[^<]*>Ann</);
    expect((await prove()).losses).toEqual([]);
  });

  it('is proven in the diplomatic view as well, in e-books, and where documents are several', async () => {
    const body = (id: string): string =>
      `<div type="document" xml:id="${id}"><p>a <choice><sic>teh</sic><corr>the</corr></choice> <hi>b</hi></p><p>c</p></div>`;
    const { built, prove, read } = await builtEdition({
      'a.xml': tei(body('d1') + body('d2')),
      'octavo.config.json': '{"formats": ["html", "text", "tei", "epub"]}',
      'xslt/own.xsl': sheet(
        '<xsl:template match="p[hi]"><block tei="p" role="x" rend="y"><xsl:apply-templates/></block></xsl:template>',
      ),
    });
    expect(built.findings).toEqual([]);
    expect(read('documents/d1.diplomatic.html')).toContain('data-rend="y"');
    expect(await prove()).toMatchObject({
      losses: [],
      changedByStylesheets: { units: 2, blocks: 2, looks: 2, roles: 0 },
    });
  });

  it('sees the text as the table of the edition has it', async () => {
    const { read, prove } = await builtWith(
      '<xsl:template match="l"><line tei="l" rend="mine"><xsl:apply-templates/></line></xsl:template>',
      '<ab type="verse">Roses are red</ab>',
      { "ab[@type='verse']": { kind: 'line' } },
    );
    expect(read('documents/a.html')).toContain('data-rend="mine"');
    expect((await prove()).losses).toEqual([]);
  });

  it('that is for another program is passed over, and the build says so', async () => {
    const { built, prove } = await builtEdition({
      'a.xml': tei(letter),
      'xslt/to-html.xsl': sheet('').replace('urn:octavo:mode', 'urn:x').replace('m:reading', '#unnamed'),
      'xslt/readme.txt': 'urn:octavo:mode',
    });
    expect(built.findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['note stylesheet-passed-over']);
    expect((await prove()).losses).toEqual([]);
  });
});
