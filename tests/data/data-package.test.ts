import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../src/import/metadata.ts';
import { chance } from '../harness/chance.ts';
import { readFiles, readFolder, type ReadEdition } from '../harness/edition.ts';
import { tei } from '../harness/letters.ts';
import { fixtures, sampleEdition } from '../harness/places.ts';
import { randomDivision } from '../harness/random-tei.ts';
import { filesOf, lossesOf, wholeFormat } from '../harness/whole-formats.ts';

/** The edition as tables: what is in them, and that whatever is not as in the sources is found. */

const format = wholeFormat('data-package');

/** Rows of a table of a small edition, by the names of their columns. */
function rows(edition: ReadEdition, file: string): Record<string, unknown>[] {
  const content = filesOf(format, edition).get(`data/${file}`) ?? '';
  if (file.endsWith('.jsonl'))
    return content
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const [head = [], ...lines] = parseCsv(content);
  return lines.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i]])));
}

const people = `<listPerson><person xml:id="KHA" ref="https://viaf.org/viaf/93612/"><persName><surname>Kissinger</surname>, <forename>Henry</forename></persName>
<idno type="GND">118562533</idno><idno type="URL">https://www.wikidata.org/wiki/Q66107</idno></person></listPerson>
<listPlace><place xml:id="W"><placeName>Washington</placeName><idno>https://www.geonames.org/4140963/washington.html</idno></place></listPlace>`;

const small = readFiles({
  'people.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff>${people}</standOff></TEI>`,
  'a.xml': tei(`<pb n="IX"/><div type="document" xml:id="d1" n="1"><head>Memorandum</head>
<opener><dateline><placeName ref="people.xml#W">Washington</placeName>, <date notBefore="1970-08-04" notAfter="1970-08-14">undated</date></dateline></opener>
<p>Mr. <persName ref="people.xml#KHA" cert="low">Kis-<pb n="590a" break="no"/>singer</persName> spoke<note n="1">See <persName ref="people.xml#KHA #X">K.</persName> and <pb n="590b"/><rs type="place" ref="people.xml#W">there</rs>.</note> twice.</p>
<p>It was <app><lem wit="#A">good</lem><rdg wit="#B" cert="high">bad, by <persName ref="people.xml#KHA">him</persName></rdg></app>.</p></div>
<div type="document" xml:id="d2"><pb n="591"/><head>=1+1</head><p>A page.</p></div>
<div type="document" xml:id="d3"><p>The same page.</p><pb n="592"/></div>`),
});

describe('a data package', () => {
  it('has every name with its page, its note, its words and how sure it is', () => {
    const mentions = rows(small, 'mentions.csv').map((row) => Object.values(row).join('|'));
    expect(mentions).toEqual([
      'd1|IX|text||place|W|people.xml#W|Washington|',
      'd1|IX|text||person|KHA|people.xml#KHA|Kissinger|low',
      'd1|590a|note|1|person|KHA|people.xml#KHA|K.|',
      'd1|590a|note|1|person||#X|K.|',
      'd1|590b|note|1|place|W|people.xml#W|there|',
      'd1|590a|apparatus||person|KHA|people.xml#KHA|him|',
    ]);
  });

  it('has the entries of registers, with their ids in authority files', () => {
    const [person] = rows(small, 'persons.csv');
    expect(person).toEqual({
      id: 'KHA', name: 'Kissinger, Henry', family_name: 'Kissinger', given_name: 'Henry', mentions: '3', documents: '1',
      gnd: '118562533', viaf: '93612', wikidata: 'Q66107', geonames: '', lcnaf: '',
      same_as: 'https://viaf.org/viaf/93612 https://d-nb.info/gnd/118562533 https://www.wikidata.org/entity/Q66107',
    }); // prettier-ignore
    expect(rows(small, 'places.csv')).toMatchObject([{ id: 'W', geonames: '4140963', mentions: '2' }]);
  });

  it('has the text of each page, whole words and paragraphs, over the documents that are on it', () => {
    expect(rows(small, 'pages.jsonl')).toEqual([
      {
        volume: 'a',
        page: 'IX',
        documents: ['d1'],
        text: 'Memorandum\nWashington, undated\nMr. Kissinger',
        notes: [],
      },
      {
        volume: 'a',
        page: '590a',
        documents: ['d1'],
        text: 'spoke twice.\nIt was good.',
        notes: [{ document: 'd1', number: 1, call: '1', text: 'See K. and there.' }],
      },
      { volume: 'a', page: '591', documents: ['d2', 'd3'], text: '=1+1\nA page.\nThe same page.', notes: [] },
      { volume: 'a', page: '592', documents: [], text: '', notes: [] },
    ]);
  });

  it('has paragraphs, notes and readings', () => {
    expect(rows(small, 'paragraphs.jsonl').slice(0, 3)).toEqual([
      { document: 'd1', number: 1, kind: 'heading', page: 'IX', text: 'Memorandum' },
      { document: 'd1', number: 2, kind: 'dateline', page: 'IX', text: 'Washington, undated' },
      { document: 'd1', number: 3, kind: 'paragraph', page: 'IX', text: 'Mr. Kissinger spoke twice.' },
    ]);
    expect(rows(small, 'notes.jsonl')).toEqual([
      { document: 'd1', number: 1, call: '1', page: '590a', text: 'See K. and there.' },
    ]);
    expect(rows(small, 'apparatus.csv')).toMatchObject([
      { document: 'd1', page: '590a', entry: '1', lemma: 'good', reading: 'bad, by him', witnesses: 'B', certainty: 'high' },
    ]); // prettier-ignore
  });

  it('says dates in EDTF and as their first and last day, and no cell is a formula', () => {
    const [first, second] = rows(small, 'documents.csv');
    expect(first).toMatchObject({ date: '[1970-08-04..1970-08-14]', date_from: '1970-08-04', date_to: '1970-08-14' });
    expect(second).toMatchObject({ title: "'=1+1", first_page: '591' });
  });

  it.each([
    ['when="1970"', '1970', '1970-01-01', '1970-12-31'],
    ['when="1972-02"', '1972-02', '1972-02-01', '1972-02-29'],
    ['when="1970-02-30"', '', '', ''],
    ['when="1962-10-26T18:00:00Z"', '1962-10-26', '1962-10-26', '1962-10-26'],
    ['from="1940-03" to="1941"', '1940-03/1941', '1940-03-01', '1941-12-31'],
    ['from="1940"', '1940/..', '1940-01-01', ''],
    ['notAfter="1940-06"', '[..1940-06]', '', '1940-06-30'],
    ['when="-0044-03-15"', "'-0044-03-15", '', ''],
    ['when="--03-15"', '', '', ''],
  ])('dates a document with %s', (said, date, date_from, date_to) => {
    const edition = readFiles({
      'a.xml': tei(`<div type="document" xml:id="d1"><opener><dateline><date ${said}>then</date></dateline></opener><p>a</p></div>`),
    }); // prettier-ignore
    expect(rows(edition, 'documents.csv')).toMatchObject([{ date, date_from, date_to, date_printed: 'then' }]);
    expect(lossesOf(format, edition, filesOf(format, edition))).toEqual([]);
  });

  it('has no table without rows', () => {
    const bare = readFiles({ 'a.xml': tei('<p>Words.</p>') });
    expect([...filesOf(format, bare).keys()]).toEqual([
      'data/documents.csv',
      'data/paragraphs.jsonl',
      'data/datapackage.json',
    ]);
  });

  it('knows the page on which a text goes on behind the documents in it', () => {
    const outer = readFiles({
      'a.xml': tei(
        `<pb n="1"/><div type="chapter"><head>Chapter</head><p>Before.</p><div type="document" xml:id="d1"><head>Letter</head><p>One.<pb n="2"/>Two.</p></div>
<p>Behind <persName ref="#A">A</persName>.</p></div>`,
      ),
    });
    expect(rows(outer, 'mentions.csv')).toMatchObject([{ document: 'chapter', page: '2' }]);
    expect(rows(outer, 'pages.jsonl').map(({ text }) => text)).toEqual([
      'Chapter\nBefore.\nLetter\nOne.',
      'Two.\nBehind A.',
    ]);
    expect(lossesOf(format, outer, filesOf(format, outer))).toEqual([]);
  });
});

describe('the proof of a data package', () => {
  it.each([['the sample edition', sampleEdition] as const, ...fixtures])('finds nothing in %s', (_, folder) => {
    const edition = readFolder(folder);
    expect(lossesOf(format, edition, filesOf(format, edition))).toEqual([]);
  });

  it('finds nothing in 150 documents made at random', () => {
    const luck = chance(11);
    const documents = Array.from(
      { length: 150 },
      (_, i) => `<div type="document" xml:id="d${i}">${randomDivision(luck)}</div>`,
    );
    const edition = readFiles({ 'a.xml': tei(documents.join('')) });
    expect(lossesOf(format, edition, filesOf(format, edition))).toEqual([]);
  });

  it('finds every letter that is changed, and every line that is missing or doubled', () => {
    const luck = chance(5);
    const files = filesOf(format, small);
    for (const [path, content] of files) {
      const isJson = path.endsWith('.json');
      for (let i = 0; i < 60; i++) {
        const lines = content.split(/(?<=\n)/);
        const at = isJson ? luck.below(lines.length) : 1 + luck.below(Math.max(1, lines.length - 1));
        const line = lines[at] ?? lines[0]!;
        const letters = [...line.matchAll(/[A-Za-z0-9]/g)];
        const letter = luck.pick(letters.length > 0 ? letters : [...content.matchAll(/[a-z]/g)].slice(0, 1));
        const changed = `${line.slice(0, letter.index)}Ω${line.slice(letter.index + 1)}`;
        const damage = luck.pick([[changed], [], [line, line]]);
        const damaged = [...lines.slice(0, at), ...damage, ...lines.slice(at + 1)].join('');
        if (damaged === content) continue;
        expect(lossesOf(format, small, new Map([...files, [path, damaged]])), `${path} ${damage.join('')}`).not.toEqual(
          [],
        );
      }
      expect(lossesOf(format, small, new Map([...files].filter(([one]) => one !== path)))).not.toEqual([]);
    }
    expect(lossesOf(format, small, new Map([...files, ['data/more.csv', '']]))).not.toEqual([]);
  });
});
