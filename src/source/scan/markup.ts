import { readComment } from './comments.ts';
import { readDoctype } from './doctype.ts';
import { nextOf } from './next-signs.ts';
import { report } from './state.ts';
import type { Scan } from './state.ts';
import { checkCharacters, normaliseLineEnds } from './text.ts';

/** Reads what begins with `<!` at `scan.at`; answers false where it is nothing that XML knows. */
export function readDeclaration(scan: Scan): boolean {
  const { text, at } = scan;
  if (text.startsWith('<!--', at)) readComment(scan);
  else if (text.startsWith('<![CDATA[', at)) readCdata(scan);
  else if (text.startsWith('<!DOCTYPE', at)) readDoctype(scan);
  else return readMisspelt(scan);
  return true;
}

/** Character data as it stands (XML 1.0, section 2.7). */
function readCdata(scan: Scan): void {
  const { text, at: start, next } = scan;
  const from = start + 9;
  const close = nextOf(next, text, ']]>', from);
  if (scan.open.length === 0) {
    scan.at = close < 0 ? text.length : close + 3;
    reportOutside(scan, start);
    return;
  }
  if (close < 0) {
    readUnclosedCdata(scan, start, from);
    return;
  }
  checkCharacters(scan, from, close);
  scan.at = close + 3;
  if (close > from) scan.handler.text?.(normaliseLineEnds(text.slice(from, close)), from, close);
}

/** Where the line of a place ends, or the next declaration begins on it. */
function endOfLine({ text, next }: Scan, from: number): number {
  const ends = ['\n', '\r', '<!'].map((sign) => nextOf(next, text, sign, from)).filter((at) => at >= 0);
  return Math.min(text.length, ...ends);
}

/** It is taken to end at what looks like a failed end on its line, or else at once. */
function readUnclosedCdata(scan: Scan, start: number, from: number): void {
  const { text } = scan;
  const end = /\]{1,2}[ \t]*>/.exec(text.slice(from, endOfLine(scan, from)));
  scan.at = end ? from + end.index + end[0].length : from;
  const at = from + (end?.index ?? 0);
  if (at > from) scan.handler.text?.(text.slice(from, at), from, at);
  report(scan, {
    code: 'unclosed-cdata',
    message: 'The CDATA section that begins here never ends.',
    start,
    end: from,
    why: 'Everything up to the end of the file would be taken as plain text.',
    fix: 'End it with “]]>”.',
    ...(end && { edit: [at, scan.at, ']]>'] as const }),
  });
}

function reportOutside(scan: Scan, start: number): void {
  report(scan, {
    code: scan.root === undefined ? 'text-before-root' : 'text-after-root',
    message: 'A CDATA section is outside the outermost element.',
    start,
    end: scan.at,
    why: 'All text of an XML file is inside its outermost element.',
    fix: 'Move it inside, or remove it.',
  });
}

function readMisspelt(scan: Scan): boolean {
  const { text, at } = scan;
  const rough = /<!(\[cdata\[|doctype\b|-|[A-Za-z]+|(?=[ \t][^<>]*>))/iy;
  rough.lastIndex = at;
  const found = rough.exec(text);
  if (found === null) return false;
  const written = found[0];
  const lower = written.toLowerCase();
  const meant =
    lower === '<![cdata['
      ? '<![CDATA['
      : lower === '<!doctype'
        ? '<!DOCTYPE'
        : lower === '<!-' || isComment(text, at)
          ? '<!--'
          : undefined;
  report(scan, {
    code: 'unknown-declaration',
    message: `“${written}” does not begin anything that XML allows here.`,
    start: at,
    end: at + written.length,
    fix:
      meant === undefined
        ? 'Remove it, or write “&lt;!” where the characters themselves are meant.'
        : `Write “${meant}”.`,
    ...(meant !== undefined && { edit: [at, at + written.length, meant] as const }),
  });
  scan.at = endOfMisspelt(scan, at, lower, written.length);
  return true;
}

/** `<! so -->`: nothing but the hyphens of its beginning is missing. */
const isComment = (text: string, at: number): boolean => /<![ \t][^<>]*-->/y.test(text.slice(at, at + 2000));

function endOfMisspelt({ text, next }: Scan, at: number, lower: string, length: number): number {
  const closing = lower === '<![cdata[' ? ']]>' : lower === '<!-' ? '->' : '>';
  const end = nextOf(next, text, closing, at);
  const less = nextOf(next, text, '<', at + 1);
  if (end < 0 || (closing === '>' && less >= 0 && less < end)) return at + length;
  return end + closing.length;
}
