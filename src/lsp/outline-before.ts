import { sourceText } from '../source/text.ts';
import { scanXml, type XmlTag } from '../source/xml.ts';

/** The open elements at a place, and what is before it in each: all that a schema asks of the text before a cursor. */

export interface OpenAt {
  readonly tag: XmlTag;
  /** Its children up to the place; the next open element, where there is one, is the last of them. */
  readonly children: XmlTag[];
}

/** The first one stands for the document: its only child is the root. */
export interface OutlineBefore {
  readonly top: readonly XmlTag[];
  readonly open: readonly OpenAt[];
}

/** Reads the text before `offset` only. Mistakes in it are forgiven as `scanXml` forgives them. */
export function outlineBefore(text: string, offset: number): OutlineBefore {
  const before = text.slice(0, offset);
  const top: XmlTag[] = [];
  const open: OpenAt[] = [];
  let ended = false;
  scanXml(sourceText('', before), {
    open: (tag) => {
      (open.at(-1)?.children ?? top).push(tag);
      open.push({ tag, children: [] });
    },
    close: (tag, start, end) => {
      // What the reader closes because the text ends is still open here.
      if (ended || (!tag.empty && start === before.length && end === start)) ended = true;
      else open.pop();
    },
  });
  return { top, open };
}

const XMLNS = 'http://www.w3.org/2000/xmlns/';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** What prefixes mean at a place. */
export interface Prefixes {
  /** The namespace of a prefix; the empty prefix is that of names without one. */
  uriOf(prefix: string): string | undefined;
  /** How a name of this namespace is written here. */
  write(uri: string, local: string, attribute: boolean): string;
}

export function prefixesAt({ open }: OutlineBefore): Prefixes {
  const uris = new Map([['xml', XML]]);
  for (const { tag } of open) {
    for (const one of tag.attributes) {
      if (one.uri === XMLNS) uris.set(one.name === 'xmlns' ? '' : one.local, one.value);
    }
  }
  const prefixOf = (uri: string): string | undefined =>
    [...uris].find(([prefix, one]) => one === uri && prefix !== '')?.[0];
  return {
    uriOf: (prefix) => uris.get(prefix),
    write: (uri, local, attribute) => {
      const plain = attribute ? uri === '' : (uris.get('') ?? '') === uri;
      const prefix = plain ? undefined : prefixOf(uri);
      return prefix === undefined ? local : `${prefix}:${local}`;
    },
  };
}

/** The namespace and local name of a name as written. */
export function expand(prefixes: Prefixes, name: string, attribute: boolean): { uri: string; local: string } {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const uri = colon < 0 && attribute ? '' : (prefixes.uriOf(prefix) ?? '');
  return { uri, local: name.slice(colon + 1) };
}
