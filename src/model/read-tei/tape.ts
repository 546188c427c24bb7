import type { XmlHandler, XmlTag } from '../../source/xml.ts';
import type { SpineBuilder } from '../spine.ts';
import { oneLine } from '../spine.ts';
import type { Aspect } from '../structure.ts';
import { hidden, inTei, isBlock, registerEntries, shownSide } from './elements.ts';
import { Op, type OpCode, type Tape } from './ops.ts';
import { sayOtherSides } from './sides.ts';
import { StructureTape } from './structure-tape.ts';

/** Records the tape of a file, and plays a range of it. */

interface Frame {
  readonly name: string;
  /** Length of the tape when the element opened. */
  readonly begin: number;
  readonly note: boolean;
  readonly block: boolean;
  /** Of a `choice` or `app`: its sides so far. */
  readonly sides: { name: string; begin: number; end: number }[] | undefined;
}

const attribute = (tag: XmlTag, name: string): string | undefined => tag.attributes.find((a) => a.name === name)?.value;

/** The number of a page or note as it is shown: one line. */
const label = (tag: XmlTag): string => oneLine(attribute(tag, 'n') ?? '');

/** Whether a note is printed in the flow of the text and has no call: as its attributes say, or as a fact of a register entry. */
function isInlineNote(tag: XmlTag, parent: string | undefined): boolean {
  const place = attribute(tag, 'place');
  return (
    attribute(tag, 'rend') === 'inline' || place === 'inline' || place === 'block' || registerEntries.has(parent ?? '')
  );
}

/** What an empty `gap` reads as. */
const gapText = '[…]';
/** Elements that a line in which they are written has a space after. */
const linesOfTheirOwn = new Set(['titlePart', 'item', 'l', 'p']);

export function tapeRecorder(): { handler: XmlHandler; tape: Tape } {
  const tape: Tape = { ops: [], values: [], offsets: [], pages: [] };
  const frames: Frame[] = [];
  /** Signs of ours on the tape, and places at which a side of a choice, as words in one line, has a space. */
  const signs = new Set<number>();
  const spaces = new Set<number>();
  /** Where notes that are printed in the text begin, and where they end. */
  const inlineNotes = new Map<number, number>();
  let depthOfText = 0;

  const put = (op: OpCode, value: string, offset: number): void => {
    tape.ops.push(op);
    tape.values.push(value);
    tape.offsets.push(offset);
  };
  const drop = (begin: number, end: number): void => {
    for (let i = begin; i < end; i++) tape.ops[i] = Op.dropped;
  };
  const structure = new StructureTape({
    put: (op, value, offset) => {
      put(op === undefined ? Op.dropped : Op[op], value, offset);
      return tape.ops.length - 1;
    },
    set: (at, op, value) => {
      tape.ops[at] = Op[op];
      tape.values[at] = value;
    },
    lastOffset: () => tape.offsets.at(-1) ?? 0,
  });
  const isVariant = (name: string, parent: Frame | undefined): boolean =>
    name === 'rdg' && parent?.name === 'app' && parent.sides!.length > 0;

  const putBreak = (tag: XmlTag): void => {
    const joined = attribute(tag, 'break') === 'no';
    if (tag.local === 'pb') tape.pages.push(tape.ops.length);
    if (tag.local === 'pb') put(joined ? Op.pageInWord : Op.page, label(tag), tag.start);
    else if (tag.local === 'lb') spaces.add(tape.ops.length);
    if (tag.local === 'lb') put(joined ? Op.lineInWord : Op.boundary, '', tag.start);
    else if (tag.local === 'space') put(Op.text, ' ', tag.start);
  };

  const open = (written: XmlTag): void => {
    const tag = inTei(written);
    const name = tag.local;
    if (depthOfText === 0 && name !== 'text') return;
    depthOfText++;
    const parent = frames[frames.length - 1];
    const inline = name === 'note' && isInlineNote(tag, parent?.name);
    const note = (name === 'note' && !inline) || isVariant(name, parent);
    structure.before(tag, note);
    if (name === 'pb' || name === 'lb' || name === 'space') putBreak(tag);
    const block = inline || (!note && name !== 'lb' && isBlock(name, parent?.name));
    const begin = tape.ops.length;
    parent?.sides?.push({ name, begin, end: begin });
    frames.push({ name, begin, note, block, sides: name === 'choice' || name === 'app' ? [] : undefined });
    if (note) put(Op.startNote, label(tag), tag.start);
    else if (block) put(Op.boundary, '', tag.start);
    structure.enter(tag, note, inline);
  };

  const close = (tag: XmlTag, start: number): void => {
    if (depthOfText === 0) return;
    depthOfText--;
    const frame = frames.pop()!;
    if (frame.name === 'note' && !frame.note) inlineNotes.set(frame.begin, tape.ops.length);
    if (frame.name === 'gap' && !tape.ops.includes(Op.text, frame.begin)) {
      signs.add(tape.ops.length);
      put(Op.text, gapText, tag.start);
    }
    structure.leave(start);
    if (frame.note) put(Op.endNote, '', start);
    else if (frame.block) {
      if (linesOfTheirOwn.has(frame.name)) spaces.add(tape.ops.length);
      put(Op.boundary, '', start);
    }
    if (hidden.has(frame.name)) drop(frame.begin, tape.ops.length);
    if (frame.name === 'choice' && frame.sides!.length > 1) {
      const shown = shownSide(frame.sides!.map((side) => side.name));
      sayOtherSides(tape, frame.sides!, shown, { signs, spaces, inlineNotes });
      frame.sides!.forEach((side, i) => i !== shown && drop(side.begin, side.end));
    }
    const side = frames[frames.length - 1]?.sides?.at(-1);
    if (side) side.end = tape.ops.length;
  };

  const text = (value: string, start: number): void => {
    const parent = frames[frames.length - 1];
    if (parent === undefined || (parent.sides !== undefined && value.trim() === '')) return;
    structure.text(value, start);
    put(Op.text, value, start);
  };
  return { handler: { open, close, text }, tape };
}

/**
 * Plays the range `from` (included) to `to` (excluded) into a builder. Notes without a label are numbered 1, 2, 3 …
 * within one `autoNumber`.
 */
export function play(tape: Tape, from: number, to: number, builder: SpineBuilder, autoNumber: () => string): void {
  for (let i = from; i < to; i++) {
    const value = tape.values[i]!;
    switch (tape.ops[i]) {
      case Op.text:
        builder.text(value);
        break;
      case Op.boundary:
        builder.boundary();
        break;
      case Op.page:
      case Op.pageInWord:
        builder.page(
          value,
          tape.ops[i] === Op.pageInWord,
          tape.ops[i + 1] === Op.pageId ? tape.values[i + 1] : undefined,
        );
        break;
      case Op.lineInWord:
        builder.joinLine();
        break;
      case Op.startNote:
        builder.startNote(value === '' ? autoNumber() : value);
        break;
      case Op.endNote:
        builder.endNote();
        break;
      default:
        playStructure(tape.ops[i]!, value, builder);
    }
  }
}

const ranges = new Map<OpCode, Aspect>([
  [Op.block, 'block'],
  [Op.cell, 'cell'],
  [Op.look, 'look'],
  [Op.role, 'role'],
  [Op.language, 'language'],
  [Op.pointer, 'pointer'],
]);

function playStructure(op: OpCode, value: string, builder: SpineBuilder): void {
  const range = ranges.get(op);
  if (range) builder.open(range, value);
  else if (op === Op.close) builder.close();
  else if (op === Op.id) builder.point('id', value);
  else if (op === Op.picture) builder.point('picture', value);
}
