import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bookId } from '../../src/formats/html/epub/names.ts';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { unpacked } from '../harness/books.ts';
import { contentsOf } from '../harness/folder-state.ts';
import { chance } from '../harness/chance.ts';
import { hasCorpus, needsCorpus, volume12 } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';

/** Books: which there are, what they say of themselves, and that they are the same each time. */

const header = (title: string, more = ''): string =>
  `<teiHeader><fileDesc><titleStmt><title>${title}</title><author>Anna Ames</author><editor>Bo Berg</editor></titleStmt>
  <publicationStmt><publisher>Harbour Press</publisher><pubPlace>Oslo</pubPlace><date when="2004">2004</date><idno type="ISBN">978-0-16-076698-5</idno></publicationStmt>
  <sourceDesc><p>${more}</p></sourceDesc></fileDesc></teiHeader>`;

const tei = (id: string, title: string, body: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}" xml:lang="en">${header(title)}<text><body>${body}</body></text></TEI>`;

const document = (id: string, inside: string): string =>
  `<div type="document" xml:id="${id}"><head>${id}</head>${inside}</div>`;

const first = tei(
  'v1',
  'First volume',
  document(
    'a1',
    '<pb n="1"/><p>One<note n="1" xml:id="a1n">Note <ref target="#a2">below</ref></note> and <pb n="2"/>two.</p>',
  ) +
    document('a2', '<p>See <ref target="v2.xml#b1">the other volume</ref> and <ref target="#a1n">the note</ref>.</p>'),
);
const second = tei('v2', 'Second volume', document('b1', '<p>Three.</p>') + document('b2', '<p>Four.</p>'));
const letter = (n: number): string => tei(`letter${n}`, `Letter ${n}`, `<p>Words of letter ${n}.</p>`);

async function built(folder: string, out = join(newFolder(), 'dist')): Promise<string> {
  const { findings, summary } = await build({ path: folder, out, formats: ['epub'], check: false });
  expect(summary, JSON.stringify(findings)).toBeDefined();
  return out;
}

const lossesOf = async (path: string, out: string): Promise<string[]> =>
  (await verify({ path, out })).losses.map(({ message }) => message);

const fileIn = (out: string, book: string, name: string): string =>
  unpacked(readFileSync(join(out, book)))
    .get(name)!
    .toString('utf8');

describe('books', () => {
  it('are one for each volume, and one for all texts that are one unit each', async () => {
    const folder = newFolder({ 'l1.xml': letter(1), 'l2.xml': letter(2), 'v1.xml': first, 'v2.xml': second });
    const out = await built(folder);
    const books = Object.keys(contentsOf(out)).filter((path) => path.endsWith('.epub'));
    expect(books.sort()).toEqual(['epub/edition.epub', 'epub/v1.epub', 'epub/v2.epub']);
    expect(fileIn(out, 'epub/edition.epub', 'EPUB/nav.xhtml')).toContain('Letter 2');
    expect(await lossesOf(folder, out)).toEqual([]);
    const { documents, outputs } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {
      documents: { id: string; outputs: Record<string, string> }[];
      outputs: Record<string, string>;
    };
    expect(documents.find(({ id }) => id === 'a2')?.outputs).toEqual({ epub: 'epub/v1.epub' });
    expect(outputs['epub']).toBe('epub/edition.epub');
  });

  it('have page marks, notes and links as reading systems want them, and no link that leads out of them', async () => {
    const out = await built(newFolder({ 'v1.xml': first, 'v2.xml': second }));
    const text = fileIn(out, 'epub/v1.epub', 'EPUB/text/a1.xhtml');
    expect(text).toContain(
      '<span epub:type="pagebreak" role="doc-pagebreak" id="pg_2" aria-label="Page 2" data-n="2"></span>',
    );
    expect(text).toContain('<a epub:type="noteref" role="doc-noteref" id="call_x003A_1" href="#a1n">1</a>');
    expect(text).toMatch(
      /<aside id="a1n" class="note" lang="en" xml:lang="en" epub:type="footnote" role="doc-footnote">.*<a href="a2.xhtml">below<\/a><\/aside>/,
    );
    const other = fileIn(out, 'epub/v1.epub', 'EPUB/text/a2.xhtml');
    expect(other).toContain('<span class="unresolved" data-target="v2.xml#b1">the other volume</span>');
    expect(other).toContain('<a href="a1.xhtml#a1n">the note</a>');
  });

  it('lead to a text where the place that a link names is in another view', async () => {
    const hidden = '<p>An <choice><orig><seg xml:id="old">olde</seg></orig><reg>old</reg></choice> word.</p>';
    const body = document('a1', '<p>See <ref target="#old">there</ref>.</p>') + document('a2', hidden);
    const folder = newFolder({ 'v.xml': tei('v', 'Volume', body) });
    const out = await built(folder);
    expect(fileIn(out, 'epub/v.epub', 'EPUB/text/a1.xhtml')).toContain('<a href="a2.xhtml">there</a>');
    expect(await lossesOf(folder, out)).toEqual([]);
  });

  it('list the pages of the print and name it', async () => {
    const out = await built(newFolder({ 'v1.xml': first }));
    const nav = fileIn(out, 'epub/v1.epub', 'EPUB/nav.xhtml');
    const pages = [...nav.matchAll(/<li><a href="text\/(\w+)\.xhtml#(pg_\d)">(\d)<\/a>/g)].map((found) =>
      found.slice(1),
    );
    expect(pages).toEqual([
      ['a1', 'pg_1', '1'],
      ['a1', 'pg_2', '2'],
    ]);
    const metadata = fileIn(out, 'epub/v1.epub', 'EPUB/package.opf');
    expect(metadata).toContain('<meta property="pageBreakSource">urn:isbn:9780160766985</meta>');
    expect(metadata).toContain('<dc:creator id="person-1">Anna Ames</dc:creator>');
    expect(metadata).toContain('<dc:contributor id="person-2">Bo Berg</dc:contributor>');
    expect(metadata).toContain('<meta property="dcterms:modified">2004-01-01T00:00:00Z</meta>');
    expect(metadata).toContain('EPUB Accessibility 1.1 - WCAG 2.2 Level AA');
  });

  it('begin with their media type, stored, as every program can see', async () => {
    const bytes = readFileSync(join(await built(newFolder({ 'v1.xml': first })), 'epub/v1.epub'));
    expect(bytes.toString('latin1', 0, 4)).toBe('PK\x03\x04');
    expect(bytes.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
  });

  it('are kept where nothing in them changes, and else the same as in a first build', async () => {
    const folder = newFolder({ 'v1.xml': first, 'v2.xml': second });
    const out = await built(folder);
    const before = contentsOf(out);
    const { ino } = statSync(join(out, 'epub/v2.epub'));
    const changed = newFolder({ 'v1.xml': first.replace('One', 'Once'), 'v2.xml': second });
    writeFileSync(join(folder, 'v1.xml'), first.replace('One', 'Once'));
    await built(folder, out);
    const after = contentsOf(out);
    expect(statSync(join(out, 'epub/v2.epub')).ino).toBe(ino);
    expect(after['epub/v1.epub']).not.toBe(before['epub/v1.epub']);
    expect(after['epub/v1.epub']).toBe(contentsOf(await built(changed))['epub/v1.epub']);
    expect(await lossesOf(folder, out)).toEqual([]);
  });

  it('show the reading view, and the proof says so', async () => {
    const text = '<p>A <choice><abbr>Dr</abbr><expan>Doctor</expan></choice> and <del>gone</del>.</p>';
    const folder = newFolder({ 'a.xml': tei('v', 'Volume', document('a1', text)) });
    const proof = await verify({ path: folder, out: await built(folder) });
    expect(proof.losses).toEqual([]);
    expect(proof.formats['epub']?.notCarried).toEqual({ 'diplomatic view': 'books show the reading view' });
  });

  it.runIf(hasCorpus)(`hold a whole volume of 242 units${needsCorpus}`, async () => {
    const out = join(newFolder(), 'dist');
    await build({ path: volume12, out, formats: ['epub'], keepGoing: true, check: false });
    const { result, formats } = await verify({ path: volume12, out });
    expect({ result, epub: formats['epub'] }).toEqual({
      result: 'nothing lost',
      epub: { files: 242, proven: 242, proof: 'text' },
    });
  });
});

describe('ids of books', () => {
  it('are names that XML knows, and no two become one', () => {
    const luck = chance(5);
    const ids = new Set(
      Array.from({ length: 4000 }, () =>
        Array.from({ length: 1 + luck.below(6) }, () => luck.pick([...'a1:._x03A-é(٢'])).join(''),
      ),
    );
    for (const each of ['call:1', 'call_x003A_1', 'call_x005F_x003A_1', '1.2', '_x0031_.2']) ids.add(each);
    const made = [...ids].map(bookId);
    expect(made.filter((id) => !/^[\p{L}_][\p{L}\p{N}._-]*$/u.test(id))).toEqual([]);
    expect(new Set(made).size).toBe(ids.size);
  });
});
