import type { XmlTag } from '../../source/xml.ts';
import { roleOfInlineNote } from './inline-notes.ts';
import { fieldMark } from '../structure.ts';
import {
  hasSides,
  isCell,
  isEmptyMark,
  isFormula,
  isGloss,
  isHidden,
  isMilestone,
  isPicture,
  isPoint,
  isTextPart,
} from './elements.ts';
import { type Blocks, blocksOf, blockValue, holdsOnlyBlocks, isUnknown } from './kinds.ts';
import { wordsOfMark } from './marks.ts';
import type { Recording, StructureOp } from './recording.ts';
import { roleOf } from './roles.ts';
import { cellOf, pointsOf, rangesOf } from './properties.ts';

/** Records on the tape what stands on the words: blocks, also those that the source leaves unsaid, and the properties of each element. */

/** Something that holds only blocks. Words directly in it make a block of their own, which is open while `last` is given. */
interface Container {
  last: 'text' | 'point' | 'note' | 'element' | undefined;
}

interface Frame {
  readonly name: string;
  /** How many ranges end with the element. */
  closes: number;
  readonly container: Container | undefined;
  /** A block that depends on what the element holds. */
  open:
    | { readonly at: number; readonly blocks: Extract<Blocks, { where: unknown }>; readonly otherwise: string }
    | undefined;
  /** What its words are, where it is not a block. */
  role: string | undefined;
  /** Where that is said, if it is a block in one case. */
  roleAt: number | undefined;
  /** What is said of its words, if it has any, in place of a sign; and where. */
  words: { readonly at: number; readonly is: ReturnType<typeof wordsOfMark> } | undefined;
  /** Rows of a table, cells of a row so far. */
  count: number;
  /** A row whose cells head their columns. */
  readonly heads: boolean;
}

const paragraph = blockValue('block', 'paragraph');

const has = (tag: XmlTag, name: string): boolean => tag.attributes.some((attribute) => attribute.name === name);
const read = (tag: XmlTag) => (name: string) => tag.attributes.find((attribute) => attribute.name === name)?.value;

/** What is known of an element that opens: a note that has a call, or is printed in the text; a side of an entry of the apparatus; a fact in a block of its own. */
interface EnteredAs {
  readonly note: boolean;
  readonly inline: boolean;
  readonly side: boolean;
  readonly fact: boolean;
}

const roleIn = (tag: XmlTag, parent: Frame | undefined, blocks: Blocks): string | undefined =>
  'always' in blocks && blocks.always.length > 0 ? undefined : roleOf(tag, !isUnknown(blocks), parent?.name);

export class StructureTape {
  private readonly frames: Frame[] = [];
  private readonly tape: Recording;

  constructor(tape: Recording) {
    this.tape = tape;
  }

  private get parent(): Frame | undefined {
    return this.frames.at(-1);
  }

  /** Words directly in the parent, if it holds only blocks, begin or go on with a block of their own. */
  text(value: string, offset: number): void {
    const container = this.parent?.container;
    if (!container || !/[^ \t\n\r]/.test(value)) return;
    if (container.last === undefined || container.last === 'element') this.beginLoose(container, offset);
    container.last = 'text';
  }

  /** An element opens; to be called before anything of it is on the tape. `note`: it is called and stands elsewhere. */
  before(tag: XmlTag, note: boolean): void {
    const container = this.parent?.container;
    const { local } = tag;
    if (!container || isHidden(local)) return;
    if (note) this.beforeCall(tag.start);
    else if (local !== 'pb' && isMilestone(local)) {
      const leaves = local === 'lb' || has(tag, 'xml:id');
      if (container.last !== undefined && leaves) container.last = 'point';
    } else this.endLoose(container);
  }

  /** A note that is written elsewhere is called. */
  beforeCall(offset: number): void {
    const container = this.parent?.container;
    if (!container) return;
    if (container.last === undefined) this.beginLoose(container, offset);
    container.last = 'note';
  }

  /** What the element is; to be called when its note, if it is one, has begun. */
  enter(tag: XmlTag, as: EnteredAs): void {
    const { local } = tag;
    const { parent } = this;
    this.settle(parent, local);
    const frame = this.frameOf(tag, parent, as);
    this.frames.push(frame);
    if (local === 'pb') this.points(tag, 'pageId');
    else if (local === 'lb' || isPoint(local) || (isTextPart(local) && !this.isSection(tag))) this.points(tag);
    else if (!hasSides(local) || has(tag, 'xml:lang') || has(tag, 'xml:id')) this.properties(tag, frame);
  }

  /** `said`: what has a sign where it is empty has words of its own. */
  leave(offset: number, said: boolean): void {
    const frame = this.frames.pop()!;
    if (frame.words && said) this.tape.set(frame.words.at, ...frame.words.is);
    if (frame.words && said) frame.closes++;
    if (frame.container) this.endLoose(frame.container);
    if (frame.open) this.decide(frame, frame.open, false);
    for (let i = 0; i < frame.closes; i++) this.tape.put('close', '', offset);
  }

  private beginLoose(container: Container, offset: number, last: Container['last'] = 'text'): void {
    this.endLoose(container);
    this.tape.put('block', paragraph, offset);
    container.last = last;
  }

  private endLoose(container: Container): void {
    if (container.last === undefined) return;
    // Behind what it holds, not at the next element: that may be of another unit.
    this.tape.put('close', '', this.tape.lastOffset());
    container.last = undefined;
  }

  /** A part of a text that says in what language it is, inside another part: a section. */
  private isSection(tag: XmlTag): boolean {
    return this.frames.length === 1 || has(tag, 'xml:lang');
  }

  private blocks(tag: XmlTag, parent: Frame | undefined, note: boolean, inline: boolean): Blocks {
    if (note || isHidden(tag.local)) return { always: [] };
    if (isTextPart(tag.local))
      return { always: parent && has(tag, 'xml:lang') ? [blockValue('section', tag.local)] : [] };
    const attribute = read(tag);
    if (inline) return { always: [blockValue('block', roleOfInlineNote(attribute('type'), parent?.name))] };
    return blocksOf({ name: tag.local, attribute, parent: parent?.name });
  }

  private frameOf(tag: XmlTag, parent: Frame | undefined, as: EnteredAs): Frame {
    const { local, start } = tag;
    const note = as.note || as.side;
    const blocks = this.blocks(tag, parent, note, as.inline);
    const frame: Frame = {
      name: local,
      closes: 0,
      container: undefined,
      open: undefined,
      role: note || isHidden(local) ? undefined : roleIn(tag, parent, blocks),
      roleAt: undefined,
      words: undefined,
      count: 0,
      heads: local === 'row' && read(tag)('role') === 'label',
    };
    if (isCell(local) && 'always' in blocks && blocks.always.length === 0) this.cell(tag, parent, frame);
    const loose = !note && !as.fact && this.isLoose(tag, parent);
    if ('where' in blocks) {
      const at = this.tape.put(undefined, '', start);
      frame.open = { at, blocks, otherwise: loose ? paragraph : '' };
      if (blocks.is(false)?.startsWith('list')) return { ...frame, container: { last: undefined } };
      return frame;
    }
    if (blocks.always.length === 0 && loose) this.beginLoose(parent!.container!, start, 'element');
    for (const value of blocks.always) this.tape.put('block', value, start);
    frame.closes += blocks.always.length;
    const inner = blocks.always.at(-1);
    if (isTextPart(local) && inner === undefined)
      return { ...frame, container: parent?.container ?? { last: undefined } };
    return inner !== undefined && holdsOnlyBlocks(inner) ? { ...frame, container: { last: undefined } } : frame;
  }

  /** An element that is words where only blocks can be. */
  private isLoose({ local }: XmlTag, parent: Frame | undefined): boolean {
    const stands = isTextPart(local) || isPicture(local) || isCell(local);
    return parent?.container !== undefined && !isMilestone(local) && !isHidden(local) && !stands;
  }

  /** A child decides what an element is that was not certain. */
  private settle(parent: Frame | undefined, child: string): void {
    if (parent?.open?.blocks.where.has(child)) this.decide(parent, parent.open, true);
  }

  private decide(frame: Frame, { at, blocks, otherwise }: NonNullable<Frame['open']>, holds: boolean): void {
    frame.open = undefined;
    const block = blocks.is(holds);
    if (block === undefined && frame.roleAt !== undefined) {
      this.tape.set(frame.roleAt, 'role', frame.role!);
      frame.closes++;
    }
    const value = block ?? otherwise;
    if (value === '') return;
    this.tape.set(at, 'block', value);
    frame.closes++;
  }

  private cell(tag: XmlTag, row: Frame | undefined, frame: Frame): void {
    const isRow = row?.name === 'row';
    const table = this.frames.at(-2);
    if (isRow && table?.name === 'table' && row.count === 0) table.count++;
    if (isRow) row.count++;
    this.tape.put('cell', isRow ? cellOf(tag, table?.count ?? 1, row.count) : cellOf(tag, 0, 0), tag.start);
    frame.closes++;
    const heads = isRow && row.heads ? 'column' : read(tag)('role') === 'label' ? 'row' : undefined;
    if (heads === undefined) return;
    this.tape.put('look', `heads${fieldMark}${heads}`, tag.start);
    frame.closes++;
  }

  /** What is said of a place; `as`: of a page break, whose id is its own. */
  private points(tag: XmlTag, as?: StructureOp): void {
    for (const [aspect, value] of pointsOf(tag)) this.tape.put(as ?? aspect, value, tag.start);
  }

  private properties(tag: XmlTag, frame: Frame): void {
    if (isFormula(tag.local)) {
      frame.words = { at: this.tape.put(undefined, '', tag.start), is: wordsOfMark(tag) };
      return;
    }
    this.points(tag);
    if (isGloss(tag.local)) return;
    const isBlock = frame.closes > 0;
    if (isEmptyMark(tag.local)) frame.words = { at: this.tape.put(undefined, '', tag.start), is: wordsOfMark(tag) };
    if (frame.role !== undefined) {
      const at = this.tape.put(frame.open ? undefined : 'role', frame.role, tag.start);
      if (frame.open) frame.roleAt = at;
      else frame.closes++;
    }
    const ranges = rangesOf(tag, isBlock, frame.role?.split(fieldMark)[0]);
    for (const [aspect, value] of ranges) this.tape.put(aspect, value, tag.start);
    frame.closes += ranges.length;
  }
}
