import type { XmlHandler, XmlTag } from '../../source/xml.ts';
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
  return { id: capture.id, kind: capture.kind, name, ...parts };
}

export function registerReader(): { handler: XmlHandler; entries: Map<string, RegisterEntry> } {
  const found = new Map<string, RegisterEntry>();
  const open: Capture[] = [];

  const start = (tag: XmlTag): void => {
    const capture = open[open.length - 1];
    if (capture && !capture.done) {
      if (!capture.reading && names.has(tag.local)) capture.reading = tag;
      else if (tag.local === 'surname') capture.field = 'family';
      else if (tag.local === 'forename') capture.field = 'given';
    }
    const kind = entries[tag.local];
    if (!kind || tag.attributes.length === 0) return;
    const id = attributeOf(tag, 'xml:id');
    if (id === undefined) return;
    const reading = holders.has(tag.local) ? undefined : tag;
    open.push({ tag, kind, id, name: '', family: '', given: '', reading, field: undefined, done: false });
  };
  const end = (tag: XmlTag): void => {
    const capture = open[open.length - 1];
    if (!capture) return;
    if (tag.local === 'surname' || tag.local === 'forename') capture.field = undefined;
    if (capture.reading === tag) capture.done = true;
    if (capture.tag !== tag) return;
    found.set(capture.id, entryOf(capture));
    open.pop();
  };
  const text = (value: string): void => {
    const capture = open[open.length - 1];
    if (!capture?.reading || capture.done) return;
    capture.name += value;
    if (capture.field) capture[capture.field] += capture[capture.field] === '' ? value : ` ${value}`;
  };
  return { handler: { open: start, close: end, text }, entries: found };
}
