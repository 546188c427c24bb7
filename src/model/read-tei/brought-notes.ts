import { Op, type OpCode, type Tape } from './ops.ts';
import type { BroughtNote, UnitCut } from './units.ts';

/** Notes, and entries of the apparatus, that are written in one unit, or in none, and called in another. */

const isCall = (op: OpCode): boolean => op === Op.call || op === Op.goOn || op === Op.brought;

/** The notes that are called on a tape, in any view, each followed by those that are called in it. */
export function* calledOn(tape: Tape, stretches: Iterable<readonly [from: number, to: number]>): Generator<number> {
  for (const [from, to] of stretches)
    for (let i = from; i < to; i++) {
      if (!isCall(tape.ops[i]!) && !isCall(tape.diplomatic.get(i)?.op ?? Op.dropped)) continue;
      const start = Number(tape.values[i]);
      const note = tape.apart.get(start)!.tape;
      yield start;
      yield* calledOn(note, [[0, note.ops.length]]);
    }
}

function writtenIn(tape: Tape, unit: UnitCut): Set<number> {
  const found = new Set<number>();
  for (const [from, to] of unit.ops)
    for (let i = from; i < to; i++) if (tape.ops[i] === Op.away) found.add(Number(tape.values[i]));
  return found;
}

/** Says of units which notes they bring from elsewhere, and which are called elsewhere. */
export function dealNotes(units: readonly UnitCut[], tape: Tape): void {
  if (tape.apart.size === 0) return;
  const noteAt = (start: number): BroughtNote => {
    const { end, language, loc } = tape.apart.get(start)!;
    return { start, end, language, ...(loc !== undefined && { loc }) };
  };
  for (const unit of units) {
    const written = writtenIn(tape, unit);
    const called = new Set(calledOn(tape, unit.ops));
    const isEntry = (note: number): boolean => tape.apart.get(note)!.loc !== undefined;
    // Entries of the apparatus come behind the notes.
    const inOrder = (notes: readonly number[]): BroughtNote[] =>
      notes.toSorted((a, b) => Number(isEntry(a)) - Number(isEntry(b)) || a - b).map(noteAt);
    unit.brought.push(...inOrder([...called].filter((note) => !written.has(note))));
    unit.away.push(...inOrder([...written].filter((note) => !called.has(note))));
  }
}
