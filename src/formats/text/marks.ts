/**
 * The marks of the octavo dialect: `[Page 591]`, `[3]`, `[Note a]`, `[Image: …]`, `[Document 194]`. While a text is laid out, marks are
 * held between control characters, which XML cannot contain; so words of the source that look like a mark are
 * distinguished from marks and get a backslash: `\[3]`. A backslash makes a plain character of whatever follows it.
 */

import { pageWord, pageWordPattern } from '../../model/page-label.ts';

export type Mark =
  | { readonly kind: 'page'; readonly label: string }
  | { readonly kind: 'call'; readonly label: string }
  /** Not text: an image, the number of the document. */
  | { readonly kind: 'remark'; readonly label: string };

/** What a line is made of when it is read: words, or a mark. */
export type Piece = { readonly kind: 'words'; readonly text: string } | Mark;

const opens = { page: '\x01', call: '\x03', remark: '\x05' } as const;
const close = '\x02';

/** A mark as it is in a line that is being laid out. */
export const markCode = (mark: Mark): string => `${opens[mark.kind]}${mark.label}${close}`;

/** Calls of these forms stand alone in brackets; every other label is written `[Note label]`. */
const shortLabel = String.raw`\d+[a-z]?|[*†‡§¶‖#]+`;
const isShort = new RegExp(`^(?:${shortLabel})$`, 'u');
const looksLikeMark = new RegExp(
  String.raw`\\|\[(?=(?:${shortLabel})\]|(?:${pageWordPattern}|Note|Image|Document)(?:[\]: ]|$))`,
  'gu',
);
const escapedLabel = String.raw`(?:\\.|[^\]\\])*`;

const bracketed = (name: string, label: string): string =>
  label === '' ? `[${name}]` : `[${name} ${label.replace(/[\]\\]/g, '\\$&')}]`;

function renderMark(opening: string, label: string): string {
  if (opening === opens.page) return bracketed(pageWord, label);
  if (opening === opens.call) return isShort.test(label) ? `[${label}]` : bracketed('Note', label);
  return `[${label.replace(/[\]\\]/g, '\\$&')}]`;
}

const codes = /([\x01\x03\x05])([^\x02]*)\x02/g;

/** The characters of a laid-out line: marks in brackets, words that look like one with a backslash. */
export function renderMarks(line: string): string {
  let out = '';
  let end = 0;
  for (const match of line.matchAll(codes)) {
    out += line.slice(end, match.index).replace(looksLikeMark, '\\$&') + renderMark(match[1]!, match[2]!);
    end = match.index + match[0].length;
  }
  return out + line.slice(end).replace(looksLikeMark, '\\$&');
}

/** Whether a laid-out line begins with a note call that a reader would take for the beginning of a note. */
export const beginsWithCall = (line: string): boolean => /^\x03[^\x02]*\x02 /.test(line);

const pieces = new RegExp(
  [
    String.raw`\\([^])`,
    String.raw`\[${pageWordPattern}(?: (${escapedLabel}))?\]`,
    String.raw`\[Note(?: (${escapedLabel}))?\]`,
    String.raw`\[(${shortLabel})\]`,
    String.raw`(\[(?:Image|Document)(?:[: ]${escapedLabel})?\])`,
    String.raw`([^\\[]+|[^])`,
  ].join('|'),
  'gu',
);

const unescape = (label: string | undefined): string => (label ?? '').replace(/\\([^])/gu, '$1');

function pieceOf(match: RegExpExecArray): Piece {
  const [whole, escaped, , , short, remark, words] = match;
  if (escaped !== undefined) return { kind: 'words', text: escaped };
  if (words !== undefined) return { kind: 'words', text: words };
  if (short !== undefined) return { kind: 'call', label: short };
  if (remark !== undefined) return { kind: 'remark', label: unescape(remark.slice(1, -1)) };
  if (whole.startsWith(`[${pageWord}`)) return { kind: 'page', label: unescape(match[2]) };
  return { kind: 'call', label: unescape(match[3]) };
}

/** The words and marks of a line, in order. */
export function readMarks(line: string): Piece[] {
  return [...line.matchAll(pieces)].map(pieceOf);
}

const noteStart = new RegExp(String.raw`^\[(?:(${shortLabel})|Note(?: (${escapedLabel}))?)\] `, 'u');

/** Where a line begins a note: its label and the rest of the line. */
export function readNoteStart(line: string): { readonly label: string; readonly rest: string } | undefined {
  const match = noteStart.exec(line);
  if (match === null) return undefined;
  return { label: match[1] ?? unescape(match[2]), rest: line.slice(match[0].length) };
}
