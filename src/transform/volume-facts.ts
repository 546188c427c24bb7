import type { OriginalFacts, PersonName, PublicationDate, VolumeFacts } from '../model/facts.ts';
import { peopleOf } from './people.ts';

/** What a header says of its file: the edition, and the original that it was made from. */

export type Attributes = Readonly<Record<string, string>>;
export interface Fact {
  readonly name: string;
  readonly at: Attributes;
  readonly inside: () => readonly Fact[];
}

/** An object without its undefined properties. */
export function present<T extends object>(record: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

const roman: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** `Volume XII` → `12`, `vol. 3` → `3`, `Volume XIV, Part 2` → `14`; undefined where no number is seen. */
export function volumeNumber(label: string): string | undefined {
  const digits = /\d+/.exec(label.replace(/,.*$/, ''));
  if (digits) return digits[0];
  const letters = /\b[IVXLCDM]+\b/.exec(label.replace(/,.*$/, '').replace(/^(Volume|Vol\.?|Band|Tome)\s+/i, ''))?.[0];
  if (!letters) return undefined;
  let sum = 0;
  for (let i = 0; i < letters.length; i++) {
    const value = roman[letters[i]!]!;
    sum += value < (roman[letters[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return String(sum);
}

/** Library catalogues write `London :` and `Stansby,`: the punctuation is theirs. */
const withoutPunctuation = (text: string): string => text.replace(/ ?[,:;]$/, '');

/** Texts that are not addresses, as one. */
function listed(texts: readonly (string | undefined)[]): string | undefined {
  const all = texts
    .filter((text) => text !== undefined && !/^https?:/.test(text))
    .map((text) => withoutPunctuation(text!));
  const kept = [...new Set(all)].filter((text) => text !== '');
  return kept.length === 0 ? undefined : kept.join('; ');
}

function publicationDate(fact: Fact | undefined): PublicationDate | undefined {
  if (fact === undefined) return undefined;
  const { when, notBefore, notAfter, from, to, cert, precision, calendar, text } = fact.at;
  const date = present<PublicationDate>({ when, notBefore, notAfter, from, to, cert, precision, calendar, text });
  return (date.text ?? when ?? notBefore ?? notAfter ?? from ?? to) ? date : undefined;
}

const scopes = {
  volume: /^(?:vol|volume|jg|band)$/,
  issue: /^(?:issue|nr|no|number|heft)$/,
  pages: /^(?:p|pp|page|pages)$/,
} as const;

function formOf({ own, host, level, meeting, described }: Attributes): OriginalFacts['form'] | undefined {
  if (own !== undefined && host !== undefined) return meeting ? 'paper' : level === 'j' ? 'article' : 'part';
  if (described !== 'print') return described === undefined ? undefined : 'manuscript';
  return level === 'j' ? 'journal' : 'book';
}

/** The original, or where the one witness of a text is kept. */
function originalOf({ at, inside }: Fact): OriginalFacts | undefined {
  const form = formOf(at);
  if (form === undefined && (at['archive'] ?? at['shelfmark']) === undefined) return undefined;
  const facts = inside();
  const scope = (name: keyof typeof scopes): string | undefined => {
    const found = facts.find((fact) => fact.name === 'scope' && scopes[name].test(fact.at['unit'] ?? ''))?.at;
    return found && (found['text'] ?? [found['from'], found['to']].filter(Boolean).join('–'));
  };
  return present<OriginalFacts>({
    form,
    title: at['own'] ?? at['host'],
    container: at['own'] === undefined ? undefined : at['host'],
    volume: scope('volume') || undefined,
    issue: scope('issue') || undefined,
    pages: scope('pages') || undefined,
    date: publicationDate(facts.find((fact) => fact.name === 'date')),
    publisher: listed([at['publisher']]),
    place: listed([at['place']]),
    archive: at['archive'],
    archivePlace: at['archivePlace'],
    shelfmark: at['shelfmark'],
  });
}

type Lookup = (name: string, test?: (at: Attributes) => boolean) => string | undefined;

/** Numbers and addresses; those of a series are not those of the edition. */
function idsOf(text: Lookup): Partial<VolumeFacts> {
  const idno = (...types: string[]): string | undefined => text('idno', (at) => types.includes(at['type'] ?? ''));
  const own = (...types: string[]): string | undefined =>
    text('idno', (at) => at['of'] === 'publicationStmt' && types.includes(at['type'] ?? ''));
  const url = text('idno', (at) => at['of'] === 'publicationStmt' && /^(?:uri|url|handle|ark|purl)$/.test(at['type'] ?? '') && /^https?:\/\/[^ ]+$/.test(at['text']!)); // prettier-ignore
  return present<Partial<VolumeFacts>>({
    isbn: idno('isbn-13', 'isbn', 'isbn-10')?.replace(/[^0-9Xx]/g, '') || undefined,
    issn: idno('issn', 'eissn'),
    doi: own('doi')?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/, '') || undefined,
    url,
  });
}

const genres: Readonly<Record<string, VolumeFacts['genre']>> = {
  ...{ letter: 'letter', letters: 'letter', brief: 'letter', lettre: 'letter' },
  ...{ manuscript: 'manuscript', handschrift: 'manuscript', inscription: 'manuscript', '#inscription': 'manuscript' },
  ...{ debate: 'debate', speech: 'debate', rede: 'debate', '#letter': 'letter', '#debate': 'debate' },
};

function genreOf(facts: readonly Fact[]): VolumeFacts['genre'] {
  const said = facts.filter(({ name }) => name === 'genre').map(({ at }) => at['text'] ?? '');
  const known = said.find((word) => Object.hasOwn(genres, word));
  return known === undefined ? undefined : genres[known];
}

function licenceOf(facts: readonly Fact[]): VolumeFacts['licence'] {
  const licence = facts.find((fact) => fact.name === 'licence');
  return (
    licence &&
    present<{ text: string; url?: string }>({
      text: licence.at['text'] ?? licence.at['url'] ?? '',
      url: licence.at['url'],
    })
  );
}

export function volumeOf(facts: readonly Fact[]): Omit<VolumeFacts, 'id'> & { readonly id?: string } {
  const all = (name: string): (string | undefined)[] =>
    facts.filter((fact) => fact.name === name).map(({ at }) => at['text']);
  const text: Lookup = (name, test = () => true) =>
    facts.find((fact) => fact.name === name && fact.at['text'] !== undefined && test(fact.at))?.at['text'];
  const title = (type: string): string | undefined => text('title', (at) => at['type'] === type);
  const volumeLabel = title('volumenumber');
  const plain = text('title', (at) => at['type'] === undefined && at['level'] !== 's') ?? text('title');
  const { translators, ...people } = peopleOf(facts.filter(({ name }) => name === 'person').map(({ at }) => at));
  const original = facts.find((fact) => fact.name === 'original');
  const some = (list: readonly PersonName[]): readonly PersonName[] | undefined => (list.length > 0 ? list : undefined);
  return present<Omit<VolumeFacts, 'id'> & { readonly id?: string }>({
    id: text('idno', (at) => at['type'] === 'frus'),
    title: title('complete') ?? title('main') ?? plain ?? '',
    subtitle: title('sub') ?? title('subordinate'),
    series: title('series') ?? text('title', (at) => at['level'] === 's'),
    subseries: title('subseries'),
    volumeLabel,
    volume: volumeLabel && volumeNumber(volumeLabel),
    volumeTitle: title('volume'),
    ...people,
    translators: some(translators),
    publisher: listed(all('publisher')) ?? listed(all('distributor')) ?? listed(all('authority')),
    place: listed(all('pubPlace')),
    published: publicationDate(facts.find((fact) => fact.name === 'published')),
    ...idsOf(text),
    journal: text('title', (at) => at['level'] === 'j'),
    genre: genreOf(facts),
    original: original && originalOf(original),
    language: facts.find((fact) => fact.name === 'language')?.at['ident'],
    licence: licenceOf(facts),
  });
}
