import { countBelow } from '../../source/sorted.ts';
import { OpenRanges } from '../open-ranges.ts';
import { Op, type Tape } from './ops.ts';
import { rangeOnTape } from './ranges.ts';
import type { UnitCut } from './units.ts';

/** Ranges over elements (`delSpan` and its kind) that do not end where they say. */

export type RangeFault = 'no-end' | 'earlier' | 'elsewhere' | 'around' | 'too-many';

export interface FaultyRange {
  /** Of the start tag. */
  readonly start: number;
  readonly fault: RangeFault;
  /** The id with which it ends. */
  readonly end: string;
}

interface Open {
  readonly start: number;
  readonly end: string;
  readonly value: string;
  readonly to: number;
}

type Ids = readonly { readonly id: string; readonly offset: number }[];

class UnitRanges {
  readonly found: FaultyRange[] = [];
  /** One for the text, and one for each note or reading that is open. */
  private readonly runs = [new OpenRanges<Open>()];
  private readonly ids: ReadonlyMap<string, number>;
  private readonly inner: readonly number[];

  constructor(ids: ReadonlyMap<string, number>, inner: readonly number[]) {
    this.ids = ids;
    this.inner = inner;
  }

  walk(tape: Tape, from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const [op, value] = [tape.ops[i]!, tape.values[i]!];
      if (op === Op.startNote || op === Op.startSide) this.runs.push(new OpenRanges());
      else if (op === Op.endNote || op === Op.endSide) this.endRun();
      else if (op === Op.startRange) this.start(value);
      else if (op === Op.endRange) this.end(value, tape.offsets[i]!);
      else if (op === Op.call || op === Op.goOn) this.apart(tape, Number(value), op === Op.goOn ? 1 : 0);
    }
  }

  private apart({ apart }: Tape, note: number, edge: number): void {
    const tape = apart.get(note)?.tape;
    if (tape) this.walk(tape, edge, tape.ops.length - edge);
  }

  private start(value: string): void {
    const { start, end, status } = rangeOnTape(value);
    const range = { start, end, value: status, to: -1 };
    if (!this.runs.at(-1)!.add(range, end === '' ? String(start) : `#${end}`)) this.add(range, 'too-many');
  }

  private end(id: string, offset: number): void {
    for (const range of this.runs.at(-1)!.end(`#${id}`))
      if (countBelow(this.inner, offset) > countBelow(this.inner, range.start)) this.add(range, 'around');
  }

  endRun(): void {
    const run = this.runs.pop()!;
    for (const end of run.ends()) for (const range of run.end(end)) this.unended(range);
  }

  private unended(range: Open): void {
    const at = this.ids.get(range.end);
    if (range.end === '') this.add(range, 'no-end');
    // Where nothing has the id, that is said of the pointer.
    else if (at !== undefined) this.add(range, at < range.start ? 'earlier' : 'elsewhere');
  }

  private add({ start, end }: Open, fault: RangeFault): void {
    this.found.push({ start, fault, end });
  }
}

/** The ranges of a file that do not end where they say, in its order. */
export function faultyRanges(tape: Tape, units: readonly UnitCut[], ids: Ids): FaultyRange[] {
  const tapes = [tape, ...[...tape.apart.values()].map((note) => note.tape)];
  if (!tapes.some(({ ops }) => ops.includes(Op.startRange))) return [];
  const byId = new Map(ids.toReversed().map(({ id, offset }) => [id, offset]));
  const found = units.flatMap((unit) => {
    const ranges = new UnitRanges(
      byId,
      unit.inner.map(({ node }) => node.tag.start).toSorted((a, b) => a - b),
    );
    for (const [from, to] of unit.ops) ranges.walk(tape, from, to);
    ranges.endRun();
    return ranges.found;
  });
  return found.toSorted((a, b) => a.start - b.start);
}
