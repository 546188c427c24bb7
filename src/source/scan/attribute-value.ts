import { allowedWidth, isSpace } from './characters.ts';
import { isPlainStretch, nextLess, nextOf } from './next-signs.ts';
import { readReference } from './references.ts';
import type { Scan } from './state.ts';
import { forbiddenCharacter } from './text.ts';
import { reportLessThan, reportTypographicQuotes, reportUnclosedQuote, reportUnquoted } from './attribute-faults.ts';

/** Where a value stood and what it says. `undefined` where there is none. */
export interface ReadValue {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the value of the attribute whose name stands from `nameStart`, at `scan.at` (after the `=` and white space),
 * and moves after it.
 */
export function readValue(scan: Scan, nameStart: number): ReadValue | undefined {
  const { text, at } = scan;
  const quote = text.charCodeAt(at);
  if (quote === 34 || quote === 39) return readQuoted(scan, nameStart, quote);
  return readUnquoted(scan, nameStart);
}

function readQuoted(scan: Scan, nameStart: number, quote: number): ReadValue {
  const { text, next } = scan;
  const start = scan.at + 1;
  const end = nextOf(next, text, quote === 34 ? '"' : "'", start);
  if (end < 0 || nextLess(next, text, start) < end) return readDoubtful(scan, nameStart, start, quote);
  if (text.charCodeAt(end - 1) === 61 && !endsTag(text.charCodeAt(end + 1)))
    return readDoubtful(scan, nameStart, start, quote);
  if (swallowsTag(scan, start, end)) return readUnclosedValue(scan, nameStart, start, quote);
  const plain = isPlainStretch(next, text, start, end) && !holdsLineEnd(text, start, end);
  const value = plain ? text.slice(start, end) : resolve(scan, start, end);
  scan.at = end + 1;
  return { value, start, end };
}

/** What may follow a value: the next attribute or the end of the tag. */
const goesOn = /[ \t\r\n]*(?:\/?>|\?>|[ \t\r\n][\p{L}_:][\p{L}\p{N}_.:-]*[ \t\r\n]*=)/uy;

/**
 * `<hi rend="bold>so (" and so</hi>`: a value that holds a `>` and after which no tag continues lacks its quote, and
 * the next one is the text's.
 */
function swallowsTag({ text, next }: Scan, start: number, end: number): boolean {
  const bracket = nextOf(next, text, '>', start);
  if (bracket < 0 || bracket >= end) return false;
  goesOn.lastIndex = end + 1;
  return !goesOn.test(text);
}

/** Is there white space other than spaces? */
function holdsLineEnd(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) < 32) return true;
  return false;
}

/** May this unit follow a closed value? */
const endsTag = (unit: number): boolean => isSpace(unit) || unit === 62 || unit === 47 || unit === 63;

/**
 * The meaning of the range of a value: references resolved, white space normalised (XML 1.0, section 3.3.3), forbidden
 * characters reported and left out.
 */
function resolve(scan: Scan, start: number, end: number): string {
  const { text } = scan;
  let value = '';
  let from = start;
  let at = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit === 38) {
      scan.at = at;
      const character = readReference(scan);
      value += text.slice(from, at) + character;
      from = at = scan.at;
    } else if (unit < 32) {
      value += text.slice(from, at);
      if (!isSpace(unit)) forbiddenCharacter(scan, at);
      else if (unit !== 10 || text.charCodeAt(at - 1) !== 13 || at === start) value += ' ';
      from = ++at;
    } else {
      const width = unit === 93 || unit === 60 ? 1 : allowedWidth(text, at);
      if (width === 0) {
        forbiddenCharacter(scan, at);
        value += text.slice(from, at);
        from = at + 1;
      }
      at += width || 1;
    }
  }
  return value + text.slice(from, end);
}

/** A `<` or the end of the file came before the closing quote, or the quote closes what looks like the next attribute's `name=`. */
function readDoubtful(scan: Scan, nameStart: number, start: number, quote: number): ReadValue {
  const { text, next } = scan;
  const sign = String.fromCharCode(quote);
  const closing = nextOf(next, text, sign, start);
  const plausible = closing >= 0 && endsTag(text.charCodeAt(closing + 1)) && text.charCodeAt(closing - 1) !== 61;
  const tagEnd = nextOf(next, text, '>', start);
  const less = tagEnd < 0 ? -1 : nextOf(next, text, '<', tagEnd);
  if (plausible && (tagEnd < 0 || tagEnd > closing || less < 0 || less >= closing)) {
    reportLessThan(scan, start, closing);
    const value = resolve(scan, start, closing);
    scan.at = closing + 1;
    return { value, start, end: closing };
  }
  return readUnclosedValue(scan, nameStart, start, quote);
}

function readUnclosedValue(scan: Scan, nameStart: number, start: number, quote: number): ReadValue {
  const { text } = scan;
  const end = guessedEnd(text, start, quote);
  reportUnclosedQuote(scan, nameStart, start, end, String.fromCharCode(quote));
  const value = resolve(scan, start, end);
  const other = text.charCodeAt(end);
  scan.at = other === 34 || other === 39 ? end + 1 : end;
  return { value, start, end };
}

/** Where a value ends whose closing quote is missing: before the next attribute, at the wrong quote, or at the end of the tag. */
function guessedEnd(text: string, start: number, quote: number): number {
  const other = quote === 34 ? 39 : 34;
  const next = /[ \t]+[\p{L}_][\p{L}\p{N}_.:-]*[ \t]*=|[ \t]*\/?>|<|\r|\n|$/u;
  // A value without its end is short; the bound keeps a file that was made to hurt from doing so.
  const end = start + next.exec(text.slice(start, start + 2000))!.index;
  const wrong = text.slice(start, end).indexOf(String.fromCharCode(other));
  return wrong < 0 ? end : start + wrong;
}

const typographic = new Map([
  ['“', '”“"'],
  ['”', '”"'],
  ['„', '“”"'],
  ['‘', "’‘'"],
  ['’', "’'"],
  ['«', '»"'],
  ['»', '«"'],
]);

function readUnquoted(scan: Scan, nameStart: number): ReadValue | undefined {
  const { text, at } = scan;
  const closers = typographic.get(text.charAt(at));
  if (closers !== undefined) return readTypographic(scan, nameStart, closers);
  const stop = /[ \t\r\n"'<>]|\/>|$/g;
  stop.lastIndex = at;
  const end = stop.exec(text)!.index;
  if (end === at) return undefined;
  const sign = text.charCodeAt(end);
  const quoted = sign === 34 || sign === 39;
  scan.at = quoted ? end + 1 : end;
  reportUnquoted(scan, nameStart, at, end, scan.at);
  return { value: resolveAndReturn(scan, at, end), start: at, end };
}

function resolveAndReturn(scan: Scan, start: number, end: number): string {
  const back = scan.at;
  const value = resolve(scan, start, end);
  scan.at = back;
  return value;
}

function readTypographic(scan: Scan, nameStart: number, closers: string): ReadValue {
  const { text, at } = scan;
  let end = at + 1;
  while (end < text.length && !closers.includes(text.charAt(end)) && !'<>'.includes(text.charAt(end))) end++;
  const closed = closers.includes(text.charAt(end)) && end < text.length;
  scan.at = closed ? end + 1 : end;
  reportTypographicQuotes(scan, nameStart, at, scan.at, text.slice(at + 1, end));
  return { value: resolveAndReturn(scan, at + 1, end), start: at + 1, end };
}
