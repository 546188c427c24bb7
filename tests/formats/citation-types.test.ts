import { describe, expect, it } from 'vitest';
import { bibtex } from '../../src/formats/citation/bibtex.ts';
import { cslJson } from '../../src/formats/citation/csl-json.ts';
import { ris } from '../../src/formats/citation/ris.ts';
import { unitItem } from '../../src/model/citation/item.ts';
import { readFiles } from '../harness/edition.ts';
import { citationOf, citationsOf, type Header } from './citation-header.ts';
import { asUnit, editionOf, unitWith } from './citation-units.ts';

/** What a text is cited as follows from what its header says that it is; the original and the edition are never mixed. */

const imprint =
  '<imprint><pubPlace>London :</pubPlace><publisher>John Lane,</publisher><date when="1895"/><biblScope unit="volume">41</biblScope><biblScope unit="issue">4</biblScope><biblScope unit="page">513–514</biblScope></imprint>';
const analytic = '<analytic><title level="a">The Title</title></analytic>';
const host = (level: string, more = ''): string =>
  `<biblStruct>${analytic}<monogr><title level="${level}">The Host</title>${more}${imprint}</monogr></biblStruct>`;
const sent =
  '<correspDesc><correspAction type="sent"><persName>Mamroth, Fedor</persName></correspAction></correspDesc>';
const manuscript =
  '<msDesc><msIdentifier><settlement>Oxford</settlement><repository>Bodleian Library</repository><idno>MS. Auct. 1</idno></msIdentifier></msDesc>';
const term = (word: string): string => `<textClass><keywords><term>${word}</term></keywords></textClass>`;

const types: readonly (readonly [string, Header, string, string, string])[] = [
  ['anything else', {}, 'book', 'book', 'BOOK'],
  ['an article of a journal', { source: host('j') }, 'article-journal', 'article', 'JOUR'],
  ['a text in a series that is a journal', { series: '<seriesStmt><title level="j">J</title></seriesStmt>' }, 'article-journal', 'article', 'JOUR'],
  ['a part of a book', { source: host('m') }, 'chapter', 'incollection', 'CHAP'],
  ['a paper', { source: host('m', '<meeting>M</meeting>') }, 'paper-conference', 'inproceedings', 'CONF'],
  ['a letter of a series', { profile: sent, series: '<seriesStmt><title level="s">Letters</title></seriesStmt>' }, 'chapter', 'incollection', 'CHAP'],
  ['a letter', { profile: sent }, 'personal_communication', 'letter', 'PCOMM'],
  ['a letter by its keyword', { profile: term('Letter') }, 'personal_communication', 'letter', 'PCOMM'],
  ['a manuscript or object', { source: manuscript }, 'manuscript', 'unpublished', 'UNPB'],
  ['an inscription by its keyword', { profile: term('inscription') }, 'manuscript', 'unpublished', 'UNPB'],
  ['a printed book of which a copy is described', { source: `<bibl><title>B</title></bibl>${manuscript}` }, 'book', 'book', 'BOOK'],
  ['a debate', { people: '<meeting>Term 27</meeting>' }, 'hearing', 'misc', 'HEAR'],
]; // prettier-ignore

describe('the type of a citation', () => {
  it.each(types)('of %s', (_, header, csl, bib, ris) => {
    const cited = citationOf(header);
    expect(cited.csl['type']).toBe(csl);
    expect(cited.bib).toMatch(new RegExp(`^@${bib}\\{`));
    expect(cited.ris).toMatch(new RegExp(`^TY {2}- ${ris}\n`));
  });

  it('of a part follows from what it is a part of', () => {
    const text = '<body><div type="document" xml:id="d1"><head>One</head><p>w</p></div><div type="document" xml:id="d2"><head>Two</head><p>w</p></div></body>'; // prettier-ignore
    const source = `<biblStruct><monogr><title level="j">The Journal</title>${imprint}</monogr></biblStruct>`;
    expect(citationsOf({ text }).map(({ csl }) => csl['type'])).toEqual(['chapter', 'chapter']);
    const articles = citationsOf({ text, source }).map(({ csl }) => csl);
    expect(articles).toMatchObject([
      { type: 'article-journal', title: 'One', 'container-title': 'The Journal', volume: '41', issue: '4' },
      { type: 'article-journal', title: 'Two' },
    ]);
  });
});

describe('the title of a citation', () => {
  const main = '<title type="main">The Harbour</title>';
  it('has the subtitle of its header', () => {
    expect(citationOf({ title: `${main}<title type="sub">A Log</title>` }).csl['title']).toBe('The Harbour: A Log');
    const asked = main.replace('Harbour', 'Harbour?');
    expect(citationOf({ title: `${asked}<title type="sub">A Log</title>` }).csl['title']).toBe('The Harbour? A Log');
  });

  it('does not have it where the text has another title than its header', () => {
    const title = `<title level="a">A Letter</title>${main}<title type="sub">A Log</title>`;
    expect(citationOf({ title }).csl['title']).toBe('A Letter');
  });
});

describe('an entry of a dictionary', () => {
  it('is cited in it', () => {
    const unit = unitWith({ form: 'entry', title: 'harbour', senders: [], number: '' });
    const edition = editionOf([unit]);
    expect(unitItem(unit, edition)).toMatchObject({
      type: 'entry-dictionary',
      containerTitle: 'Soviet Union, January 1969–October 1970',
    });
    expect(bibtex.write(asUnit(unit), edition)).toMatch(/^@inreference\{/);
    expect(ris.write(asUnit(unit), edition)).toMatch(/^TY {2}- DICT\r\n/);
    for (const format of [bibtex, ris, cslJson])
      expect(format.readBack(format.write(asUnit(unit), edition))).toEqual([format.expected(unit, edition)]);
  });

  it('is an entry because its element is', () => {
    const text =
      '<body><div type="entry" xml:id="a"><head>A</head><p>w</p></div><div xml:id="b"><head>B</head><p>w</p></div></body>';
    const { units } = readFiles({
      'file.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader><text>${text}</text></TEI>`,
      'octavo.config.json': '{ "documents": "div[@type=\\"entry\\"]" }',
    });
    expect(units.map(({ facts }) => facts.form)).toContain('entry');
  });
});

describe('the original', () => {
  it('gives container, volume, issue and pages to an article; date and publisher of the edition are those of its own statement', () => {
    const publication =
      '<publisher>The Edition</publisher><pubPlace>Graz</pubPlace><date when="2020"/><idno type="ISSN">1234-5678</idno>';
    const { csl, bib, ris } = citationOf({ source: host('j'), publication });
    expect(csl).toMatchObject({
      ...{ 'container-title': 'The Host', volume: '41', issue: '4', page: '513-514', ISSN: '1234-5678' },
      ...{ publisher: 'The Edition', 'publisher-place': 'Graz', issued: { 'date-parts': [[2020]] } },
      ...{
        'original-date': { 'date-parts': [[1895]] },
        'original-publisher': 'John Lane',
        'original-publisher-place': 'London',
      },
    });
    expect(bib).toContain('  journal = {{The Host}},\n  volume = {41},\n  number = {4},\n  pages = {513--514},\n');
    expect(bib).toContain('  origdate = {1895},\n  origpublisher = {{John Lane}},\n  origlocation = {{London}},\n');
    expect(ris).toContain('T2  - The Host\nVL  - 41\nIS  - 4\nSP  - 513\nEP  - 514\nPY  - 2020\n');
    expect(ris).not.toContain('1895');
  });

  it('of a book is named where it is not the same', () => {
    const source =
      '<bibl type="digitalSource"><title>Scan</title></bibl><bibl><title>The Title.</title><date>1895</date></bibl>';
    expect(citationOf({ source }).csl['original-title']).toBeUndefined();
    const { csl } = citationOf({ source: source.replace('The Title.', 'Another'), publication: '<date>1895</date>' });
    expect(csl['original-title']).toBe('Another');
    expect(csl['original-date']).toBeUndefined();
  });

  it('has a place in an archive, which is cited of manuscripts only', () => {
    const { csl, bib, ris } = citationOf({ source: manuscript });
    expect(csl).toMatchObject({
      archive: 'Bodleian Library',
      'archive-place': 'Oxford',
      archive_location: 'MS. Auct. 1',
    });
    expect(bib).toContain('  library = {Oxford, Bodleian Library, MS. Auct. 1},\n');
    expect(ris).toContain('DB  - Oxford, Bodleian Library\nAN  - MS. Auct. 1\n');
    const copy = citationOf({ source: `<listWit><witness>${manuscript}</witness></listWit>` }).csl;
    expect(copy.custom).toEqual({ archive: 'Bodleian Library', 'archive-place': 'Oxford', shelfmark: 'MS. Auct. 1' });
    expect(copy['archive']).toBeUndefined();
  });
});

describe('the publisher of an edition', () => {
  const publisher = (publication: string): unknown => citationOf({ publication }).csl['publisher'];

  it('is without its address, and may be several', () => {
    expect(publisher('<publisher>House <address><addrLine>1 Street</addrLine></address></publisher><address><street>2</street></address>')).toBe('House'); // prettier-ignore
    expect(publisher('<publisher>A</publisher><publisher>B,</publisher>')).toBe('A; B');
    expect(publisher('<publisher><orgName>CLARIN</orgName> <ref target="https://x.org">x.org</ref></publisher>')).toBe(
      'CLARIN',
    );
  });

  it('is else the distributor, else the authority', () => {
    expect(publisher('<authority>I.Sicily</authority><distributor>The Archive</distributor>')).toBe('The Archive');
    expect(publisher('<authority>I.Sicily</authority>')).toBe('I.Sicily');
  });

  it('has a place that is not an address of the web', () => {
    expect(
      citationOf({ publication: '<pubPlace>http://hdl.handle.net/1</pubPlace>' }).csl['publisher-place'],
    ).toBeUndefined();
  });

  it('gives numbers, address and rights', () => {
    const { csl } = citationOf({
      publication: `<publisher>P</publisher><idno type="DOI">https://doi.org/10.1/x</idno><idno type="URI">http://x.org/1</idno>
        <availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY</licence></availability>`,
    });
    expect(csl).toMatchObject({ DOI: '10.1/x', URL: 'http://x.org/1' });
    expect(csl.custom).toEqual({ rights: 'https://creativecommons.org/licenses/by/4.0/' });
  });
});
