import { expect, it } from 'vitest';
import { tagsOf, textOf, typesetAndRead } from './typeset.ts';

const book = typesetAndRead(`
#set page(numbering: "i")
#outline()
= Preface <preface>
Words, #link("https://example.org/a?b=1")[a link] and #link(<letter>)[another].
#pagebreak()
#set page(numbering: "1")
#counter(page).update(1)
= Letters
== A Letter <letter>
+ one
+ two
  - three
#table(columns: 2, table.header([A], [B]), table.cell(colspan: 2)[c])
#quote(block: true)[Quoted.]
`);

it('pages have their labels, sizes and links', () => {
  expect(book.pages.map(({ label, width, height }) => [label, width, height])).toEqual([
    ['i', 240, 320],
    ['1', 240, 320],
  ]);
  const links = book.pages
    .flatMap((page) => page.links)
    .map(({ uri, name, destination }) => [uri ?? name, destination?.page]);
  expect(links).toEqual([
    ['preface', 0],
    [undefined, 1],
    ['letter', 1],
    ['https://example.org/a?b=1', undefined],
    ['letter', 1],
  ]);
});

it('a link is at the words that it is on', () => {
  const links = tagsOf(tagsOf(book.tags, 'P'), 'Link');
  expect(links.map((link) => [textOf(link.children), link.children.find(({ kind }) => kind === 'link')])).toMatchObject(
    [
      ['a link', { uri: 'https://example.org/a?b=1' }],
      ['another', { name: 'letter', destination: { page: 1 } }],
    ],
  );
});

it('bookmarks and destinations lead to pages', () => {
  expect(book.outline.map(({ title, level, destination }) => [title, level, destination?.page])).toEqual([
    ['Preface', 0, 0],
    ['Letters', 0, 1],
    ['A Letter', 1, 1],
  ]);
  expect([...book.destinations].map(([name, { page }]) => [name, page])).toEqual([
    ['letter', 1],
    ['preface', 0],
  ]);
});

it('lists and tables have their structure', () => {
  const [outer] = tagsOf(book.tags, 'L');
  expect(outer!.attributes.get('ListNumbering')).toBe('Decimal');
  expect(tagsOf([outer!], 'LI').map((item) => textOf(item.children, ['L']))).toEqual(['1.one', '2.two', '•three']);
  expect(tagsOf(book.tags, 'TH').map((cell) => [textOf([cell]), cell.attributes.get('Scope')])).toEqual([
    ['A', 'Column'],
    ['B', 'Column'],
  ]);
  expect(tagsOf(book.tags, 'TD').map((cell) => [textOf([cell]), cell.attributes.get('ColSpan')])).toEqual([['c', '2']]);
  expect(textOf(tagsOf(book.tags, 'BlockQuote'))).toBe('Quoted.');
});

it('the file says what it is', () => {
  const { metadata, fonts, version } = book;
  expect(version).toBe('1.7');
  expect(Object.fromEntries(metadata.info)).toMatchObject({
    Title: 'A Book',
    Author: 'An Editor',
    CreationDate: 'D:19700101000000Z',
  });
  expect(metadata.xmp.get('dc:title')).toEqual(['A Book']);
  expect(metadata.xmp.get('dc:language')).toEqual(['en']);
  expect(metadata.xmp.get('pdfuaid:part')).toEqual(['1']);
  expect(metadata).toMatchObject({ language: 'en', isTagged: true, showsTitle: true });
  expect(fonts.map(({ name }) => name)).toContain('EBGaramond-Regular');
  expect(fonts.every(({ isEmbedded, isSubset, saysCharacters }) => isEmbedded && isSubset && saysCharacters)).toBe(
    true,
  );
});
