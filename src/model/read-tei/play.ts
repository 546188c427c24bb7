import { NoteNumbers } from './note-numbers.ts';
import type { SpineBuilder } from '../spine.ts';
import type { Aspect } from '../structure.ts';
import { rangeOnTape } from './ranges.ts';
import { type Instead, Op, type OpCode, type Tape } from './ops.ts';
import { opAt, readingView, type TapeView, valueAt } from './tape-in-view.ts';

/** Plays a range of a tape. */

/** Numbers that a unit gives in its order: to notes without one, and to the entries of the apparatus. */
export class Numbers {
  private readonly notes: NoteNumbers;
  private entries = 0;
  private readonly open: number[] = [];

  /** `labels`: of all notes of the unit, as `noteLabels` gives them. */
  constructor(labels: readonly string[] = []) {
    this.notes = new NoteNumbers(labels);
  }

  note(label: string): string {
    return this.notes.note(label);
  }

  openEntry(): void {
    this.open.push(++this.entries);
  }

  closeEntry(): void {
    this.open.pop();
  }

  /** The value of a side with the number of the entry that is open. */
  side(value: string): string {
    return value.replace('\x1f', `\x1f${this.open.at(-1) ?? 0}`);
  }
}

/** The id of the page break at a place, which the tape has behind it. */
function idOfPage(tape: Tape, at: number, instead: ReadonlyMap<number, Instead> | undefined): string | undefined {
  return opAt(tape, at + 1, instead) === Op.pageId ? valueAt(tape, at + 1, instead) : undefined;
}

/**
 * Plays the range `from` (included) to `to` (excluded) into a builder. Notes without a label and entries of the apparatus are numbered
 * 1, 2, 3 … within one `Numbers`.
 */
export function play(
  tape: Tape,
  from: number,
  to: number,
  builder: SpineBuilder,
  numbers: Numbers,
  view: TapeView = readingView,
): void {
  const instead = view.of(tape);
  for (let i = from; i < to; i++) {
    const [op, value] = [opAt(tape, i, instead), valueAt(tape, i, instead)];
    switch (op) {
      case Op.text:
        builder.text(value);
        break;
      case Op.boundary:
        builder.boundary();
        break;
      case Op.page:
      case Op.pageInWord:
        builder.page(value, op === Op.pageInWord, idOfPage(tape, i, instead));
        break;
      case Op.line:
      case Op.lineInWord:
        builder.line(value, op === Op.lineInWord);
        break;
      case Op.mark:
      case Op.formula:
      case Op.gloss:
        builder.mark(value, points.get(op));
        break;
      case Op.call:
      case Op.goOn:
        playApart(tape, Number(value), op === Op.goOn, builder, numbers, view);
        break;
      default:
        playApparatus(op, value, builder, numbers);
    }
  }
}

/** A note that is written elsewhere, from its start to its end; or what is in it, where it goes on with another one. */
function playApart(
  { apart }: Tape,
  note: number,
  goesOn: boolean,
  builder: SpineBuilder,
  numbers: Numbers,
  view: TapeView,
): void {
  const tape = apart.get(note)?.tape;
  // The words of an entry of the apparatus are asked for when it ends: the notes at the end are not read yet.
  if (!tape) return goesOn ? undefined : builder.call('');
  const edge = goesOn ? 1 : 0;
  play(tape, edge, tape.ops.length - edge, builder, numbers, view);
}

/** Points that stand like letters. */
const points = new Map<OpCode, Aspect>([
  [Op.mark, 'mark'],
  [Op.formula, 'formula'],
  [Op.gloss, 'gloss'],
]);

const ranges = new Map<OpCode, Aspect>([
  [Op.block, 'block'],
  [Op.cell, 'cell'],
  [Op.look, 'look'],
  [Op.role, 'role'],
  [Op.status, 'status'],
  [Op.speaker, 'speaker'],
  [Op.language, 'language'],
  [Op.direction, 'direction'],
  [Op.pointer, 'pointer'],
]);

function playStructure(op: OpCode, value: string, builder: SpineBuilder): void {
  const range = ranges.get(op);
  if (range) builder.open(range, value);
  else if (op === Op.close) builder.close();
  else if (op === Op.id) builder.point('id', value);
  else if (op === Op.number) builder.point('number', value);
  else if (op === Op.picture) builder.point('picture', value);
  else if (op === Op.startRange) startRange(value, builder);
  else if (op === Op.endRange) builder.endRange(`#${value}`);
}

/** A range over elements; without an end it is open to the end of its text. */
function startRange(value: string, builder: SpineBuilder): void {
  const { start, end, status } = rangeOnTape(value);
  builder.startRange('status', status, end === '' ? String(start) : `#${end}`);
}

function playApparatus(op: OpCode, value: string, builder: SpineBuilder, numbers: Numbers): void {
  if (op === Op.startNote) builder.startNote(numbers.note(value));
  else if (op === Op.endNote) builder.endNote();
  else if (op === Op.startEntry) numbers.openEntry();
  else if (op === Op.endEntry) numbers.closeEntry();
  else if (op === Op.startSide) builder.startSide(numbers.side(value));
  else if (op === Op.endSide) builder.endSide();
  else if (op === Op.reading) builder.open('reading', numbers.side(value));
  else playStructure(op, value, builder);
}
