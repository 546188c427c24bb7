import { describe, expect, it } from 'vitest';
import { readFiles } from '../harness/edition.ts';

/** Texts without documents: which divisions are pages. What is told of a unit: its id, kind and title. */

const header =
  '<teiHeader><fileDesc><titleStmt><title>Novel</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>y</p></sourceDesc></fileDesc></teiHeader>';
const tei = (text: string): string => `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}<text>${text}</text></TEI>`;

/** A paragraph of so many letters, in words of five. */
const letters = (count: number): string => `<p>${'words '.repeat(count / 5)}</p>`;

const division = (attributes: string, inside: string): string => `<div ${attributes}>${inside}</div>`;
const chapter = (n: number, size: number): string =>
  division(`type="chapter" n="${n}"`, `<head>Chapter ${n}</head>${letters(size)}`);
const several = (count: number, make: (n: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i + 1)).join('');

function unitsOf(text: string, settings: object = {}): string[] {
  const { units } = readFiles({ 'a.xml': tei(text), 'octavo.config.json': JSON.stringify(settings) });
  return units.map(({ facts: { id, kind, title }, depth }) => `${'  '.repeat(depth)}${id} ${kind} “${title}”`);
}

describe('A text without documents', () => {
  it('is one page where it is short', () => {
    expect(unitsOf(`<body>${several(4, (n) => chapter(n, 10_000))}</body>`)).toEqual(['a document “Novel”']);
  });

  it('has a page for each chapter where it is long', () => {
    expect(
      unitsOf(
        `<front><titlePage><docTitle><titlePart>Novel</titlePart></docTitle></titlePage><div type="preface"><p>Reader!</p></div></front>
        <body>${several(3, (n) => chapter(n, 20_000))}</body><back><div xml:id="ads"><p>Buy.</p></div></back>`,
      ),
    ).toEqual([
      'title-page section “Title page”',
      'preface section “Reader!”',
      'chapter-1 document “Chapter 1”',
      'chapter-2 document “Chapter 2”',
      'chapter-3 document “Chapter 3”',
      'ads section “Buy.”',
    ]);
  });

  it('is divided at the first level of which nine of ten pages are of a sensible size', () => {
    const part = (n: number): string =>
      division(
        `type="part" n="${n}"`,
        `<head>Part ${n}</head>${several(11, (k) => chapter(k, k === 1 ? 55_000 : 20_000))}`,
      );
    const units = unitsOf(`<body>${several(2, part)}</body>`);
    expect(units).toHaveLength(24);
    expect(units.slice(11, 14)).toEqual([
      '  part-1.chapter-11 document “Chapter 11”',
      'part-2 section “Part 2”',
      '  part-2.chapter-1 document “Chapter 1”',
    ]);
  });

  it('stays at the level above where the pages below would be many and small', () => {
    const book = (n: number): string =>
      division(
        `type="textpart" subtype="book" n="${n}"`,
        several(60, (k) => division(`type="textpart" subtype="chapter" n="${k}"`, letters(n === 1 ? 1000 : 500))),
      );
    expect(unitsOf(`<body><div type="edition" n="urn:x">${several(3, book)}</div></body>`)).toEqual([
      'book-1 document “Book 1”',
      'book-2 document “Book 2”',
      'book-3 document “Book 3”',
    ]);
  });

  it('is not divided where words between the divisions would leave their place', () => {
    expect(unitsOf(`<body>${several(4, (n) => chapter(n, 20_000) + letters(1000))}</body>`)).toEqual([
      'a document “Novel”',
    ]);
  });

  it('is divided into the texts of its group', () => {
    const poem = (n: number): string => `<text><body><head>Poem ${n}</head>${letters(20_000)}</body></text>`;
    expect(unitsOf(`<group>${several(3, poem)}</group>`)).toEqual([
      'text document “Poem 1”',
      'text-2 document “Poem 2”',
      'text-3 document “Poem 3”',
    ]);
  });

  it('divides its back where that is too large', () => {
    const notes = (n: number): string => division(`n="${n}" type="notes"`, letters(20_000));
    const units = unitsOf(
      `<body>${several(3, (n) => chapter(n, 20_000))}</body><back>${division('type="commentary"', several(4, notes))}</back>`,
    );
    expect(units.slice(3)).toEqual([1, 2, 3, 4].map((n) => `notes-${n} section “Notes ${n}”`));
  });

  it('has the same pages however its file is laid out', () => {
    const text = (space: string): string =>
      `<body>${several(4, (n) => chapter(n, 12_000))
        .replaceAll(' ', space)
        .replaceAll(`div${space}`, 'div ')
        .replaceAll(`"${space}`, '" ')}</body>`;
    expect(unitsOf(text(' '))).toHaveLength(1);
    expect(unitsOf(text('\n        '))).toHaveLength(1);
  });

  it('has pages with names from what they are and how they begin, where they have no headings', () => {
    const day = (n: number): string => division(`type="day" n="1900-01-0${n}"`, letters(20_000));
    const plain = (n: number): string =>
      division('', `<p>It was day ${n}.<note>Not a title.</note></p>${letters(20_000)}`);
    expect(unitsOf(`<body>${several(3, day)}</body>`)[1]).toBe('day-1900-01-02 document “Day 1900-01-02”');
    expect(unitsOf(`<body>${several(3, plain)}</body>`)[1]).toMatch(/^div-2 document “It was day 2\. words [^“]* …”$/);
  });
});

describe('The setting “pages”', () => {
  const short = `<body>${several(2, (n) =>
    division(
      `type="part" n="${n}"`,
      several(2, (k) => chapter(k, 10)),
    ),
  )}</body>`;

  it('says at which level a text is divided, short or long', () => {
    expect(unitsOf(short, { pages: 0 })).toEqual(['a document “Novel”']);
    expect(unitsOf(short, { pages: 1 })).toEqual(['part-1 document “Part 1”', 'part-2 document “Part 2”']);
    expect(unitsOf(short, { pages: { 'a.xml': 2 } })[2]).toBe('part-2.chapter-1 document “Chapter 1”');
    expect(unitsOf(short, { pages: { 'b*.xml': 2 } })).toHaveLength(1);
  });

  it('says which elements are pages', () => {
    expect(unitsOf(short, { pages: "body/div/div[@type='chapter'][@n='1']" })).toEqual([
      'part-1 section “Part 1”',
      '  part-1.chapter-1 document “Chapter 1”',
      'part-2 section “Part 2”',
      '  part-2.chapter-1 document “Chapter 1”',
    ]);
    const poems = '<body><lg type="poem" xml:id="a1"><l>One</l></lg><lg type="poem" xml:id="b2"><l>Two</l></lg></body>';
    expect(unitsOf(poems, { pages: "lg[@type='poem']" })).toEqual(['a1 document “One”', 'b2 document “Two”']);
  });
});

describe('Several texts in one file', () => {
  const own = (title: string, more = ''): string =>
    `<teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt>${more}</publicationStmt><sourceDesc><p>s</p></sourceDesc></fileDesc></teiHeader>`;
  const file = (inside: string): string => `<TEI xmlns="http://www.tei-c.org/ns/1.0">${inside}</TEI>`;

  it('are documents with what their headers and the header around them say', () => {
    const corpus = file(
      `${own('Works', '<publisher>House</publisher><availability><licence target="https://example.org/l">L</licence></availability>')}
      <TEI xml:id="v1">${own('V1')}<text><body><p>One.</p></body></text></TEI><TEI>${own('V2', '<publisher>Other</publisher>')}<text><body><p>Two.</p></body></text></TEI>
      <text><body><p>Between.</p></body></text><text><body><p>Last.</p></body></text>`,
    );
    const { edition, units } = readFiles({ 'a.xml': corpus });
    expect(
      units.map(({ facts, volume, spine }) => [
        facts.id,
        facts.title,
        volume.series,
        volume.publisher,
        volume.licence?.text,
        spine.text,
      ]),
    ).toEqual([
      ['v1', 'V1', 'Works', 'House', 'L', 'One.'],
      ['a-2', 'V2', 'Works', 'Other', 'L', 'Two.'],
      ['a-3', 'Works', undefined, 'House', 'L', 'Between.'],
      ['a-3-2', 'Works', undefined, 'House', 'L', 'Last.'],
    ]);
    expect(edition.title).toBe('');
  });
});

describe('The title of an edition of several texts', () => {
  const text = (title: string, series = ''): string =>
    tei('<body><p>x</p></body>').replace('Novel', title).replace('<sourceDesc>', `${series}<sourceDesc>`);
  const titleOf = (files: Record<string, string>): string => readFiles(files).edition.title;

  it('is not that of the first file', () => {
    expect(titleOf({ 'in.xml': text('Casina'), 'zz.xml': text('Aeneid') })).toBe('');
    expect(titleOf({ 'a/text.xml': text('Casina'), 'b/text.xml': text('Aeneid') })).toBe('');
  });

  it('is that of the series, if all are in it, or the one that all have, or what the settings say', () => {
    const series = '<seriesStmt><title>Latin</title></seriesStmt>';
    expect(titleOf({ 'a.xml': text('A', series), 'b.xml': text('B', series) })).toBe('Latin');
    expect(titleOf({ 'a.xml': text('A', series), 'b.xml': text('B') })).toBe('');
    expect(titleOf({ 'a.xml': text('A'), 'b.xml': text('A') })).toBe('A');
    expect(titleOf({ 'a.xml': text('A'), 'b.xml': text('B'), 'octavo.config.json': '{"title": "Both"}' })).toBe('Both');
  });
});
