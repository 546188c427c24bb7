/**
 * The marks of the octavo dialect: `[Page 591]`, `[3]`, `[°1]`, `[Note a]`, `[Image: …]`, `[Document 194]`, `[§ 1.23.4]`, and signs. While a text is laid out, marks are
 * held between control characters, which XML cannot contain; so words of the source that look like a mark are
 * distinguished from marks and get a backslash: `\[3]`. A backslash makes a plain character of whatever follows it.
 */

import { pageWord, pageWordPattern } from '../../model/page-label.ts';
import { underdot } from '../../model/signs.ts';

export type Mark =
  | { readonly kind: 'page'; readonly label: string }
  | { readonly kind: 'call'; readonly label: string }
  /** Of an entry of the apparatus, behind its lemma. */
  | { readonly kind: 'entry'; readonly label: string }
  /** Not text: an image, the number of the document. */
  | { readonly kind: 'remark'; readonly label: string }
  /** A line of the source begins. */
  | { readonly kind: 'line'; readonly label: string }
  /** A line of the source ends inside a word. */
  | { readonly kind: 'joint'; readonly label: string }
  /** A number by which the text is cited: `§ 1.23.4`. */
  | { readonly kind: 'number'; readonly label: string }
  /** A sign for the status of words, or for what is missing. */
  | { readonly kind: 'sign'; readonly label: string };

/** What a line is made of when it is read: words, letters with a dot below, or a mark. */
export type Piece = { readonly kind: 'words' | 'dotted'; readonly text: string } | Mark;

const opens = {
  page: '\x01',
  call: '\x03',
  remark: '\x05',
  sign: '\x06',
  line: '\x07',
  joint: '\x08',
  entry: '\x0b',
  number: '\x0c',
} as const;
const close = '\x02';

/** A mark as it is in a line that is being laid out. */
export const markCode = (mark: Mark): string => `${opens[mark.kind]}${mark.label}${close}`;

/** Calls of these forms stand alone in brackets; every other label is written `[Note label]`. */
const shortLabel = String.raw`\d+[a-z]?|[*†‡§¶‖#]+`;
const isShort = new RegExp(`^(?:${shortLabel})$`, 'u');
const looksLikeMark = new RegExp(
  String.raw`\\|\[(?=(?:${shortLabel}|°\d+)\]|[§|](?: |$)|(?:${pageWordPattern}|Note|Line|Image|Document|Speaker|Sign|App)(?:[\]: ]|$))`,
  'gu',
);
const escapedLabel = String.raw`(?:\\.|[^\]\\])*`;

const bracketed = (name: string, label: string): string =>
  label === '' ? `[${name}]` : `[${name} ${label.replace(/[\]\\]/g, '\\$&')}]`;

function renderMark(opening: string, label: string): string {
  if (opening === opens.page) return bracketed(pageWord, label);
  if (opening === opens.sign) return label;
  if (opening === opens.joint) return joint;
  if (opening === opens.line) return bracketed('Line', label);
  if (opening === opens.entry) return `[°${label}]`;
  if (opening === opens.call) return isShort.test(label) ? `[${label}]` : bracketed('Note', label);
  return `[${label.replace(/[\]\\]/g, '\\$&')}]`;
}

/** A sign is not longer (`config/signs.ts`). */
const longestSign = 12;

const codes = /([\x01\x03\x05-\x08\x0b\x0c])([^\x02]*)\x02/g;

/**
 * The characters of a laid-out line: marks in brackets, words that look like one with a backslash. Where a text has signs, characters of its words that
 * begin one have a backslash as well, and so has the first character behind a sign that would be read together with it.
 */
export function renderMarks(line: string, signs: SignGrammar = noSigns): string {
  const found: [at: number, sign: string][] = [];
  let out = '';
  let end = 0;
  const words = (text: string, following = ''): string => signs.escape(text.replace(looksLikeMark, '\\$&'), following);
  for (const match of line.matchAll(codes)) {
    const before = line.slice(end, match.index);
    // A bracket that is open before a sign: with the sign it could be a call, as in `[***]`.
    const bracket = match[1] === opens.sign ? before.lastIndexOf('[') : -1;
    const isOpen = bracket > before.lastIndexOf(']');
    end = match.index + match[0].length;
    const isSign = match[1] === opens.sign;
    const following = isSign ? match[2]! + line.slice(end, end + longestSign).replace(codes, '$2') : '';
    out += isOpen
      ? `${words(before.slice(0, bracket))}\\[${words(before.slice(bracket + 1), following)}`
      : words(before, following);
    if (isSign) found.push([out.length, match[2]!]);
    out += renderMark(match[1]!, match[2]!);
  }
  return apart(out + words(line.slice(end)), found, signs);
}

type FoundSign = readonly [at: number, sign: string];

/** Signs that are directly behind each other, in groups. */
function neighbours(found: readonly FoundSign[]): FoundSign[][] {
  const groups: FoundSign[][] = [];
  let end = -1;
  for (const one of found) {
    if (one[0] === end) groups.at(-1)!.push(one);
    else groups.push([one]);
    end = one[0] + one[1].length;
  }
  return groups;
}

/**
 * Whether a reader takes neighbouring signs for the same signs, in whatever order: nothing is between them, so that `)` and `))` may as well be `))` and `)`.
 */
function areRead(line: string, group: readonly FoundSign[], piece: RegExp): boolean {
  const read: string[] = [];
  piece.lastIndex = group[0]![0];
  for (const _ of group) read.push(piece.exec(line)?.[0] ?? '');
  const signs = group.map(([, sign]) => sign);
  return read.toSorted().join('\x1f') === signs.toSorted().join('\x1f');
}

/** Puts a backslash behind each sign that a reader would take together with what follows it. */
function apart(line: string, found: readonly FoundSign[], { pieces }: SignGrammar): string {
  if (found.length === 0) return line;
  const piece = new RegExp(pieces.source, 'uy');
  let out = '';
  let end = 0;
  for (const group of neighbours(found)) {
    if (areRead(line, group, piece)) continue;
    for (const [at, sign] of group) {
      piece.lastIndex = at;
      if (piece.exec(line)?.[0] === sign) continue;
      out += `${line.slice(end, at + sign.length)}\\`;
      end = at + sign.length;
    }
  }
  return out + line.slice(end);
}

/** Whether a laid-out line begins with a note call that a reader would take for the beginning of a note. */
export const beginsWithCall = (line: string): boolean => /^\x03[^\x02]*\x02 /.test(line);

const marks = [
  String.raw`\\([^])`,
  String.raw`\[${pageWordPattern}(?: (${escapedLabel}))?\]`,
  String.raw`\[Note(?: (${escapedLabel}))?\]`,
  String.raw`\[Line(?: (${escapedLabel}))?\]`,
  String.raw`\[(${shortLabel})\]`,
  String.raw`(\[(?:Image|Document|Speaker)(?:[: ]${escapedLabel})?\])`,
  String.raw`\[°(\d+)\]`,
  String.raw`\[([§|] ${escapedLabel})\]`,
];

/** How the signs of one text are distinguished from its words. */
export interface SignGrammar {
  /** A backslash before each character of words at which a sign would be read, alone or together with what follows the words. */
  escape(words: string, following: string): string;
  /** The pieces of a line. */
  readonly pieces: RegExp;
}

/** A group that is never found. */
const never = '()(?!)';

const noSigns: SignGrammar = {
  escape: (words) => words,
  pieces: new RegExp([never, ...marks, never, String.raw`([^\\[]+|[^])`].join('|'), 'gu'),
};

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The grammar of a text with these signs; `dotted`: it has dots below letters. A longer sign is read before a shorter one that begins like it. */
export function signGrammar(signs: readonly string[], dotted: boolean): SignGrammar {
  if (signs.length === 0 && !dotted) return noSigns;
  const longest = [...new Set(signs)].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const alike = [...longest, ...(dotted ? [underdot] : [])];
  const toEscape = new RegExp(String.raw`\\[^]|(?=(?:${alike.map(escaped).join('|')}))[^]`, 'gu');
  const pieces = [
    dotted ? String.raw`((?:\\[^]|[^\\ \t])${underdot}(?:(?!${underdot})\p{M})*)` : never,
    ...marks,
    longest.length > 0 ? `(${longest.map(escaped).join('|')})` : never,
    '([^])',
  ];
  return {
    escape: (words, following) =>
      `${words}${following}`
        .replace(toEscape, (found, at: number) => (found.startsWith('\\') || at >= words.length ? found : `\\${found}`))
        .slice(0, following === '' ? undefined : -following.length),
    pieces: new RegExp(pieces.join('|'), 'gu'),
  };
}

const unescape = (label: string | undefined): string => (label ?? '').replace(/\\([^])/gu, '$1');

function pieceOf(match: RegExpExecArray): Piece {
  const [whole, dotted, plain, , , , short, remark, entry, number, sign, words] = match;
  if (plain !== undefined) return { kind: 'words', text: plain };
  if (dotted !== undefined) return { kind: 'dotted', text: dotted.replace(/^\\/, '').replace(underdot, '') };
  if (sign !== undefined) return { kind: 'sign', label: sign };
  if (words !== undefined) return { kind: 'words', text: words };
  if (number !== undefined) return { kind: 'number', label: unescape(number) };
  if (entry !== undefined) return { kind: 'entry', label: entry };
  if (short !== undefined) return { kind: 'call', label: short };
  if (remark !== undefined) return { kind: 'remark', label: unescape(remark.slice(1, -1)) };
  if (whole.startsWith(`[${pageWord}`)) return { kind: 'page', label: unescape(match[3]) };
  if (whole.startsWith('[Line')) return { kind: 'line', label: unescape(match[5]) };
  return { kind: 'call', label: unescape(match[4]) };
}

/** Ends a line in the middle of a word that goes on in the next one. */
export const joint = '-';

const beginsLine = /^ *\[Line[\] ]/;
const backslashes = (text: string): number => text.length - text.replace(/\\+$/, '').length;

const endsOpen = (line: string): boolean => line.endsWith(joint) && backslashes(line.slice(0, -1)) % 2 === 0;

/** Whether a line of text ends in the middle of a word, which goes on in the line of the source that begins then. */
export const isJoined = (line: string, next: string | undefined): boolean =>
  next !== undefined && beginsLine.test(next) && endsOpen(line);

/** A laid-out line as it is written before one that begins a line of the source: a hyphen that is of its words has a backslash. */
export const beforeLine = (line: string, written: string): string =>
  endsOpen(written) && !line.endsWith(opens.joint + close) ? `${written.slice(0, -1)}\\${joint}` : written;

/** Whether a laid-out line begins a line of the source. */
export const isSourceLine = (line: string): boolean => line.startsWith(opens.line);

/** Parts a stretch at the lines of the source that begin in it inside words. */
export const joinedInside = (text: string): string[] => text.split(/-(?=\[Line[\] ])/);

/** The words and marks of a line, in order. */
export function readMarks(line: string, { pieces }: SignGrammar = noSigns): Piece[] {
  return [...line.matchAll(pieces)].map(pieceOf);
}

const noteStart = new RegExp(String.raw`^\[(?:(${shortLabel})|Note(?: (${escapedLabel}))?)\] `, 'u');

/** Where a line begins a note: its label and the rest of the line. */
export function readNoteStart(line: string): { readonly label: string; readonly rest: string } | undefined {
  const match = noteStart.exec(line);
  if (match === null) return undefined;
  return { label: match[1] ?? unescape(match[2]), rest: line.slice(match[0].length) };
}
