import type { Agent, DateFact } from '../../model/facts.ts';
import {
  attribute,
  children,
  descendants,
  type Element,
  firstAttribute,
  follow,
  type Holes,
  plainWords,
  tidy,
  wordsOfNote,
} from './element-tree.ts';
import { nameWithComma, withoutLife } from './names.ts';

/** What a unit says of itself. Who and when are taken only from what the encoder marked: names in the heading, the first dateline. */

export interface OwnFacts {
  readonly form?: 'entry';
  readonly title: string;
  readonly number?: string;
  readonly senders: readonly Agent[];
  readonly recipients: readonly Agent[];
  readonly date?: DateFact;
  readonly place?: string;
  readonly placeKey?: string;
  readonly source?: string;
}

/** The heading of a unit; a text or front without a heading of its own takes that of what it begins with. */
function headingOf(unit: Element, holes: Holes): Element | undefined {
  const on = (...steps: readonly string[]): Element | undefined => follow(unit, holes, ...steps)[0];
  return (
    on('head') ??
    on('docTitle') ??
    on('front', 'titlePage', 'docTitle') ??
    titlePartOf(unit, holes) ??
    on('body', 'head') ??
    on('front', 'head') ??
    follow(unit, holes, 'body')
      .flatMap((body) => children(body, holes, 'div').slice(0, 1))
      .flatMap((division) => children(division, holes, 'head'))[0] ??
    on('text', 'body', 'head') ??
    headwordOf(unit, holes)
  );
}

/** An entry of a dictionary is called by its headword. */
function headwordOf(unit: Element, holes: Holes): Element | undefined {
  if (!['entry', 'entryFree', 'superEntry'].includes(unit.name)) return undefined;
  const direct = follow(unit, holes, 'form', 'orth')[0] ?? follow(unit, holes, 'orth')[0];
  return direct ?? [...descendants(unit, holes)].find(({ name }) => name === 'orth');
}

function titlePartOf(unit: Element, holes: Holes): Element | undefined {
  for (const front of children(unit, holes, 'front'))
    for (const page of descendants(front, holes))
      if (page.name === 'titlePage')
        for (const part of descendants(page, holes)) if (part.name === 'titlePart') return part;
  return undefined;
}

function datelineOf(unit: Element, holes: Holes): Element | undefined {
  const firstDivision = follow(unit, holes, 'body').flatMap((body) => children(body, holes, 'div').slice(0, 1));
  const dated = (name: string): Element | undefined =>
    children(unit, holes, name).find((one) => children(one, holes, 'date').length > 0);
  const inHeadings = children(unit, holes, 'head').flatMap((head) => [...descendants(head, holes)]);
  return (
    follow(unit, holes, 'dateline')[0] ??
    follow(unit, holes, 'opener', 'dateline')[0] ??
    dated('opener') ??
    follow(unit, holes, 'closer', 'dateline')[0] ??
    firstDivision.flatMap((division) => follow(division, holes, 'opener', 'dateline'))[0] ??
    dated('closer') ??
    inHeadings.find(({ name }) => name === 'dateline')
  );
}

function isInNote(element: Element): boolean {
  for (let around = element.parent; around; around = around.parent) if (around.name === 'note') return true;
  return false;
}

/** The first element inside with this name that is not in a note. */
const firstInside = (of: Element, holes: Holes, name: string): Element | undefined => {
  for (const one of descendants(of, holes)) if (one.name === name && !isInNote(one)) return one;
  return undefined;
};

const kinds: ReadonlyMap<string, Agent['kind']> = new Map([
  ['persName', 'person'],
  ['name', 'person'],
  ['rs', 'person'],
  ['orgName', 'organization'],
  ['gloss', 'organization'],
]);

/** An agent whose name is this; undefined where there is no name. `pointing`: the element that points to a register. */
export function agentOf(text: string, kind: Agent['kind'], pointing: Element | undefined): Agent | undefined {
  if (text === '') return undefined;
  const key = pointing && firstAttribute(pointing, 'ref', 'corresp', 'key');
  const bare = kind === 'person' ? withoutLife(text) : text;
  const name = (kind === 'person' ? nameWithComma(bare) : undefined) ?? { literal: bare };
  return { kind, name, text, ...(key !== undefined && key !== '' && { key }) };
}

/** The agents that an element of a heading names: one, or each item of a list. */
function agentsIn(element: Element, holes: Holes): (Agent | undefined)[] {
  const kind = kinds.get(element.name);
  if (kind !== undefined) return [agentOf(plainWords(element, holes), kind, element)];
  return children(element, holes, 'item').map((item) => {
    const [person] = children(item, holes, 'persName');
    const pointing = person ?? children(item, holes, 'orgName')[0];
    return agentOf(plainWords(person ?? item, holes), person ? 'person' : 'organization', pointing);
  });
}

function agents(heading: Element | undefined, holes: Holes, type: 'from' | 'to'): Agent[] {
  if (!heading) return [];
  return [...descendants(heading, holes)]
    .filter((one) => attribute(one, 'type') === type && (kinds.has(one.name) || one.name === 'list') && !isInNote(one))
    .flatMap((one) => agentsIn(one, holes))
    .filter((agent) => agent !== undefined);
}

/** A date as its element gives it: in W3C form, and in words. */
export function dateOf(date: Element, holes: Holes): DateFact {
  const given = (name: string): Record<string, string> => {
    const value = attribute(date, name) ?? (name === 'when' ? attribute(date, 'when-iso') : undefined);
    return value === undefined || value === '' ? {} : { [name]: value };
  };
  const text = plainWords(date, holes);
  const [when, notBefore, notAfter, from, to] = ['when', 'notBefore', 'notAfter', 'from', 'to'].map(given);
  return { ...when, ...notBefore, ...notAfter, ...from, ...to, ...(text !== '' && { text }) };
}

function sourceNoteOf(unit: Element, holes: Holes): Element | undefined {
  const notes = (...steps: readonly string[]): Element[] => follow(unit, holes, ...steps, 'note');
  const firsts = [...children(unit, holes, 'p', 'dateline'), ...follow(unit, holes, 'opener', 'dateline')];
  const first = firsts.sort((a, b) => a.tag.start - b.tag.start)[0];
  const all = [...notes('head'), ...notes(), ...notes('opener'), ...(first ? children(first, holes, 'note') : [])];
  return all.find((note) => attribute(note, 'type') === 'source');
}

/** A number that is printed before a title: `194. Memorandum …`, `No. 462 The Secretary …`, `[65] Telegram`. */
const before = /^(?:No\.\s*)?\[?(\p{Nd}+)\]?\.?\s/u;

/** The number of a document and its title without it. */
function numbered(unit: Element, title: string): Pick<OwnFacts, 'number' | 'title'> {
  if (unit.name !== 'div' || attribute(unit, 'type') !== 'document') return { title };
  const [printed, digits] = before.exec(title) ?? [];
  const given = tidy(attribute(unit, 'n') ?? '');
  const number = given === '' ? digits : given;
  if (number === undefined) return { title };
  return { number, title: number === digits ? title.slice(printed!.length).trimStart() : title };
}

/** Where a place points. */
function pointing(place: Element): { placeKey?: string } {
  const placeKey = firstAttribute(place, 'ref', 'corresp', 'key') ?? '';
  return placeKey === '' ? {} : { placeKey };
}

/** What a unit says of itself. `holes`: the units inside it. */
export function ownFacts(unit: Element, holes: Holes): OwnFacts {
  const heading = headingOf(unit, holes);
  const dateline = datelineOf(unit, holes);
  const date = dateline && firstInside(dateline, holes, 'date');
  const placeName = dateline && firstInside(dateline, holes, 'placeName');
  const place = placeName ? plainWords(placeName, holes) : '';
  const note = sourceNoteOf(unit, holes);
  const source = note ? wordsOfNote(note, holes) : '';
  const isEntry =
    ['entry', 'entryFree', 'superEntry'].includes(unit.name) ||
    (unit.name === 'div' && attribute(unit, 'type') === 'entry');
  return {
    ...(isEntry && { form: 'entry' as const }),
    ...numbered(unit, heading ? plainWords(heading, holes) : ''),
    senders: agents(heading, holes, 'from'),
    recipients: agents(heading, holes, 'to'),
    ...(date && { date: dateOf(date, holes) }),
    ...(place !== '' && { place, ...pointing(placeName!) }),
    ...(source !== '' && { source }),
  };
}
