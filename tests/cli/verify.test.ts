import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { letters } from '../harness/letters.ts';
import { octavo } from '../harness/octavo.ts';
import { sampleEdition } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';

/** What a person sees who has an edition proven: that nothing is lost, or what is lost and where. */

let folder = '';
beforeAll(() => {
  folder = newFolder({ 'a.xml': letters(3) });
  octavo(['build'], { cwd: folder });
});

/** A copy of the built edition, so that tests can damage it. */
function copy(): string {
  const cwd = newFolder();
  cpSync(folder, cwd, { recursive: true });
  return cwd;
}

function change(cwd: string, path: string, from: string | RegExp, to: string): void {
  const file = join(cwd, 'dist', path);
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

/** Makes the list of checksums right again, as one would who hides what he did. */
function repairSums(cwd: string, path: string): void {
  const file = join(cwd, 'dist', path);
  const sum = createHash('sha256').update(readFileSync(file)).digest('hex');
  const list = join(cwd, 'dist/SHA256SUMS');
  const lines = readFileSync(list, 'utf8').split('\n');
  writeFileSync(list, lines.map((line) => (line.slice(66) === path ? `${sum}  ${path}` : line)).join('\n'));
}

function verify(cwd: string): string {
  const { code, out, said } = octavo(['verify'], { cwd });
  expect(out).toBe('');
  expect(code).toBe(said.startsWith('nothing lost') ? 0 : 1);
  return said;
}

describe('octavo verify', () => {
  it('says that nothing is lost, with counts, and writes the proof down', () => {
    const cwd = copy();
    expect(verify(cwd)).toMatchInlineSnapshot(`
      "nothing lost: 3 documents, 24 words, 0 pages, 3 notes in 6 formats
      "
    `);
    const proof: unknown = JSON.parse(readFileSync(join(cwd, 'dist/proof.json'), 'utf8'));
    expect(proof).toMatchInlineSnapshot(`
      {
        "documents": 3,
        "edition": "a",
        "formats": {
          "bibtex": {
            "files": 3,
            "proof": "fields",
            "proven": 3,
          },
          "csl-json": {
            "files": 3,
            "proof": "fields",
            "proven": 3,
          },
          "html": {
            "files": 3,
            "proof": "text",
            "proven": 3,
          },
          "ris": {
            "files": 3,
            "proof": "fields",
            "proven": 3,
          },
          "tei": {
            "files": 3,
            "notCarried": {
              "number": "a number depends on the numbers around the unit, which are not in its file; its attributes are compared character for character",
            },
            "proof": "text",
            "proven": 3,
          },
          "text": {
            "files": 3,
            "notCarried": {
              "block": "where blocks begin and end is compared by lines; of what kind they are plain text does not say",
              "cell": "that words are in cells of their own is compared by tabs; how many columns and rows a cell covers is not",
              "direction": "plain text says no direction: whatever shows it takes it from the letters (Unicode Bidirectional Algorithm)",
              "formula": "a formula is its words in one line (1/12, x^2), which are compared as words; TeX is its source",
              "gloss": "a gloss is behind its words, in parentheses, and is compared as words; where it is and its language are not said",
              "id": "plain text has no sign for it",
              "language": "plain text has no sign for it",
              "line": "lines that have a number are compared with it; other lines are not shown, nor whose lines they are",
              "look": "plain text has no sign for it",
              "number": "numbers are compared; the full numbers of lines are not shown, and what the units are called only where it is part of the mark",
              "pointer": "plain text has no sign for it",
              "role": "plain text has no sign for it",
            },
            "proof": "text",
            "proven": 3,
          },
        },
        "losses": [],
        "notes": 3,
        "pages": 0,
        "result": "nothing lost",
        "sections": 0,
        "words": 24,
      }
    `);
  });

  it('proves the sample edition', () => {
    const out = join(newFolder(), 'dist');
    octavo(['build', sampleEdition, '--out', out, '--quiet']);
    expect(octavo(['verify', sampleEdition, '--out', out])).toMatchInlineSnapshot(`
      {
        "code": 0,
        "out": "",
        "said": "nothing lost: 1 document, 2,107 words, 6 pages, 8 notes in 6 formats
      ",
      }
    `);
  });

  it('prints the proof as JSON for programs', () => {
    const { code, out, said } = octavo(['verify', '--format', 'json'], { cwd: copy() });
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(JSON.parse(out)).toMatchObject({ findings: [], proof: { result: 'nothing lost', documents: 3 } });
  });

  it('is silent when told to be, unless something is lost', () => {
    const cwd = copy();
    expect(octavo(['verify', '--quiet'], { cwd })).toEqual({ code: 0, out: '', said: '' });
    change(cwd, 'text/d2.txt', 'words of ', '');
    expect(octavo(['verify', '--quiet'], { cwd }).said).toContain('d2 (text)');
  });

  it.each([
    ['a word that is missing', 'documents/d2.html', 'words of letter', 'words letter'],
    ['a word that has changed', 'text/d2.txt', 'words', 'swords'],
    ['a note call that is missing', 'documents/d1.html', /<a role="doc-noteref".*?<\/a>/, ''],
    ['a note that has changed', 'tei/d3.xml', 'Note.', 'Note?'],
    ['a title that has changed', 'citations/d1.bib', 'Letter d1', 'Letter 1'],
    ['a page that is no XML any more', 'documents/d2.html', '</main>', ''],
    ['a citation that is no JSON any more', 'citations/d2.json', '}', ''],
  ])('names document and place of %s, though the checksums are right', (_, path, from, to) => {
    const cwd = copy();
    change(cwd, path, from, to);
    repairSums(cwd, path);
    expect(verify(cwd)).toMatchSnapshot();
  });

  it('names a file that is not as it was built, whatever is in it', () => {
    const cwd = copy();
    change(cwd, 'style/edition.css', '{', '{ ');
    expect(verify(cwd)).toMatchInlineSnapshot(`
      "edition (html): style/edition.css does not say what the sources say, first in line 9
      something is lost or changed: 1 place in 3 documents. Build again; if it stays, please report it.
      "
    `);
  });

  it('names files that are missing', () => {
    const cwd = copy();
    rmSync(join(cwd, 'dist/documents/d1.html'));
    rmSync(join(cwd, 'dist/edition.bib'));
    expect(verify(cwd)).toMatchInlineSnapshot(`
      "d1 (html): the file documents/d1.html is missing
      edition (bibtex): edition.bib is missing
      something is lost or changed: 2 places in 3 documents. Build again; if it stays, please report it.
      "
    `);
  });

  it('names documents of the source that the edition lacks, and those that it has from elsewhere', () => {
    const cwd = copy();
    const manifest = join(cwd, 'dist/manifest.json');
    const content = JSON.parse(readFileSync(manifest, 'utf8')) as { documents: { id: string }[] };
    content.documents = [...content.documents.slice(0, 2), { ...content.documents[2]!, id: 'd9' }];
    writeFileSync(manifest, JSON.stringify(content));
    expect(verify(cwd)).toMatchInlineSnapshot(`
      "d3 (manifest): is in the source and not in the edition
      d9 (manifest): is in the edition and not in the source
      edition (manifest): manifest.json: documents[2].id is "d9" instead of "d3"
      something is lost or changed: 3 places in 3 documents. Build again; if it stays, please report it.
      "
    `);
  });

  it('says where documents are in another order', () => {
    const cwd = copy();
    const manifest = join(cwd, 'dist/manifest.json');
    const content = JSON.parse(readFileSync(manifest, 'utf8')) as { documents: unknown[] };
    content.documents.reverse();
    writeFileSync(manifest, JSON.stringify(content));
    expect(verify(cwd)).toMatchInlineSnapshot(`
      "d1 (manifest): is at another place in the edition: “d3” is there instead
      edition (manifest): manifest.json: documents[0].id is "d3" instead of "d1"
      edition (manifest): manifest.json: documents[0].title is "Letter d3" instead of "Letter d1"
      edition (manifest): manifest.json: documents[0].source.xmlId is "d3" instead of "d1"
      something is lost or changed: 4 places in 3 documents. Build again; if it stays, please report it.
      "
    `);
  });

  it('says that a source has changed since the edition was built', () => {
    const cwd = copy();
    writeFileSync(join(cwd, 'a.xml'), letters(4).replace('letter 2.', 'letter two.'));
    expect(verify(cwd)).toMatchInlineSnapshot(`
      "d4 (manifest): is in the source and not in the edition
      d2 (manifest): the source has changed since the edition was built: build it again
      d2 (html): text, after “d2 The words of letter”: “two.” has become “2.”
      d2 (text): text, after “d2 The words of letter”: “two.” has become “2.”
      d2 (tei): text, after “d2 The words of letter”: “two.” has become “2.”
      d3 (html): around the text: “<link href="d4.html" rel="next">” is missing
      d3 (html): around the text: “<li class="next">” is missing
      d3 (html): around the text: “<a href="d4.html" rel="next" title="Letter d4">” is missing
      d4 (html): the file documents/d4.html is missing
      d4 (text): the file text/d4.txt is missing
      d4 (tei): the file tei/d4.xml is missing
      d4 (csl-json): the file citations/d4.json is missing
      d4 (bibtex): the file citations/d4.bib is missing
      d4 (ris): the file citations/d4.ris is missing
      edition (html): index.html does not say what the sources say, first in line 24
      edition (csl-json): edition.csl.json: there are 3 entries instead of 4
      edition (bibtex): edition.bib: there are 3 entries instead of 4
      edition (ris): edition.ris: there are 3 entries instead of 4
      edition (table): documents.csv: there are 3 entries instead of 4
      edition (manifest): manifest.json: documents[1].source.sha256 is "440eef755cc1042b7d88ad9d6a12bed697444745904bf35a205800a2820424c3" instead of "d1f39c39ecb58fdc812172e68d0faaea1c39b82e29959c669379bfc39451c7bb"
      … and 1 more; all are in dist/proof.json
      something is lost or changed: 21 places in 4 documents. Build again; if it stays, please report it.
      "
    `);
  });

  it.each([
    ['no JSON', 'manifest.json', '{'],
    ['another JSON', 'manifest.json', '{}'],
    ['no list', 'SHA256SUMS', 'nonsense\n'],
    ['an empty list', 'SHA256SUMS', ''],
    ['not of the edition', 'documents/d9.html', '<p>Text</p>'],
  ])('has an answer where a file of the edition is %s: %s', (_, path, content) => {
    const cwd = copy();
    writeFileSync(join(cwd, 'dist', path), content);
    expect(verify(cwd)).toMatchSnapshot();
  });

  it('says that nothing can be proven where a template of the edition is broken', () => {
    const cwd = copy();
    mkdirSync(join(cwd, 'templates'));
    writeFileSync(join(cwd, 'templates/imprint.hbs'), '{{#if');
    const { code, said } = octavo(['verify'], { cwd });
    expect([code, said]).toEqual([1, expect.stringMatching(/^edition \(source\): nothing can be proven: templates\//)]);
  });
});
