import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, test } from 'vitest';
import { outputExtensions, readSheets } from '../../src/config/own-sheets.ts';
import { build } from '../../src/publish/run.ts';
import { sourceText } from '../../src/source/text.ts';
import { compileOutput } from '../../src/transform/overlay/compile.ts';
import { verify } from '../../src/verify/run.ts';
import { contentsOf, differences } from '../harness/folder-state.ts';
import { newFolder } from '../harness/scratch.ts';
import { type Built, builtEdition, tei } from './edition.ts';

/** Outputs that stylesheets of an edition make: a text for each unit, of which nothing is proven but that it is there as it was built. */

const page = readFileSync(join(import.meta.dirname, '../../docs/how-to/own-stylesheets.md'), 'utf8');
const block = (language: string, place: number): string =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))][place]![1]!;

const cache = process.env.OCTAVO_CACHE!;
afterEach(() => {
  process.env.OCTAVO_CACHE = cache;
});

const output = (templates: string): string =>
  `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:o="urn:octavo:unit" exclude-result-prefixes="#all" expand-text="yes"><xsl:output method="text"/>${templates}</xsl:stylesheet>`;
const shown = output(
  '<xsl:template match="o:unit">{@id}|{@title}|{string-join(.//block ! (@tei || ":" || @role || ":" || .), "|")}</xsl:template>'
    .replaceAll('"', "'")
    .replace("match='o:unit'", 'match="o:unit"'),
);

const documents = (words: string): string =>
  tei(
    ['d1', 'd2']
      .map(
        (id) =>
          `<div type="document" xml:id="${id}"><head>${id}</head><p>a &amp; b <hi>${id === 'd2' ? words : 'c'}</hi></p></div>`,
      )
      .join(''),
  );

const edition = (words = 'x'): Promise<Built> =>
  builtEdition({ 'a.xml': documents(words), 'xslt/output/plain.txt.xsl': shown });

describe('An output of an edition’s own', () => {
  it('is as the documentation shows it', async () => {
    const { built, read, prove } = await builtEdition({
      'a.xml': tei(block('xml', 1)),
      'xslt/output/latex.tex.xsl': block('xml', 2),
    });
    expect(built.findings).toEqual([]);
    expect(read('latex/a.tex').trim()).toBe(block('latex', 0).trim());
    expect(await prove()).toMatchObject({
      losses: [],
      notProven: { latex: 'made by a stylesheet of the edition, xslt/output/latex.tex.xsl' },
    });
  });

  it('has a file for each unit, which the manifest names and whose sum is in the list', async () => {
    const { read, built, prove } = await edition();
    expect(read('plain/d1.txt')).toBe('d1|d1|p:paragraph:a & b c');
    expect(built.summary?.formats).toContain('plain');
    const manifest = JSON.parse(read('manifest.json')) as { documents: { outputs: object }[] };
    expect(manifest.documents[1]!.outputs).toMatchObject({ plain: 'plain/d2.txt' });
    expect(read('SHA256SUMS')).toContain('  plain/d2.txt\n');
    const proof = await prove();
    expect(proof).toMatchObject({ losses: [], result: 'nothing lost' });
    expect(proof.formats).not.toHaveProperty('plain');
    expect(proof.changedByStylesheets).toBeUndefined();
  });

  it('is missed where a file of it is not there, and seen where one has changed', async () => {
    const { out, prove } = await edition();
    writeFileSync(join(out, 'plain/d1.txt'), 'other');
    rmSync(join(out, 'plain/d2.txt'));
    const said = (await prove()).losses.map(({ message }) => message).join('\n');
    expect(said).toMatch(/plain\/d1\.txt/);
    expect(said).toMatch(/plain\/d2\.txt is missing/);
  });

  it('of a stylesheet that has changed, or is new, is to be built again', async () => {
    const { path, out, prove } = await edition();
    writeFileSync(join(path, 'xslt/output/more.md.xsl'), shown);
    const said = (await prove()).losses.map(({ message }) => message).join('\n');
    expect(said).toContain('the stylesheets have changed since the edition was built');
    expect(said).toContain('more/d1.md is missing');
    rmSync(join(path, 'xslt'), { recursive: true });
    const without = (await verify({ path, out })).losses.map(({ message }) => message).join('\n');
    expect(without).toContain('plain/d1.txt is a file that nothing in the edition accounts for');
  });

  it('is the same in a second build as in a clean one', { timeout: 60_000 }, async () => {
    const warm = newFolder();
    process.env.OCTAVO_CACHE = warm;
    const { path, out } = await edition();
    const steps = [
      (): void => writeFileSync(join(path, 'a.xml'), documents('other')),
      (): void => writeFileSync(join(path, 'xslt/output/plain.txt.xsl'), shown.replace('{@id}', 'id {@id}')),
    ];
    for (const step of steps) {
      step();
      process.env.OCTAVO_CACHE = warm;
      expect((await build({ path, out, check: false })).unchanged).toBe(false);
      process.env.OCTAVO_CACHE = newFolder();
      const clean = join(newFolder(), 'dist');
      await build({ path, out: clean, check: false });
      expect(differences(contentsOf(clean), contentsOf(out))).toEqual([]);
    }
    const { losses, rebuilt } = await verify({ path, out, rebuild: true });
    expect([losses, rebuilt!.same]).toEqual([[], rebuilt!.files]);
  });
});

describe('A stylesheet for an output', () => {
  it.each([
    ['xslt/output/page.html.xsl', /does not say by its name/],
    ['xslt/output/page.svg.xsl', /does not say by its name/],
    ['xslt/output/sheet.csv.xsl', /does not say by its name/],
    ['xslt/output/latex.xsl', /does not say by its name/],
    ['xslt/output/La Tex.tex.xsl', /does not say by its name/],
    ['xslt/output/documents.txt.xsl', /is the name of an output of Octavo/],
    ['xslt/output/text.md.xsl', /is the name of an output of Octavo/],
  ])('called %s is wrong, and it is said what is right', (path, words) => {
    const { outputs, findings } = readSheets(newFolder({ [path]: shown }));
    expect(outputs).toEqual([]);
    expect(findings).toMatchObject([{ code: 'stylesheet-broken', message: expect.stringMatching(words) }]);
    for (const extension of outputExtensions) expect(findings[0]!.fix).toContain(extension);
  });

  it('of a name that another one has is wrong; one for another program is passed over', () => {
    const folder = newFolder({
      'xslt/output/a.txt.xsl': shown,
      'xslt/output/a.md.xsl': shown,
      'xslt/output/tohtml.xsl': '<a/>',
    });
    expect(readSheets(folder).findings.map(({ code }) => code)).toEqual([
      'stylesheet-passed-over',
      'stylesheet-broken',
    ]);
  });

  it('that stops builds nothing, and its place is said', { timeout: 60_000 }, async () => {
    const { built } = await builtEdition({
      'a.xml': documents('x'),
      'xslt/output/plain.txt.xsl': output(
        '\n<xsl:template match="block"><xsl:message terminate="yes">no blocks</xsl:message></xsl:template>',
      ),
    });
    expect(built.summary).toBeUndefined();
    expect(built.findings).toMatchObject([
      {
        code: 'stylesheet-failed',
        message: expect.stringMatching(/stopped at d1: .*no blocks/),
        span: { start: { line: 2 } },
      },
    ]);
  });

  const value = (xpath: string): string =>
    output(`<xsl:template match="o:unit"><xsl:value-of select="${xpath}"/></xsl:template>`);
  test.each([
    ['reads a document', value("doc('file:///etc/passwd')"), 'doc()'],
    ['reads a text', value("unparsed-text('file:///etc/passwd')"), 'unparsed-text()'],
    ['knows the time', value('current-dateTime()'), 'current-dateTime()'],
    ['runs code', value("Q{http://saxonica.com/ns/globalJS}eval('1')"), 'js:eval()'],
    [
      'writes elsewhere',
      output('<xsl:template match="o:unit"><xsl:result-document href="x"/></xsl:template>'),
      'xsl:result-document',
    ],
    [
      'reads how it is written',
      shown.replace('method="text"', 'method="text" parameter-document="x.xml"'),
      'parameter-document',
    ],
    ['includes another', output('<xsl:include href="a.xsl"/>'), 'xsl:include'],
  ])('that %s is refused', { timeout: 60_000 }, async (_, text, name) => {
    const made = await compileOutput(sourceText('xslt/output/a.txt.xsl', text));
    const { findings } = made as Extract<typeof made, { findings: unknown }>;
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['stylesheet-refused']));
    expect(findings.map(({ message }) => message).join()).toContain(name);
  });
});
