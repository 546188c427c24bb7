import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import { scanXml, type XmlHandler, type XmlLimits, type XmlTag } from '../../source/xml.ts';
import type { RegisterEntry } from '../edition.ts';
import type { SignVotes } from '../signs.ts';
import { type Spine, type SpineBuilder, spineBuilder } from '../spine.ts';
import type { UnitContent, Written } from '../unit-content.ts';
import { withOwnBlock } from '../structure.ts';
import { structureRecorder } from '../structure-recorder.ts';
import { attributesText, inherited, unitText } from './slice.ts';
import { type RecordReader, recordReader, withRecord } from './records.ts';
import { registerReader } from './registers.ts';
import {
  attributeOf,
  type DocumentSelector,
  headerFor,
  type Part,
  selects,
  type Structure,
  structureReader,
} from './structure.ts';
import { Op, type Tape } from './ops.ts';
import { placesOfDiplomatic } from './diplomatic.ts';
import { pagesOf } from './pages.ts';
import type { Numbering } from '../numbers.ts';
import { numberingReader } from './numbering.ts';
import { Numbers, play } from './play.ts';
import { dealNotes } from './brought-notes.ts';
import type { EntryPlan, FaultyEntry } from './apart-entries.ts';
import { EntriesInPlace } from './entries-in-place.ts';
import { type FaultyRange, faultyRanges } from './faulty-ranges.ts';
import type { ChosenLemmas } from './entries.ts';
import { entryPlan } from './entry-plan.ts';
import type { NotePlan } from './note-candidates.ts';
import { movedBy, notePlan } from './note-plan.ts';
import { noteLabels } from './note-numbers.ts';
import { type NoteRecorder, NotesAtCalls } from './notes-at-calls.ts';
import type { Recorded } from './tape.ts';
import { readingView, tapeView, type TapeView } from './tape-in-view.ts';
import { tapeRecorder } from './tape-of-notes.ts';
import { together } from './together.ts';
import type { HasViews, View } from '../views.ts';
import { cutUnits, isWholeFile, type UnitCut } from './units.ts';
import { textsOfFile, textsOfUnit } from './witness-texts.ts';
import { witnessReader } from './witnesses.ts';
import type { Witnesses } from '../apparatus.ts';
import { countBelow } from '../../source/sorted.ts';
import { type Decided, deciding } from '../decides/decider.ts';

/** A file as read once: its units, its text on tape, its ids, pointers and register entries, and what is wrong with its XML. */
export interface FileReading {
  readonly source: SourceText;
  readonly structure: Structure;
  readonly tape: Tape;
  readonly units: readonly UnitCut[];
  /** Texts without documents that have several pages, by their names, with the level at which they are divided. */
  readonly levels: ReadonlyMap<string, number>;
  readonly registers: ReadonlyMap<string, RegisterEntry>;
  /** Places on the tape at which the diplomatic view differs from the reading view, in order. */
  readonly diplomatic: readonly number[];
  /** For which signs its encoding speaks. */
  readonly votes: SignVotes;
  /** Offsets of elements that are not read where they are written: calls, notes that are called elsewhere, and what held nothing but these. */
  readonly moved: ReadonlySet<number>;
  /** Entries of the apparatus of which the lemma is not found, or is another one than they say. */
  readonly faultyEntries: readonly FaultyEntry[];
  /** Ranges over elements that do not end where they say. */
  readonly faultyRanges: readonly FaultyRange[];
  /** The witnesses that the file lists. */
  readonly witnesses: Witnesses;
  /** Those that can be read as texts of their own. */
  readonly witnessTexts: readonly string[];
  /** How many entries of the apparatus have no lemma, by whose reading is in the text. */
  readonly lemmas: ChosenLemmas;
  /** How the text of a part is numbered. */
  readonly numbering: (part: Part) => Numbering;
  /** What the edition’s table did; absent: it has none. */
  readonly decided?: Decided;
  /** Faults of well-formedness; where there are errors, the rest is what could be read in spite of them. */
  readonly findings: readonly Finding[];
}

/** Notes where they are called, and entries of the apparatus where their lemmas are. */
function inPlace(recorder: NoteRecorder, notes: NotePlan | undefined, entries: EntryPlan | undefined): XmlHandler {
  const atCalls = notes ? new NotesAtCalls(recorder, notes) : recorder;
  return entries ? new EntriesInPlace(atCalls, recorder, entries) : atCalls;
}

/** What is written elsewhere than it is read. */
const apartOf = (notes: NotePlan | undefined, entries: EntryPlan | undefined) => ({
  moved: new Set([...(notes ? movedBy(notes) : []), ...(entries?.moved.keys() ?? []), ...(entries?.gone ?? [])]),
  faultyEntries: entries?.faults ?? [],
});

/**
 * Reads a file in one pass. `also` are further consumers of the same pass, which get what is written: validators, rules; those that are to get what the
 * edition’s table makes of it are in `asDecided`. Only a tape of the structure can make `unitContent`.
 */
export function readTeiFile(
  source: SourceText,
  selector: DocumentSelector,
  also: readonly XmlHandler[] = [],
  limits: Partial<XmlLimits> = {},
  recorded: Recorded = 'words',
  asDecided: readonly XmlHandler[] = [],
): FileReading {
  const { handler: structureHandler, structure } = structureReader(selector);
  const [numbering, registers, records] = [numberingReader(selector), registerReader(), recordReader()];
  const { handler: witnessHandler, witnesses, base } = witnessReader(selector.base?.(source.file));
  const { handler: tapeHandler, tape, votes, lemmas } = tapeRecorder(recorded, { base, numbering, selector });
  const isDocument = (tag: XmlTag): boolean => selects(selector, tag);
  const decide = selector.table && deciding(source, selector.table, isDocument, limits);
  const asked = [source, isDocument, limits, decide] as const;
  const [plan, apart] = [notePlan(...asked), entryPlan(...asked)];
  const words = [numbering.handler, inPlace(tapeHandler, plan, apart), witnessHandler];
  const handlers = together([structureHandler, ...words, registers.handler, records.handler, ...asDecided]);
  const decides = decide?.(handlers);
  const findings = scanXml(source, together([decides?.handler ?? handlers, ...also]), { limits });
  const { units, levels } = unitsOf(source, structure, tape, selector, records);
  dealNotes(units, tape);
  return {
    source,
    structure,
    tape,
    units,
    levels,
    registers: registers.entries,
    diplomatic: placesOfDiplomatic(tape),
    votes: votes(),
    ...apartOf(plan, apart),
    faultyRanges: faultyRanges(tape, units, structure.ids),
    ...witnessesOf(tape, witnesses(), selector),
    lemmas,
    numbering: ({ text }) => numbering.of(text?.tag),
    ...(decides && { decided: decides.decided() }),
    findings,
  };
}

const witnessesOf = (tape: Tape, witnesses: Witnesses, { witnessTexts }: DocumentSelector) => ({
  witnesses,
  witnessTexts: textsOfFile(tape, witnesses, witnessTexts),
});

/** The name of one of several texts of a file in the settings and the manifest; a text that is alone has that of its file. */
const textName = (file: string, { root }: Part, number: number): string =>
  `${file}#${attributeOf(root, 'xml:id') ?? number}`;

function unitsOf(
  source: SourceText,
  { parts }: Structure,
  tape: Tape,
  { pages: settings }: DocumentSelector,
  records: RecordReader,
) {
  // In the order of the texts: that of a TEI may follow those of the TEI in it.
  parts.sort((a, b) => (a.text?.tag ?? a.root).start - (b.text?.tag ?? b.root).start);
  const texts = parts.filter(({ text }) => text);
  const levels = new Map<string, number>();
  const headers = new Set<number>();
  const units = parts.flatMap((part) => {
    const name = texts.length === 1 ? source.file : textName(source.file, part, texts.indexOf(part) + 1);
    const pages = pagesOf(part, tape, (where) => settings?.(name + where));
    const unitsIn = (isTextBare: boolean): UnitCut[] => cutUnits(part, tape, source.text, pages, isTextBare);
    // Several texts may have one header, which has one record.
    const isFirst = part.header !== undefined && !headers.has(part.header.start);
    if (isFirst) headers.add(part.header!.start);
    const cuts = isFirst ? withRecord(part, records, tape, unitsIn) : unitsIn(false);
    if (cuts.some(({ piece }) => piece))
      for (const [where, level] of pages?.levels ?? []) levels.set(name + where, level);
    return cuts;
  });
  return { units, levels };
}

function playUnit(tape: Tape, unit: UnitCut, builder: SpineBuilder, view: TapeView): Spine {
  const numbers = new Numbers(noteLabels(tape, unit.ops, view));
  for (const [from, to] of unit.ops) {
    builder.boundary();
    play(tape, from, to, builder, numbers, view);
  }
  return builder.finish();
}

/** The spine of a unit, from the tape. */
export const unitSpine = (tape: Tape, unit: UnitCut): Spine => playUnit(tape, unit, spineBuilder(), readingView);

/** The views that a unit has besides the reading view. */
export function viewsOf({ diplomatic, tape, witnesses, witnessTexts }: FileReading, unit: UnitCut): HasViews {
  const hasDiplomatic = unit.ops.some(([from, to]) => {
    const next = diplomatic[countBelow(diplomatic, from)];
    return next !== undefined && next < to;
  });
  const texts = textsOfUnit(tape, unit, witnessTexts, witnesses);
  return { ...(hasDiplomatic && { hasDiplomatic }), ...(texts.length > 0 && { witnessTexts: texts }) };
}

function writtenOf({ source: { text }, structure: { parts } }: FileReading, unit: UnitCut): Written {
  const { node, part } = unit;
  const own = unitText(text, unit);
  const root = attributesText(inherited(unit.node.parent, part));
  if (isWholeFile(unit, parts))
    return {
      whole: true,
      root,
      before: text.slice(part.root.start, node.tag.start),
      text: own,
      after: text.slice(node.end),
    };
  // A record is the header.
  const { start, end } = (unit.kind === 'record' ? undefined : headerFor(part)) ?? { start: 0, end: 0 };
  const notes = unit.brought.map((note) => text.slice(note.start, note.end));
  return {
    whole: false,
    root,
    before: text.slice(start, end),
    text: own,
    after: '',
    ...(notes.length > 0 && { notes }),
  };
}

/** What must survive of a unit of a file. */
export function unitContent(file: FileReading, unit: UnitCut, view: View = 'reading'): UnitContent {
  const { tape } = file;
  const recorder = structureRecorder();
  const builder = spineBuilder(recorder);
  const language = inherited(unit.node.parent, unit.part).get('xml:lang');
  if (language !== undefined) builder.open('language', language);
  const spine = playUnit(tape, unit, builder, tapeView(view, file.witnesses));
  const ownBlock = beginsWithBlock(tape, unit) ? recorder.firstBlock() : undefined;
  const structure = recorder.structure();
  const hasReadings = structure.items.some(({ aspect }) => aspect === 'reading');
  return {
    spine,
    structure: ownBlock ? withOwnBlock(structure, ownBlock, unit.node.tag.local !== 'text') : structure,
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
