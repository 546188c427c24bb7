import type { XmlHandler, XmlTag } from '../../source/xml.ts';
import { addressOfIdno, webAddresses } from '../authorities.ts';
import type { RegisterEntry } from '../edition.ts';
import { attributeOf } from './structure.ts';

/** Registers: what bears an `xml:id` and names a person, organisation, place or term, wherever it is in a file. */

const entries: Readonly<Record<string, RegisterEntry['kind']>> = {
  person: 'person',
  persName: 'person',
  org: 'organization',
  orgName: 'organization',
  place: 'place',
  placeName: 'place',
  term: 'term',
  category: 'term',
  object: 'other',
  event: 'other',
};

/** Elements that name the entry they are in. */
const names = new Set([
  'persName',
  'orgName',
  'placeName',
  'label',
  'term',
  'objectName',
  'eventName',
  'catDesc',
  'name',
]);
/** Elements that hold the entry; its name is the first name inside. */
const holders = new Set(['person', 'org', 'place', 'object', 'event', 'category']);

interface Capture {
  readonly tag: XmlTag;
  readonly kind: RegisterEntry['kind'];
  readonly id: string;
  name: string;
  family: string;
  given: string;
  /** The name element whose text is being read; the entry itself where it is a name. */
  reading: XmlTag | undefined;
  field: 'family' | 'given' | undefined;
  done: boolean;
  /** Addresses elsewhere of what the entry is about. */
  readonly same: string[];
  /** The number or address that is being read. */
  idno: { readonly tag: XmlTag; text: string } | undefined;
  /** How many elements are open in it. */
  depth: number;
}

const tidy = (text: string): string =>
  text
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
    .replace(/[,;:]$/, '');

/** Takes `Kissinger, Henry A.` apart; a name without a comma stays whole. */
function splitInverted(name: string): { family?: string; given?: string } {
  const comma = name.indexOf(', ');
  return comma > 0 ? { family: name.slice(0, comma), given: name.slice(comma + 2) } : {};
}

function entryOf(capture: Capture): RegisterEntry {
  const name = tidy(capture.name);
  const family = tidy(capture.family);
  const given = tidy(capture.given);
  const parts =
    family !== '' ? { family, ...(given !== '' && { given }) } : capture.kind === 'person' ? splitInverted(name) : {};
  const same = [...new Set(capture.same)];
  return { id: capture.id, kind: capture.kind, name, ...parts, ...(same.length > 0 && { same }) };
}

/** Where else an entry or its name says that it is described. */
const samenessOf = (tag: XmlTag): string[] =>
  tag.attributes.length === 0
    ? []
    : tag.attributes.flatMap(({ name, value }) =>
        name === 'ref' || name === 'sameAs' || name === 'corresp' ? webAddresses(value) : [],
      );

/** What is directly in an entry may name it, or number it: what is deeper may be about somebody else. */
function startInside(capture: Capture, tag: XmlTag): void {
  capture.depth++;
  if (capture.depth > 1) return;
  if (tag.local === 'idno') capture.idno = { tag, text: '' };
  else if (names.has(tag.local) && holders.has(capture.tag.local)) capture.same.push(...samenessOf(tag));
}

function endInside(capture: Capture, tag: XmlTag): void {
  capture.depth--;
  if (capture.idno?.tag !== tag) return;
  const address = addressOfIdno(attributeOf(tag, 'type') ?? attributeOf(tag, 'subtype'), capture.idno.text.trim());
  if (address !== undefined) capture.same.push(address);
  capture.idno = undefined;
}

function newCapture(tag: XmlTag, kind: RegisterEntry['kind'], id: string): Capture {
  const reading = holders.has(tag.local) ? undefined : tag;
  const empty = { name: '', family: '', given: '', field: undefined, done: false, idno: undefined, depth: 0 };
  return { tag, kind, id, reading, same: samenessOf(tag), ...empty };
}

export function registerReader(): { handler: XmlHandler; entries: Map<string, RegisterEntry> } {
  const found = new Map<string, RegisterEntry>();
  const open: Capture[] = [];

  const start = (tag: XmlTag): void => {
    const capture = open[open.length - 1];
    if (capture) startInside(capture, tag);
    if (capture && !capture.done) {
      if (!capture.reading && names.has(tag.local)) capture.reading = tag;
      else if (tag.local === 'surname') capture.field = 'family';
      else if (tag.local === 'forename') capture.field = 'given';
    }
    const kind = entries[tag.local];
    if (!kind || tag.attributes.length === 0) return;
    const id = attributeOf(tag, 'xml:id');
    if (id === undefined) return;
    open.push(newCapture(tag, kind, id));
  };
  const end = (tag: XmlTag): void => {
    const capture = open[open.length - 1];
    if (!capture) return;
    endInside(capture, tag);
    if (tag.local === 'surname' || tag.local === 'forename') capture.field = undefined;
    if (capture.reading === tag) capture.done = true;
    if (capture.tag !== tag) return;
    found.set(capture.id, entryOf(capture));
    open.pop();
    const around = open[open.length - 1];
    if (around) endInside(around, tag);
  };
  const text = (value: string): void => {
    const capture = open[open.length - 1];
    if (capture?.idno) capture.idno.text += value;
    if (!capture?.reading || capture.done) return;
    capture.name += value;
    if (capture.field) capture[capture.field] += capture[capture.field] === '' ? value : ` ${value}`;
  };
  return { handler: { open: start, close: end, text }, entries: found };
}
