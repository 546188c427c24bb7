import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import { scanXml, type XmlHandler, type XmlLimits, type XmlTag } from '../../source/xml.ts';
import type { RegisterEntry } from '../edition.ts';
import type { SignVotes } from '../signs.ts';
import { type Spine, type SpineBuilder, spineBuilder } from '../spine.ts';
import type { UnitContent, Written } from '../unit-content.ts';
import { structureRecorder } from '../structure-recorder.ts';
import { inherited, unitText } from './slice.ts';
import { RecordReader, withRecord } from './records.ts';
import { registerReader } from './registers.ts';
import { type DocumentSelector, type Part, type Structure, structureReader } from './structure.ts';
import { Op, type Tape } from './ops.ts';
import { Numbers, play } from './play.ts';
import { type Recorded, tapeRecorder } from './tape.ts';
import { cutUnits, type UnitCut } from './units.ts';
import { witnessReader } from './witnesses.ts';
import type { Witnesses } from '../apparatus.ts';
import { countBelow } from '../../source/sorted.ts';

/** A file as read once: its units, its text on tape, its ids, pointers and register entries, and what is wrong with its XML. */
export interface FileReading {
  readonly source: SourceText;
  readonly structure: Structure;
  readonly tape: Tape;
  readonly units: readonly UnitCut[];
  readonly registers: ReadonlyMap<string, RegisterEntry>;
  /** For which signs its encoding speaks. */
  readonly votes: SignVotes;
  /** The witnesses that the file lists. */
  readonly witnesses: Witnesses;
  /** Faults of well-formedness; where there are errors, the rest is what could be read in spite of them. */
  readonly findings: readonly Finding[];
}

/** One handler that says several. */
function together(handlers: readonly XmlHandler[]): XmlHandler {
  const opens = handlers.flatMap((h) => (h.open ? [h.open.bind(h)] : []));
  const closes = handlers.flatMap((h) => (h.close ? [h.close.bind(h)] : []));
  const texts = handlers.flatMap((h) => (h.text ? [h.text.bind(h)] : []));
  const comments = handlers.flatMap((h) => (h.comment ? [h.comment.bind(h)] : []));
  const instructions = handlers.flatMap((h) => (h.instruction ? [h.instruction.bind(h)] : []));
  return {
    open: (tag: XmlTag) => {
      for (const open of opens) open(tag);
    },
    close: (tag, start, end) => {
      for (const close of closes) close(tag, start, end);
    },
    text: (value, start, end) => {
      for (const text of texts) text(value, start, end);
    },
    ...(comments.length > 0 && { comment: (value, start, end) => comments.forEach((f) => f(value, start, end)) }),
    ...(instructions.length > 0 && {
      instruction: (target, data, start, end) => instructions.forEach((f) => f(target, data, start, end)),
    }),
  };
}

/** Reads a file in one pass. `also` are further consumers of the same pass: validators, rules. Only a tape of the structure can make `unitContent`. */
export function readTeiFile(
  source: SourceText,
  selector: DocumentSelector,
  also: readonly XmlHandler[] = [],
  limits: Partial<XmlLimits> = {},
  recorded: Recorded = 'words',
): FileReading {
  const { handler: structureHandler, structure } = structureReader(selector);
  const { handler: witnessHandler, witnesses, base } = witnessReader();
  const { handler: tapeHandler, tape, votes } = tapeRecorder(recorded, base);
  const { handler: registerHandler, entries } = registerReader();
  const records = new RecordReader();
  const handlers = [structureHandler, tapeHandler, witnessHandler, registerHandler, records, ...also];
  const findings = scanXml(source, together(handlers), { limits });
  const units = structure.parts.flatMap((part) =>
    withRecord(part, records, tape, (isTextBare) => cutUnits(part, tape, source.text, isTextBare)),
  );
  return { source, structure, tape, units, registers: entries, votes: votes(), witnesses: witnesses(), findings };
}

export function playUnit(tape: Tape, unit: UnitCut, builder: SpineBuilder): Spine {
  const numbers = new Numbers();
  for (const [from, to] of unit.ops) {
    builder.boundary();
    play(tape, from, to, builder, numbers);
  }
  return builder.finish();
}

/** The spine of a unit, from the tape. */
export const unitSpine = (tape: Tape, unit: UnitCut): Spine => playUnit(tape, unit, spineBuilder());

/** Whether a file is nothing but this unit: its text, its leaves, or its record where there is neither. */
export const isWholeFile = ({ node, inner, kind, beside, part }: UnitCut, parts: readonly Part[]): boolean =>
  parts.length === 1 &&
  beside === undefined &&
  (kind === 'record' ||
    (inner.length === 0 && (node.tag.local === 'sourceDoc' || (node.tag.local === 'text' && !part.sourceDoc))));

function writtenOf({ source: { text }, structure: { parts } }: FileReading, unit: UnitCut): Written {
  const { node, part } = unit;
  const own = unitText(text, unit);
  if (isWholeFile(unit, parts))
    return { whole: true, before: text.slice(part.root.start, node.tag.start), text: own, after: text.slice(node.end) };
  // A record is the header.
  const { start, end } = (unit.kind === 'record' ? undefined : part.header) ?? { start: 0, end: 0 };
  return { whole: false, before: text.slice(start, end), text: own, after: '' };
}

/** What must survive of a unit of a file. */
export function unitContent(file: FileReading, unit: UnitCut): UnitContent {
  const { tape } = file;
  const recorder = structureRecorder();
  const builder = spineBuilder(recorder);
  const language = inherited(unit.node.parent, unit.part).get('xml:lang');
  if (language !== undefined) builder.open('language', language);
  const spine = playUnit(tape, unit, builder);
  const ownBlock = beginsWithBlock(tape, unit) ? recorder.firstBlock() : undefined;
  const structure = recorder.structure();
  const hasReadings = structure.items.some(({ aspect }) => aspect === 'reading');
  return {
    spine,
    structure: { ...structure, ...(ownBlock && { ownBlock }) },
    written: writtenOf(file, unit),
    ...(hasReadings && { witnesses: file.witnesses }),
  };
}

/** Whether the unit's own element is a block. */
function beginsWithBlock(tape: Tape, { node }: UnitCut): boolean {
  for (let i = countBelow(tape.offsets, node.tag.start); tape.offsets[i] === node.tag.start; i++)
    if (tape.ops[i] === Op.block) return true;
  return false;
}

/**
 * Labels of the pages a unit is on: the page that is open when its first word comes, and those that begin inside it.
 */
export function unitPages(tape: Tape, unit: UnitCut): string[] {
  const pages: string[] = [];
  const add = (label: string | undefined): void => {
    if (label !== undefined && label !== '' && pages[pages.length - 1] !== label) pages.push(label);
  };
  const first = firstWord(tape, unit);
  if (first >= 0) add(lastPageBefore(tape, first));
  for (const [from, to] of unit.ops) {
    for (let i = Math.max(from, first); i < to; i++) if (isPage(tape, i)) add(tape.values[i]);
  }
  return pages;
}

const isPage = (tape: Tape, i: number): boolean => tape.ops[i] === Op.page || tape.ops[i] === Op.pageInWord;

function firstWord(tape: Tape, unit: UnitCut): number {
  for (const [from, to] of unit.ops) {
    for (let i = from; i < to; i++)
      if (tape.ops[i] === Op.mark || (tape.ops[i] === Op.text && tape.values[i]!.trim() !== '')) return i;
  }
  return -1;
}

/** The last page break before a position on the tape. */
function lastPageBefore(tape: Tape, position: number): string | undefined {
  let low = countBelow(tape.pages, position);
  while (low > 0 && !isPage(tape, tape.pages[low - 1]!)) low--;
  return low > 0 ? tape.values[tape.pages[low - 1]!] : undefined;
}
