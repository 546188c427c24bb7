import { allowedWidth, isPlain, isSpace } from './characters.ts';
import { isPlainStretch, nextLess } from './next-signs.ts';
import { readReference } from './references.ts';
import { report } from './state.ts';
import type { Scan } from './state.ts';

/** Text as XML hands it on: every line end is a line feed (XML 1.0, section 2.11). */
export function normaliseLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Reads text inside an element up to the next `<` or the end of the file. */
export function readText(scan: Scan): void {
  const { text, at, next } = scan;
  const end = nextLess(next, text, at);
  if (!isPlainStretch(next, text, at, end)) {
    readOddText(scan, end);
    return;
  }
  scan.at = end;
  emit(scan, at, end);
}

/** Text that holds references or characters that need a second look. */
function readOddText(scan: Scan, end: number): void {
  const { text } = scan;
  let from = scan.at;
  let at = from;
  while (at < end && !scan.stopped) {
    const unit = text.charCodeAt(at);
    if (isPlain(unit) || unit === 13) {
      at++;
      continue;
    }
    const width = unit === 38 ? 0 : unit === 93 ? readBracket(scan, at) : allowedWidth(text, at);
    at += width;
    if (width !== 0) continue;
    emit(scan, from, at);
    from = at = unit === 38 ? emitReference(scan, at) : skipForbidden(scan, at);
  }
  emit(scan, from, at);
  scan.at = at;
}

function emitReference(scan: Scan, at: number): number {
  scan.at = at;
  const value = readReference(scan);
  if (value !== '') scan.handler.text?.(value, at, scan.at);
  return scan.at;
}

function skipForbidden(scan: Scan, at: number): number {
  forbiddenCharacter(scan, at);
  return at + 1;
}

function emit(scan: Scan, from: number, to: number): void {
  if (to > from) scan.handler.text?.(normaliseLineEnds(scan.text.slice(from, to)), from, to);
}

/** `]]>` may not be in text (section 2.4). */
function readBracket(scan: Scan, at: number): number {
  if (!scan.text.startsWith(']]>', at)) return 1;
  report(scan, {
    code: 'cdata-end-in-text',
    message: 'There is “]]>” in the text; XML reserves it for the end of a CDATA section.',
    start: at,
    end: at + 3,
    fix: 'Write “]]&gt;”.',
    edit: [at, at + 3, ']]&gt;'],
  });
  return 3;
}

const controlNames: Readonly<Record<number, string>> = {
  0: 'a null character',
  8: 'a backspace',
  11: 'a vertical tab (a line break of a word processor)',
  12: 'a form feed (a page break of a word processor)',
  27: 'an escape character',
  31: 'a unit separator (an optional hyphen of a word processor)',
};

/**
 * What a control character stands for: those of word processors, and the low halves of quotation marks and dashes (U+2013 and its
 * neighbours) that were cut to one byte. Without the others no text changes.
 */
const probablyMeant: ReadonlyMap<number, string> = new Map([
  [11, ' '],
  [12, ' '],
  [0x13, '–'],
  [0x14, '—'],
  [0x18, '‘'],
  [0x19, '’'],
  [0x1c, '“'],
  [0x1d, '”'],
  [0x1e, '‑'],
]);

const hex = (unit: number): string => `U+${unit.toString(16).toUpperCase().padStart(4, '0')}`;

/** Reports the character at `at`, which XML forbids everywhere. */
export function forbiddenCharacter(scan: Scan, at: number): void {
  const unit = scan.text.charCodeAt(at);
  const control = unit < 32;
  const meant = probablyMeant.get(unit);
  const name = control ? (controlNames[unit] ?? 'a control character') : 'no character';
  report(scan, {
    code: control ? 'control-character' : 'forbidden-character',
    message: control
      ? `There is an invisible ${hex(unit)} here: ${name}.`
      : `${hex(unit)} is here, which is ${name} at all.`,
    start: at,
    end: at + 1,
    why: control
      ? 'XML forbids control characters; they usually slip in when text is copied from another program.'
      : 'XML forbids it; such places come from text that was cut in the middle of a character or read in a wrong encoding.',
    fix: !control
      ? 'Compare the place with the source, and type the character that is meant.'
      : meant === undefined
        ? 'Remove it.'
        : meant === ' '
          ? 'Write a space instead, or begin a new line or paragraph.'
          : `Compare the place with the source; “${meant}” is probably meant.`,
    ...(control && { [meant === undefined || meant === ' ' ? 'edit' : 'suggestion']: [at, at + 1, meant ?? ''] }),
  });
}

/** Reports the forbidden characters between two places, for comments, instructions and CDATA sections. */
export function checkCharacters(scan: Scan, from: number, to: number): void {
  const { text } = scan;
  for (let at = from; at < to && !scan.stopped;) {
    const unit = text.charCodeAt(at);
    const width = isPlain(unit) || isSpace(unit) ? 1 : allowedWidth(text, at);
    if (width === 0) forbiddenCharacter(scan, at);
    at += width || 1;
  }
}
