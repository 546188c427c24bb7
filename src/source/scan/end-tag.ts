import type { XmlTag } from './events.ts';
import { skipSpace } from './attributes.ts';
import { isNameStart } from './characters.ts';
import {
  reportAttributeInEndTag,
  reportEndWithoutName,
  reportMisnamed,
  reportOverlap,
  reportStrayEnd,
  reportUnclosedBefore,
  reportUnclosedEndTag,
} from './end-tag-faults.ts';
import type { EndTagPlace } from './end-tag-faults.ts';
import { forget } from './namespaces.ts';
import { readName } from './names.ts';
import { chooseRepair } from './repair.ts';
import type { Scan } from './state.ts';
import { reportSpaceInTag } from './tag-faults.ts';

/** Closes the innermost open element; `start` and `end` are the places of its end tag, equal where there is none. */
export function closeTop(scan: Scan, start: number, end: number): void {
  const tag = scan.open.pop();
  if (tag === undefined) return;
  scan.handler.close?.(tag, start, end);
  if (scan.namespaces.undo.length !== 0) forget(scan.namespaces, scan.open.length);
}

/** Reads the end tag at `scan.at` and closes what it closes. */
export function readEndTag(scan: Scan): void {
  const { text, at: start } = scan;
  const top = scan.open.at(-1);
  const behind = top === undefined ? -1 : start + 2 + top.name.length;
  if (top !== undefined && text.charCodeAt(behind) === 62 && text.startsWith(top.name, start + 2)) {
    scan.at = behind + 1;
    closeTop(scan, start, scan.at);
    return;
  }
  readUnusualEndTag(scan, start);
}

function readUnusualEndTag(scan: Scan, start: number): void {
  const { text } = scan;
  const at = skipSpace(text, start + 2);
  if (!isNameStart(text, at)) {
    readNameless(scan, start, at);
    return;
  }
  const { name, nameEnd } = cutName(scan, readName(scan.names, text, at).name, at);
  if (at > start + 2) reportSpaceInTag(scan, start, start + 2, at);
  scan.at = endOfTag(scan, name, start, nameEnd);
  if (scan.open.at(-1)?.name === name) closeTop(scan, start, scan.at);
  else applyRepair(scan, name, start, nameEnd);
}

/** `</title.</p>`: where the `>` is missing, characters after the name are none of it. */
function cutName(scan: Scan, name: string, at: number): { name: string; nameEnd: number } {
  const { text } = scan;
  const nameEnd = scan.names.end;
  const top = scan.open.at(-1)?.name;
  const cut =
    top !== undefined && name !== top && name.startsWith(top) && text.charCodeAt(skipSpace(text, nameEnd)) !== 62;
  return cut ? { name: top, nameEnd: at + top.length } : { name, nameEnd };
}

/** After the `>`; reports what is before it or that it is missing. */
function endOfTag(scan: Scan, name: string, start: number, nameEnd: number): number {
  const { text } = scan;
  const at = skipSpace(text, nameEnd);
  if (text.charCodeAt(at) === 62) return at + 1;
  let end = at;
  while (end < text.length && text.charCodeAt(end) !== 62 && text.charCodeAt(end) !== 60) end++;
  if (text.charCodeAt(end) === 62 && end - at <= 200) {
    reportAttributeInEndTag(scan, name, nameEnd, end);
    return end + 1;
  }
  reportUnclosedEndTag(scan, name, start, nameEnd);
  return nameEnd;
}

function readNameless(scan: Scan, start: number, at: number): void {
  const closed = scan.text.charCodeAt(at) === 62;
  scan.at = closed ? at + 1 : start + 2;
  const top = scan.open.at(-1);
  reportEndWithoutName(scan, start, scan.at, top, closed);
  if (closed && top !== undefined) closeTop(scan, start, scan.at);
}

/** An end tag that does not fit the innermost open element. */
function applyRepair(scan: Scan, name: string, start: number, nameEnd: number): void {
  const forgiven = scan.forgiven.indexOf(name);
  const place = { name, start, nameEnd, end: scan.at };
  const repair = chooseRepair(scan, name, forgiven >= 0);
  if (repair.kind === 'forgiven') scan.forgiven.splice(forgiven, 1);
  else if (repair.kind === 'stray') reportStrayEnd(scan, place);
  else if (repair.kind === 'misnamed') {
    reportMisnamed(scan, place, scan.open.at(-1)!);
    closeTop(scan, start, scan.at);
  } else closeThrough(scan, place, repair.index, repair.kind === 'overlap');
}

function closeThrough(scan: Scan, place: EndTagPlace, index: number, overlap: boolean): void {
  const inner: XmlTag[] = scan.open.slice(index + 1);
  if (overlap) {
    reportOverlap(scan, place, inner);
    scan.forgiven.push(...inner.map((tag) => tag.name));
  } else reportUnclosedBefore(scan, place, inner);
  while (scan.open.length > index + 1) closeTop(scan, place.start, place.start);
  closeTop(scan, place.start, place.end);
}
