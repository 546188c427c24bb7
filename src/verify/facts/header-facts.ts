import type { Agent, DateFact, VolumeFacts } from '../../model/facts.ts';
import {
  allText,
  attribute,
  children,
  descendants,
  type Element,
  firstAttribute,
  follow,
  tidy,
} from './element-tree.ts';
import { peopleOf } from './header-people.ts';
import { originalOf, publicationOf } from './publication.ts';
import { agentOf, dateOf } from './unit-facts.ts';

/** What a header says of its file, and of the letters in it. */

/** One `correspDesc`; `unit` is the pointer to the unit that it describes. */
export interface Described {
  readonly unit?: string;
  readonly senders: readonly Agent[];
  readonly recipients: readonly Agent[];
  readonly date?: DateFact;
  readonly place?: string;
  readonly placeKey?: string;
}

export interface Header {
  readonly volume: Omit<VolumeFacts, 'id'> & { readonly id?: string };
  readonly described: readonly Described[];
  /** Title of the document, where the file is one. */
  readonly documentTitle?: string;
}

const none: ReadonlySet<number> = new Set();
const words = (element: Element): string => tidy(allText(element));

/** The first text that is not empty. */
const firstText = (elements: readonly (Element | undefined)[]): string | undefined =>
  elements.map((element) => (element ? words(element) : '')).find((text) => text !== '');

/** Properties that have a value. */
function given<T extends object>(properties: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined && value !== ''),
  ) as Partial<T>;
}

const romanDigits = 'IVXLCDM';
const romanValues = [1, 5, 10, 50, 100, 500, 1000];

/** `XII` → 12: read from the right, a digit that is less than the one behind it is taken away. */
function romanNumber(digits: string): number {
  const values = [...digits].reverse().map((digit) => romanValues[romanDigits.indexOf(digit)]!);
  return values.reduce((sum, value, i) => (value < (values[i - 1] ?? 0) ? sum - value : sum + value), 0);
}

/** The number of a volume in digits, as its label gives it: `Volume XIV, Part 2` → `14`. */
function numberOfVolume(label: string): string | undefined {
  const [first = ''] = label.split(',');
  const digits = /[0-9]+/.exec(first)?.[0];
  if (digits !== undefined) return digits;
  const named = first.replace(/^(?:volume|vol\.?|band|tome)[ \u00A0]+/i, '');
  const roman = /\b[IVXLCDM]+\b/.exec(named)?.[0];
  return roman === undefined ? undefined : String(romanNumber(roman));
}

/** Titles by what they are of, in the order of the header. */
function titlesOf(header: Element): Pick<
  Header['volume'],
  'title' | 'subtitle' | 'series' | 'subseries' | 'volumeLabel' | 'volumeTitle'
> & {
  document?: string;
  journal?: string;
} {
  const own = follow(header, none, 'fileDesc', 'titleStmt', 'title');
  const ofSeries = follow(header, none, 'fileDesc', 'seriesStmt', 'title');
  const type = (title: Element): string => (attribute(title, 'type') ?? '').replaceAll('-', '');
  const level = (title: Element): string => attribute(title, 'level') ?? '';
  const typed = (name: string): string | undefined => firstText(own.filter((title) => type(title) === name));
  const all = [...own, ...ofSeries];
  const title =
    typed('complete') ??
    typed('main') ??
    firstText(own.filter((one) => type(one) === '' && level(one) !== 's')) ??
    firstText(all) ??
    '';
  return {
    title,
    ...given<Partial<VolumeFacts>>({
      series:
        firstText([...own.filter((one) => type(one) === 'series'), ...ofSeries]) ??
        firstText(own.filter((one) => level(one) === 's')),
      subtitle: typed('sub') ?? typed('subordinate'),
      subseries: typed('subseries'),
      volumeLabel: typed('volumenumber'),
      volumeTitle: typed('volume'),
    }),
    ...given<{ document: string; journal: string }>({
      document: firstText(all.filter((one) => level(one) === 'a')),
      journal: firstText(all.filter((one) => level(one) === 'j')),
    }),
  };
}

function idsOf(header: Element): (...types: readonly string[]) => string | undefined {
  const statements = follow(header, none, 'fileDesc').flatMap((file) =>
    children(file, none, 'publicationStmt', 'seriesStmt'),
  );
  const ids = statements
    .flatMap((statement) => [...descendants(statement, none)])
    .filter(({ name }) => name === 'idno');
  return (...types) => firstText(ids.filter((id) => types.includes((attribute(id, 'type') ?? '').toLowerCase())));
}

function licenceOf(header: Element): VolumeFacts['licence'] {
  const [first] = follow(header, none, 'fileDesc', 'publicationStmt', 'availability', 'licence');
  const bare = follow(header, none, 'fileDesc', 'publicationStmt', 'availability').find(
    (availability) => children(availability, none, 'licence').length === 0,
  );
  const element = first ?? bare;
  if (!element) return undefined;
  const url = first && attribute(first, 'target');
  return { text: words(element) || (url ?? ''), ...given<{ url: string }>({ url }) };
}

const genres: ReadonlyMap<string, VolumeFacts['genre']> = new Map([
  ...['letter', 'letters', 'brief', 'lettre', '#letter'].map((word) => [word, 'letter'] as const),
  ...['manuscript', 'handschrift', 'inscription', '#inscription'].map((word) => [word, 'manuscript'] as const),
  ...['debate', 'speech', 'rede', '#debate'].map((word) => [word, 'debate'] as const),
]);

/** What a header calls its text: the first word that is known. */
function genreOf(header: Element): VolumeFacts['genre'] {
  if (follow(header, none, 'fileDesc', 'titleStmt', 'meeting').length > 0) return 'debate';
  const terms = follow(header, none, 'profileDesc', 'textClass', 'keywords', 'term').map(words);
  const targets = follow(header, none, 'profileDesc', 'textClass', 'catRef').map(
    (one) => attribute(one, 'target') ?? '',
  );
  const known = [...terms, ...targets].find((word) => genres.has(tidy(word).toLowerCase()));
  return known === undefined ? undefined : genres.get(tidy(known).toLowerCase());
}

/** Numbers and addresses of the edition. */
function numbersOf(header: Element, id: ReturnType<typeof idsOf>): Partial<VolumeFacts> {
  const own = follow(header, none, 'fileDesc', 'publicationStmt').flatMap((one) => [...descendants(one, none)]);
  const typed = (...types: readonly string[]): string[] =>
    own
      .filter((one) => one.name === 'idno' && types.includes((attribute(one, 'type') ?? '').toLowerCase()))
      .map(words)
      .filter((text) => text !== '');
  const [doi = ''] = typed('doi');
  return given<VolumeFacts>({
    isbn: id('isbn-13', 'isbn', 'isbn-10')?.replace(/[^0-9X]/gi, ''),
    issn: id('issn', 'eissn'),
    doi: doi.startsWith('doi:') ? doi.slice(4) : doi.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, ''),
    url: typed('uri', 'url', 'handle', 'ark', 'purl').find((address) => /^https?:\/\/[^ ]+$/.test(address)),
  } as VolumeFacts);
}

function describedIn(element: Element): Described {
  const actions = (type: string): Element[] =>
    children(element, none, 'correspAction').filter((action) => attribute(action, 'type') === type);
  const sent = actions('sent');
  const people = (of: readonly Element[]): Agent[] =>
    of
      .flatMap((action) => children(action, none, 'persName', 'orgName', 'name', 'rs'))
      .map((one) => agentOf(words(one), one.name === 'orgName' ? 'organization' : 'person', one))
      .filter((agent) => agent !== undefined);
  const date = sent.flatMap((action) => children(action, none, 'date'))[0];
  const place = sent.flatMap((action) => children(action, none, 'placeName', 'settlement'))[0];
  return {
    ...given<{ unit: string }>({ unit: firstAttribute(element, 'corresp', 'target') }),
    senders: people(sent),
    recipients: people(actions('received')),
    ...(date && { date: dateOf(date, none) }),
    ...given<{ place: string; placeKey: string }>({
      place: place && words(place),
      placeKey: place && words(place) !== '' ? firstAttribute(place, 'ref', 'corresp', 'key') : undefined,
    }),
  };
}

/** Reads a `teiHeader`. */
export function headerOf(header: Element): Header {
  const { document, journal, ...titles } = titlesOf(header);
  const id = idsOf(header);
  const [language] = follow(header, none, 'profileDesc', 'langUsage', 'language');
  const licence = licenceOf(header);
  const documentTitle = document ?? titles.title;
  return {
    volume: {
      ...titles,
      ...given<Partial<VolumeFacts>>({
        id: id('frus'),
        volume: titles.volumeLabel && numberOfVolume(titles.volumeLabel),
        journal: journal || undefined,
        genre: genreOf(header),
        original: originalOf(header),
        ...publicationOf(header),
        ...numbersOf(header, id),
        language: language && attribute(language, 'ident'),
      }),
      ...peopleOf(header),
      ...(licence && { licence }),
    },
    described: follow(header, none, 'profileDesc', 'correspDesc').map(describedIn),
    ...(documentTitle !== '' && { documentTitle }),
  };
}
