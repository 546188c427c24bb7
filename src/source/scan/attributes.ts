import type { XmlAttribute } from './events.ts';
import {
  reportDuplicate,
  reportJunk,
  reportMalformedName,
  reportNoEquals,
  reportNoSpace,
  reportNoValue,
} from './attribute-faults.ts';
import { readValue } from './attribute-value.ts';
import { isNameStart, isSpace } from './characters.ts';
import { nextOf } from './next-signs.ts';
import { readName } from './names.ts';
import type { Name } from './names.ts';
import { XMLNS_NAMESPACE } from './namespaces.ts';
import { stop } from './state.ts';
import { reportSpaceInTag } from './tag-faults.ts';
import type { Scan, Unfinished } from './state.ts';

/** The offset of the first character from `at` that is not white space. */
export function skipSpace(text: string, at: number): number {
  let next = at;
  while (isSpace(text.charCodeAt(next))) next++;
  return next;
}

/** The attributes of one tag, as they are read. Namespaces of prefixed ones are filled in later. */
export interface ReadAttributes {
  readonly attributes: Unfinished<XmlAttribute>[];
  /** The names, kept only where they are too many to be looked through. */
  names: Set<string> | undefined;
  /** After the last thing in the tag that made sense. */
  lastGood: number;
  /** How the tag ends: `>`, `/>`, or not at all. */
  ending: 'open' | 'empty' | 'missing';
}

/**
 * Reads attributes from `scan.at` and moves after the `>` or `/>`; where a `<` or the end of the file comes first, is
 * there. What cannot be an attribute is reported and skipped.
 */
export function readAttributes(scan: Scan, tag: Name): ReadAttributes {
  const { text } = scan;
  const read: ReadAttributes = { attributes: [], names: undefined, lastGood: scan.at, ending: 'missing' };
  for (;;) {
    const before = scan.at;
    const at = skipSpace(text, before);
    scan.at = at;
    const unit = text.charCodeAt(at);
    if (unit === 62 || unit === 47) {
      if (endTag(scan, read, unit === 47)) return read;
      skipJunk(scan, tag);
    } else if (unit === 60 || at >= text.length || scan.stopped) return read;
    else if (!isNameStart(text, at)) skipJunk(scan, tag);
    else if (!readAttribute(scan, read, before)) return read;
  }
}

/** Moves after the `>` or `/>` at `scan.at`, if there is one. */
function endTag(scan: Scan, read: ReadAttributes, slash: boolean): boolean {
  const { text, at } = scan;
  const bracket = slash ? skipSpace(text, at + 1) : at;
  if (text.charCodeAt(bracket) !== 62) return false;
  if (slash && bracket > at + 1) reportSpaceInTag(scan, at, at + 1, bracket);
  read.ending = slash ? 'empty' : 'open';
  scan.at = bracket + 1;
  return true;
}

/**
 * Skips what cannot be an attribute: all of it up to white space or the end of the tag, or only its first characters if
 * a `name=` follows them.
 */
function skipJunk(scan: Scan, tag: Name): void {
  const { text, at } = scan;
  const run = /[^ \t\r\n<>]+?(?=[ \t\r\n<>]|\/>|$)/y;
  run.lastIndex = at;
  const whole = run.exec(text)![0];
  const name = /[\p{L}_][^ \t\r\n=]*=/u.exec(whole);
  const end = at + (name === null || name.index === 0 ? whole.length : name.index);
  scan.at = end;
  reportJunk(scan, tag.name, at, end);
}

/** Reads one attribute; answers false where the tag must have ended before it. */
function readAttribute(scan: Scan, read: ReadAttributes, before: number): boolean {
  const { text, at: start } = scan;
  const name = readName(scan.names, text, start);
  const nameEnd = scan.names.end;
  if (isTooLong(scan, start)) return false;
  if (text.charCodeAt(nameEnd) !== 61 && text.charCodeAt(skipSpace(text, nameEnd)) !== 61) {
    return readWithoutEquals(scan, read, start, nameEnd, before);
  }
  if (start === read.lastGood) reportNoSpace(scan, name.name, start, nameEnd);
  if (name.malformed) reportMalformedName(scan, name.name, start, nameEnd);
  scan.at = skipSpace(text, skipSpace(text, nameEnd) + 1);
  const value = readValue(scan, start);
  if (value === undefined) reportNoValue(scan, name.name, start, nameEnd);
  else add(scan, read, name, start, value, before);
  read.lastGood = scan.at;
  return true;
}

/** A name without `=` after it, but perhaps with a value. */
function readWithoutEquals(scan: Scan, read: ReadAttributes, start: number, nameEnd: number, before: number): boolean {
  const { text } = scan;
  const quote = skipSpace(text, nameEnd);
  if (!/["']/.test(text.charAt(quote))) {
    if (tagWasForgotten(scan, nameEnd)) return false;
    reportNoValue(scan, text.slice(start, nameEnd), start, nameEnd);
    scan.at = nameEnd;
    return true;
  }
  // A colon in place of the character is not part of the name.
  const end = text.charCodeAt(nameEnd - 1) === 58 ? nameEnd - 1 : nameEnd;
  reportNoEquals(scan, start, end, quote);
  scan.at = quote;
  const value = readValue(scan, start);
  if (value !== undefined) add(scan, read, readName(scan.names, text.slice(start, end), 0), start, value, before);
  read.lastGood = scan.at;
  return true;
}

/** Is the name that was read last, from `start`, beyond the limit? Then the scan is stopped. */
export function isTooLong(scan: Scan, start: number): boolean {
  const length = scan.names.end - start;
  if (length <= scan.limits.nameLength) return false;
  stop(scan, {
    code: 'name-too-long',
    message: `A name of ${length} characters is not allowed here; ${scan.limits.nameLength} are allowed.`,
    start,
    end: start + 40,
    fix: 'Probably a space or a “>” is missing.',
  });
  return true;
}

/** Does a `<` come before the next `>`? Then words without `=` are text, and the tag before them lacks its `>`. */
function tagWasForgotten({ text, next }: Scan, at: number): boolean {
  const end = nextOf(next, text, '>', at);
  const less = nextOf(next, text, '<', at);
  return end < 0 || (less >= 0 && less < end);
}

function findNamed(read: ReadAttributes, name: string): XmlAttribute | undefined {
  const { attributes } = read;
  if (attributes.length < 32) return attributes.find((one) => one.name === name);
  read.names ??= new Set(attributes.map((one) => one.name));
  if (read.names.has(name)) return attributes.find((one) => one.name === name);
  read.names.add(name);
  return undefined;
}

function add(
  scan: Scan,
  read: ReadAttributes,
  name: Name,
  start: number,
  value: { value: string; start: number; end: number },
  cut: number,
): void {
  const { attributes } = read;
  const first = findNamed(read, name.name);
  if (first !== undefined) {
    reportDuplicate(scan, name.name, start, scan.at, first, cut);
    return;
  }
  const isDeclaration = name.name === 'xmlns' || name.prefix === 'xmlns';
  attributes.push({
    name: name.name,
    local: name.local,
    uri: isDeclaration ? XMLNS_NAMESPACE : '',
    // Of type ID, whatever a schema says (xml:id Version 1.0, section 4): white space around it is none of the id.
    value: name.name === 'xml:id' ? value.value.trim().replace(/ {2,}/g, ' ') : value.value,
    start,
    valueStart: value.start,
    valueEnd: value.end,
  });
  if (attributes.length <= scan.limits.attributes) return;
  stop(scan, {
    code: 'too-many-attributes',
    message: `An element has more than ${scan.limits.attributes} attributes.`,
    start,
    end: scan.at,
    fix: 'If the file is meant to be like this, raise the limit for attributes in the settings.',
  });
}
