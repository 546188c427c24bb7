import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../text.ts';
import type { XmlHandler, XmlLimits } from './events.ts';
import { skipSpace } from './attributes.ts';
import { isNameStart } from './characters.ts';
import { closeTop, readEndTag } from './end-tag.ts';
import { readInstruction } from './instructions.ts';
import { readDeclaration } from './markup.ts';
import { checkWhole, readOutside, reportEmpty, reportTooLong } from './outside.ts';
import { readStartTag } from './start-tag.ts';
import { startScan } from './state.ts';
import type { Scan } from './state.ts';
import { reportBackslash, reportSpaceInTag, reportStrayLessThan } from './tag-faults.ts';
import { readText } from './text.ts';

/** Reads a whole file; see `scanXml` in `../xml.ts` for what is promised. */
export function scanAll(source: SourceText, handler: XmlHandler, limits: XmlLimits): Finding[] {
  const scan = startScan(source, handler, limits);
  const { text } = source;
  if (text.length > limits.fileLength) reportTooLong(scan);
  else if (text.trim() === '') reportEmpty(scan);
  else {
    scan.at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    while (scan.at < text.length && !scan.stopped) {
      if (text.charCodeAt(scan.at) === 60) readMarkup(scan);
      else if (scan.open.length > 0) readText(scan);
      else readOutside(scan);
    }
    if (!scan.stopped) checkWhole(scan);
    while (scan.open.length > 0 && !scan.stopped) closeTop(scan, text.length, text.length);
  }
  return scan.findings.sort((a, b) => (a.span?.start.offset ?? 0) - (b.span?.start.offset ?? 0));
}

function readMarkup(scan: Scan): void {
  const { text, at } = scan;
  const next = text.charCodeAt(at + 1);
  if (next === 47) readEndTag(scan);
  else if (isNameStart(text, at + 1)) {
    if (!readStartTag(scan)) readStray(scan);
  } else if (next === 33) {
    if (!readDeclaration(scan)) readStray(scan);
  } else if (next === 63) readInstruction(scan);
  else if (!readBackslashTag(scan) && !readSpacedTag(scan)) readStray(scan);
}

/** `<\\p>`: the end tag of an open element, with the wrong slash. */
function readBackslashTag(scan: Scan): boolean {
  const { text, at } = scan;
  const name = /\\([^\s<>]+)[ \t]*>/y;
  name.lastIndex = at + 1;
  const found = name.exec(text)?.[1];
  if (found === undefined || !scan.open.some((tag) => tag.name === found)) return false;
  reportBackslash(scan, found);
  readEndTag(scan);
  return true;
}

/** `< p>`: a tag all the same, if what follows the name is a tag's. */
function readSpacedTag(scan: Scan): boolean {
  const { text, at } = scan;
  const name = skipSpace(text, at + 1);
  if (name === at + 1) return false;
  const tag =
    /\/?[\p{L}_][\p{L}\p{N}_.:-]*([ \t\r\n]*\/?>|[ \t\r\n]+[\p{L}_][\p{L}\p{N}_.:-]*[ \t\r\n]*=[ \t\r\n]*["'])/uy;
  tag.lastIndex = name;
  if (!tag.test(text)) return false;
  reportSpaceInTag(scan, at, at + 1, name);
  // The tag is read as if its `<` stood before the name; the places of its parts stay true.
  scan.at = name - 1;
  if (text.charCodeAt(name) === 47) readEndTag(scan);
  else readStartTag(scan);
  return true;
}

/** Reads a `<` as the text it was meant to be. */
function readStray(scan: Scan): void {
  const { at } = scan;
  reportStrayLessThan(scan);
  scan.at = at + 1;
  if (scan.open.length > 0) scan.handler.text?.('<', at, at + 1);
  else scan.at = Math.max(scan.at, readPastOutside(scan));
}

/** Outside the root a stray character and the text after it are one mistake. */
function readPastOutside(scan: Scan): number {
  const next = scan.text.indexOf('<', scan.at);
  return next < 0 ? scan.text.length : next;
}
