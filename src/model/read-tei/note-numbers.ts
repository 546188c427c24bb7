import type { XmlTag } from '../../source/xml.ts';
import { label } from './breaks.ts';
import type { View } from '../views.ts';
import { Op, opIn, type Tape, valueIn } from './ops.ts';
import { attributeOf } from './structure.ts';

/**
 * Numbers of notes without one. They begin with 1 in each unit and pass over what other notes of the unit are called. Notes in the margin are a
 * series of their own, with letters, where there are other notes without a number. Phase 1 does the same in `src/transform/number-notes.ts`.
 */

/** On the tape, in place of the label of a note in the margin that has none. */
const inMargin = '\x1f';

const margin = /(?:^|[\s-])(?:margin|marg|left|right|inner|outer)/i;

/** The label of a note as the tape has it. */
export function noteLabel(tag: XmlTag): string {
  const given = label(tag);
  return given === '' && margin.test(attributeOf(tag, 'place') ?? '') ? inMargin : given;
}

/** The labels of all notes in stretches of a tape. */
export function noteLabels(tape: Tape, stretches: Iterable<readonly [from: number, to: number]>, view: View): string[] {
  const labels: string[] = [];
  for (const [from, to] of stretches)
    for (let i = from; i < to; i++) {
      const op = opIn(tape, i, view);
      if (op === Op.startNote) labels.push(valueIn(tape, i, view));
      else if (op === Op.call || op === Op.goOn) {
        const note = tape.apart.get(Number(valueIn(tape, i, view)))!.tape;
        const edge = op === Op.goOn ? 1 : 0;
        for (const one of noteLabels(note, [[edge, note.ops.length]], view)) labels.push(one);
      }
    }
  return labels;
}

/** 1: a; 26: z; 27: aa. */
function letters(number: number): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
}

export class NoteNumbers {
  private readonly taken: ReadonlySet<string>;
  private readonly hasSeries: boolean;
  private numbers = 0;
  private marginal = 0;

  constructor(labels: readonly string[]) {
    this.taken = new Set(labels);
    this.hasSeries = this.taken.has('') && this.taken.has(inMargin);
  }

  /** The label of the next note, which has this one on the tape. */
  note(given: string): string {
    if (given !== '' && given !== inMargin) return given;
    const isLetter = given === inMargin && this.hasSeries;
    let made: string;
    do made = isLetter ? letters(++this.marginal) : String(++this.numbers);
    while (this.taken.has(made));
    return made;
  }
}
