/** The octavo dialect: plain text for reading and for programs, from which the whole spine can be read back. `docs/formats/text.md` is its description. */

import type { EditionContext, Unit } from '../../model/edition.ts';
import type { SpineBuilder } from '../../model/spine.ts';
import { runsOf, spineBuilder } from '../../model/spine.ts';
import { canonicalItems } from '../../model/canonical-items.ts';
import { structureRecorder } from '../../model/structure-recorder.ts';
import type { ReadBack } from '../format.ts';
import { letterFrom } from '../../model/letters.ts';
import type { Aspect, Item } from '../../model/structure.ts';
import { speakerName } from '../../model/speaker.ts';
import { withNumbers } from '../with-numbers.ts';
import { withWordsInLine } from '../in-line.ts';
import { withSenseNumbers } from '../sense-numbers.ts';
import { withSigns } from '../with-signs.ts';
import { type Break, breakFaults, expectedBreaks } from './breaks.ts';
import type { Dialect } from './dialect.ts';
import type { Line } from './layout.ts';
import { EntryReader, isEntry } from './read-entries.ts';
import { entryLines } from './write-entries.ts';
import {
  beforeLine,
  beginsWithCall,
  isJoined,
  isSourceLine,
  joinedInside,
  markCode,
  type Piece,
  readMarks,
  readNoteStart,
  renderMarks,
  type SignGrammar,
} from './marks.ts';
import { keyFaults, shownMarks, textLine } from './promise.ts';
import { SignReader } from './read-signs.ts';
import { grammarOf, keyLines, readKey } from './sign-key.ts';
import { lineFaults, numberFaults } from './line-faults.ts';
import { linesInOrder } from './numbers.ts';
import { numberToShow } from './number.ts';
import { joinLines, layOutUnit } from './write.ts';

const dialect: Dialect = {
  name: 'octavo',
  frame: (inItem) => (inItem ? 1 : 2),
  block: (_, inItem) => (inItem ? 1 : 2),
  breaksLines: false,
  numbersLines: true,
  gluesCalls: true,
  labelsOnLines: false,
  // Two spaces after a number that the source does not have: text never holds two spaces, so a source's own `1. ` stays
  // text.
  number: (n) => `${n}.  `,
  plain: '',
  note: (label) => ({ marker: `${renderMarks(markCode({ kind: 'call', label }))} `, indent: 0, hang: 4 }),
  leadingPages: true,
  images: true,
  signs: true,
  entryCalls: true,
};

const listMarker = /^ {2,}(?:• |[^ ]+\. {2})/;

/** Text that begins a line could be taken for a marker of ours: the backslash says it is none. */
function renderLine(line: Line, next: Line | undefined, signs: SignGrammar): string {
  const rendered = renderMarks(line.text, signs);
  const text = next?.marker === '' && isSourceLine(next.text) ? beforeLine(line.text, rendered) : rendered;
  if (line.marker !== '') return text;
  if (line.indent === 0 && beginsWithCall(line.text)) return text.replace('] ', ']\\ ');
  return line.indent >= 2 && text.startsWith('• ') ? `\\${text}` : text;
}

/** The unit as plain text in the octavo dialect. */
export function writeOctavo(unit: Unit, edition: EditionContext): string {
  const reading = withSenseNumbers(withWordsInLine(withNumbers(unit.reading)));
  const { tree, used } = withSigns(reading, edition.signs, 'signed');
  const { body, entries, notes } = layOutUnit(tree, dialect, (who) => speakerName(who, unit, edition));
  const grammar = grammarOf(used.values());
  const number = numberToShow(unit);
  const head =
    number === undefined ? '' : `${renderMarks(markCode({ kind: 'remark', label: `Document ${number}` }))}\n\n`;
  const key = keyLines(used.values());
  const render = (line: Line, next: Line | undefined): string => renderLine(line, next, grammar);
  const apparatus = entryLines(entries, grammar).join('\n');
  const text =
    apparatus === ''
      ? joinLines([...body, ...notes], render)
      : [joinLines(body, render), apparatus, joinLines(notes, render).replace(/^\n/, '')]
          .filter((part) => part !== '')
          .join('\n\n');
  return `${head}${text}\n${key.length > 0 ? `\n${key.join('\n')}\n` : ''}`;
}

interface Reading {
  readonly spine: SpineBuilder;
  readonly signs: SignReader;
  readonly grammar: SignGrammar;
  readonly entries: EntryReader;
}

/** Puts a mark other than a sign into the spine; `isJoined`: a line that begins here begins in a word. */
const putMark =
  ({ spine, entries }: Pick<Reading, 'spine' | 'entries'>, isJoined: () => boolean = () => false) =>
  (piece: Piece): void => {
    if (piece.kind === 'page') spine.page(piece.label);
    else if (piece.kind === 'call') spine.call(piece.label);
    else if (piece.kind === 'remark' && piece.label.startsWith('Speaker'))
      spine.point('speaker', piece.label.replace(/^Speaker ?/, ''));
    else if (piece.kind === 'line') spine.point('line', textLine(piece.label, isJoined()));
    else if (piece.kind === 'remark' && piece.label.startsWith('Image'))
      spine.point('picture', piece.label.replace(/^Image(?:: )?/, ''));
    else if (piece.kind === 'number') spine.point('number', piece.label);
    else if (piece.kind === 'entry') entries.call(piece.label);
  };

function readPieces(text: string, reading: Reading, joined: boolean): void {
  let isFirst = true;
  const put = putMark(reading, () => joined && isFirst);
  reading.signs.read(readMarks(text, reading.grammar), (piece) => {
    put(piece);
    isFirst = false;
  });
}

function readInline(text: string, reading: Reading, joined: boolean): void {
  joinedInside(text).forEach((part, i) => readPieces(part, reading, joined || i > 0));
}

/** A line, with the marker before it; tabs in it are between cells. */
function readLine(line: string, reading: Reading, joined: boolean): void {
  line
    .replace(joined ? /^ */ : listMarker, '')
    .split('\t')
    .forEach((cell, column) => {
      if (column > 0) {
        reading.spine.text(' ');
        reading.spine.point('cell', 'tab');
      }
      readInline(cell, reading, joined && column === 0);
    });
}

/** Where lines and cells begin, by run and letter. */
function breaksOf(items: readonly Item[], runs: readonly string[]): Map<number, Break>[] {
  const found = runs.map(() => new Map<number, Break>());
  for (const { aspect, run, from } of items) {
    const text = runs[run]!;
    const isLetter = from < text.length && from > letterFrom(text, 0) && letterFrom(text, from) === from;
    if (!isLetter || (aspect !== 'block' && aspect !== 'cell')) continue;
    if (aspect === 'block' || !found[run]!.has(from)) found[run]!.set(from, aspect === 'block' ? 'line' : 'tab');
  }
  return found;
}

/** The text, then the entries of the apparatus, then the notes. */
function readLines(body: string, reading: Reading): void {
  const { spine, signs, entries } = reading;
  let inNote = false;
  let joined = false;
  const lines = body.split('\n');
  for (const [i, line] of lines.entries()) {
    if (!joined) spine.boundary();
    if (isEntry(line)) {
      signs.end();
      entries.line(line, putMark(reading));
      continue;
    }
    const start = readNoteStart(line);
    if (start !== undefined) {
      signs.end();
      if (inNote) spine.endNote();
      spine.body(start.label);
      inNote = true;
    }
    spine.point('block', 'line');
    const rest = start?.rest ?? (inNote ? line.replace(/^ {4}/, '') : line);
    const goesOn = isJoined(line, lines[i + 1]);
    readLine(goesOn ? rest.slice(0, -1) : rest, reading, joined);
    joined = goesOn;
  }
  signs.end();
  if (inNote) spine.endNote();
}

/** What plain text carries besides words, where it begins and ends lines and cells. */
const carried: ReadonlySet<Aspect> = new Set<Aspect>([
  'status',
  'mark',
  'speaker',
  'line',
  'number',
  'picture',
  'reading',
]);

/** What a file in the octavo dialect says: its words, lines, cells and images. */
export function readOctavo(content: string): ReadBack {
  const recorder = structureRecorder();
  const spine = spineBuilder(recorder);
  const { body, key, signs: listed } = readKey(content);
  const signs = new SignReader(spine, listed);
  const grammar = grammarOf(listed);
  const entries = new EntryReader(spine, signs, grammar);
  const reading = { spine, signs, grammar, entries };
  readLines(body, reading);
  const words = spine.finish();
  const runs = runsOf(words);
  const all = signs.whole(recorder.structure().items, runs);
  const lemmas = entries.items(runs);
  const items = lemmas.length === 0 ? all : canonicalItems([...all, ...lemmas], runs);
  const breaks = breaksOf(items, runs);
  return {
    spine: words,
    structure: { items: linesInOrder(items.filter(({ aspect }) => carried.has(aspect))) },
    faults: [...lineFaults(content), ...signs.faults, ...entries.faults],
    frame: (unit) => numberFaults(content, unit),
    layout: (source, _, { signs: choice }) => {
      const shown = shownMarks(source, choice);
      return [...breakFaults(expectedBreaks(shown), breaks), ...keyFaults(key, shown, choice)];
    },
  };
}
