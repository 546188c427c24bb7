import type { Agent, DateFact, PersonName, UnitFacts, VolumeFacts } from '../model/facts.ts';
import type { ResultNode } from './engine.ts';
import { invertedName, personName } from './person-name.ts';

/** The facts that the XSLT pass found, as records. */

/** What a unit says of itself; agents keep the pointer to the register, which only the edition can follow. */
export type FoundFacts = Pick<UnitFacts, 'title' | 'senders' | 'recipients'> &
  Partial<Pick<UnitFacts, 'number' | 'date' | 'place' | 'source'>>;

/** One `correspDesc` of a header; `unit` is the pointer to the unit it describes, absent where it is the whole file. */
export interface Correspondence {
  readonly unit?: string;
  readonly senders: readonly Agent[];
  readonly recipients: readonly Agent[];
  readonly date?: DateFact;
  readonly place?: string;
}

export interface HeaderFacts {
  readonly volume: Omit<VolumeFacts, 'id'> & { readonly id?: string };
  readonly correspondence: readonly Correspondence[];
  /** Title of the document, where the file is one (`title level="a"`), else the main title. */
  readonly documentTitle?: string;
}

type Attributes = Readonly<Record<string, string>>;
interface Fact {
  readonly name: string;
  readonly at: Attributes;
  readonly node: ResultNode;
}

function attributesOf(node: ResultNode): Attributes {
  const at: Record<string, string> = {};
  for (let i = 0; node.attributes && i < node.attributes.length; i++) {
    const { name, value } = node.attributes[i]!;
    if (value !== '') at[name] = value;
  }
  return at;
}

function childFacts(node: ResultNode): Fact[] {
  const facts: Fact[] = [];
  for (let i = 0; i < node.childNodes.length; i++) {
    const child = node.childNodes[i]!;
    if (child.nodeType === 1) facts.push({ name: child.localName, at: attributesOf(child), node: child });
  }
  return facts;
}

/** An object without its undefined properties. */
function present<T extends object>(record: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

const agent = ({ at }: Fact): Agent => {
  const kind = at['kind'] === 'organization' ? 'organization' : 'person';
  const text = at['text'] ?? '';
  const name: PersonName = kind === 'person' ? (invertedName(text) ?? { literal: text }) : { literal: text };
  return present<Agent>({ kind, name, text, key: at['key'] });
};

const dateFact = ({ at }: Fact): DateFact => {
  const { when, notBefore, notAfter, from, to, text } = at;
  return present<DateFact>({ when, notBefore, notAfter, from, to, text });
};

interface Circumstances {
  senders: Agent[];
  recipients: Agent[];
  date?: DateFact;
  place?: string;
}

function circumstances(facts: readonly Fact[]): Circumstances {
  const agents = facts.filter((fact) => fact.name === 'agent' && fact.at['text'] !== undefined);
  const date = facts.find((fact) => fact.name === 'date');
  const place = facts.find((fact) => fact.name === 'place');
  return present<Circumstances>({
    senders: agents.filter((fact) => fact.at['role'] === 'from').map(agent),
    recipients: agents.filter((fact) => fact.at['role'] === 'to').map(agent),
    date: date && dateFact(date),
    place: place?.at['text'],
  });
}

/** `194. Memorandum …`, `No. 462 The Secretary …`: the number and what stands round it. */
const printedNumber = /^(?:No\.\s*)?\[?(\p{Nd}+)\]?\.?\s+/u;

/** The number of a document, from `@n` or else as it is printed before the title, and the title without it. */
function numberAndTitle({ title = '', n, numbered }: Attributes): Pick<FoundFacts, 'title' | 'number'> {
  const printed = printedNumber.exec(title);
  const number = numbered === undefined ? undefined : (n ?? printed?.[1]);
  return present<Pick<FoundFacts, 'title' | 'number'>>({
    title: printed && printed[1] === number ? title.slice(printed[0].length) : title,
    number,
  });
}

/** Reads `<facts>`. */
export function unitFacts(node: ResultNode): FoundFacts {
  const at = attributesOf(node);
  const facts = childFacts(node);
  return present<FoundFacts>({
    ...numberAndTitle(at),
    ...circumstances(facts),
    source: facts.find((fact) => fact.name === 'source')?.at['text'],
  });
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

function volumeOf(facts: readonly Fact[]): HeaderFacts['volume'] {
  const text = (name: string, test: (at: Attributes) => boolean = () => true): string | undefined =>
    facts.find((fact) => fact.name === name && fact.at['text'] !== undefined && test(fact.at))?.at['text'];
  const title = (type: string): string | undefined => text('title', (at) => at['type'] === type);
  const idno = (...types: string[]): string | undefined => text('idno', (at) => types.includes(at['type'] ?? ''));
  const people = (role: string): PersonName[] =>
    facts
      .filter(({ name, at }) => name === 'person' && at['role'] === role && at['text'] !== undefined)
      .map(({ at }) => personName(at));
  const published = facts.find((fact) => fact.name === 'published');
  const licence = facts.find((fact) => fact.name === 'licence');
  const volumeLabel = title('volumenumber');
  const plain = text('title', (at) => at['type'] === undefined && at['level'] !== 's') ?? text('title');
  return present<HeaderFacts['volume']>({
    id: idno('frus'),
    title: title('complete') ?? title('main') ?? plain ?? '',
    series: title('series') ?? text('title', (at) => at['level'] === 's'),
    subseries: title('subseries'),
    volumeLabel,
    volume: volumeLabel && volumeNumber(volumeLabel),
    volumeTitle: title('volume'),
    authors: people('author'),
    editors: people('editor'),
    generalEditors: people('general-editor'),
    publisher: text('publisher'),
    place: text('pubPlace'),
    year: /\b(1[4-9]|20)\d\d\b/.exec(published?.at['when'] ?? published?.at['text'] ?? '')?.[0],
    isbn: idno('isbn-13', 'isbn', 'isbn-10')?.replace(/[^0-9Xx]/g, '') || undefined,
    doi: idno('doi')?.replace(/^https?:\/\/(dx\.)?doi\.org\//, '') || undefined,
    language: facts.find((fact) => fact.name === 'language')?.at['ident'],
    licence:
      licence &&
      present<{ text: string; url?: string }>({
        text: licence.at['text'] ?? licence.at['url'] ?? '',
        url: licence.at['url'],
      }),
  });
}

/** Reads `<header>`. */
export function headerFacts(node: ResultNode): HeaderFacts {
  const facts = childFacts(node);
  const correspondence = facts
    .filter((fact) => fact.name === 'corresp')
    .map((fact) => present<Correspondence>({ unit: fact.at['unit'], ...circumstances(childFacts(fact.node)) }));
  const volume = volumeOf(facts);
  const documentTitle =
    facts.find(({ name, at }) => name === 'title' && at['level'] === 'a' && at['text'] !== undefined)?.at['text'] ??
    volume.title;
  return present<HeaderFacts>({ volume, correspondence, documentTitle: documentTitle || undefined });
}
