import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { contentsOf, differences } from '../harness/folder-state.ts';
import { newFolder } from '../harness/scratch.ts';

/** A book of chapters, built and proven: its pages, what leads from one to the other, and what becomes of them when it grows. */

const header =
  '<teiHeader><fileDesc><titleStmt><title>Novel</title><author>Ann Lee</author></titleStmt><publicationStmt><publisher>House</publisher><date when="2020"/></publicationStmt><sourceDesc><p>y</p></sourceDesc></fileDesc></teiHeader>';
const chapter = (n: number, words: number): string =>
  `<pb n="${n * 10}"/><div type="chapter" n="${n}"><head>Chapter ${n}</head><p xml:id="p${n}">${'words '.repeat(words)}<note n="${n}">Note.</note> See <ref target="#p${(n % 5) + 1}">there</ref>.</p></div>`;
const novel = (words: number): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}<text><front><div type="preface"><p>Reader!</p></div></front><body>${[1, 2, 3, 4, 5].map((n) => chapter(n, words)).join('')}</body></text></TEI>`;
const long = 2100;
const short = 1900;

const read = (out: string, path: string): string => readFileSync(join(out, path), 'utf8');

describe('A book of chapters', () => {
  let out = '';
  let result = '';
  beforeAll(async () => {
    const path = newFolder({ 'book.xml': novel(long) });
    out = join(newFolder(), 'dist');
    await build({ path, out, check: false });
    ({ result } = await verify({ path, out }));
  });

  it('loses nothing as a page for each chapter, and the manifest says at which level it is divided', () => {
    expect(result).toBe('nothing lost');
    expect(readdirSync(join(out, 'documents'))).toEqual(
      [1, 2, 3, 4, 5].map((n) => `chapter-${n}.html`).concat('preface.html'),
    );
    expect(JSON.parse(read(out, 'manifest.json'))).toMatchObject({
      edition: { title: 'Novel', pages: { 'book.xml': 1 } },
    });
  });

  it('has steps, pages and links from chapter to chapter, and notes with the numbers of the source', () => {
    const page = read(out, 'documents/chapter-2.html');
    expect(page).toContain('<a rel="prev" href="chapter-1.html" title="Chapter 1">');
    expect(page).toContain('<a rel="next" href="chapter-3.html" title="Chapter 3">');
    expect(page).toContain('<span class="volume">Novel</span>');
    expect(page).toContain('<span>Page 20</span>');
    expect(page).toContain('href="chapter-3.html#p3"');
    expect(read(out, 'text/chapter-2.txt')).toContain('[2] Note.');
  });

  it('is cited as a chapter of the book', () => {
    expect(read(out, 'documents/chapter-2.html')).toContain('Ann Lee, “Chapter 2,” in <i>Novel</i> (House, 2020).');
    expect(JSON.parse(read(out, 'citations/chapter-2.json'))).toMatchObject([
      { type: 'chapter', title: 'Chapter 2', 'container-title': 'Novel' },
    ]);
  });
});

describe('Texts of a group that are pages', () => {
  it('lose nothing, whether or not they say in what language they are', async () => {
    const words = 'words '.repeat(6000);
    const texts = `<text xml:lang="la"><body><p>${words}</p></body></text><text><front><div><p>Front.</p></div></front><body><p>${words}</p></body></text>`;
    const path = newFolder({
      'group.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}<text><group>${texts}</group></text></TEI>`,
    });
    const out = join(newFolder(), 'dist');
    await build({ path, out, check: false });
    expect((await verify({ path, out })).result).toBe('nothing lost');
    expect(readdirSync(join(out, 'documents'))).toHaveLength(2);
    expect(read(out, 'documents/text.html').includes('<article lang="la"')).toBe(true);
  });
});

describe('A text that becomes too long for one page', () => {
  it('is not divided unasked where it is published: the build says how to keep its page', async () => {
    const path = newFolder({ 'book.xml': novel(short) });
    const out = join(newFolder(), 'dist');
    await build({ path, out, check: false });
    writeFileSync(join(path, 'book.xml'), novel(long));
    const stopped = await build({ path, out, check: false });
    const [finding] = stopped.findings;
    expect([stopped.summary, finding?.code, finding?.fix]).toEqual([
      undefined,
      'address-gone',
      'Keep the pages as they were with "pages": {"book.xml":0} in octavo.config.json, or accept it with --allow-removals.',
    ]);
    writeFileSync(join(path, 'octavo.config.json'), '{"pages": {"book.xml": 0}}');
    expect((await build({ path, out, check: false })).summary?.documents).toBe(1);
  });

  it('has the same bytes whatever was built before', async () => {
    const path = newFolder({ 'book.xml': novel(short) });
    const [second, clean] = [join(newFolder(), 'dist'), join(newFolder(), 'dist')];
    for (const words of [short, long]) {
      writeFileSync(join(path, 'book.xml'), novel(words));
      await build({ path, out: second, check: false, allowRemovals: true });
    }
    await build({ path, out: clean, check: false });
    expect(differences(contentsOf(clean), contentsOf(second))).toEqual([]);
  });
});

describe('Two texts in one folder', () => {
  const text = (title: string): string =>
    `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header.replace('Novel', title)}<text><body><p>Words of this text.</p></body></text></TEI>`;

  it('do not have the title of the first on their pages, in citations or in what is for machines', async () => {
    const path = newFolder({ 'in.xml': text('Casina'), 'zz.xml': text('Aeneid') });
    const out = join(newFolder(), 'dist');
    await build({ path, out, check: false });
    expect((await verify({ path, out })).result).toBe('nothing lost');
    const page = read(out, 'documents/zz.html');
    expect(page).toContain('<title>Aeneid</title>');
    expect(page).not.toContain('class="book"');
    expect(page.replace(/<a rel="prev"[^]*?<\/a>/g, '')).not.toContain('Casina');
    const index = read(out, 'index.html');
    expect(index).toContain('<title>Documents</title>');
    expect(index.match(/Casina/g)).toHaveLength(1);
    expect(JSON.parse(read(out, 'manifest.json'))).toMatchObject({ edition: { title: '' } });
  });
});

describe('Very many small texts', () => {
  it('are in groups that the top of the contents leads to, and those of one title have their ids', async () => {
    const text = (title: string): string =>
      `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header.replace('Novel', title)}<text><body><p>x</p></body></text></TEI>`;
    const names = Array.from({ length: 120 }, (_, i) => String(i + 1).padStart(3, '0'));
    const path = newFolder(
      Object.fromEntries(names.map((n) => [`i${n}.xml`, text(n < '100' ? `Stone ${n}` : 'Stone')])),
    );
    const out = join(newFolder(), 'dist');
    await build({ path, out, check: false, formats: ['html'] });
    const index = read(out, 'index.html');
    expect([...index.matchAll(/<li><a href="#(.*?)">(.*?)<\/a>/g)].map(([, ...found]) => found)).toEqual([
      ['volume:1:1', 'Stone 001 – Stone 050'],
      ['volume:1:2', 'i051 – i100'],
      ['volume:1:3', 'i101 – i120'],
    ]);
    expect(index).toContain('<a href="documents/i120.html">Stone</a> <span class="id">i120</span>');
    expect(index.match(/class="entry"/g)).toHaveLength(120);
  });
});
