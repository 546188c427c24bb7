import type { FactRecording } from './fact-tape.ts';
import type { NumberRecording } from './number-tape.ts';
import { Op, type OpCode, type Tape } from './ops.ts';
import type { Recording } from './recording.ts';

/** Where the recorders of structure, facts and numbers put what they find: on the tape that is open. */

interface OpenTape {
  readonly tape: Tape;
  put(op: OpCode, value: string, offset: number): number;
}

interface Recordings {
  readonly structure: Recording;
  readonly facts: FactRecording;
  readonly numbers: NumberRecording;
}

export function recordingsOn(open: OpenTape): Recordings {
  const { tape: whole } = open;
  return {
    structure: {
      put: (op, value, offset) => open.put(op === undefined ? Op.dropped : Op[op], value, offset),
      set: (at, op, value) => {
        open.tape.ops[at] = Op[op];
        open.tape.values[at] = value;
      },
      lastOffset: () => open.tape.offsets.at(-1) ?? 0,
    },
    facts: {
      put: (op, value, offset) => open.put(op, value, offset),
      set: (at, op) => void (open.tape.ops[at] = op),
    },
    // Numbers are of the text of the file, and settled when it ends.
    numbers: {
      put: (offset) => open.put(Op.number, '', offset),
      settle: (at, value) => {
        if (value !== undefined) whole.values[at] = value;
        else {
          whole.ops[at] = Op.dropped;
          whole.diplomatic.delete(at);
        }
      },
    },
  };
}
