import { describe, expect, it } from 'vitest';
import type { TextFormat } from '../../src/formats/format.ts';
import { numberOf } from '../../src/model/numbers.ts';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { readFiles, type ReadEdition } from '../harness/edition.ts';
import { allFormats } from '../harness/formats.ts';

/** The numbers by which a text is cited: where they come from, how pages and texts show them, and what the proof finds when one is lost or changed. */

const formats = await allFormats();
const formatOf = (name: string): TextFormat => formats.get(name) as TextFormat;

const read = (body: string, refs = ''): ReadEdition =>
  readFiles({
    'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><encodingDesc>${refs === '' ? '' : `<refsDecl>${refs}</refsDecl>`}</encodingDesc></teiHeader><text><body>${body}</body></text></TEI>`,
  });

function write(name: string, body: string, refs = ''): string {
  const { edition, units } = read(body, refs);
  return units.map((unit) => formatOf(name).write(unit, edition)).join('\n');
}

/** What is wrong with what a format writes. */
function losses(name: string, body: string, refs = '', change: (written: string) => string = (all) => all): string[] {
  const { edition, units } = read(body, refs);
  return units.flatMap((unit) => {
    const written = change(formatOf(name).write(unit, edition));
    return checkUnit(formatOf(name), unit, unit, edition, written).map(({ message }) => message);
  });
}

/** The numbers of a text, each as the source calls its unit; both formats must give them back. */
function numbers(body: string, refs = ''): string[] {
  for (const name of ['html', 'text', 'text (web)']) expect(losses(name, body, refs)).toEqual([]);
  return read(body, refs).units.flatMap(({ structure }) =>
    structure.items.flatMap(({ aspect, value }) => {
      if (aspect !== 'number') return [];
      const { unit, full, shown } = numberOf(value);
      return [[unit, full, shown === 'place' ? '(place)' : ''].filter((part) => part !== '').join(' ')];
    }),
  );
}

const part = (type: string, n: string, content: string): string =>
  `<div type="textpart" subtype="${type}" n="${n}">${content}</div>`;
const caesar = `<div type="edition" n="urn:cts:latinLit:x">${part('book', '1', part('chapter', '1', part('section', '1', '<p>First words.</p>') + part('section', '2', '<p>Second words, <seg n="2a">and more</seg>.</p>')))}</div>`;

describe('A text of books, chapters and sections', () => {
  it('has its numbers next to the words and as addresses', () => {
    const page = write('html', caesar);
    expect(page).toContain(
      '<p><span id="1.1.1" class="number" data-number="1.1.1" data-unit="section">1.1.1</span> First words.</p>',
    );
    expect(page).toContain('<span id="1.1.2" class="number" data-number="1.1.2" data-unit="section">1.1.2</span>');
    expect(page).toContain('<span id="1.1.2a" class="number" data-number="1.1.2a">1.1.2a</span> and more');
    expect(page).toContain('<div id="1.1" class="number over" data-number="1.1" data-unit="chapter">chapter 1.1</div>');
    expect(write('text', caesar)).toBe(
      '[§ 1]\n\n[§ 1.1]\n\n[§ 1.1.1] First words.\n\n[§ 1.1.2] Second words, [§ 1.1.2a] and more.\n',
    );
    expect(write('text (web)', caesar)).toBe('First words.\n\nSecond words, and more.');
  });

  it('has a label only where a division has no heading', () => {
    const headed = '<div type="book" n="1"><head>The First Book</head><div type="chapter" n="1"><p>a</p></div></div>';
    expect(write('html', headed)).not.toContain('over');
    expect(write('text', headed)).toBe('[§ 1] The First Book\n\n[§ 1.1] a\n');
  });
});

const states = '<refState unit="book" delim="."/><refState unit="chapter" delim=":"/><refState unit="verse"/>';
const patterns = `<cRefPattern n="line" matchPattern="(\\w+).(\\w+)" replacementPattern="#xpath(/tei:TEI/tei:text/tei:body/tei:div/tei:div[@n='$1']//tei:l[@n='$2'])"/>
  <cRefPattern n="book" matchPattern="(\\w+)" replacementPattern="#xpath(/tei:TEI/tei:text/tei:body/tei:div/tei:div[@n='$1'])"/>`;
const structures = `<citeStructure match="//front/div" use="head"/><citeStructure match="//div[@type='edition']" use="head">
  <citeStructure match="p" use="@n" unit="chapter"><citeStructure match=".//seg" use="@n" delim="," unit="part"/></citeStructure></citeStructure>`;
const milestone = (unit: string, n: string): string => `<milestone unit="${unit}" n="${n}"/>`;

describe('The numbers of a text', () => {
  it.each([
    [
      'are those that cRefPattern declares, lines of verse too',
      '<div type="edition" n="9"><div type="book" n="1"><lg><l n="1">a</l><l n="2">b</l></lg></div><div n="2"><l n="1">c</l></div></div>',
      patterns,
      ['book 1', 'line 1.1', 'line 1.2', 'book 2', 'line 2.1'],
    ],
    [
      'are those that citeStructure declares, with its units and what separates them',
      '<div type="preface"><p n="7">a</p></div><div type="edition"><head>A</head><p n="1"><seg n="1">b</seg> <seg n="2">c</seg></p></div>',
      structures,
      ['chapter 1', 'part 1,1', 'part 1,2'],
    ],
    [
      'are those of milestones, in the order of refState',
      `<p>${milestone('book', '1')}${milestone('chapter', '1')}${milestone('verse', '3')}a ${milestone('verse', '4')}b ${milestone('chapter', '2')}c</p>`,
      states,
      ['book 1', 'chapter 1.1', 'verse 1.1:3', 'verse 1.1:4', 'chapter 1.2'],
    ],
    [
      'are those of milestones that begin again in each other',
      `<div type="book" n="1"><head>A</head><p>${milestone('chapter', '1')}${milestone('section', '1')}a ${milestone('section', '2')}b ${milestone('chapter', '2')}${milestone('section', '1')}c</p></div>`,
      '',
      ['book 1', 'chapter 1.1', 'section 1.1.1', 'section 1.1.2', 'chapter 1.2', 'section 1.2.1'],
    ],
    [
      'have the pages of Stephanus once',
      `<p>${milestone('page', '17')}${milestone('section', '17a')}a ${milestone('section', '17b')}b ${milestone('page', '18')}${milestone('section', '18a')}c</p>`,
      '',
      ['page 17', 'section 17a', 'section 17b', 'page 18', 'section 18a'],
    ],
    [
      'are not part of each other where one series goes on through the other',
      `<div type="chapter" n="1"><head>A</head><p>${milestone('page', '327')}a</p></div><div type="chapter" n="2"><head>B</head><p>b ${milestone('page', '328')}c</p></div><div type="chapter" n="3"><head>C</head><p>d ${milestone('page', '329')}e <cb n="2"/>f</p></div>`,
      '',
      [
        'chapter 1',
        'page 327 (place)',
        'chapter 2',
        'page 328 (place)',
        'chapter 3',
        'page 329 (place)',
        'column 2 (place)',
      ],
    ],
    [
      'have those of the division where lines are counted from its beginning',
      part('fragment', 'a', '<ab><lb n="1"/>a <lb n="2"/>b</ab>') + part('fragment', 'b', '<ab><lb n="1"/>c</ab>'),
      '',
      ['fragment a', 'line a.1', 'line a.2', 'fragment b', 'line b.1'],
    ],
    [
      'leave lines alone that are counted through the text, or say all themselves',
      '<div type="act" n="1"><head>A</head><l n="1.1">a</l><l n="1.2">b</l></div><div type="act" n="2"><head>B</head><l n="2.1">c</l></div>',
      '',
      ['act 1', 'act 2'],
    ],
    ['are not invented', '<div type="chapter"><p>a</p></div><p n="">b</p>', '', []],
    [
      'are not those of notes and readings',
      '<p n="1">a<note><p n="5">b</p></note> <app><lem><seg n="7">c</seg></lem></app></p>',
      '',
      ['1'],
    ],
    [
      'are followed past what one cannot follow',
      '<p n="1">a</p>',
      '<citeStructure match="//p[position() = 1]" use="@n"/>',
      ['1'],
    ],
  ])('%s', (_, body, refs, found) => {
    expect(numbers(body, refs)).toEqual(found);
  });

  it('are addresses: one that begins with no digit has `n:` before it, a repeated one says so', () => {
    const ids = [
      ...write('html', '<p n="IV.2">a</p><p n="3">b</p><p n="3">c <cb n="2"/>d</p>').matchAll(
        / id="([^"]+)" class="number/g,
      ),
    ];
    expect(ids.map(([, id]) => id)).toEqual(['n:IV.2', '3', '3:2', 'n:column.2']);
  });

  it('are seen once where several are at one word, and all are addresses', () => {
    expect(write('html', '<p n="1"><seg n="1">a</seg></p>')).toContain(
      '<p><span id="1" class="number outer" data-number="1">1</span> <span id="1.1" class="number" data-number="1.1">1.1</span> a</p>',
    );
  });

  it('are in the middle of a word without taking it apart', () => {
    const body = `<p>${milestone('page', '1')}wo${milestone('page', '2')}rd</p>`;
    expect(write('text', body)).toBe('[§ 1] wo[§ 2]rd\n');
    expect(numbers(body)).toEqual(['page 1', 'page 2']);
  });

  it('are not those of documents, which have numbers of their own', () => {
    const body = '<div type="document" n="194"><head>A</head><p>a</p></div>';
    expect(numbers(body)).toEqual([]);
    expect(write('html', body)).not.toContain('data-number');
  });
});

describe('A plain text', () => {
  it('has the number of every fifth verse, and of those that are no number', () => {
    const verses = [3, 4, 5, '5a', 6].map((n) => `<l n="${n}">a</l>`).join('');
    expect(write('text', `<lg>${verses}</lg>`)).toBe('a\na\n[Line 5] a\n[Line 5a] a\na\n');
    expect(losses('text', `<lg>${verses}<l n="10"/><l>b-</l><l n="15">c</l></lg>`)).toEqual([]);
  });

  it('has a backslash before words that look like a number', () => {
    expect(write('text', '<p>a [§ 1] b [| column 2] c [§1] d</p>')).toBe('a \\[§ 1] b \\[| column 2] c [§1] d\n');
    expect(losses('text', '<p n="1">[§ 1] b [| column 2] c</p>')).toEqual([]);
  });

  it('has the columns of the source', () => {
    expect(write('text', '<p>a <cb n="2"/>b</p>')).toBe('a [| column 2] b\n');
  });
});

describe('The proof finds a number', () => {
  const sections =
    '<div type="chapter" n="1"><head>A</head><p n="1">One two.</p><p n="2">Three <cb n="2"/>four.</p></div>';

  it.each([
    ['that is lost', 'html', / ?<span id="1\.2"[^]*?<\/span> ?/, ''],
    ['that is shown as another', 'html', '>1.2<', '>1.3<'],
    ['that has become another', 'html', /1\.2/g, '1.3'],
    ['whose address is that of another', 'html', 'id="1.2"', 'id="1.4"'],
    ['that is called otherwise', 'html', 'data-unit="chapter"', 'data-unit="book"'],
    ['that is hidden', 'html', 'class="number" data-number="1.2"', 'class="number outer" data-number="1.2"'],
    ['that is at other words', 'html', /(<span id="1\.2"[^]*?<\/span>) Three/, 'Three $1'],
    ['of a place that is like one of the text', 'html', ' alone', ''],
    ['on words that have none', 'html', '<p>', '<p data-number="5">'],
    ['that a text has lost', 'text', '[§ 1.2] ', ''],
    ['that a text has changed', 'text', '[§ 1.2]', '[§ 1.3]'],
    ['that a text has too many', 'text', 'two', '[§ 9] two'],
    ['of a column that a text has at other words', 'text', 'Three [| column 2] four', '[| column 2] Three four'],
  ])('%s', (_, name, from, to) => {
    const change = (written: string): string => written.replace(from, to);
    const { edition, units } = read(sections);
    const written = formatOf(name).write(units[0]!, edition);
    expect(change(written)).not.toBe(written);
    expect(losses(name, sections, '', change)).not.toEqual([]);
  });
});
