import { describe, expect, it } from 'vitest';
import { unitMetas } from '../../src/formats/html/head-meta.ts';
import { unitJsonLd } from '../../src/formats/html/json-ld.ts';
import { citationOf } from './citation-header.ts';
import { editionOf, unitWith } from './citation-units.ts';

/** Dates of publication go through ISO 8601-2 (EDTF, level 1) into each format; a year that is not certain is nowhere given as one. */

interface Forms {
  readonly csl: unknown;
  readonly bib: string;
  readonly ris: string;
  readonly words: string;
}

function formsOf(date: string): Forms {
  const { csl, bib, ris, words } = citationOf({ publication: `<publisher>P</publisher>${date}` });
  const lines = (pattern: RegExp, text: string): string => (text.match(pattern) ?? []).join(' ');
  return {
    csl: csl['issued'],
    bib: lines(/(?<=^ {2})(?:year|month|day|date) = .*(?=,$)/gm, bib),
    ris: lines(/^(?:PY|DA|N1) {2}- .*/gm, ris),
    words: /\(P(?:, )?(.*)\)\.$/.exec(words)?.[1] ?? '',
  };
}

const parts = (...dates: number[][]): object => ({ 'date-parts': dates });
const circa = (...dates: number[][]): object => ({ 'date-parts': dates, circa: true });

const marked: readonly (readonly [string, object, string, string, string])[] = [
  ['when="2006"', parts([2006]), 'year = {2006}', 'PY  - 2006', '2006'],
  ['when="2003-07"', parts([2003, 7]), 'year = {2003} month = {7}', 'PY  - 2003 DA  - 2003/07//', '2003'],
  ['when="2021-04-09"', parts([2021, 4, 9]), 'year = {2021} month = {4} day = {9}', 'PY  - 2021 DA  - 2021/04/09/', '2021'],
  ['when-iso="1999"', parts([1999]), 'year = {1999}', 'PY  - 1999', '1999'],
  ['when="0800"', parts([800]), 'year = {0800}', 'PY  - 0800', '800'],
  ['when="-0359"', parts([-360]), 'date = {-0359}', 'N1  - Date: 360 BC', '360 BC'],
  ['from="-0043" to="0014"', parts([-44], [14]), 'date = {-0043/0014}', 'N1  - Date: 44 BC–14', '44 BC–14'],
  ['from="1890" to="1895"', parts([1890], [1895]), 'date = {1890/1895}', 'PY  - 1890 DA  - 1890///1890–1895', '1890–1895'],
  ['from="1890"', parts([1890], [0]), 'date = {1890/}', 'PY  - 1890 DA  - 1890///1890–', '1890–'],
  ['to="1895"', { literal: 'until 1895' }, 'year = {{until 1895}}', 'N1  - Date: until 1895', 'until 1895'],
  ['notBefore="1880" notAfter="1890"', circa([1880], [1890]), 'date = {1880?/1890?}', 'N1  - Date: between 1880 and 1890', 'between 1880 and 1890'],
  ['notBefore="1970-08-04" notAfter="1970-08-14"', circa([1970, 8, 4], [1970, 8, 14]), 'date = {1970-08-04?/1970-08-14?}', 'PY  - 1970', '1970'],
  ['notAfter="1895"', { literal: 'not after 1895' }, 'year = {{not after 1895}}', 'N1  - Date: not after 1895', 'not after 1895'],
  ['when="1885" cert="low"', circa([1885]), 'date = {1885?}', 'PY  - 1885 DA  - 1885///1885?', '1885?'],
  ['when="1885" precision="medium"', circa([1885]), 'date = {1885~}', 'PY  - 1885 DA  - 1885///c. 1885', 'c. 1885'],
  ['when="1885" cert="low" precision="low"', circa([1885]), 'date = {1885%}', 'PY  - 1885 DA  - 1885///c. 1885?', 'c. 1885?'],
  ['when="1885-21"', { 'date-parts': [[1885]], season: 1 }, 'date = {1885-21}', 'PY  - 1885 DA  - 1885///spring 1885', 'spring 1885'],
  ['when="1885" cert="high"', parts([1885]), 'year = {1885}', 'PY  - 1885', '1885'],
]; // prettier-ignore

const worded: readonly (readonly [string, object, string])[] = [
  ['1885', parts([1885]), '1885'],
  ['1625.', parts([1625]), '1625'],
  ['[1885?]', circa([1885]), '1885?'],
  ['c. 1885', circa([1885]), 'c. 1885'],
  ['circa 1885', circa([1885]), 'c. 1885'],
  ['1890–1895', parts([1890], [1895]), '1890–1895'],
  ['1890-95', parts([1890], [1895]), '1890–1895'],
  ['ca. 1880 – ca. 1890', circa([1880], [1890]), 'c. 1880–1890'],
  ['October, 2017', parts([2017, 10]), '2017'],
  ['3 Mar. 1901', parts([1901, 3, 3]), '1901'],
  ['June 5, 1878', parts([1878, 6, 5]), '1878'],
  ['Spring 1920', { 'date-parts': [[1920]], season: 1 }, 'spring 1920'],
  ['360 BC', parts([-360]), '360 BC'],
  ['1890–', parts([1890], [0]), '1890–'],
];

describe('a date of publication', () => {
  it.each(marked)('that is marked: %s', (attributes, csl, bib, ris, words) => {
    expect(formsOf(`<date ${attributes}/>`)).toEqual({ csl, bib, ris, words });
  });

  it.each(worded)('that is nothing but a date in words: %s', (text, csl, words) => {
    expect(formsOf(`<date>${text}</date>`)).toMatchObject({ csl, words });
  });

  it.each([
    'First printed 1910, again 1912',
    'Released in 2006 as printed book',
    '1895–1890',
    '1890–95–99',
    'MDCCC',
    '31 Foobar 1900',
    'before 1900',
  ])('that is more or less than a date stays in words: %s', (text) => {
    expect(formsOf(`<date>${text}</date>`)).toEqual({
      csl: { literal: text },
      bib: `year = {{${text}}}`,
      ris: `N1  - Date: ${text}`,
      words: text,
    });
  });

  it('of another calendar is never a year of ours', () => {
    const { csl, ris } = formsOf('<date calendar="#hijri">1324</date>');
    expect(csl).toEqual({ literal: '1324 [hijri]' });
    expect(ris).toBe('N1  - Date: 1324 [hijri]');
    expect(formsOf('<date calendar="#hijri">1324</date><date when="1906"/>').csl).toEqual(parts([1906]));
  });

  it('that nobody knows is left out', () => {
    for (const text of ['n.d.', '[s.a.]', 'undated', ''])
      expect(formsOf(`<date>${text}</date>`)).toEqual({ csl: undefined, bib: '', ris: '', words: '' });
  });

  it('is circa where its words say so, though limits are marked', () => {
    expect(formsOf('<date notBefore="1880" notAfter="1890" cert="low">c. 1885</date>')).toMatchObject({
      csl: circa([1880], [1890]),
      bib: 'date = {1880%/1890%}',
      words: 'c. 1880–1890',
    });
  });
});

describe('the dates of a page for machines', () => {
  const published = { from: '1890', to: '1895' };
  const edition = editionOf([]);

  it('are intervals where the source gives intervals, not their first day', () => {
    const unit = unitWith({}, { published });
    expect(unitMetas(unit, edition)).toContain('<meta name="DC.date" content="1970-08-04/1970-08-14"/>');
    expect(unitMetas(unit, edition)).toContain('<meta name="citation_publication_date" content="1890–1895"/>');
    const json = JSON.parse(unitJsonLd(unit, edition, {})) as {
      dateCreated: string;
      isPartOf: { datePublished: string };
    };
    expect(json.dateCreated).toBe('1970-08-04/1970-08-14');
    expect(json.isPartOf.datePublished).toBe('1890/1895');
  });

  it('leave out a date that is not certain, of which JSON-LD has no form', () => {
    const json = JSON.parse(unitJsonLd(unitWith({}, { published: { text: 'c. 1885' } }), edition, {})) as {
      isPartOf: object;
    };
    expect(json.isPartOf).not.toHaveProperty('datePublished');
  });
});
