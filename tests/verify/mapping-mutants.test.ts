import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CitationDate } from '../../src/model/citation/date.ts';
import type { CitationItem } from '../../src/model/citation/record.ts';
import type { VolumeFacts } from '../../src/model/facts.ts';
import type { CitationName } from '../../src/model/citation/name.ts';
import { recordLosses } from '../../src/verify/check-unit.ts';
import { asUnit, editionOf, person, unitWith } from '../formats/citation-units.ts';

/**
 * Mistakes in what citations are written from, made in the program itself: the proof knows what a citation must say from a table of its own, so
 * it finds them. What was written is compared with what is written without the mistake, so that each of them is one.
 */

const item = '../../src/model/citation/item.ts';
const names = '../../src/model/citation/name.ts';
const typography = '../../src/model/citation/typography.ts';
const fields = '../../src/formats/citation/fields.ts';
const dates = '../../src/model/citation/date.ts';
const kinds = '../../src/model/citation/kind.ts';

type Call = (...given: never[]) => unknown;

/** In a module, a function that answers something else. */
const wrong =
  (path: string, name: string, change: (answer: never) => unknown): Mutant =>
  () =>
    vi.doMock(path, async (original) => {
      const actual = await original<Record<string, Call>>();
      return { ...actual, [name]: (...given: never[]) => change(actual[name]!(...given) as never) };
    });
type Mutant = () => void;
const wrongItem = (change: (of: CitationItem) => object): Mutant => wrong(item, 'unitItem', change);
const without = (name: keyof CitationItem): Mutant => wrongItem(({ [name]: _, ...rest }) => rest);

const mutants: readonly (readonly [string, Mutant])[] = [
  ['authors and editors are swapped', wrongItem((of) => ({ ...of, authors: of.editors, editors: of.authors }))],
  ['the end of the pages is forgotten', without('lastPage')],
  ['all pages are forgotten', wrongItem(({ firstPage: _, lastPage: __, ...of }) => of)],
  ['pages are the wrong way round', wrongItem((of) => ({ ...of, firstPage: of.lastPage, lastPage: of.firstPage }))],
  ['the place is that of the original', wrongItem((of) => ({ ...of, place: of.beside.place }))],
  ['publisher and place are swapped', wrongItem((of) => ({ ...of, place: of.publisher, publisher: of.place }))],
  ['the year is that of the document', wrongItem((of) => ({ ...of, date: { literal: '1970' } }))],
  ['the volume is as it is printed', wrongItem((of) => ({ ...of, volume: of.beside.volumeLabel }))],
  ['the series is the title of the volume', wrongItem((of) => ({ ...of, series: of.containerTitle }))],
  ['the number is forgotten', without('number')],
  ['the address is forgotten', without('url')],
  ['the language is forgotten', without('language')],
  ['a chapter is a book', wrongItem((of) => ({ ...of, type: 'book' }))],
  ['the general editor is an editor', wrongItem((of) => ({ ...of, editors: [...of.editors, ...of.generalEditors] }))],
  ['the key is that of the volume', wrongItem((of) => ({ ...of, id: 'volume' }))],
  ['a translator is an editor', wrongItem((of) => ({ ...of, editors: [...of.editors, ...of.translators], translators: [] }))],
  ['a date is forgotten', without('date')],
  ['only the beginning of an interval counts', wrong(dates, 'citationDate', beginning)],
  ['what is uncertain is certain', wrong(dates, 'citationDate', certain)],
  ['an article is a chapter', wrong(kinds, 'placeOf', (of: CitationItem) => ({ ...of, type: 'chapter' }))],
  ['the issue is the volume', wrong(kinds, 'placeOf', (of: CitationItem) => ({ ...of, volume: of.issue }))],
  ['particles are forgotten', wrong(names, 'personCitationName', withoutParticle)],
  ['bodies are persons', wrong(names, 'personCitationName', torn)],
  ['“et al.” is forgotten', wrong(names, 'personCitationName', (name: CitationName) => ('literal' in name && name.literal === 'others' ? { literal: '' } : name))],
  ['only the first author is named', wrongItem((of) => ({ ...of, authors: of.authors.slice(0, 1) }))],
  ['family and given name are swapped', wrong(names, 'personCitationName', swapped)],
  ['registers are not asked', wrong(names, 'agentCitationName', () => ({ literal: 'Kissinger' }))],
  ['apostrophes stay straight', wrong(typography, 'typographic', (text: string) => text.replaceAll('’', "'"))],
  ['a note says something else', wrong(fields, 'numberNote', (note: string | undefined) => note?.replace('Document', 'No.'))],
  ['a range of pages has a dash', wrong(fields, 'pageRange', (range: string | undefined) => range?.replace('-', '–'))],
]; // prettier-ignore

function swapped(name: CitationName): CitationName {
  return 'literal' in name ? name : { ...name, family: name.given, given: name.family };
}

function beginning(date: CitationDate | undefined): CitationDate | undefined {
  if (date === undefined || 'literal' in date) return date;
  const { end: _, ...rest } = date;
  return { ...rest, isInterval: false };
}

function certain(date: CitationDate | undefined): CitationDate | undefined {
  return date === undefined || 'literal' in date ? date : { ...date, isUncertain: false, isApproximate: false };
}

function withoutParticle(name: CitationName): CitationName {
  if ('literal' in name) return name;
  const { 'non-dropping-particle': _, ...rest } = name;
  return rest;
}

function torn(name: CitationName): CitationName {
  const [given, ...family] = 'literal' in name ? name.literal.split(' ') : [''];
  return family.length === 0 ? name : { family: family.join(' '), given: given! };
}

const notInRis: readonly (readonly [string, Mutant])[] = [
  ['the date of the original is that of the edition', wrongItem((of) => ({ ...of, original: { ...of.original, date: of.date! } }))],
  ['the publisher of the original is forgotten', wrongItem((of) => ({ ...of, original: {} }))],
]; // prettier-ignore

const onlyInCsl: readonly (readonly [string, Mutant])[] = [
  ['a date is in another form', wrongItem(({ beside, ...of }) => ({ ...of, beside: { ...beside, date: '1970' } }))],
  ['recipients are forgotten', wrongItem(({ beside, ...of }) => ({ ...of, beside: { ...beside, recipients: [] } }))],
  ['the source note is the place', wrongItem(({ beside, ...of }) => ({ ...of, beside: { ...beside, source: beside.place } }))],
]; // prettier-ignore

const noLetter = { senders: [], recipients: [], pages: [] };
const article: Partial<VolumeFacts> = {
  authors: [
    { family: 'Gogh', given: 'Vincent', particle: 'van', literal: 'Vincent van Gogh' },
    { literal: 'Royal Society and Friends', organization: true },
    { literal: 'et al.', others: true },
  ],
  translators: [{ family: 'Jowett', given: 'B.', literal: 'B. Jowett' }],
  published: { from: '1890', to: '1895' },
  original: {
    form: 'article',
    title: 'T',
    container: 'Journal',
    volume: '41',
    issue: '4',
    date: { when: '1901' },
    publisher: 'House',
    place: 'Graz',
  },
};

const units = [
  unitWith({ place: 'Moscow', senders: [person('Kissinger', 'people.xml#KHA'), person("O'Hara")] }),
  unitWith({ id: 'd195', senders: [], number: '195', pages: ['595', '596'] }),
  unitWith({ ...noLetter, id: 'a1' }, article, true),
  unitWith({ ...noLetter, id: 'b1' }, { ...article, published: { notBefore: '1880', notAfter: '1890' }, original: { form: 'manuscript', archive: 'Bodleian Library' } }, true),
]; // prettier-ignore
const edition = editionOf(units);

/** What is written by the program as it is now, and what the proof says of it. */
async function written(): Promise<{ name: string; content: string; losses: string[] }[]> {
  vi.resetModules();
  const { bibtex } = await import('../../src/formats/citation/bibtex.ts');
  const { cslJson } = await import('../../src/formats/citation/csl-json.ts');
  const { ris } = await import('../../src/formats/citation/ris.ts');
  return [bibtex, cslJson, ris].map((format) => {
    const content = units.map((unit) => format.write(asUnit(unit), edition)).join('');
    const losses = units.flatMap((unit) => {
      try {
        return recordLosses([format.expected(unit, edition)], format.readBack(format.write(asUnit(unit), edition)));
      } catch (error) {
        return [(error as Error).message];
      }
    });
    return { name: format.name, content, losses };
  });
}

afterEach(() => {
  for (const path of [item, names, typography, fields, dates, kinds]) vi.doUnmock(path);
  // Modules with a mistake are forgotten: tests that share a process share modules.
  vi.resetModules();
});

describe('a mistake in what citations are written from is found', () => {
  it('and none where there is none', async () => {
    expect((await written()).flatMap(({ losses }) => losses)).toEqual([]);
  });

  it.each([...mutants, ...notInRis, ...onlyInCsl])('%s', async (_, mutate) => {
    const right = await written();
    mutate();
    const mistaken = await written();
    const changed = mistaken.filter(({ content }, i) => content !== right[i]!.content);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter(({ losses }) => losses.length === 0).map(({ name }) => name)).toEqual([]);
  });
});
