/**
 * The proof of the web dialect. Its calls are digits after a word and cannot be told from digits of the text, so what
 * must survive is the flattened text: all words in order, with the calls among them as digits; every page break as
 * such; the notes with their labels.
 *
 * What this proof leaves open, because the dialect does not show it: the number before the heading (rule 1); page breaks before the unit's own
 * element, which are not printed; white space next to a digit or a note symbol (rule 2); bullets (rule 3).
 */

import type { UnitInfo } from '../../model/edition.ts';
import type { Spine } from '../../model/spine.ts';
import type { UnitContent } from '../../model/unit-content.ts';
import { fieldMark, noStructure } from '../../model/structure.ts';
import { withMarksAs } from '../expected-signs.ts';
import type { ReadBack } from '../format.ts';
import { pageWord, pageWordPattern } from '../../model/page-label.ts';
import { gapWords } from './dialect.ts';
import { noteLabel, webCall } from './web.ts';
import { expectedWebEntries } from './web-entries.ts';

const pageMark = new RegExp(String.raw`\[${pageWordPattern} ([^[\] ]*)\]`);
/** Rule 1, in a canonical run: numbers at the start, with page breaks among them. The text may begin with a number of its own. */
const opening = /^(?:\x01[^\x02]*\x02(?: |$)|(?:\d )+[A-Za-z]?\.(?: |$))*/;
const noteLine = /^ {2}([^ ]*)\.(?: |$)/;

/** Rule 3: no bullets. */
const oneLine = (text: string): string =>
  text
    .replace(/•/g, '')
    .replace(/[ \t\n\r]+/g, ' ')
    .replace(/^ | $/g, '');

/** Rule 2: every digit and note symbol is a word of its own. */
function apart(words: string): string {
  const spread = words.replace(/[0-9*†‡§¶‖#]/g, ' $& ');
  return oneLine(spread);
}

/** A canonical run of the flattened text: words, and page breaks as marks. */
function flatRun(text: string): string {
  return oneLine(text)
    .split(pageMark)
    .map((part, i) => (i % 2 === 1 ? `\x01${part}\x02` : apart(part)))
    .filter((part) => part !== '')
    .join(' ');
}

const mainRun = (text: string): string =>
  flatRun(text).replace(opening, (start) => (start.match(/\x01[^\x02]*\x02(?: |$)/g) ?? []).join(''));

const withoutMarks = (run: string): string =>
  run
    .replace(/\x01([^\x02]*)\x02/g, ` [${pageWord} $1] `)
    .replace(/\x03([^\x04]*)\x04/g, (_, label: string) => webCall(label));

/** The run without its first `count` page breaks. */
const withoutLeading = (run: string, count: number): string =>
  run.replace(new RegExp(`^(?:\\x01[^\\x02]*\\x02 ?){${count}}`), '');

/** What the web dialect promises of a spine: all but the page breaks before the unit's own element. */
export function promiseWeb(source: UnitContent, { leadingPages }: UnitInfo): UnitContent {
  const shown = withMarksAs(source, (value) => (value.startsWith(`gap${fieldMark}`) ? gapWords : ''), {
    inLine: true,
  });
  const { spine } = shown;
  const apparatus = shown.structure.items.some(({ aspect }) => aspect === 'reading')
    ? `\n${withoutMarks(expectedWebEntries(shown))}`
    : '';
  const flat: Spine = {
    text: mainRun(withoutMarks(withoutLeading(spine.text, leadingPages)) + apparatus),
    notes: spine.notes.map((note) => ({ label: noteLabel(note.label), text: flatRun(withoutMarks(note.text)) })),
  };
  return { spine: flat, structure: noStructure };
}

/** Where the notes begin: the first line of the last run of lines that are indented and not bullets. */
function notesFrom(lines: readonly string[]): number {
  let from = lines.length;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]!;
    if (noteLine.test(line)) from = i;
    else if (line !== '' && !line.startsWith('    ')) break;
  }
  return from;
}

/** The flattened spine of a file in the web dialect. */
export function readWeb(content: string): ReadBack {
  const lines = content.split('\n');
  const from = notesFrom(lines);
  const notes: { label: string; lines: string[] }[] = [];
  for (const line of lines.slice(from)) {
    const start = noteLine.exec(line);
    if (start === null) notes.at(-1)?.lines.push(line);
    else notes.push({ label: start[1]!, lines: [line.slice(start[0].length)] });
  }
  const body = lines.slice(0, from).map((line) => line.replace(/^ {2}\d+\. /, ''));
  const spine: Spine = {
    text: mainRun(body.join('\n')),
    notes: notes.map((note) => ({ label: note.label, text: flatRun(note.lines.join('\n')) })),
  };
  return { spine, structure: noStructure, faults: [] };
}
