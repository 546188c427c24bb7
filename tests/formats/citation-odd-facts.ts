import type { EditionContext, UnitInfo } from '../../src/model/edition.ts';
import { plainSigns } from '../../src/model/signs.ts';
import type {
  Agent,
  DateFact,
  OriginalFacts,
  PersonName,
  PublicationDate,
  UnitFacts,
  VolumeFacts,
} from '../../src/model/facts.ts';
import type { Chance } from '../harness/chance.ts';

/** Facts made at random, odd ones among them and each of them missing at times, for citations. */

const texts = [
  'Letters', 'The “Times”', "It's", "'Twas the night", "the '90s", "(‘so’)", "say 'yes'", '`quoted`', 'a  b', ' a ', 'a\nb', "“'tis”", 'A: B', 'What?', 'End.', 'End…',
  'A & B', '50% of $5 #1', 'under_score', '{braces}', 'a\\b', '~ ^', 'x, y', 'x and y', 'Ü é 日本', '--', 'a; b', '[sic]', 'I', '12', '3a', "d'", '<b>', '“', 'Vol. 2',
]; // prettier-ignore
const dates = ['1890', '1890-05', '1890-05-06', '-0043', '-0043-11', '-0043-12-15', '0800', '1889', '1891-12', 'MDCCC'];
const pages = ['1', '12', 'IV', '3a', '*5', '[6]', '', 'A.2', '7–9', 'fol. 3'];
const printedPages = ['1-5', '513–514', '3', 'IV — IX', '5–', '12, 14', '7 - 9 - 11', ''];
const addresses = [
  'https://example.org/a',
  'https://example.org/{a}',
  'a\\b',
  'http://x.org/a b',
  '10.1000/a{b}',
  '10.1/ü',
];
const bases = [
  'https://example.org',
  'https://example.org/{id}',
  'https://example.org/{id}/x{id}',
  'https://e.org/a b/{id}',
];
const ids = ['d1', 'V1', 'V1.d2', 'V1d3', 'ü é', 'a_b', 'a+b', 'a:b', 'a.b', 'a-b'];
const languages = ['en', 'en-US', 'EN-gb', 'eng', 'ger', 'nor', 'de-AT', 'la', 'tlh', '', 'lat-x-old'];
const given = [
  'John',
  'J.',
  'Robert J.G.',
  'J.-P.S.',
  'John (1863–1928)',
  'John (Jack)',
  'Llewellyn E., Jr.',
  'Erin, III',
  'A., B.',
  '',
  "Sean 'Bill'",
];
const family = ['Burnet', "O'Hara", 'García Lorca', 'van Gogh', '', 'Smith-Jones'];
const particles = ['van', 'de la', 'd’', "d'", 'al-', ''];
const suffixes = ['Jr.', 'III', 'Sr', ''];
const literals = [
  'Plato', 'John C. Houston, Jr.', 'Houston, John, Jr.', 'Houston, John C., Jr.', 'X, Jr.', 'A B, Sr', 'Smith and Sons', 'others', "O'Hara", 'A, B C, Jr.', 'John C. Houston, III',
]; // prettier-ignore
const keys = ['people.xml#KHA', 'people.xml#DOS', '#nowhere', '#HALF'];

const register: EditionContext['register'] = (target) =>
  ({
    KHA: { id: 'KHA', kind: 'person', name: 'Henry A. Kissinger', family: 'Kissinger', given: 'Henry A.' } as const,
    DOS: { id: 'DOS', kind: 'organization', name: "Department of 'State'" } as const,
    HALF: { id: 'HALF', kind: 'person', name: 'Half', family: 'Half' } as const,
  })[target.split('#')[1] ?? ''];

/** An object with each of the properties that were not left out. */
const known = <T>(properties: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as T;

export class OddFacts {
  readonly luck: Chance;
  constructor(luck: Chance) {
    this.luck = luck;
  }

  private maybe<T>(list: readonly T[]): T | undefined {
    return this.luck.often(55) ? this.luck.pick(list) : undefined;
  }

  private list<T>(make: () => T): T[] {
    return Array.from({ length: Math.max(0, this.luck.below(5) - 2) }, make);
  }

  private person(): PersonName {
    const literal = this.luck.pick(literals);
    if (this.luck.often(8)) return { literal, others: true };
    if (this.luck.often(10)) return { literal, organization: true };
    const parts = {
      family: this.maybe(family),
      given: this.maybe(given),
      particle: this.luck.often(30) ? this.luck.pick(particles) : undefined,
      suffix: this.luck.often(20) ? this.luck.pick(suffixes) : undefined,
    };
    return known<PersonName>({ literal, ...parts, organization: undefined, others: undefined });
  }

  private agent(): Agent {
    const kind = this.luck.often(75) ? 'person' : 'organization';
    return known<Agent>({ kind, name: this.person(), text: 'X', key: this.maybe(keys) });
  }

  private date(): DateFact {
    const one = (): string | undefined => (this.luck.often(30) ? this.luck.pick(dates) : undefined);
    const text = this.maybe([...dates, 'undated', 'May 6', '2005–', '1890?']);
    return known<DateFact>({ when: one(), notBefore: one(), notAfter: one(), from: one(), to: one(), text });
  }

  private published(): PublicationDate {
    const more = { cert: undefined, precision: undefined, calendar: undefined };
    return known<PublicationDate>({ ...(this.date() as Required<DateFact>), ...more });
  }

  private original(): OriginalFacts {
    const form = this.luck.pick(['article', 'paper', 'part', 'journal', 'book', 'manuscript', undefined] as const);
    const isPart = form === 'article' || form === 'paper' || form === 'part';
    const all: { readonly [K in keyof OriginalFacts]-?: OriginalFacts[K] | undefined } = {
      form,
      title: this.maybe(texts),
      container: isPart ? this.luck.pick(texts) : undefined,
      ...{ volume: this.maybe(texts), issue: this.maybe(texts), pages: this.maybe(printedPages) },
      ...{ date: this.luck.often(60) ? this.published() : undefined, publisher: this.maybe(texts) },
      ...{ place: this.maybe(texts), archive: this.maybe(texts), archivePlace: this.maybe(texts) },
      shelfmark: this.maybe(texts),
    };
    return known<OriginalFacts>(all);
  }

  private volume(): VolumeFacts {
    const title = this.luck.pick(texts);
    const people = (): PersonName[] => this.list(() => this.person());
    const all: { readonly [K in keyof VolumeFacts]-?: VolumeFacts[K] | undefined } = {
      ...{ id: 'V1', title, subtitle: this.maybe(texts), series: this.maybe(texts), subseries: this.maybe(texts) },
      ...{ volumeLabel: this.maybe(texts), volume: this.maybe(pages), volumeTitle: this.maybe([...texts, title]) },
      ...{ authors: people(), editors: people(), generalEditors: people() },
      translators: this.luck.often(30) ? people() : undefined,
      ...{ publisher: this.maybe(texts), place: this.maybe(texts) },
      published: this.luck.often(70) ? this.published() : undefined,
      ...{ isbn: this.maybe(['978-0-16', '0160']), issn: this.maybe(['1234-5678']), doi: this.maybe(addresses) },
      ...{ url: this.maybe(addresses), journal: this.luck.often(20) ? this.luck.pick([...texts, title]) : undefined },
      genre: this.luck.often(40) ? this.luck.pick(['letter', 'manuscript', 'debate'] as const) : undefined,
      original: this.luck.often(50) ? this.original() : undefined,
      language: this.maybe(languages),
      licence: this.luck.pick([undefined, { text: 'Free' }, { text: 'CC BY', url: 'https://cc.org/{by}' }]),
    };
    return known<VolumeFacts>(all);
  }

  unit(): UnitInfo {
    const agents = (): Agent[] => this.list(() => this.agent());
    const all: { readonly [K in keyof UnitFacts]-?: UnitFacts[K] | undefined } = {
      ...{ id: this.luck.pick(ids), kind: this.luck.pick(['document', 'section'] as const) },
      form: this.luck.often(10) ? 'entry' : undefined,
      ...{ number: this.maybe([...pages, "4'"]), title: this.luck.often(80) ? this.luck.pick(texts) : '' },
      ...{ language: this.maybe(languages), senders: agents(), recipients: agents() },
      date: this.luck.often(70) ? this.date() : undefined,
      ...{
        place: this.maybe(texts),
        placeKey: undefined,
        source: this.maybe(texts),
        pages: this.list(() => this.luck.pick(pages)),
      },
      ...{ notes: 0, words: 1 },
    };
    const where = this.luck.pick([
      { xmlId: 'd1' },
      {},
      {},
      { xpath: '/TEI/text' },
      { xpath: '/teiCorpus/TEI[2]/text[1]' },
      { xpath: '/TEI/text/front/titlePage' },
      { xpath: '/TEI/text/group/text' },
    ]);
    const source = { path: 'a.xml', sha256: '', except: [], ...where };
    return { facts: known<UnitFacts>(all), volume: this.volume(), source, depth: 0, leadingPages: 0 };
  }

  edition(): EditionContext {
    const { baseUrl, language } = { baseUrl: this.maybe(bases), language: this.maybe(languages) };
    const optional = known<Partial<EditionContext>>({ baseUrl, language });
    return {
      id: 'e',
      title: this.luck.pick(texts),
      resolve: () => undefined,
      register,
      ...optional,
      signs: plainSigns,
    };
  }
}
