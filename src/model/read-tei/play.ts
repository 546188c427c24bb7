import type { SpineBuilder } from '../spine.ts';
import type { Aspect } from '../structure.ts';
import { Op, type OpCode, type Tape } from './ops.ts';

/** Plays a range of a tape. */

/** Numbers that a unit gives in its order: to notes without one, and to the entries of the apparatus. */
export class Numbers {
  private notes = 0;
  private entries = 0;
  private readonly open: number[] = [];

  note(): string {
    return String(++this.notes);
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

/**
 * Plays the range `from` (included) to `to` (excluded) into a builder. Notes without a label and entries of the apparatus are numbered
 * 1, 2, 3 … within one `Numbers`.
 */
export function play(tape: Tape, from: number, to: number, builder: SpineBuilder, numbers: Numbers): void {
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
      case Op.line:
      case Op.lineInWord:
        builder.line(value, tape.ops[i] === Op.lineInWord);
        break;
      case Op.mark:
      case Op.formula:
      case Op.gloss:
        builder.mark(value, points.get(tape.ops[i]!));
        break;
      case Op.startNote:
        builder.startNote(value === '' ? numbers.note() : value);
        break;
      case Op.endNote:
        builder.endNote();
        break;
      default:
        playApparatus(tape.ops[i]!, value, builder, numbers);
    }
  }
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
  else if (op === Op.picture) builder.point('picture', value);
}

function playApparatus(op: OpCode, value: string, builder: SpineBuilder, numbers: Numbers): void {
  if (op === Op.startEntry) numbers.openEntry();
  else if (op === Op.endEntry) numbers.closeEntry();
  else if (op === Op.startSide) builder.startSide(numbers.side(value));
  else if (op === Op.endSide) builder.endSide();
  else if (op === Op.reading) builder.open('reading', numbers.side(value));
  else playStructure(op, value, builder);
}
