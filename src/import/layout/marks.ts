/**
 * Everything in a text that has the shape of a mark: a label (a number, a letter, a symbol) in brackets, raised, with a half bracket, or
 * alone on a line. What such a mark is, a page, the call of a note, the beginning of a note or words, is found by comparing all of them.
 * The form of a mark is a pattern in the grammar of recipes: `[Pg {N}]`, `({a})`, `{{{N}}}`.
 */
import { labelKind, plainLabel } from './labels.ts';

export interface Mark {
  /** The pattern: what is around the label, and the kind of the label. */
  readonly form: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  /** The word within the mark, in lower case and without its full stop: `page`, `pg`. */
  readonly word?: string;
}

/** The beginning of a note. */
export interface Head extends Mark {
  /** The line it is on. */
  readonly line: number;
  /** Where the bracket that holds the note ends: the note with it is from `start` to `closes`. */
  readonly closes?: number;
}

/** Short words for pages, leaves and columns; a mark with another word is one by its place in sentences. */
export const pageWord =
  /^(?:page|pages|pg|p|pp|pag|página|pagina|seite|s|fol|folio|f|ff|bl|blatt|sp|spalte|col|column|стр|с|σελ|blz|sid|side|sida|strana|str|oldal|pb)$/iu;

export const literal = (text: string): string => text.replace(/[{}]/g, '$&$&');

export const close: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>', '|': '|', '/': '/' };

const bracketed =
  /(\[{1,2}|\{{1,2}|[(<|]|\/\/)[ \u00a0\n]?(?:(\p{L}{1,12})([.:|]?(?:[ \u00a0]|\r?\n[ \t]{0,8})?))?([A-Z]?-?\d{1,5}[a-z]?|[⁰¹²³⁴-⁹]{1,3}|[ivxlcdm]{1,9}|[IVXLCDM]{1,9}|[A-Za-z]{1,2}|[*†‡§‖¶]{1,4})[ \u00a0\n]?(\]{1,2}|\}{1,2}|[)>|]|\/\/)/gu;

/** A mark in brackets of any kind, as long as they match. */
function ofBrackets(m: RegExpExecArray): Mark | undefined {
  const [, open = '', word, between = '', label = '', closing = ''] = m;
  if (closing !== close[open[0]!]!.repeat(open.length)) return undefined;
  // “[Page]” is a word, not the label “e” after “Pag”.
  if (word !== undefined && between === '' && !/\d/.test(label)) return undefined;
  // `<i>` is a tag.
  if (open === '<' && !/\d/.test(label)) return undefined;
  const kind = labelKind(label);
  const inner = word === undefined ? `{${kind}}` : `${word}${between.replace(/\s+/g, ' ')}{${kind}}`;
  return {
    form: `${literal(open)}${inner}${literal(closing)}`,
    label: plainLabel(label),
    start: m.index,
    end: m.index + m[0].length,
    ...(word === undefined ? {} : { word: word.toLowerCase() }),
  };
}

const raised = /\(?[⁰¹²³⁴-⁹]{1,3}\)?/gu;
const halved = /(?<=[\p{L}\p{P}\s])(?<!\([^()\n]{0,40})(?<!\d)(\d{1,3}|[a-z]|\*{1,3})\)/gu;
const symbols =
  /(?<=\S)(?<![*†‡§‖¶])[*†‡§‖¶]{1,4}\)?(?![*†‡§‖¶\p{L}\d])|(?<=\S )[*†‡‖]{1,3}\)?(?=[\s,.;:!?]|$)(?! ?\*)/gmu;
const careted = /\^(?:(\d{1,3})|\{(\d{1,3})\}|\((\d{1,3})\))/gu;

function simple(m: RegExpExecArray, label: string, form: string): Mark {
  return { form, label: plainLabel(label), start: m.index, end: m.index + m[0].length };
}

function ofRaised(m: RegExpExecArray): Mark {
  const label = m[0].replace(/[()]/g, '');
  return simple(m, label, m[0].replace(label, '{¹}'));
}

/** All marks within lines, in order; where two shapes meet at a place, the longer one counts. */
export function marksIn(text: string): Mark[] {
  const found: Mark[] = [
    ...[...text.matchAll(bracketed)].flatMap((m) => ofBrackets(m) ?? []),
    ...[...text.matchAll(raised)].map(ofRaised),
    ...[...text.matchAll(halved)].map((m) => simple(m, m[1]!, `{${labelKind(m[1]!)}})`)),
    ...[...text.matchAll(symbols)].map((m) => simple(m, m[0].replace(')', ''), m[0].endsWith(')') ? '{*})' : '{*}')),
    ...[...text.matchAll(careted)].map((m) => simple(m, (m[1] ?? m[2] ?? m[3])!, m[0].replace(/\d+/, '{N}'))),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Mark[] = [];
  for (const mark of found) if (mark.start >= (out.at(-1)?.end ?? 0)) out.push(mark);
  return out;
}
