/**
 * The web dialect: the text as archives publish it on the web, with calls that are nothing but digits after a word
 * (`docs/formats/text.md`).
 */

import type { Unit } from '../../model/edition.ts';
import { pageWord } from '../../model/page-label.ts';
import { withWordsInLine } from '../in-line.ts';
import type { Dialect } from './dialect.ts';
import { bullet } from './dialect.ts';
import type { Line } from './layout.ts';
import { numberToShow } from './number.ts';
import { webEntries } from './web-entries.ts';
import { joinLines, layOutUnit } from './write.ts';

/** Blocks that archives set as lines and not as paragraphs. */
const lineRoles = new Set(['opener', 'dateline', 'salute', 'signed', 'closer', 'byline', 'address', 'speaker']);

/** A note's label in the list at the end: one word. */
export const noteLabel = (label: string): string => label.replace(/ /g, '\u00A0');

/** A call after a word: a letter would be part of it. */
export const webCall = (label: string): string => (/^\p{L}/u.test(label) ? `*${label}` : label);

const dialect: Dialect = {
  name: 'web',
  frame: () => 1,
  block: (node) => (lineRoles.has(node.role ?? '') ? 1 : 2),
  breaksLines: true,
  numbersLines: false,
  gluesCalls: false,
  labelsOnLines: true,
  number: (n, depth) => (depth === 0 && /^\d+$/.test(n) ? `${n}. ` : bullet),
  plain: bullet,
  note: (label) => ({ marker: `${noteLabel(label)}. `, indent: 2, hang: 2 }),
  leadingPages: false,
  images: false,
  signs: false,
  entryCalls: false,
};

const render = (text: string): string =>
  text
    .replace(/\x01([^\x02]*)\x02/g, `[${pageWord} $1]`)
    .replace(/\x03([^\x02]*)\x02/g, (_, label: string) => webCall(label));

const renderLine = (line: Line): string => render(line.text);

/** A numbered list at the very end would be taken for the notes: it gets bullets. */
function withoutFinalNumbers(lines: readonly Line[]): Line[] {
  const lastOutside = lines.findLastIndex((line) => line.indent < 2);
  return lines.map((line, i) => (i > lastOutside && line.marker !== '' ? { ...line, marker: bullet } : line));
}

/** The unit as plain text in the web dialect; like the pages it imitates it ends without a line end. */
export function writeWeb(unit: Unit): string {
  const { body, entries, notes } = layOutUnit(withWordsInLine(unit.reading), dialect);
  const number = numberToShow(unit);
  const head = number !== undefined && /^\d+[A-Za-z]?$/.test(number) ? `${number}. ` : '';
  const [first, ...rest] = withoutFinalNumbers(body);
  const lines = first === undefined ? [] : [{ ...first, text: head + first.text }, ...rest];
  const apparatus = webEntries(entries).map((text, i): Line => ({ indent: 0, marker: '', blank: i === 0, text }));
  return joinLines([...lines, ...apparatus, ...notes], renderLine);
}
