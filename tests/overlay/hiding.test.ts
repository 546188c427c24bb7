import { beforeAll, describe, expect, it } from 'vitest';
import type { Proof } from '../../src/verify/run.ts';
import { type Built, builtAgain, builtEdition, builtWith, sheet, tei } from './edition.ts';

/** No stylesheet of an edition can hide a loss: what it changes of the text is found, unless a row of the setting `elements` says it. */

const text =
  '<pb n="1"/><p>One <seg>two</seg> three <hi>four</hi><note>A note.</note> five.</p><pb n="2"/><p xml:id="here">Six <ref target="http://a.org/">seven</ref> <unclear>eight</unclear> <gap reason="lost"/> nine.</p>';

/** The text with ids of its own. */
const unique = (body: string, document: number): string => body.replace('xml:id="here"', `xml:id="here${document}"`);

const copied = '<xsl:copy-of select="@*"/>';
const p = (inside: string): string => `<block tei="p" role="paragraph">${copied}${inside}</block>`;
const on = (match: string, inside = ''): string => `<xsl:template match="${match}">${inside}</xsl:template>`;

/** What is lost, and templates that lose it. */
const losing: Readonly<Record<string, string>> = {
  'a word': on('seg'),
  'a word that is doubled': on('seg', '<xsl:next-match/><xsl:text> </xsl:text><xsl:next-match/>'),
  'a word that is added': on('seg', 'more <xsl:next-match/>'),
  'the order of words': on(
    'p[seg]',
    p('<xsl:apply-templates select="seg"/><xsl:text> </xsl:text><xsl:apply-templates select="node() except seg"/>'),
  ),
  'the space between two words': on(
    "p[seg]/text()[ends-with(., ' ')]",
    "<xsl:value-of select=\"replace(., ' $', '')\"/>",
  ),
  'where a paragraph ends': on('p', '<span tei="p"><xsl:apply-templates/></span>'),
  'that a paragraph is one, and not two': on(
    'p[seg]',
    `${p('<xsl:apply-templates select="seg/preceding-sibling::node()"/>')}${p('<xsl:apply-templates select="seg | seg/following-sibling::node()"/>')}`,
  ),
  'a note': on('note'),
  'the words of a note': on('note', '<note tei="note">other</note>'),
  'a note that is words now': on('note', '<span tei="note"><xsl:apply-templates/></span>'),
  'a page break': on("pb[@n='2']"),
  'the number of a page': on("pb[@n='2']", '<page-break tei="pb" n="3"/>'),
  'an id': on('p[@xml:id]', '<block tei="p" role="paragraph"><xsl:apply-templates/></block>'),
  'where a link leads': on('ref', '<link tei="ref" target="http://b.org/"><xsl:apply-templates/></link>'),
  'the status of a word': on('unclear', '<span tei="unclear"><xsl:apply-templates/></span>'),
  'the sign of a gap': on('gap'),
  'the language of words that is made up': on('seg', '<span tei="seg" xml:lang="de"><xsl:apply-templates/></span>'),
};

const names = Object.keys(losing);

/** A pattern that matches in one document alone. */
const within = (document: string, templates: string): string =>
  templates.replace(/match="([^"]*)"/g, (_, match: string) => `match="div[@xml:id='${document}']//${match}"`);

describe('A stylesheet cannot hide', () => {
  let built: Built;
  let proof: Proof;
  beforeAll(async () => {
    // Each has a document of its own, so that all are compiled at once; in the last one nothing is lost.
    const bodies = [...names, ''].map(
      (_, i) => `<div type="document" xml:id="d${i}"><p>${i}</p>${unique(text, i)}</div>`,
    );
    built = await builtEdition({
      'a.xml': tei(bodies.join('')),
      'xslt/own.xsl': sheet(names.map((name, i) => within(`d${i}`, losing[name]!)).join('\n')),
    });
    proof = await built.prove();
  }, 120_000);

  it.each(names)('%s', (name) => {
    const losses = proof.losses.filter(({ document }) => document === `d${names.indexOf(name)}`);
    expect(losses).toContainEqual(
      expect.objectContaining({
        format: 'stylesheets',
        message: expect.stringContaining('the edition’s own stylesheets change what no row'),
      }),
    );
    // The outputs say it themselves: the list of changes is not what finds it.
    expect(losses.map(({ format }) => format)).toContain('html');
  });

  it('anything, while a document that they leave alone is proven', () => {
    const documents = new Set(proof.losses.map(({ document }) => document));
    expect([...documents].filter((id) => id !== '').length).toBe(names.length);
    expect(documents.has(`d${names.length}`)).toBe(false);
  });

  it('what it does from the person who builds', () => {
    expect(built.built.findings).toMatchObject([
      { code: 'stylesheet-needs-row', message: expect.stringContaining(`in ${names.length} units`) },
    ]);
  });
});

/** Templates, the row that says what they do, and whether the build finds it. */
const meant: readonly (readonly [templates: string, row: object])[] = [
  [on('seg'), { seg: { counted: 'no' } }],
  [on('note'), { note: { counted: 'no' } }],
  [on('seg', '<block tei="seg"><xsl:apply-templates/></block>'), { seg: { kind: 'block' } }],
  [on("pb[@n='2']"), { "pb[@n='2']": { counted: 'no' } }],
];

describe('A row that is missing', () => {
  it.each(meant)(
    'is offered by the build, and with it nothing is lost: %s',
    { timeout: 120_000 },
    async (templates, row) => {
      const without = await builtWith(templates, text);
      const [finding] = without.built.findings;
      expect(finding).toMatchObject({ code: 'stylesheet-needs-row', span: { file: 'xslt/own.xsl' } });
      expect(finding?.fix).toContain(JSON.stringify({ elements: row }));
      const said = await builtAgain(without, { 'octavo.config.json': JSON.stringify({ elements: row }) });
      expect(said.built.findings.filter(({ code }) => code !== 'row-not-followed')).toEqual([]);
      expect((await said.prove()).losses).toEqual([]);
    },
  );

  it('that no selector can be is asked for in words', async () => {
    const { built } = await builtWith(on('seg[string-length(.) = 3]'), text);
    expect(built.findings[0]?.fix).toContain('docs/how-to/own-stylesheets.md');
  });
});
