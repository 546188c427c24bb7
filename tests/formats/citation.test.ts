import { describe, expect, it } from 'vitest';
import { bibtex } from '../../src/formats/citation/bibtex.ts';
import { cslJson } from '../../src/formats/citation/csl-json.ts';
import { unitItem } from '../../src/model/citation/item.ts';
import { ris } from '../../src/formats/citation/ris.ts';
import type { OutputFile, RecordFormat } from '../../src/formats/format.ts';
import { asUnit, manyEdition, manyUnits, person, unitWith } from './citation-units.ts';

const formats: readonly RecordFormat[] = [cslJson, bibtex, ris];
const d194 = asUnit(unitWith());
const contentOf = (files: readonly OutputFile[] | undefined): string => String(files![0]!.content);

describe('the citation of a document', () => {
  it('is a chapter of its volume in CSL-JSON, with what is known of the original kept apart', () => {
    expect(JSON.parse(cslJson.write(d194, manyEdition))).toEqual([
      {
        id: 'frus1969-76v12-d194',
        type: 'chapter',
        title: 'Memorandum From the President’s Assistant for National Security Affairs (Kissinger) to President Nixon',
        author: [{ family: 'Kissinger', given: 'Henry A.' }],
        editor: [{ family: 'Mahan', given: 'Erin R.' }],
        'container-title': 'Soviet Union, January 1969–October 1970',
        'collection-title': 'Foreign Relations of the United States, 1969–1976',
        volume: '12',
        'chapter-number': '194',
        page: '590-595',
        publisher: 'United States Government Printing Office',
        'publisher-place': 'Washington',
        issued: { 'date-parts': [[2006]] },
        ISBN: '9780160766985',
        URL: 'https://history.state.gov/historicaldocuments/frus1969-76v12/d194',
        language: 'en-US',
        note: 'Document 194',
        custom: {
          'general-editor': [{ family: 'Keefer', given: 'Edward C.' }],
          recipient: [{ literal: 'Nixon' }],
          'document-date': '1970-08-04/1970-08-14',
          'document-date-printed': 'undated',
          'document-place': 'Washington',
          source: 'National Archives, Nixon Presidential Materials',
          'volume-label': 'Volume XII',
        },
      },
    ]);
  });

  it('is written in BibTeX with names taken apart and titles in double braces', () => {
    expect(bibtex.write(d194, manyEdition)).toBe(`@incollection{frus1969-76v12-d194,
  author = {Kissinger, Henry A.},
  title = {{Memorandum From the President’s Assistant for National Security Affairs (Kissinger) to President Nixon}},
  editor = {Mahan, Erin R.},
  booktitle = {{Soviet Union, January 1969–October 1970}},
  series = {{Foreign Relations of the United States, 1969–1976}},
  volume = {12},
  chapter = {194},
  pages = {590--595},
  publisher = {{United States Government Printing Office}},
  address = {{Washington}},
  year = {2006},
  isbn = {9780160766985},
  url = {https://history.state.gov/historicaldocuments/frus1969-76v12/d194},
  language = {en-US},
  langid = {american},
  note = {Document 194},
}
`);
  });

  it('is written in RIS with one tag a line, however long', () => {
    const lines = ris.write(d194, manyEdition).split('\r\n');
    expect(lines[0]).toBe('TY  - CHAP');
    expect(lines).toContain('A2  - Mahan, Erin R.');
    expect(lines).toContain('A3  - Keefer, Edward C.');
    expect(lines).toContain('SE  - 194');
    expect(lines).toContain('SP  - 590');
    expect(lines.slice(-2)).toEqual(['ER  - ', '']);
    const long = ris.write(asUnit(unitWith({ title: 'Affairs '.repeat(200) })), manyEdition);
    for (const line of long.split('\r\n').slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
  });

  it.each(formats.map((format) => [format.name, format] as const))('reads back all its fields from %s', (_, format) => {
    for (const unit of manyUnits) {
      const expected = format.expected(unit, manyEdition);
      expect(format.readBack(format.write(asUnit(unit), manyEdition))).toEqual([expected]);
      expect(Object.keys(expected).length).toBeGreaterThan(7);
    }
  });

  it.each(formats.map((format) => [format.name, format] as const))(
    'shows in %s when a field was damaged',
    (_, format) => {
      const good = format.write(d194, manyEdition);
      for (const [from, to] of [
        ['Kissinger', 'Kissenger'],
        ['2006', '2007'],
        ['194', '195'],
        ['Mahan', ''],
      ] as const) {
        expect(format.readBack(good.replace(from, to)), from).not.toEqual([format.expected(d194, manyEdition)]);
      }
    },
  );
});

describe('what is cited', () => {
  const item = (...args: Parameters<typeof unitWith>) => unitItem(unitWith(...args), manyEdition);

  it('is a section by its heading, without number or author', () => {
    expect(item({ id: 'preface', kind: 'section', title: 'Preface', senders: [], number: '' })).toMatchObject({
      id: 'frus1969-76v12-preface',
      type: 'chapter',
      title: 'Preface',
      authors: [],
    });
    expect(item({ title: '', kind: 'section' }).title).toBe('[Section without a heading]');
  });

  it('is a letter that is a file of its own as part of its series, by its sender and the title of its header', () => {
    const letter = unitItem(manyUnits[6]!, manyEdition);
    expect(letter).toMatchObject({
      id: 'L00001',
      type: 'chapter',
      authors: [{ family: 'Mamroth', given: 'Fedor' }],
      containerTitle: 'Briefwechsel mit Autorinnen und Autoren',
      beside: { date: '1889-08-02', printedDate: '2. 8. 1889' },
    });
    expect(letter.firstPage).toBeUndefined();
  });

  it('is a text of a corpus as what it is, not as a part of itself', () => {
    const novel = manyUnits[5]!;
    const inCorpus = { ...novel, source: { ...novel.source, xpath: '/teiCorpus/TEI[2]/text[1]' } };
    expect(unitItem(inCorpus, manyEdition)).toEqual(unitItem(novel, manyEdition));
  });

  it('is a novel as a book by its author', () => {
    expect(unitItem(manyUnits[5]!, manyEdition)).toMatchObject({
      type: 'book',
      title: 'The Woman Who Didn’t',
      authors: [{ family: 'Cross', given: 'Victoria' }],
      series: 'Keynotes',
    });
  });

  it('names an organisation and a person of whom only the surname is known as one string', () => {
    expect(unitItem(manyUnits[4]!, manyEdition).authors).toEqual([
      { literal: 'Department of State' },
      { literal: 'Smith and Sons' },
      { literal: 'Khrushchev' },
    ]);
  });

  it('has a key that BibTeX can read, whatever the id', () => {
    expect(item({ id: 'Brief Ä,1' }).id).toBe('frus1969-76v12-Brief+20++c4++2c+1');
    expect(unitItem(unitWith({ id: 'frus1969-76v12.d194' }), manyEdition).id).toBe('frus1969-76v12.d194');
  });

  it('has pages only where the labels can be in a range', () => {
    expect(item({ pages: ['12-13', '14'] }).firstPage).toBeUndefined();
    expect(item({ pages: ['XII'] })).toMatchObject({ firstPage: 'XII' });
  });

  it('has a language tag as programs know it', () => {
    expect(item({}, { language: 'eng' }).language).toBe('en');
    expect(item({ language: 'de-AT' }).language).toBe('de-AT');
  });

  it('has a suffix that is after the given name in the register', () => {
    const name = { family: 'Thompson', given: 'Llewellyn E., Jr.', literal: 'Thompson, Llewellyn E., Jr.' };
    expect(item({ senders: [{ ...person('Thompson'), name }] }).authors).toEqual([
      { family: 'Thompson', given: 'Llewellyn E.', suffix: 'Jr.' },
    ]);
  });

  it('has initials with spaces, and a full name with a suffix taken apart', () => {
    const names = [
      { family: 'McClurkin', given: 'Robert J.G.', literal: 'Robert J.G. McClurkin' },
      { literal: 'John C. Houston, Jr.' },
    ];
    const senders = names.map((name) => ({ ...person(name.literal), name }));
    expect(item({ senders }).authors).toEqual([
      { family: 'McClurkin', given: 'Robert J. G.' },
      { family: 'Houston', given: 'John C.', suffix: 'Jr.' },
    ]);
  });

  it('has no life dates in the name of an author', () => {
    const cross = { family: 'Cross', given: 'Victoria (1868-1952)', literal: 'Victoria (1868-1952) Cross' };
    expect(item({ senders: [] }, { authors: [cross] }).authors).toEqual([{ family: 'Cross', given: 'Victoria' }]);
  });

  it('has typographic apostrophes, for LaTeX knows no others', () => {
    expect(item({ title: "The President's 'Daily Brief'" }).title).toBe('The President’s ‘Daily Brief’');
  });
});

describe('the bibliography of an edition', () => {
  it('holds all units in reading order, in all three formats with the same ids', () => {
    const csl = JSON.parse(contentOf(cslJson.writeEdition!(manyEdition))) as { id: string }[];
    const ids = csl.map((entry) => entry.id);
    expect(ids.slice(0, 2)).toEqual(['frus1969-76v12-d194', 'frus1969-76v12-preface']);
    expect(new Set(ids).size).toBe(manyUnits.length);
    const inBib = contentOf(bibtex.writeEdition!(manyEdition)).matchAll(/^@[a-z]+\{([^,]+),$/gm);
    expect([...inBib].map((m) => m[1])).toEqual(ids);
    const inRis = contentOf(ris.writeEdition!(manyEdition)).matchAll(/^ID {2}- (.*)\r$/gm);
    expect([...inRis].map((m) => m[1])).toEqual(ids);
  });
});
