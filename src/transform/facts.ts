import type { Agent, DateFact, PersonName, UnitFacts, VolumeFacts } from '../model/facts.ts';
import type { ResultNode } from './engine.ts';
import { invertedName, withoutLifeDates } from './person-name.ts';
import { type Attributes, type Fact, present, volumeOf } from './volume-facts.ts';

/** The facts that the XSLT pass found, as records. */

/** What a unit says of itself; agents keep the pointer to the register, which only the edition can follow. */
export type FoundFacts = Pick<UnitFacts, 'title' | 'senders' | 'recipients'> &
  Partial<Pick<UnitFacts, 'form' | 'number' | 'date' | 'place' | 'placeKey' | 'source'>>;

/** One `correspDesc` of a header; `unit` is the pointer to the unit it describes, absent where it is the whole file. */
export interface Correspondence {
  readonly unit?: string;
  readonly senders: readonly Agent[];
  readonly recipients: readonly Agent[];
  readonly date?: DateFact;
  readonly place?: string;
  readonly placeKey?: string;
}

export interface HeaderFacts {
  readonly volume: Omit<VolumeFacts, 'id'> & { readonly id?: string };
  readonly correspondence: readonly Correspondence[];
  /** Title of the document, where the file is one (`title level="a"`), else the main title. */
  readonly documentTitle?: string;
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
    if (child.nodeType === 1)
      facts.push({ name: child.localName, at: attributesOf(child), inside: () => childFacts(child) });
  }
  return facts;
}

const agent = ({ at }: Fact): Agent => {
  const kind = at['kind'] === 'organization' ? 'organization' : 'person';
  const text = at['text'] ?? '';
  const bare = kind === 'person' ? withoutLifeDates(text) : text;
  const name: PersonName = (kind === 'person' ? invertedName(bare) : undefined) ?? { literal: bare };
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
  placeKey?: string;
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
    placeKey: place?.at['text'] === undefined ? undefined : place.at['key'],
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
    form: at['form'] === 'entry' ? 'entry' : undefined,
    ...circumstances(facts),
    source: facts.find((fact) => fact.name === 'source')?.at['text'],
  });
}

/** Reads `<header>`. */
export function headerFacts(node: ResultNode): HeaderFacts {
  const facts = childFacts(node);
  const correspondence = facts
    .filter((fact) => fact.name === 'corresp')
    .map((fact) => present<Correspondence>({ unit: fact.at['unit'], ...circumstances(fact.inside()) }));
  const volume = volumeOf(facts);
  const documentTitle =
    facts.find(({ name, at }) => name === 'title' && at['level'] === 'a' && at['text'] !== undefined)?.at['text'] ??
    volume.title;
  return present<HeaderFacts>({ volume, correspondence, documentTitle: documentTitle || undefined });
}
