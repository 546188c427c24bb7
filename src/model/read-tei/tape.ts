import type { XmlHandler, XmlTag } from '../../source/xml.ts';
import { beginOf, BrokenWords, label } from './breaks.ts';
import { hasSides, inTei, isBlock, isEmptyMark, isFormula, isGlossed, isHidden, isSpace } from './elements.ts';
import { addSide, entryOf, settleEntry, sideRole } from './entries.ts';
import { GlossReader } from './glosses.ts';
import { Fields } from './dictionaries.ts';
import { FormulaReader } from './formulas.ts';
import { FactTape } from './fact-tape.ts';
import { dropInReading, hasWordsFrom, newTape, Op, type OpCode, type Tape } from './ops.ts';
import { isInlineNote } from './inline-notes.ts';
import { noteLabel } from './note-numbers.ts';
import { markOf } from './marks.ts';
import { isQuotation, makesQuotationBlock } from './kinds.ts';
import { DiplomaticTape } from './diplomatic.ts';
import { type Frame, isInExpansion, linesOfTheirOwn } from './frames.ts';
import { RangesOfTape } from './ranges.ts';
import { NumberTape } from './number-tape.ts';
import { recordingsOn } from './recordings.ts';
import type { NumberingReader } from './numbering.ts';
import { chooseSide } from './sides.ts';
import { SignVoteCounter } from './sign-votes.ts';
import { attributeOf, type DocumentSelector } from './structure.ts';
import { StructureTape } from './structure-tape.ts';

/** Records the tape of a file. */

/** Elements that hold words of a file: its header, which may be a record, and its texts. */
const begins = new Set(['text', 'sourceDoc', 'teiHeader']);

/** What a tape holds: the words with their pages and notes, or what stands on them as well, which only a proof needs. */
export type Recorded = 'words' | 'structure';

/** What the tape needs of other readers of the same pass. */
export interface Known {
  /** The witness whose reading is in the text where an entry has no lemma, as far as it is known when the text begins. */
  readonly base: () => string | undefined;
  readonly numbering: NumberingReader;
  readonly selector: DocumentSelector;
}

/** Its methods run for every tag and every text: a private member of TypeScript is read as quickly as any other. */
export class TapeRecorder implements XmlHandler {
  /** Of the file, or, while a note is open that is called elsewhere, of the note. */
  tape: Tape = newTape();
  readonly votes = new SignVoteCounter();
  /** Whose readings are in the text where entries have no lemma. */
  readonly lemmas = { ofBase: 0, others: 0 };
  protected readonly frames: Frame[] = [];
  /** Places at which a side of a choice, as words in one line, has a space. */
  spaces = new Set<number>();
  /** Where notes that are printed in the text begin, and where they end. */
  inlineNotes = new Map<number, number>();
  protected depthOfText = 0;
  protected words = new BrokenWords();
  diplomatic = new DiplomaticTape(this.tape);
  protected readonly formulas = new FormulaReader();
  protected readonly glosses = new GlossReader();
  protected readonly fields = new Fields();
  private readonly ranges = new RangesOfTape((is, value, offset) => this.put(Op[is], value, offset));
  readonly structure: StructureTape | undefined;
  private readonly facts: FactTape;

  private readonly known: Known;
  private readonly numbers: NumberTape | undefined;

  constructor(recorded: Recorded, known: Known) {
    this.known = known;
    const isWhole = recorded === 'structure';
    const recordings = recordingsOn(this);
    this.structure = isWhole ? new StructureTape(recordings.structure) : undefined;
    this.facts = new FactTape(recordings.facts, isWhole);
    const declared = () => known.numbering.declared();
    this.numbers = isWhole ? new NumberTape(recordings.numbers, known.selector, declared) : undefined;
  }

  open(written: XmlTag, apart = false): void {
    const tag = inTei(written);
    const name = tag.local;
    if (this.depthOfText === 0 && !begins.has(name)) return;
    this.depthOfText++;
    const parent = this.frames[this.frames.length - 1];
    if (this.frames[0]?.name !== 'teiHeader') this.votes.open(tag, this.frames);
    if (parent?.side) parent.side.isFilled = true;
    const role = sideRole(name, parent?.entry);
    const inline = name === 'note' && !role && isInlineNote(tag, parent?.name);
    const note = name === 'note' && !role && !inline;
    if (this.fields.open(name, parent?.name)) this.put(Op.text, ' ', tag.start);
    if (!apart) this.structure?.before(tag, note);
    const isFact = this.facts.open(tag, written.local);
    if (name === 'pb' || name === 'lb' || isSpace(name)) this.putBreak(tag);
    this.words.open(name);
    const block = inline || (!note && name !== 'lb' && isBlock(name, parent?.name));
    const begin = this.tape.ops.length;
    parent?.sides?.push({ name, begin, end: begin, goesOn: false });
    const side = role && addSide(parent!.entry!, tag, role, begin);
    const entry = entryOf(tag, parent?.entry);
    const mayBeBlock = !block && isQuotation(name, parent?.name) ? begin : undefined;
    this.frames.push({ name, begin, note, block, mayBeBlock, sides: hasSides(name) ? [] : undefined, entry, side });
    if (parent?.mayBeBlock !== undefined && makesQuotationBlock(name)) this.beginBlock(parent);
    if (side) this.put(Op.startSide, '', tag.start);
    else if (note) this.put(Op.startNote, noteLabel(tag), tag.start);
    else if (block) this.put(Op.boundary, '', tag.start);
    else if (mayBeBlock !== undefined) this.put(Op.text, '', tag.start);
    if (name === 'app') this.put(Op.startEntry, '', tag.start);
    this.structure?.enter(tag, { note, inline, side: side !== undefined, fact: isFact });
    if (this.frames[0]!.name !== 'teiHeader') this.numbers?.open(tag);
    if (name === 'surface') this.putSurface(tag);
    if (!isEmptyMark(name)) this.putMark(tag);
    this.ranges.open(tag);
    if (name === 'supplied') this.diplomatic.openSupplied(tag);
    if (note) this.diplomatic.openNote();
    this.formulas.open(written, this.tape.ops.length);
    this.glosses.open(tag, this.tape.ops.length);
  }

  private beginBlock(quotation: Frame): void {
    this.tape.ops[quotation.mayBeBlock!] = Op.boundary;
    quotation.block = true;
  }

  /** A surface with a number begins a page. */
  private putSurface(tag: XmlTag): void {
    const n = label(tag);
    if (n.trim() === '') return;
    this.tape.pages.push(this.tape.ops.length);
    this.put(Op.page, n, tag.start);
  }

  private putMark(tag: XmlTag): void {
    const mark = markOf(tag);
    if (mark === undefined) return;
    this.put(Op.mark, mark, tag.start);
    if (isSpace(tag.local)) this.put(Op.text, ' ', tag.start);
  }

  close(tag: XmlTag, start: number): void {
    if (this.depthOfText === 0) return;
    this.depthOfText--;
    const { ops } = this.tape;
    const frame = this.frames.pop()!;
    this.fields.close(frame.name);
    if (frame.name === 'note' && !frame.note && !frame.side) this.inlineNotes.set(frame.begin, ops.length);
    const mayBeEmpty = isEmptyMark(frame.name);
    const formula = this.endPoint(start);
    const said = isFormula(frame.name) ? !formula : mayBeEmpty && hasWordsFrom(this.tape, frame.begin);
    if (mayBeEmpty && !said) this.put(Op.mark, markOf(tag)!, tag.start);
    this.words.close(tag, frame);
    this.structure?.leave(start, said);
    this.endSides(frame, start);
    if (frame.note) this.put(Op.endNote, '', start);
    else if (frame.block) {
      if (linesOfTheirOwn.has(frame.name)) this.spaces.add(ops.length);
      this.put(Op.boundary, '', start);
    }
    this.endView(frame);
    if (frame.name === 'choice' && frame.sides!.length > 1) this.words.goesOn = chooseSide(this, frame.sides!);
    this.ranges.close(inTei(tag), start);
    this.facts.close(start);
    const side = this.frames[this.frames.length - 1]?.sides?.at(-1);
    if (side) {
      side.end = ops.length;
      side.goesOn = this.words.goesOn;
    }
    if ((this.frames[0] ?? frame).name === 'teiHeader') return;
    this.numbers?.close();
    if (this.frames.length === 0) this.numbers?.settle(this.known.numbering.latest());
  }

  /** Leaves what an element holds in the views that it is for. */
  private endView({ name, begin, note }: Frame): void {
    const end = this.tape.ops.length;
    if (name === 'supplied') this.diplomatic.closeSupplied();
    if (note) this.diplomatic.closeNote();
    if (isHidden(name)) this.diplomatic.drop(begin, end);
    else if (name === 'ex') {
      this.diplomatic.without(begin, end);
      this.words.goesOn = false;
    } else if (name === 'am' && isInExpansion(this.frames)) {
      this.diplomatic.only(begin, end);
      dropInReading(this.tape, begin, end);
      this.words.goesOn = false;
    }
  }

  /** What an apparatus has ends with its element. */
  private endSides({ name, entry, side }: Frame, start: number): void {
    if (side) {
      side.end = this.tape.ops.length;
      this.put(Op.endSide, '', start);
    }
    if (name !== 'app') return;
    settleEntry(entry!, this.tape, this.known.base(), this.lemmas);
    this.put(Op.endEntry, '', start);
  }

  text(value: string, start: number): void {
    const parent = this.frames[this.frames.length - 1];
    if (parent === undefined) return;
    if ((parent.sides !== undefined || isGlossed(parent.name)) && value.trim() === '') return;
    if (parent.side && value.trim() !== '') parent.side.isFilled = true;
    this.structure?.text(value, start);
    this.facts.text(value);
    this.formulas.text(value);
    this.glosses.text(value);
    this.fields.text();
    this.words.text(value, this.frames);
    this.diplomatic.text(value);
    this.put(Op.text, value, start);
  }

  /** What is recorded in another place than it is written has the offset of that place. */
  protected offset: number | undefined;

  put(op: OpCode, value: string, offset: number): number {
    const { tape } = this;
    tape.ops.push(op);
    tape.values.push(value);
    tape.offsets.push(this.offset ?? offset);
    return tape.ops.length - 1;
  }

  /** A formula or gloss ends: it takes the place of the words that it holds. */
  private endPoint(start: number): boolean {
    const formula = this.formulas.close();
    const point = this.glosses.close() ?? formula;
    if (!point) return false;
    this.diplomatic.drop(point.begin, this.tape.ops.length);
    if (point.value !== '') this.put(point === formula ? Op.formula : Op.gloss, point.value, start);
    return true;
  }

  private putBreak(tag: XmlTag): void {
    const joined = attributeOf(tag, 'break') === 'no';
    const at = this.tape.ops.length;
    if (tag.local === 'pb') {
      this.tape.pages.push(at);
      this.put(joined ? Op.pageInWord : Op.page, label(tag), tag.start);
    } else if (tag.local === 'lb') {
      this.spaces.add(at);
      const inWord = joined || (attributeOf(tag, 'break') === undefined && this.words.isInside(this.frames));
      this.put(inWord ? Op.lineInWord : Op.line, beginOf(tag), tag.start);
    } else this.put(Op.text, ' ', tag.start);
  }
}
