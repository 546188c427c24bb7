import { isSpace } from './characters.ts';
import { skipSpace } from './attributes.ts';
import { deaf, lineOf, report, stop } from './state.ts';
import type { Scan } from './state.ts';

/** Reads what is outside the outermost element, up to the next `<`: white space, or a mistake. */
export function readOutside(scan: Scan): void {
  const { text } = scan;
  const from = skipSpace(text, scan.at);
  const next = text.indexOf('<', from);
  const end = next < 0 ? text.length : next;
  scan.at = end;
  if (from >= end || scan.handler === deaf) return;
  let last = end;
  while (isSpace(text.charCodeAt(last - 1))) last--;
  if (scan.root === undefined && next < 0 && !scan.doctype) {
    reportNoXml(scan, from, last);
    return;
  }
  const before = scan.root === undefined;
  report(scan, {
    code: before ? 'text-before-root' : 'text-after-root',
    message: `There is text ${before ? 'before' : 'after'} the outermost element.`,
    start: from,
    end: last,
    why: 'All text of an XML file is inside its outermost element.',
    fix: before
      ? 'Remove it, or move it inside.'
      : `Move it inside <${scan.root!.name}>, or remove it; perhaps an element is closed too early.`,
    suggestion: [from, last, ''],
  });
}

function reportNoXml(scan: Scan, from: number, end: number): void {
  const beginning = scan.text.slice(from, Math.min(end, from + 30)).replace(/\s+/g, ' ');
  report(scan, {
    code: 'no-xml',
    message: `This is not XML: it contains no element, but begins with “${beginning}”.`,
    start: from,
    end: Math.min(end, from + 30),
    fix: 'Name an XML file; “octavo import” turns plain text into one.',
  });
}

/** What can be said only at the end of the file. */
export function checkWhole(scan: Scan): void {
  const { open, root, text, findings } = scan;
  if (open.length > 0) {
    // What swallowed the rest of the file swallowed the end tags as well.
    const swallowed = findings.some((one) => one.code.startsWith('unclosed-') && one.span?.end.offset === text.length);
    if (!swallowed) reportOpenAtEnd(scan);
    return;
  }
  if (root !== undefined || findings.length > 0) return;
  report(scan, {
    code: 'no-root-element',
    message: 'The file contains no element.',
    start: text.length,
    end: text.length,
    why: 'An XML file has one outermost element that contains all its text.',
    fix: 'Check whether the file was saved completely.',
  });
}

function reportOpenAtEnd(scan: Scan): void {
  const { open, text } = scan;
  const inner = open.at(-1)!;
  const named = open.length > 6 ? [...open.slice(0, 2), ...open.slice(-3)] : open;
  const shown = named.map((tag) => `<${tag.name}> (line ${lineOf(scan, tag.start)})`);
  if (open.length > 6) shown.splice(2, 0, '…');
  report(scan, {
    code: 'unclosed-element',
    message:
      open.length === 1
        ? `<${inner.name}> is never closed.`
        : `The file ends while these elements are still open: ${shown.join(', ')}.`,
    start: inner.start,
    end: inner.end,
    fix:
      open.length === 1
        ? `Put </${inner.name}> where the element ends.`
        : 'Check whether the file was saved completely; otherwise put the end tags where the elements end.',
    ...(open.length === 1 &&
      inner === scan.root && { edit: [text.length, text.length, `</${inner.name}>\n`] as const }),
    related: [['The file ends here.', text.length, text.length]],
  });
}

/** A file of nothing but white space. */
export function reportEmpty(scan: Scan): void {
  report(scan, {
    code: 'empty-file',
    message: 'The file is empty.',
    start: 0,
    end: 0,
    why: 'An XML file has at least one element.',
    fix: 'Check whether the file was saved; otherwise remove it.',
  });
}

/** A file beyond the limit. */
export function reportTooLong(scan: Scan): void {
  stop(scan, {
    code: 'file-too-large',
    message: `The file has ${scan.text.length} characters; ${scan.limits.fileLength} are allowed.`,
    start: 0,
    end: 0,
    fix: 'Split it, or raise the limit for the length of files in the settings.',
  });
}
