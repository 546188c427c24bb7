import { oneLine } from '../spine.ts';
import { fieldMark } from '../structure.ts';
import { tokensOf } from './formulas.ts';
import { type DiplomaticTape, writtenSide } from './diplomatic.ts';
import { shownSide } from './elements.ts';
import { Op, type Tape } from './ops.ts';
import { sayOthers } from './roles.ts';

/** The sides of a `choice` that are not shown are said next to the one that is. */

interface Side {
  readonly name: string;
  readonly begin: number;
  readonly end: number;
}

/** Places on the tape: spaces where a side is written in one line, notes in the flow of the text. */
export interface Marks {
  readonly spaces: ReadonlySet<number>;
  readonly inlineNotes: ReadonlyMap<number, number>;
}

/** The words of a side in one line, without notes and page breaks. */
function wordsOf({ ops, values }: Tape, { begin, end }: Side, { spaces, inlineNotes }: Marks): string {
  let words = '';
  let notes = 0;
  for (let i = begin; i < end; i++) {
    while (inlineNotes.has(i)) i = inlineNotes.get(i)!;
    if (i >= end) break;
    if (notes === 0 && spaces.has(i) && ops[i] !== Op.dropped) words += ' ';
    if (ops[i] === Op.startNote || ops[i] === Op.startSide) notes++;
    else if (ops[i] === Op.endNote || ops[i] === Op.endSide) notes--;
    else if (notes === 0 && ops[i] === Op.text) words += values[i];
    else if (notes === 0 && ops[i] === Op.formula) words += tokensOf(values[i]!);
  }
  return oneLine(words);
}

/** Where the role or status of a side is said; -1 where it is not. */
function firstSaid({ ops }: Tape, { begin, end }: Side): number {
  for (let i = begin; i < end; i++) if (ops[i] === Op.role || ops[i] === Op.status) return i;
  return -1;
}

/** Sets what the role or status of the shown side says: the words of the others. To be called while they are still on the tape. */
function sayOtherSides(tape: Tape, sides: readonly Side[], shown: number, marks: Marks): void {
  const side = sides[shown]!;
  if (!sayOthers.has(side.name)) return;
  const at = firstSaid(tape, side);
  const fields = tape.values[at]?.split(fieldMark) ?? [];
  if (at < 0 || fields.at(-1) !== '') return;
  const others = sides.filter((_, i) => i !== shown).map((other) => wordsOf(tape, other, marks));
  tape.values[at] = [...fields.slice(0, -1), others.join(' / ')].join(fieldMark);
}

/** A recorder of a tape, as far as a choice needs it. */
interface Recorder extends Marks {
  readonly tape: Tape;
  readonly structure: unknown;
  readonly diplomatic: DiplomaticTape;
}

/** Leaves of a choice the side that each view shows; what the others say is said next to it. Gives back whether a word goes on behind it, in both views. */
export function chooseSide(
  { tape, structure, diplomatic, spaces, inlineNotes }: Recorder,
  sides: readonly (Side & { readonly goesOn: boolean })[],
): boolean {
  const names = sides.map((side) => side.name);
  const shown = shownSide(names);
  const written = writtenSide(names, shown);
  if (structure)
    for (const side of new Set([shown, written])) sayOtherSides(tape, sides, side, { spaces, inlineNotes });
  diplomatic.choose(sides, shown, written);
  return shown === written && sides[shown]!.goesOn;
}
