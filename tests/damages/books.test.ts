import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/publish/run.ts';
import { verify } from '../../src/verify/run.ts';
import { type BookFiles, packed, unpacked } from '../harness/books.ts';
import { chance, type Chance } from '../harness/chance.ts';
import { amount, measured } from '../harness/long.ts';
import { root, sampleEdition } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';
import type { Kind } from './kind.ts';
import { damageKinds } from './kinds.ts';
import { allowedMisses } from './misses.ts';

/**
 * Books are damaged as the other outputs are: a file in them says something else, the archive and the list of checksums are made to agree, and the proof
 * must find it. Whatever can happen to a page can happen to a chapter; what is around the chapters has kinds of its own.
 */

interface BuiltBook {
  readonly name: string;
  readonly source: string;
  readonly out: string;
  readonly path: string;
  readonly bytes: Buffer;
  readonly files: BookFiles;
}

async function built(name: string, source: string): Promise<BuiltBook[]> {
  const out = join(newFolder(), 'dist');
  await build({ path: source, out, formats: ['epub'], keepGoing: true });
  return readdirSync(join(out, 'epub')).map((file) => {
    const path = `epub/${file}`;
    const bytes = readFileSync(join(out, path));
    return { name, source, out, path, bytes, files: unpacked(bytes) };
  });
}

/** Puts a book in the place of another, with a list of checksums that agrees. */
function place({ out, path }: BuiltBook, bytes: Uint8Array): void {
  writeFileSync(join(out, path), bytes);
  const list = join(out, 'SHA256SUMS');
  const sum = createHash('sha256').update(bytes).digest('hex');
  const lines = readFileSync(list, 'utf8').split('\n');
  writeFileSync(list, lines.map((line) => (line.slice(66) === path ? `${sum}  ${path}` : line)).join('\n'));
}

async function isFound(book: BuiltBook, bytes: Uint8Array): Promise<boolean> {
  place(book, bytes);
  try {
    return (await verify({ path: book.source, out: book.out })).result !== 'nothing lost';
  } finally {
    place(book, book.bytes);
  }
}

const chapter = /^EPUB\/text\/.+\.xhtml$/;

/** A damage of pages, done to a chapter of one of the books. */
function damagedChapter(kind: Kind, books: readonly BuiltBook[], luck: Chance): [BuiltBook, Uint8Array] | undefined {
  for (let tries = 0; tries < 40; tries++) {
    const book = luck.pick(books);
    const name = luck.pick([...book.files.keys()].filter((each) => chapter.test(each)));
    const before = book.files.get(name)!.toString('utf8');
    const path = name.replace(/^EPUB\/text\/(.+)\.xhtml$/, 'documents/$1.html');
    const after = kind.damage(before, luck, path);
    if (after !== undefined && after !== before)
      return [book, packed(new Map([...book.files, [name, Buffer.from(after)]]))];
  }
  return undefined;
}

type Change = (content: string, luck: Chance) => string;

/** A match, taken by chance, in another form. */
const once =
  (pattern: RegExp, change: (found: string) => string): Change =>
  (content, luck) => {
    const found = [...content.matchAll(pattern)];
    if (found.length === 0) return content;
    const { index, 0: own } = luck.pick(found);
    return content.slice(0, index) + change(own) + content.slice(index + own.length);
  };

/** What can happen to the files around the chapters: the file, and the change. */
const aroundChapters: Readonly<Record<string, readonly [file: string, change: Change]>> = {
  'an entry of the contents is lost': ['nav.xhtml', once(/<li><a href="text[^\n]*<\/li>\n/g, () => '')],
  'an entry of the contents leads elsewhere': ['nav.xhtml', once(/href="text\/[^"]+"/g, () => 'href="title.xhtml"')],
  'a word of the contents is changed': ['nav.xhtml', once(/(?<=>)[A-Z][a-z]+/g, (word) => `${word}x`)],
  'a page is lost from the list': ['nav.xhtml', once(/<li><a href="[^"]*#pg[^\n]*\n/g, () => '')],
  'a page of the list has another number': ['nav.xhtml', once(/(?<=#pg[^>]*>)\d+/g, (n) => String(Number(n) + 1))],
  'a landmark leads elsewhere': [
    'nav.xhtml',
    once(/epub:type="bodymatter" href="[^"]+"/g, () => 'epub:type="bodymatter" href="cover.xhtml"'),
  ],
  'the contents are hidden': ['nav.xhtml', once(/<nav epub:type="toc"/g, (own) => `${own} hidden="hidden"`)],
  'the title is another': ['package.opf', once(/(?<=<dc:title>)./g, () => 'Q')],
  'the identifier is another': ['package.opf', once(/(?<=urn:uuid:)./g, (c) => (c === '0' ? '1' : '0'))],
  'a fact of the metadata is lost': ['package.opf', once(/<(meta|dc:\w+)\b[^\n]*\n/g, () => '')],
  'a fact of the metadata is added': [
    'package.opf',
    once(/<\/metadata>/g, (own) => `<dc:creator>Nobody</dc:creator>\n${own}`),
  ],
  'the order of reading is another': [
    'package.opf',
    once(/<itemref idref="text-[^\n]*\n/g, () => '<itemref idref="cover"/>\n'),
  ],
  'a chapter is read in no order': ['package.opf', once(/<itemref idref="text-[^"]*"/g, (own) => `${own} linear="no"`)],
  'the cover names another title': ['cover.svg', once(/(?<=<text[^>]*>)./g, () => 'Q')],
  'a line of the cover is hidden': ['cover.svg', once(/<text /g, (own) => `${own}visibility="hidden" `)],
  'a picture is put on the cover': [
    'cover.svg',
    once(/<\/svg>/g, (own) => `<image href="https://example.org/x.png"/>${own}`),
  ],
  'the title page says something else': ['title.xhtml', once(/(?<=<d[dt][^>]*>)[^<]/g, () => 'Q')],
  'a script is on the title page': ['title.xhtml', once(/<\/body>/g, (own) => `<script>alert(1)</script>${own}`)],
  'a rule of the style is added': ['style/book.css', (content) => `${content}aside { display: none; }\n`],
  'a comment is in the contents': ['nav.xhtml', once(/<\/body>/g, (own) => `<!--x-->${own}`)],
};

/** What can happen to the archive itself. */
const archives: Readonly<Record<string, (book: BuiltBook, luck: Chance) => Uint8Array>> = {
  'a file is added': ({ files }) => packed(new Map([...files, ['EPUB/text/more.xhtml', Buffer.from('<html/>')]])),
  'a chapter is lost': ({ files }, luck) => {
    const lost = luck.pick([...files.keys()].filter((name) => chapter.test(name)));
    return packed(new Map([...files].filter(([name]) => name !== lost)));
  },
  'two chapters change places': ({ files }) => packed(new Map([...files].reverse())),
  'bytes are between files': ({ bytes }) => {
    const end = bytes.length - 22;
    return Buffer.concat([bytes.subarray(0, end), Buffer.from('hidden'), bytes.subarray(end)]);
  },
  'bytes are behind the end': ({ bytes }) => Buffer.concat([bytes, Buffer.from('hidden')]),
  'a file has a date': ({ bytes }) => {
    const dated = Buffer.from(bytes);
    dated.writeUInt16LE(0x1234, 10);
    return dated;
  },
  'the archive is cut off': ({ bytes }) => bytes.subarray(0, bytes.length - 40),
};

describe('damages to books', () => {
  let books: BuiltBook[];
  beforeAll(async () => {
    const fixtures = join(root, 'tests/fixtures/editions');
    const names = readdirSync(fixtures).sort();
    books = await built('sample', sampleEdition);
    for (const name of names) books.push(...(await built(name, join(fixtures, name))));
  }, 120_000);

  it('are not seen where there are none', async () => {
    const wrong: string[] = [];
    for (const book of books) if (await isFound(book, packed(book.files))) wrong.push(`${book.name}/${book.path}`);
    expect(wrong).toEqual([]);
    expect(books.every(({ bytes, files }) => Buffer.compare(bytes, packed(files)) === 0)).toBe(true);
  });

  it('are found in chapters as in pages, but for those that a written rule allows', async () => {
    const luck = chance(33);
    const missed: string[] = [];
    let tried = 0;
    const kinds = damageKinds.filter(({ files }) => files.test('documents/d1.html'));
    for (const kind of kinds) {
      for (let i = 0; i < amount(2, 12); i++) {
        const damaged = damagedChapter(kind, books, luck);
        if (!damaged) break;
        tried++;
        if (!(await isFound(...damaged)) && allowedMisses[kind.name] === undefined)
          missed.push(`${kind.name}: ${damaged[0].name}`);
      }
    }
    measured({
      title: 'Damages to books',
      what: 'Damages of pages, done to chapters of books, with archives and checksums that agree.',
      columns: ['kinds', 'damages', 'missed'],
      rows: [[kinds.length, tried, missed.length]],
    });
    expect(missed).toEqual([]);
    expect(tried).toBeGreaterThan(60);
  });

  it.each(Object.entries(aroundChapters))('are found where %s', async (_, [file, change]) => {
    const luck = chance(7);
    const name = `EPUB/${file}`;
    const suffering = books
      .map((book) => [book, change(book.files.get(name)!.toString('utf8'), luck)] as const)
      .filter(([book, after]) => after !== book.files.get(name)!.toString('utf8'));
    expect(suffering.length).toBeGreaterThan(0);
    for (const [book, after] of suffering.slice(0, amount(3, 100)))
      expect(await isFound(book, packed(new Map([...book.files, [name, Buffer.from(after)]]))), book.name).toBe(true);
  });

  it.each(Object.entries(archives))('are found where %s', async (_, damage) => {
    const luck = chance(7);
    for (const book of books.slice(0, amount(3, 100))) expect(await isFound(book, damage(book, luck))).toBe(true);
  });
});
