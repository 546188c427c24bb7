import type { XmlAttribute, XmlTag } from './events.ts';
import { reportDuplicate, reportMalformedName } from './attribute-faults.ts';
import { isTooLong, readAttributes } from './attributes.ts';
import type { ReadAttributes } from './attributes.ts';
import { closeTop } from './end-tag.ts';
import { closersAhead } from './look-ahead.ts';
import { readName } from './names.ts';
import type { Name } from './names.ts';
import { XMLNS_NAMESPACE } from './namespaces.ts';
import { declareAll, namespaceOf } from './prefixes.ts';
import { deaf, report, stop } from './state.ts';
import type { Scan, Unfinished } from './state.ts';
import { looksClosedLater, reportUnclosedTag } from './tag-faults.ts';

/** No name of an element in use is longer. */
const LONGEST_GLUED = 30;

/**
 * Reads the start tag whose `<` is at `scan.at`, with a name after it. Where it turns out to be no tag, answers false
 * and moves nowhere.
 */
export function readStartTag(scan: Scan): boolean {
  const { text, at: start } = scan;
  const name = readName(scan.names, text, start + 1);
  const nameEnd = scan.names.end;
  scan.at = nameEnd;
  if (isTooLong(scan, start + 1)) return true;
  const before = scan.findings.length;
  const read = readAttributes(scan, name);
  if (scan.stopped) return true;
  if (isComparison(scan, name, read, before)) {
    scan.findings.length = before;
    scan.at = start;
    return false;
  }
  if (read.ending === 'missing' && !recoverUnclosed(scan, start, name, read, before))
    return readGlued(scan, name, start);
  if (name.malformed) reportMalformedName(scan, name.name, start + 1, nameEnd);
  finish(scan, name, read.attributes, start, read.ending === 'empty');
  return true;
}

/** `a <b or c> d`: words between the characters, none of them an attribute, and no element that is closed. */
const isComparison = (scan: Scan, name: Name, read: ReadAttributes, before: number): boolean =>
  read.ending === 'open' &&
  read.attributes.length === 0 &&
  scan.findings.length > before &&
  scan.findings.slice(before).every(({ code }) => code === 'attribute-without-value' || code === 'junk-in-tag') &&
  scan.findings.slice(before).some(({ code }) => code === 'attribute-without-value') &&
  !looksClosedLater(scan, name.name, scan.at);

/** The tag has no `>`: it is taken to end after its last attribute, or, when it is never closed, to be a stray `<`. */
function recoverUnclosed(scan: Scan, start: number, name: Name, read: ReadAttributes, before: number): boolean {
  if (read.attributes.length === 0 && !looksLikeTag(scan, name.name, start + 1 + name.name.length)) {
    scan.findings.length = before;
    scan.at = start;
    return false;
  }
  // What was taken for attributes after the end that is missing is text.
  while (scan.findings.length > before && scan.findings.at(-1)!.span!.start.offset >= read.lastGood)
    scan.findings.pop();
  reportUnclosedTag(scan, name.name, start, read.lastGood);
  scan.at = read.lastGood;
  return true;
}

/** Is the name of a tag without `>` one that is closed further on? */
const looksLikeTag = (scan: Scan, name: string, nameEnd: number): boolean =>
  looksClosedLater(scan, name, scan.at) || closersAhead(scan, nameEnd, 1).names[0] === name;

/** `<headThe first letter`: a name of an element that is closed later on, and text that begins with no small letter. */
function readGlued(scan: Scan, { name }: Name, start: number): boolean {
  const parent = scan.open.at(-1)?.name;
  for (let length = Math.min(name.length - 1, LONGEST_GLUED); length > 0; length--) {
    const part = name.slice(0, length);
    if (part === parent || /[\p{Ll}:_]/u.test(name.charAt(length))) continue;
    if (!looksClosedLater(scan, part, start + 1)) continue;
    reportUnclosedTag(scan, part, start, start + 1 + length, false);
    scan.at = start + 1 + length;
    finish(scan, readName(scan.names, part, 0), [], start, false);
    return true;
  }
  return false;
}

function finish(scan: Scan, name: Name, attributes: Unfinished<XmlAttribute>[], start: number, empty: boolean): void {
  const depth = scan.open.length + 1;
  declareAll(scan, attributes, depth);
  if (resolvePrefixes(scan, attributes) > 1) checkExpandedDuplicates(scan, attributes);
  const uri =
    name.prefix === '' || name.malformed
      ? scan.namespaces.byDefault
      : namespaceOf(scan, name.prefix, start + 1, start + 1 + name.name.length);
  const tag: XmlTag = { name: name.name, local: name.local, uri, attributes, start, end: scan.at, empty };
  enter(scan, tag, depth);
}

/** Gives prefixed attributes their namespaces; answers how many there are. */
function resolvePrefixes(scan: Scan, attributes: readonly Unfinished<XmlAttribute>[]): number {
  let prefixed = 0;
  for (const attribute of attributes) {
    if (attribute.uri !== '' || attribute.name.length === attribute.local.length) continue;
    const prefix = attribute.name.slice(0, attribute.name.indexOf(':'));
    attribute.uri = namespaceOf(scan, prefix, attribute.start, attribute.start + attribute.name.length);
    prefixed++;
  }
  return prefixed;
}

function enter(scan: Scan, tag: XmlTag, depth: number): void {
  if (depth === 1) checkRoot(scan, tag);
  if (depth > scan.limits.depth) {
    stop(scan, {
      code: 'too-deep',
      message: `Elements are nested more than ${scan.limits.depth} deep.`,
      start: tag.start,
      end: tag.end,
      fix: 'Probably end tags are missing. If the file is meant to be like this, raise the limit for depth in the settings.',
    });
    return;
  }
  scan.open.push(tag);
  scan.handler.open?.(tag);
  if (tag.empty) closeTop(scan, tag.end, tag.end);
}

function checkRoot(scan: Scan, tag: XmlTag): void {
  if (scan.root === undefined) {
    scan.root = tag;
    return;
  }
  if (scan.handler === deaf) return;
  const { root } = scan;
  report(scan, {
    code: 'second-root',
    message: `A second outermost element <${tag.name}> begins here.`,
    start: tag.start,
    end: tag.end,
    why: 'An XML file has one outermost element that contains all others.',
    fix: `Check whether <${root.name}> is closed too early; otherwise make two files, or one element around both.`,
    related: [[`The first outermost element is <${root.name}>.`, root.start, root.end]],
  });
  scan.handler = deaf;
}

/** Two prefixes for one namespace can hide a duplicate (Namespaces in XML 1.0, section 6.3). */
function checkExpandedDuplicates(scan: Scan, attributes: readonly XmlAttribute[]): void {
  const prefixed = attributes.filter((one) => one.uri !== '' && one.uri !== XMLNS_NAMESPACE);
  const seen = new Map<string, XmlAttribute>();
  for (const one of prefixed) {
    const key = `${one.local} ${one.uri}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, one);
    else reportDuplicate(scan, one.name, one.start, one.valueEnd + 1, first, one.start);
  }
}
