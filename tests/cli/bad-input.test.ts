import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brief } from '../harness/brief.ts';
import { letter, letters, tei } from '../harness/letters.ts';
import { octavo } from '../harness/octavo.ts';
import { newFolder } from '../harness/scratch.ts';

/** Files as they come: a clear finding with its place, the right exit code, nothing written by halves, no hang. */

const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const german = tei(letter('d1', 'Grüße aus Köln'));

/** Builds a folder and verifies what was built: it works, and nothing is lost. */
function works(files: Readonly<Record<string, string | Uint8Array>>): string {
  const cwd = newFolder(files);
  const built = octavo(['build'], { cwd });
  expect({ code: built.code, said: built.code === 0 ? '' : built.said }).toEqual({ code: 0, said: '' });
  const { code, said } = octavo(['verify'], { cwd });
  expect({ code, said: code === 0 ? '' : said }).toEqual({ code: 0, said: '' });
  return brief(built.said);
}

/** What is said of a folder that cannot be built. */
function refused(files: Readonly<Record<string, string | Uint8Array>>, ...words: string[]): string {
  const cwd = newFolder(files);
  const { code, out, said } = octavo(['build', ...words], { cwd });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(said).not.toMatch(/fault of the program|at .*\.js:\d+/);
  expect(existsSync(join(cwd, 'dist'))).toBe(false);
  return brief(said);
}

describe('Encodings', () => {
  it('UTF-16 with a byte order mark works', () => {
    expect(works({ 'a.xml': utf16(`<?xml version="1.0" encoding="UTF-16"?>\n${german}`) })).toMatchInlineSnapshot(`
      "Built dist: 1 document, 0 sections, 6 words, 0 page breaks, 1 note in 6 formats (html, text, tei, csl-json, bibtex, ris).
      Open dist/index.html
      Checked by octavo-exchange.rng (1 file)."
    `);
  });

  it('UTF-8 with a byte order mark works', () => {
    works({ 'a.xml': `\uFEFF${german}` });
  });

  it('Latin-1 that says so works', () => {
    works({ 'a.xml': latin1(`<?xml version="1.0" encoding="ISO-8859-1"?>\n${german}`) });
  });

  it('bytes that are not what the file says have a place', () => {
    expect(refused({ 'a.xml': latin1(german) })).toMatchInlineSnapshot(`
      "a.xml:4:61 error The bytes from here on are not UTF-8. [wrong-bytes]
      1 error
      Nothing was built: fix the errors first, or build what can be built with --keep-going."
    `);
  });

  it('an encoding that is unknown is named', () => {
    expect(refused({ 'a.xml': `<?xml version="1.0" encoding="X-MARS"?>\n${german}` })).toMatchInlineSnapshot(`
      "a.xml:1:1 error The file declares the encoding “x-mars”, which is not known here. [unknown-encoding]
      1 error
      Nothing was built: fix the errors first, or build what can be built with --keep-going."
    `);
  });

  it('files with the line ends of Windows give the same text', () => {
    works({ 'a.xml': german.replaceAll('\n', '\r\n') });
  });
});

describe('XML', () => {
  it('a file that is not well-formed', () => {
    expect(refused({ 'a.xml': german.replace('</p>', '') })).toMatchInlineSnapshot(`
      "a.xml:4:97 error </div> is here, but <p>, opened on line 4, is not closed yet. [tag-mismatch]
      1 error
      Nothing was built: fix the errors first, or build what can be built with --keep-going.
      Checked by octavo-exchange.rng (1 file)."
    `);
  });

  it('an empty file', () => {
    expect(refused({ 'a.xml': '' })).toMatchInlineSnapshot(`
      "a.xml:1:1 error The file is empty. [empty-file]
      1 error
      Nothing was built: fix the errors first, or build what can be built with --keep-going.
      Checked by octavo-exchange.rng (1 file)."
    `);
    expect(refused({ 'a.xml': '' }, 'a.xml')).toMatchInlineSnapshot(`
      "a.xml:1:1 error The file is empty. [empty-file]
      1 error
      Nothing was built: fix the errors first, or build what can be built with --keep-going.
      Checked by octavo-exchange.rng (1 file)."
    `);
  });

  it('a file that is not XML', () => {
    expect(refused({ 'a.xml': 'Dear Sir, the rain has ended.\n' }, 'a.xml')).toMatchInlineSnapshot(`
      "a.xml:1:1 error This is not XML: it contains no element, but begins with “Dear Sir, the rain has ended.”. [no-xml]
      1 error
      Nothing was built: fix the errors first, or build what can be built with --keep-going.
      Checked by octavo-exchange.rng (1 file)."
    `);
  });

  it('a file that is not TEI', () => {
    expect(refused({ 'a.xml': '<html><body><p>Text</p></body></html>' }, 'a.xml')).toMatchInlineSnapshot(`
      "a.xml:1:1 error This file is not TEI: its outermost element is <html>. [not-tei]
      1 error
      Nothing was built: fix the errors first, or build what can be built with --keep-going."
    `);
  });

  it('a folder with no XML at all', () => {
    expect(refused({ 'a.txt': 'Text' })).toMatchInlineSnapshot(`
      "error There is no text to build in this folder: no XML file with a TEI “text” element was found. [no-text]
      1 error
      Nothing was built: fix the errors first, or build what can be built with --keep-going."
    `);
  });

  it('200,000 nested tags', () => {
    const deep = tei(`${'<div>'.repeat(200_000)}${'</div>'.repeat(200_000)}`);
    expect(refused({ 'a.xml': deep })).toMatchInlineSnapshot(`
      "a.xml:4:2546 error Elements are nested more than 512 deep. [too-deep]
      1 error
      Nothing was built: fix the errors first, or build what can be built with --keep-going."
    `);
  });

  it('a document type that only names the root works', () => {
    works({ 'a.xml': `<!DOCTYPE TEI>\n${german}` });
  });

  it('a document type with entities of its own works, and their words are text', () => {
    const source = `<!DOCTYPE TEI [ <!ENTITY ship "the Ada"> ]>\n${tei(letter('d1', 'On &ship;'))}`;
    works({ 'a.xml': source });
    const cwd = newFolder({ 'a.xml': source });
    expect(octavo(['build'], { cwd }).code).toBe(0);
    expect(readFileSync(join(cwd, 'dist/text/d1.txt'), 'utf8')).toContain('On the Ada');
  });

  it('a document type that would read a file of the machine', () => {
    const said = refused({
      'a.xml': `<!DOCTYPE TEI [ <!ENTITY x SYSTEM "file:///etc/passwd"> ]>\n${tei(letter('d1', '&x;'))}`,
    });
    expect(said).toMatchInlineSnapshot(`
      "a.xml:5:59 error The entity “&x;” is another file and is not read. [external-entity]
      1 error
      Nothing was built: fix the errors first, or build what can be built with --keep-going.
      Checked by octavo-exchange.rng (1 file)."
    `);
    expect(said).not.toContain('root:');
  });

  it('entities that grow a thousandfold', () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const said = refused({ 'a.xml': `<!DOCTYPE TEI [ <!ENTITY l0 "ha">${laughs} ]>\n${tei(letter('d1', '&l9;'))}` });
    expect(said).toMatchInlineSnapshot(`
      "a.xml:5:59 error The entity “&l0;” makes more of this file than is read. [entity-limit]
      1 error
      Nothing was built: fix the errors first, or build what can be built with --keep-going.
      Checked by octavo-exchange.rng (1 file)."
    `);
  });
});

describe('Ids and names', () => {
  it('an id used twice', () => {
    expect(refused({ 'a.xml': tei(letter('d1', 'One') + letter('d1', 'Two')) })).toMatchInlineSnapshot(`
      "a.xml:4:117 error The id “d1” is already used on line 4. [duplicate-id]
      1 error
      Nothing was built: fix the errors first, or build what can be built with --keep-going.
      Checked by octavo-exchange.rng (1 file)."
    `);
  });

  it('the same ids in two files are distinguished', () => {
    expect(works({ 'a.xml': letters(2), 'b.xml': letters(2) })).toMatchInlineSnapshot(`
      "Built dist: 4 documents, 0 sections, 32 words, 0 page breaks, 4 notes in 6 formats (html, text, tei, csl-json, bibtex, ris).
      Open dist/index.html
      Checked by octavo-exchange.rng (2 files)."
    `);
  });

  it('ids that are not file names', () => {
    const ids = ['CON', 'Grüße', 'a.b', '日本', 'D1', 'd1'];
    works({ 'a.xml': tei(ids.map((id) => letter(id, 'Words')).join('')) });
  });

  it('files with white space, accents and quotation marks in their names', () => {
    works({ "Ada's lettres d’été & more.xml": tei('<p>Words.</p>'), 'sub folder/b#1.xml': tei('<p>Words.</p>') });
  });

  it('links out of the folder are not followed, and it is said', () => {
    const elsewhere = newFolder({ 'secret.xml': letters(1) });
    const cwd = newFolder({ 'a.xml': letters(1) });
    symlinkSync(join(elsewhere, 'secret.xml'), join(cwd, 'b.xml'));
    symlinkSync(elsewhere, join(cwd, 'more'));
    symlinkSync(join(cwd, 'nowhere'), join(cwd, 'c.xml'));
    symlinkSync(cwd, join(cwd, 'circle'));
    const { code, said } = octavo(['build'], { cwd });
    expect(code).toBe(0);
    expect(brief(said)).toMatchInlineSnapshot(`
      "review b.xml is a link to a place outside the edition’s folder and is not read. [link-out-of-folder]
      review c.xml is a link that leads nowhere. [link-out-of-folder]
      review more is a link to a place outside the edition’s folder and is not read. [link-out-of-folder]
      3 reviews
      Built dist: 1 document, 0 sections, 8 words, 0 page breaks, 1 note in 6 formats (html, text, tei, csl-json, bibtex, ris).
      Open dist/index.html
      Checked by octavo-exchange.rng (1 file)."
    `);
  });
});
