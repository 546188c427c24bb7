import { describe, expect, it } from 'vitest';
import { readPdf } from '../../src/pdf/read-pdf.ts';
import { readFiles, readFolder } from '../harness/edition.ts';
import { sampleEdition } from '../harness/places.ts';
import { changed, type Damage, lossesIn, printBook } from '../harness/printed-book.ts';

/** A printed book is read back from its bytes: nothing is lost, and whatever is changed before it is set is found, with its place. */

const long = Array.from({ length: 60 }, (_, i) => `Sentence ${i} tells of uninterrupted correspondence.`).join(' ');

const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v1" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>Letters</title><author>Anna Ames</author>
<editor>Bo Berg</editor></titleStmt><publicationStmt><publisher>Harbour Press</publisher><pubPlace>Oslo</pubPlace><date when="2004">2004</date></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><div type="chapter" xml:id="ch1"><head>Spring</head>
<div type="document" xml:id="d1" n="1"><pb n="11"/><head>1. First Letter<note n="1">On the heading.</note></head>
<p>Dear Sir,<note n="2">A note with <hi rend="italic">two</hi> paragraphs.<p>This is the second, on Kennedy-Khrushchev exchanges.</p></note> the well-known af<pb n="12" break="no"/>fair
<foreign xml:lang="he">שלום עולם</foreign> and <pb n="13"/> more. ${long}</p>
<list><item>one</item><item>two<note n="3">On an item.</note></item></list>
<table><row role="label"><cell>Name</cell><cell>Year</cell></row><row><cell>Ford<note n="4">On a cell.</note></cell><cell>1976</cell></row></table>
<p>Close.</p><pb n="14"/></div>
<div type="document" xml:id="d2" n="2"><head>2. Second Letter</head><p>Words of the second. ${long}<note n="1">The last note.</note></p></div>
<div type="document" xml:id="d3" n="3"><p>A letter without a heading.</p></div></div></body></text></TEI>`;

const edition = readFiles({ 'v1.xml': tei });

/** Changes the code of the book at the first place. */
const change = (from: string | RegExp, to: string): Damage => changed('main.typ', from, to);

const lossesOf = async (damage?: Damage): Promise<string[]> => lossesIn(edition, await printBook(edition, damage));

it('nothing is lost', async () => {
  expect(await lossesOf()).toEqual([]);
});

describe('a damage is found and named', () => {
  it.each<[string, Damage, string]>([
    ['a word', change('Sentence 7 tells', 'Sentence 7 told'), 'Sentence 7”: “tells” has become “told” (sheet 7)'],
    [
      'a word that is lost',
      change('uninterrupted ', ''),
      'Sentence 0 tells of”: words missing: “uninterrupted” (sheet 7)',
    ],
    ['a letter', change('Close.', 'Clqse.'), '“Close.” has become “Clqse.” (sheet 8)'],
    ['a space', change('Words of', 'Wordsof'), 'd2: text'],
    ['a hyphen', change('Kennedy-', 'Kennedy'), 'd1: note 2'],
    ['Hebrew', change('שלום', 'שלם'), '“שלום” has become “שלם” (sheet 7)'],
    ['a word of a note', change('On an item', 'On an atom'), '“item.” has become “atom.” (sheet 8)'],
    ['a note', change(/fn\("[^"]*","3","On an item\."\)/, '{}'), 'note call missing: “[3]” (sheet 8)'],
    ['a note without its words', change('"On an item."', '[]'), 'd1: note 3'],
    ['the label of a note', change('"3","On an item', '"7","On an item'), '“[3]” has become “[7]” (sheet 8)'],
    [
      'two notes that change places',
      (sources) =>
        change('On a#', 'On an item')(change('On an item', 'On a cell')(change('On a cell', 'On a#')(sources))),
      'd1: note 3',
    ],
    ['a page mark', change('pm("13"', 'pm("31"'), '“[Page 13]” has become “[Page 31]” (sheet 7)'],
    ['a page mark that is lost', change(/pm\("13"[^)]*\)/, '{}'), 'page break missing: “[Page 13]”'],
    [
      'a heading',
      change(/2\. Second Letter"\)/, '2. Second Better")'),
      'd2: text, after “2. Second”: “Letter” has become “Better” (sheet 8)',
    ],
    ['a title of ours', change('hd("d3.1",at(0),"d3","d3")', 'hd("d3.1",at(0),"d3","d4")'), 'd3: sheet'],
    ['a text that is lost', change(/#let heads = \(\(2,"4:u:d2"[^]*?(?=#let heads)/, ''), 'd2: the file d2 is missing'],
    ['a heading of another text', change('"4:u:d2"', '"4:u:d3"'), 'the text d3 begins twice'],
    [
      'words before a heading, which are of its text',
      change('hd("d2.1"', 'p("","paragraph",{made("XU",box(width:0pt,sym.space.nobreak));"More."});hd("d2.1"'),
      'd2: text, at the start: words too many: “More.” (sheet 8)',
    ],
    [
      'words before the text',
      change('#contents()', '#contents()\nMore.'),
      'sheet 5: words that are in no text: “More.”',
    ],
  ])('%s', async (_, damage, message) => {
    expect((await lossesOf(damage)).join('\n')).toContain(message);
  });

  it.each<[string, Damage, string]>([
    [
      'a line of the contents',
      changed('base.typ', 'outline(title', 'show "Spring": [Autumn]\n  outline(title'),
      'contents: “Autumn',
    ],
    ['a number in the contents', changed('base.typ', 'it.page()', '[99]'), 'contents'],
    ['the contents', change('#contents()', ''), 'the text ch1 is not in its place'],
    ['a bookmark', change('at(0),"2. Second Letter"', 'at(0),"2. Second Batter"'), 'bookmarks: “2. Second Batter”'],
    ['the numbers of pages', changed('base.typ', 'counter(page).update(1)', 'counter(page).update(3)'), 'page 1 is'],
    ['the title page', changed('design.typ', 'facts.editors)', '[Nobody])'), 'the first pages do not say'],
    [
      'the metadata',
      changed('base.typ', 'title: facts.title', 'title: "Leaves"'),
      'the metadata have the title “Leaves”',
    ],
    [
      'the date',
      changed('base.typ', 'datetime(..settings.date)', 'datetime(year: 1999, month: 1, day: 1)'),
      'the metadata have the date',
    ],
  ])('around the text: %s', async (_, damage, message) => {
    expect((await lossesOf(damage)).join('\n')).toContain(message);
  });
});

describe('the index', () => {
  const sample = readFolder(sampleEdition);
  const losses = async (damage?: Damage): Promise<string[]> =>
    lossesIn(sample, await printBook(sample, damage, { index: true }));

  it('is what the texts name, on the pages where they do', async () => {
    const printed = await printBook(sample, undefined, { index: true });
    expect(readPdf(printed.bytes).outline.map(({ title }) => title)).toContain('Index of persons');
    expect(lossesIn(sample, printed)).toEqual([]);
  });

  it.each<[string, Damage, string]>([
    [
      'a name',
      changed('base.typ', 'for (name, references) in', 'for (name, references) in (("Nobody", (("1", 7),)),) +'),
      '“Nobody”: page 1 does not name it',
    ],
    [
      'a line that is lost',
      changed(
        'base.typ',
        'index-lines.at(i, default: ())',
        'index-lines.at(i, default: ()).rev().slice(0, calc.max(0, index-lines.at(i, default: ()).len() - 1))',
      ),
      'is missing',
    ],
  ])('with a damage: %s', async (_, damage, message) => {
    expect((await losses(damage)).join('\n')).toContain(message);
  });
});
