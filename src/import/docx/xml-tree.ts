/**
 * A part of a Word file as a tree. Names carry the prefixes everybody knows (`w:p`), whatever prefixes the file has. Nothing outside the part
 * is read: a part with a document type is refused, and only the five entities of XML and numbers stand for characters.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { BadArchive } from '../../source/archive.ts';

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
}

const known: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/package/2006/content-types': '',
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
  commentPropName: false,
  maxNestedTags: 500,
  jPath: false,
});

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decode = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));/g, (all, decimal, hex, name: string) => {
        if (name) return entities[name] ?? all;
        const code = decimal ? Number(decimal) : parseInt(hex as string, 16);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
      })
    : text;

/** Prefixes of the file, and what everybody calls them. */
type Scope = Readonly<Record<string, string>>;

type Raw = Readonly<Record<string, unknown>>;

function scopeOf(attributes: Readonly<Record<string, string>>, around: Scope): Scope {
  let scope = around;
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const prefix = name.slice(6);
    scope = { ...scope, [prefix]: known[value] ?? prefix };
  }
  return scope;
}

function named(name: string, scope: Scope, attribute: boolean): string {
  const colon = name.indexOf(':');
  if (colon < 0) return attribute || !scope[''] ? name : `${scope['']}:${name}`;
  const prefix = scope[name.slice(0, colon)] ?? name.slice(0, colon);
  return prefix === '' ? name.slice(colon + 1) : `${prefix}:${name.slice(colon + 1)}`;
}

function node(raw: Raw, around: Scope): XmlNode | string | undefined {
  const name = Object.keys(raw).find((key) => key !== ':@');
  if (name === undefined) return undefined;
  if (name === '#text') return decode(String(raw[name]));
  const inside = raw[name] as readonly Raw[];
  if (name === '#cdata') return inside.map((c) => String(c['#text'])).join('');
  const given = (raw[':@'] ?? {}) as Readonly<Record<string, string>>;
  const scope = scopeOf(given, around);
  const attributes = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [named(key, scope, true), decode(value)]),
  );
  const children = inside.map((c) => node(c, scope)).filter((c) => c !== undefined);
  return { name: named(name, scope, false), attributes, children };
}

/** Parses a part. Throws `BadArchive` where it is not well-formed XML. */
export function parsePart(bytes: Uint8Array, name: string): XmlNode {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const text = new TextDecoder(wide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
  if (/<!DOCTYPE/i.test(text)) throw new BadArchive(`its part ${name} has a document type, which no Word file has`);
  const wrong = (message: string): BadArchive => new BadArchive(`its part ${name} is not well-formed: ${message}`);
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw wrong(verdict.err.msg);
  let raw: Raw[];
  try {
    raw = parser.parse(text) as Raw[];
  } catch (error) {
    throw wrong((error as Error).message);
  }
  const root = raw.map((r) => node(r, {})).find((n) => typeof n === 'object');
  if (!root) throw wrong('it is empty');
  return root;
}

/** The children that are elements. */
export const elements = (parent: XmlNode | undefined): XmlNode[] =>
  (parent?.children ?? []).filter((c) => typeof c === 'object');

/** The first child element of a name. */
export const child = (parent: XmlNode | undefined, name: string): XmlNode | undefined =>
  elements(parent).find((c) => c.name === name);

/** `w:val` of a child element. */
export const valueOf = (parent: XmlNode | undefined, name: string): string | undefined =>
  child(parent, name)?.attributes['w:val'];

/** An element that is on when it is there, unless it says otherwise (ECMA-376 part 1, 17.17.4). */
export function isOn(parent: XmlNode | undefined, name: string): boolean | undefined {
  const found = child(parent, name);
  if (!found) return undefined;
  return !/^(?:0|false|off)$/.test(found.attributes['w:val'] ?? '');
}

/** The characters directly inside an element. */
export const textOf = (element: XmlNode): string => element.children.filter((c) => typeof c === 'string').join('');

/** All elements of a name below an element, in order. */
export function below(parent: XmlNode, name: string): XmlNode[] {
  return elements(parent).flatMap((c) => [...(c.name === name ? [c] : []), ...below(c, name)]);
}
