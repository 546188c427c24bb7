import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brief } from '../harness/brief.ts';
import { tei } from '../harness/letters.ts';
import { octavo } from '../harness/octavo.ts';
import { sampleEdition } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';

/** What a person sees who builds an edition. */

const good = tei('<div type="document" xml:id="d1"><head>1. Letter</head><p>Text<note n="1">Note.</note>.</p></div>');

describe('octavo build', () => {
  it('builds a folder of TEI files without any settings, and says what it made and where to open it', () => {
    const cwd = newFolder({ 'a.xml': good });
    expect(octavo(['build'], { cwd })).toMatchInlineSnapshot(`
      {
        "code": 0,
        "out": "",
        "said": "Built dist: 1 document, 0 sections, 4 words, 0 page breaks, 1 note in 6 formats (html, text, tei, csl-json, bibtex, ris).
      Open dist/index.html
      Checked by octavo-exchange.rng (1 file).
      ",
      }
    `);
    expect(existsSync(join(cwd, 'dist/documents/d1.html'))).toBe(true);
  });

  it('builds one file of a folder', () => {
    const cwd = newFolder({ 'a.xml': good, 'b.xml': 'no XML at all' });
    expect(octavo(['build', 'a.xml', '--out', 'site/'], { cwd })).toMatchInlineSnapshot(`
      {
        "code": 0,
        "out": "",
        "said": "Built site: 1 document, 0 sections, 4 words, 0 page breaks, 1 note in 6 formats (html, text, tei, csl-json, bibtex, ris).
      Open site/index.html
      Checked by octavo-exchange.rng (1 file).
      ",
      }
    `);
    expect(existsSync(join(cwd, 'site/index.html'))).toBe(true);
  });

  it('says that nothing has changed', () => {
    const cwd = newFolder({ 'a.xml': good });
    octavo(['build'], { cwd });
    expect(octavo(['build'], { cwd })).toMatchInlineSnapshot(`
      {
        "code": 0,
        "out": "",
        "said": "Nothing has changed; dist is up to date: 1 document, 0 sections, 4 words, 0 page breaks, 1 note in 6 formats (html, text, tei, csl-json, bibtex, ris).
      Open dist/index.html
      ",
      }
    `);
  });

  it('makes only the formats that are wanted, and offers no others in its pages', () => {
    const cwd = newFolder({ 'a.xml': good });
    expect(octavo(['build', '--formats', 'html,text'], { cwd }).said).toMatchInlineSnapshot(`
      "Built dist: 1 document, 0 sections, 4 words, 0 page breaks, 1 note in 2 formats (html, text).
      Open dist/index.html
      Checked by octavo-exchange.rng (1 file).
      "
    `);
    expect(existsSync(join(cwd, 'dist/tei'))).toBe(false);
    const page = readFileSync(join(cwd, 'dist/documents/d1.html'), 'utf8');
    expect(page).toContain('../text/d1.txt');
    expect(page).not.toContain('../tei/');
  });

  it('writes the text as archives publish it, where that is wanted', () => {
    const cwd = newFolder({ 'a.xml': good });
    expect(octavo(['build', '--formats', 'text', '--text-dialect', 'web'], { cwd }).code).toBe(0);
    expect(readFileSync(join(cwd, 'dist/text/d1.txt'), 'utf8')).toMatchInlineSnapshot(`
      "1. Letter

      Text1.

        1. Note."
    `);
  });

  it('prints one JSON object for programs, and nothing else', () => {
    const cwd = newFolder({ 'a.xml': good });
    const { code, out, said } = octavo(['build', '--format', 'json'], { cwd });
    expect({ code, said, result: JSON.parse(out) as unknown }).toMatchInlineSnapshot(`
      {
        "code": 0,
        "result": {
          "built": {
            "documents": 1,
            "files": 15,
            "formats": [
              "html",
              "text",
              "tei",
              "csl-json",
              "bibtex",
              "ris",
            ],
            "notes": 1,
            "pages": 0,
            "sections": 0,
            "sources": 1,
            "words": 4,
          },
          "checks": [
            {
              "files": 1,
              "kind": "relaxng",
              "schema": "octavo-exchange.rng",
            },
          ],
          "findings": [],
          "out": "dist",
          "summary": {
            "errors": 0,
            "files": 1,
            "notes": 0,
            "reviews": 0,
          },
          "unchanged": false,
        },
        "said": "",
      }
    `);
  });

  it('is silent when told to be', () => {
    const cwd = newFolder({ 'a.xml': good });
    expect(octavo(['build', '--quiet'], { cwd })).toEqual({ code: 0, out: '', said: '' });
  });

  it('builds nothing where the sources have errors, and says what to do', () => {
    const cwd = newFolder({ 'a.xml': good.replace('</note>', '</nore>') });
    const { code, out, said } = octavo(['build'], { cwd });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(brief(said)).toMatchInlineSnapshot(`
      "a.xml:4:80 error </nore> is here, but the element to close is <note>, opened on line 4. [tag-mismatch]
      1 error
      Nothing was built: fix the errors first, or build what can be built with --keep-going.
      Checked by octavo-exchange.rng (1 file)."
    `);
    expect(existsSync(join(cwd, 'dist'))).toBe(false);
  });

  it('builds what can be built despite errors, where that is wanted, and still says that something is wrong', () => {
    const cwd = newFolder({
      'a.xml': good
        .replace('xml:id="d1"', 'xml:id="d1"><div type="document" xml:id="d1"')
        .replace('</body>', '</div></body>'),
    });
    const { code, said } = octavo(['build', '--keep-going'], { cwd });
    expect(code).toBe(1);
    expect(brief(said)).toMatchInlineSnapshot(`
      "a.xml:4:55 error The id “d1” is already used on line 4. [duplicate-id]
      1 error
      Built dist: 2 documents, 0 sections, 4 words, 0 page breaks, 1 note in 6 formats (html, text, tei, csl-json, bibtex, ris).
      Open dist/index.html
      Checked by octavo-exchange.rng (1 file)."
    `);
    expect(existsSync(join(cwd, 'dist/manifest.json'))).toBe(true);
  });

  it('leaves the old edition where new sources have errors', () => {
    const cwd = newFolder({ 'a.xml': good, 'octavo.config.json': '{}' });
    octavo(['build'], { cwd });
    const before = readFileSync(join(cwd, 'dist/SHA256SUMS'), 'utf8');
    cpSync(join(newFolder({ 'a.xml': good.replace('</p>', '') }), 'a.xml'), join(cwd, 'a.xml'));
    expect(octavo(['build'], { cwd }).code).toBe(1);
    expect(readFileSync(join(cwd, 'dist/SHA256SUMS'), 'utf8')).toBe(before);
  });

  it('says what is wrong in the settings', () => {
    const cwd = newFolder({ 'a.xml': good, 'octavo.config.json': '{ "titel": "Letters", "formats": "html" }' });
    const { code, said } = octavo(['build'], { cwd });
    expect(code).toBe(1);
    expect(brief(said)).toMatchInlineSnapshot(`
      "octavo.config.json:1:3 error “titel” is not a setting. Did you mean “title”? [unknown-setting]
      octavo.config.json:1:23 error The setting “formats” must be a list of one or more of these formats: html, text, tei, csl-json, bibtex, ris, epub, pdf, data-package, cmif, rdf, dts, standoff, search (search only with html). [wrong-setting]
      2 errors
      Nothing was built: fix the errors first, or build what can be built with --keep-going."
    `);
  });

  it('builds the sample edition, which is all in order', () => {
    const out = join(newFolder(), 'dist');
    const { code, said } = octavo(['build', sampleEdition, '--out', out]);
    expect(code).toBe(0);
    expect(said.replaceAll(out, 'dist')).toMatchInlineSnapshot(`
      "Built dist: 1 document, 0 sections, 2,107 words, 6 page breaks, 8 notes in 6 formats (html, text, tei, csl-json, bibtex, ris).
      Open dist/index.html
      Checked by octavo-exchange.rng (3 files).
      "
    `);
  });
});
