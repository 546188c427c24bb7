import type { XmlHandler, XmlTag } from '../../source/xml.ts';
import type { SignVotes } from '../signs.ts';
import { beginOf, BrokenWords, label } from './breaks.ts';
import {
  hasSides,
  inTei,
  isBlock,
  isEmptyMark,
  isFormula,
  isGlossed,
  isHidden,
  isRegisterEntry,
  isSpace,
  shownSide,
} from './elements.ts';
import { addSide, type Entry, entryOf, type Filled, settleEntry, sideRole } from './entries.ts';
import { GlossReader } from './glosses.ts';
import { Fields } from './dictionaries.ts';
import { FormulaReader } from './formulas.ts';
import { Op, type OpCode, type Tape } from './ops.ts';
import { markOf } from './marks.ts';
import { sayOtherSides } from './sides.ts';
import { SignVoteCounter } from './sign-votes.ts';
import { attributeOf } from './structure.ts';
import { StructureTape } from './structure-tape.ts';

/** Records the tape of a file. */

interface Side {
  readonly name: string;
  readonly begin: number;
  end: number;
}

interface Frame {
  readonly name: string;
  /** Length of the tape when the element opened. */
  readonly begin: number;
  readonly note: boolean;
  readonly block: boolean;
  /** Of a `choice` or `app`: its sides so far. */
  readonly sides: Side[] | undefined;
  /** What its children are sides of, if it is an entry of an apparatus or a group in one. */
  readonly entry: Entry | undefined;
  /** The side of an entry that it is. */
  readonly side: Filled | undefined;
}

/** Whether a note is printed in the flow of the text and has no call: as its attributes say, or as a fact of a register entry. */
function isInlineNote(tag: XmlTag, parent: string | undefined): boolean {
  const place = attributeOf(tag, 'place');
  return attributeOf(tag, 'rend') === 'inline' || place === 'inline' || place === 'block' || isRegisterEntry(parent);
}

/** Elements that a line in which they are written has a space after. */
const linesOfTheirOwn = new Set(['titlePart', 'item', 'l', 'p']);

/** What a tape holds: the words with their pages and notes, or what stands on them as well, which only a proof needs. */
export type Recorded = 'words' | 'structure';

/** `base`: the witness whose reading is in the text where an entry has no lemma, as far as it is known when the text begins. */
export function tapeRecorder(
  recorded: Recorded,
  base: () => string | undefined = () => undefined,
): { handler: XmlHandler; tape: Tape; votes: () => SignVotes } {
  const handler = new TapeRecorder(recorded, base);
  return { handler, tape: handler.tape, votes: () => handler.votes.votes() };
}

/** Its methods run for every tag and every text: a private member of TypeScript is read as quickly as any other. */
class TapeRecorder implements XmlHandler {
  readonly tape: Tape = { ops: [], values: [], offsets: [], pages: [] };
  readonly votes = new SignVoteCounter();
  private readonly frames: Frame[] = [];
  /** Places at which a side of a choice, as words in one line, has a space. */
  private readonly spaces = new Set<number>();
  /** Where notes that are printed in the text begin, and where they end. */
  private readonly inlineNotes = new Map<number, number>();
  private depthOfText = 0;
  private readonly words = new BrokenWords();
  private readonly formulas = new FormulaReader();
  private readonly glosses = new GlossReader();
  private readonly fields = new Fields();
  private readonly structure: StructureTape | undefined;

  private readonly base: () => string | undefined;

  constructor(recorded: Recorded, base: () => string | undefined) {
    this.base = base;
    this.structure = recorded === 'structure' ? this.structureTape() : undefined;
  }

  private structureTape(): StructureTape {
    return new StructureTape({
      put: (op, value, offset) => {
        this.put(op === undefined ? Op.dropped : Op[op], value, offset);
        return this.tape.ops.length - 1;
      },
      set: (at, op, value) => {
        this.tape.ops[at] = Op[op];
        this.tape.values[at] = value;
      },
      lastOffset: () => this.tape.offsets.at(-1) ?? 0,
    });
  }

  open(written: XmlTag): void {
    const tag = inTei(written);
    const name = tag.local;
    if (this.depthOfText === 0 && name !== 'text') return;
    this.depthOfText++;
    const parent = this.frames[this.frames.length - 1];
    this.votes.open(tag, this.frames);
    if (parent?.side) parent.side.isFilled = true;
    const role = sideRole(name, parent?.entry);
    const inline = name === 'note' && !role && isInlineNote(tag, parent?.name);
    const note = name === 'note' && !role && !inline;
    if (this.fields.open(name, parent?.name)) this.put(Op.text, ' ', tag.start);
    this.structure?.before(tag, note);
    if (name === 'pb' || name === 'lb' || isSpace(name)) this.putBreak(tag);
    this.words.open(name);
    const block = inline || (!note && name !== 'lb' && isBlock(name, parent?.name));
    const begin = this.tape.ops.length;
    parent?.sides?.push({ name, begin, end: begin });
    const side = role && addSide(parent!.entry!, tag, role, begin);
    const entry = entryOf(tag, parent?.entry);
    this.frames.push({ name, begin, note, block, sides: hasSides(name) ? [] : undefined, entry, side });
    if (side) this.put(Op.startSide, '', tag.start);
    else if (note) this.put(Op.startNote, label(tag), tag.start);
    else if (block) this.put(Op.boundary, '', tag.start);
    if (name === 'app') this.put(Op.startEntry, '', tag.start);
    this.structure?.enter(tag, note, inline, side !== undefined);
    if (!isEmptyMark(name)) this.putMark(tag);
    this.formulas.open(written, this.tape.ops.length);
    this.glosses.open(tag, this.tape.ops.length);
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
    const said = isFormula(frame.name) ? !formula : mayBeEmpty && this.hasWords(frame.begin);
    if (mayBeEmpty && !said) this.put(Op.mark, markOf(tag)!, tag.start);
    this.words.close(tag, frame);
    this.structure?.leave(start, said);
    this.endSides(frame, start);
    if (frame.note) this.put(Op.endNote, '', start);
    else if (frame.block) {
      if (linesOfTheirOwn.has(frame.name)) this.spaces.add(ops.length);
      this.put(Op.boundary, '', start);
    }
    if (isHidden(frame.name)) this.drop(frame.begin, ops.length);
    if (frame.name === 'choice' && frame.sides!.length > 1) this.choose(frame.sides!);
    const side = this.frames[this.frames.length - 1]?.sides?.at(-1);
    if (side) side.end = ops.length;
  }

  /** What an apparatus has ends with its element. */
  private endSides({ name, entry, side }: Frame, start: number): void {
    if (side) {
      side.end = this.tape.ops.length;
      this.put(Op.endSide, '', start);
    }
    if (name !== 'app') return;
    settleEntry(entry!, this.tape, this.base());
    this.put(Op.endEntry, '', start);
  }

  text(value: string, start: number): void {
    const parent = this.frames[this.frames.length - 1];
    if (parent === undefined) return;
    if ((parent.sides !== undefined || isGlossed(parent.name)) && value.trim() === '') return;
    if (parent.side && value.trim() !== '') parent.side.isFilled = true;
    this.structure?.text(value, start);
    this.formulas.text(value);
    this.glosses.text(value);
    this.fields.text();
    this.words.text(value, this.frames);
    this.put(Op.text, value, start);
  }

  private put(op: OpCode, value: string, offset: number): void {
    const { tape } = this;
    tape.ops.push(op);
    tape.values.push(value);
    tape.offsets.push(offset);
  }

  private drop(begin: number, end: number): void {
    const { ops } = this.tape;
    for (let i = begin; i < end; i++) ops[i] = Op.dropped;
  }

  /** A formula or gloss ends: it takes the place of the words that it holds. */
  private endPoint(start: number): boolean {
    const formula = this.formulas.close();
    const point = this.glosses.close() ?? formula;
    if (!point) return false;
    this.drop(point.begin, this.tape.ops.length);
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

  /** Whether words came since a place on the tape. */
  private hasWords(from: number): boolean {
    const { ops, values } = this.tape;
    for (let i = from; i < ops.length; i++)
      if (ops[i] === Op.formula || (ops[i] === Op.text && /[^ \t\n\r]/.test(values[i]!))) return true;
    return false;
  }

  /** Leaves only the side of a choice that is shown; what the others say is said next to it. */
  private choose(sides: readonly Side[]): void {
    const { spaces, inlineNotes } = this;
    const shown = shownSide(sides.map((side) => side.name));
    if (this.structure) sayOtherSides(this.tape, sides, shown, { spaces, inlineNotes });
    sides.forEach((side, i) => i !== shown && this.drop(side.begin, side.end));
  }
}
