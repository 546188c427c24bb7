import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/edition/manifest.ts';
import { bibtex } from '../../src/formats/citation/bibtex.ts';
import { cslJson } from '../../src/formats/citation/csl-json.ts';
import { ris } from '../../src/formats/citation/ris.ts';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { readFiles } from '../harness/edition.ts';
import { letters } from '../harness/letters.ts';
import { newFolder } from '../harness/scratch.ts';

/** The files of the whole edition are read back like those of its documents: checksums play no part here. */

let folder = '';
let good = '';
const register =
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>P</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><standOff><listPerson><person xml:id="A"><persName>A</persName></person></listPerson></standOff></TEI>';

beforeAll(async () => {
  folder = newFolder({ 'a.xml': letters(3), 'people.xml': register });
  good = join(newFolder(), 'dist');
  await build({ path: folder, out: good, check: false });
});

async function lossesAfter(change: (out: string) => void): Promise<string[]> {
  const out = join(newFolder(), 'dist');
  cpSync(good, out, { recursive: true });
  change(out);
  const { losses } = await verify({ path: folder, out });
  return losses
    .filter(({ message }) => !message.includes('as it was built'))
    .map(({ format, message }) => `${format}: ${message}`);
}

const edit =
  (path: string, from: string | RegExp, to: string) =>
  (out: string): void => {
    const text = readFileSync(join(out, path), 'utf8');
    expect(text).toMatch(from);
    writeFileSync(join(out, path), text.replace(from, to));
  };
const inManifest =
  (change: (manifest: { -readonly [K in keyof Manifest]: Manifest[K] }) => void) =>
  (out: string): void => {
    const path = join(out, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    change(manifest);
    writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
  };

describe('verify finds in the files of the whole edition', () => {
  it('nothing, where nothing was changed', async () => {
    expect(await lossesAfter(() => undefined)).toEqual([]);
  });
  it.each<[string, (out: string) => void, RegExp]>([
    ['an entry that the contents lost', edit('index.html', /<li[^]*?<\/li>/, ''), /^html: index\.html does not say/],
    ['a date or title that was changed there', edit('index.html', 'Letter d2', 'Letter 2'), /^html: index\.html does not say/],
    ['an empty bibliography', edit('edition.bib', /^[^]*$/, ''), /^bibtex: edition\.bib: there are 0 entries instead of 3/],
    ['a bibliography with an entry too many', edit('edition.csl.json', /^\[\n([^]*)\n\]\n$/, '[\n$1,\n  {\n    "id": "x",\n    "type": "book"\n  }\n]\n'), /^csl-json: edition\.csl\.json: there are 4 entries/],
    ['a bibliography in another order', edit('edition.ris', /^([^]*?ER {2}- \r\n\r\n)([^]*?ER {2}- \r\n\r\n)/, '$2$1'), /^ris: edition\.ris: the field id/],
    ['a cell of the table', edit('documents.csv', 'Letter d3', 'Letter d4'), /^table: documents\.csv: the field title “Letter d3” has become “Letter d4”/],
    ['a register that has gone', (out) => rmSync(join(out, 'tei/people.xml')), /^tei: tei\/people\.xml is missing/],
    ['a style', edit('style/edition.css', '{', '{ '), /^html: style\/edition\.css does not say/],
    ['a title in the manifest', inManifest((m) => Object.assign(m.documents[1]!, { title: 'x' })), /^manifest: manifest\.json: documents\[1\]\.title is "x" instead of "Letter d2"/],
    ['words in the manifest', inManifest((m) => Object.assign(m.documents[1]!, { words: 1 })), /^manifest: manifest\.json: documents\[1\]\.words is 1 instead of/],
    ['a manifest that names no outputs', inManifest((m) => { m.outputs = {}; for (const d of m.documents) Object.assign(d, { outputs: {} }); }), /^manifest: manifest\.json: documents\[0\]\.outputs\.html is absent instead of/],
    ['a file that nothing accounts for', (out) => writeFileSync(join(out, 'documents/.x.html'), 'x'), /^files: documents\/\.x\.html is a file that nothing/],
  ])('%s', async (_, change, message) => {
    expect(await lossesAfter(change)).toContainEqual(expect.stringMatching(message));
  }); // prettier-ignore

  it('all formats that there are files of, whatever the manifest names', async () => {
    const out = join(newFolder(), 'dist');
    cpSync(good, out, { recursive: true });
    inManifest((m) => { m.outputs = {}; for (const d of m.documents) Object.assign(d, { outputs: {} }); })(out); // prettier-ignore
    const { formats } = await verify({ path: folder, out });
    expect(Object.keys(formats)).toHaveLength(6);
  });
});

describe('a record that is not exactly one entry of known fields is not read', () => {
  const { edition, units } = readFiles({ 'a.xml': letters(1) });
  const written = (format: typeof ris): string => format.write(units[0]!, edition);
  it.each<[string, typeof ris, (text: string) => string]>([
    ['an unknown field in BibTeX', bibtex, (text) => text.replace('  title', '  abstract = {x},\n  title')],
    ['a doubled field in BibTeX', bibtex, (text) => text.replace(/( {2}title.*\n)/, '$1$1')],
    ['a torn field in BibTeX', bibtex, (text) => text.replace('}},\n', '}\n')],
    ['words between entries in BibTeX', bibtex, (text) => `${text}words\n`],
    ['an unknown tag in RIS', ris, (text) => text.replace('TI  -', 'N2  - x\r\nTI  -')],
    ['a doubled tag in RIS', ris, (text) => text.replace(/(TI {2}- .*\r\n)/, '$1$1')],
    ['a folded line in RIS', ris, (text) => text.replace('TI  - ', 'TI  - a\r\n')],
    ['a record without end in RIS', ris, (text) => text.replace('ER  - ', '')],
    [
      'an unknown field in CSL-JSON',
      cslJson,
      (text) => text.replace('    "title"', '    "abstract": "x",\n    "title"'),
    ],
    ['a doubled field in CSL-JSON', cslJson, (text) => text.replace(/( {4}"title": ".*",\n)/, '$1$1')],
  ])('%s', (_, format, damage) => {
    const text = written(format);
    expect(format.readBack(text)).toHaveLength(1);
    expect(damage(text)).not.toBe(text);
    expect(() => format.readBack(damage(text))).toThrow();
  });
});
