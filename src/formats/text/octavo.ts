/** The octavo dialect: plain text for reading and for programs, from which the whole spine can be read back. `docs/formats/text.md` is its description. */

import type { Unit } from '../../model/edition.ts';
import type { SpineBuilder } from '../../model/spine.ts';
import { spineBuilder } from '../../model/spine.ts';
import { structureRecorder } from '../../model/structure-recorder.ts';
import type { ReadBack } from '../format.ts';
import { letterFrom } from '../../model/letters.ts';
import type { Item } from '../../model/structure.ts';
import { type Break, breakFaults, expectedBreaks } from './breaks.ts';
import type { Dialect } from './dialect.ts';
import type { Line } from './layout.ts';
import { beginsWithCall, markCode, readMarks, readNoteStart, renderMarks } from './marks.ts';
import { lineFaults, numberFaults } from './line-faults.ts';
import { numberToShow } from './number.ts';
import { joinLines, layOutUnit } from './write.ts';

const dialect: Dialect = {
  name: 'octavo',
  frame: (inItem) => (inItem ? 1 : 2),
  block: (_, inItem) => (inItem ? 1 : 2),
  breaksLines: false,
  gluesCalls: true,
  labelsOnLines: false,
  // Two spaces after a number that the source does not have: text never holds two spaces, so a source's own `1. ` stays
  // text.
  number: (n) => `${n}.  `,
  plain: '',
  note: (label) => ({ marker: `${renderMarks(markCode({ kind: 'call', label }))} `, indent: 0, hang: 4 }),
  leadingPages: true,
  images: true,
};

const listMarker = /^ {2,}(?:• |[^ ]+\. {2})/;

/** Text that begins a line could be taken for a marker of ours: the backslash says it is none. */
function renderLine(line: Line): string {
  const text = renderMarks(line.text);
  if (line.marker !== '') return text;
  if (line.indent === 0 && beginsWithCall(line.text)) return text.replace('] ', ']\\ ');
  return line.indent >= 2 && text.startsWith('• ') ? `\\${text}` : text;
}

/** The unit as plain text in the octavo dialect. */
export function writeOctavo(unit: Unit): string {
  const { body, notes } = layOutUnit(unit, dialect);
  const number = numberToShow(unit);
  const head =
    number === undefined ? '' : `${renderMarks(markCode({ kind: 'remark', label: `Document ${number}` }))}\n\n`;
  return `${head}${joinLines([...body, ...notes], renderLine)}\n`;
}

function readInline(text: string, spine: SpineBuilder): void {
  for (const piece of readMarks(text)) {
    if (piece.kind === 'words') spine.text(piece.text);
    else if (piece.kind === 'page') spine.page(piece.label);
    else if (piece.kind === 'call') spine.call(piece.label);
    else if (piece.label.startsWith('Image')) spine.point('picture', piece.label.replace(/^Image(?:: )?/, ''));
  }
}

/** A line, with the marker before it; tabs in it are between cells. */
function readLine(line: string, spine: SpineBuilder): void {
  line
    .replace(listMarker, '')
    .split('\t')
    .forEach((cell, column) => {
      if (column > 0) {
        spine.text(' ');
        spine.point('cell', 'tab');
      }
      readInline(cell, spine);
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

/** What a file in the octavo dialect says: its words, lines, cells and images. */
export function readOctavo(content: string): ReadBack {
  const recorder = structureRecorder();
  const spine = spineBuilder(recorder);
  let inNote = false;
  for (const line of content.split('\n')) {
    spine.boundary();
    const start = readNoteStart(line);
    if (start !== undefined) {
      if (inNote) spine.endNote();
      spine.body(start.label);
      inNote = true;
    }
    spine.point('block', 'line');
    const rest = start?.rest ?? (inNote ? line.replace(/^ {4}/, '') : line);
    readLine(rest, spine);
  }
  if (inNote) spine.endNote();
  const words = spine.finish();
  const { items } = recorder.structure();
  const breaks = breaksOf(items, [words.text, ...words.notes.map(({ text }) => text)]);
  return {
    spine: words,
    structure: { items: items.filter(({ aspect }) => aspect === 'picture') },
    faults: lineFaults(content),
    frame: (unit) => numberFaults(content, unit),
    layout: (source) => breakFaults(expectedBreaks(source), breaks),
  };
}
