import type { XmlTag } from '../../source/xml.ts';
import { label } from './breaks.ts';
import { Op, type Tape } from './ops.ts';
import { attributeOf } from './structure.ts';
import { opAt, type TapeView, valueAt } from './tape-in-view.ts';

/**
 * Labels of notes without one. They begin with 1 in each unit and pass over what other notes of the unit are called. Notes of the author, notes on
 * the text and notes in the margin are series of their own: where there is another before them in this order, with capitals or letters. Phase 1 does the
 * same in `src/transform/number-notes.ts`.
 */

/** On the tape, in place of the label of a note that has none: its series. */
const unnumbered = { others: '', author: '\x1fA', text: '\x1fT', margin: '\x1fM' } as const;
/** The first of these that a unit has is numbered. */
const inOrder: readonly string[] = [unnumbered.others, unnumbered.author, unnumbered.text, unnumbered.margin];

const margin = /(?:^|[\s-])(?:margin|marg|left|right|inner|outer)/i;
const author = /^\s*auth(?:or|orial)?\s*$/i;
const authorRef = /^\s*#?auth(?:or|orial)?\s*$/i;
const text = /^\s*(?:textual|text-critical|critical|crit|apparatus|variants?)\s*$/i;

function series(tag: XmlTag): string {
  if (margin.test(attributeOf(tag, 'place') ?? '')) return unnumbered.margin;
  const type = attributeOf(tag, 'type') ?? '';
  if (text.test(type)) return unnumbered.text;
  const isAuthor = type.trim() === '' ? authorRef.test(attributeOf(tag, 'resp') ?? '') : author.test(type);
  return isAuthor ? unnumbered.author : unnumbered.others;
}

/** The label of a note as the tape has it. */
export function noteLabel(tag: XmlTag): string {
  const given = label(tag);
  return given === '' ? series(tag) : given;
}

/** The labels of all notes in stretches of a tape. */
export function noteLabels(
  tape: Tape,
  stretches: Iterable<readonly [from: number, to: number]>,
  view: TapeView,
): string[] {
  const instead = view.of(tape);
  const labels: string[] = [];
  for (const [from, to] of stretches)
    for (let i = from; i < to; i++) {
      const op = opAt(tape, i, instead);
      if (op === Op.startNote) labels.push(valueAt(tape, i, instead));
      else if (op === Op.call || op === Op.goOn) {
        const note = tape.apart.get(Number(valueAt(tape, i, instead)))!.tape;
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
  /** The series that has numbers. */
  private readonly first: string | undefined;
  private numbers = 0;
  private capitals = 0;
  private small = 0;

  constructor(labels: readonly string[]) {
    this.taken = new Set(labels);
    this.first = inOrder.find((one) => this.taken.has(one));
  }

  /** The label of the next note, which has this one on the tape. */
  note(given: string): string {
    if (!inOrder.includes(given)) return given;
    let made: string;
    do made = this.next(given);
    while (this.taken.has(made));
    return made;
  }

  private next(given: string): string {
    // What is not one of all notes of a unit is numbered.
    if (given === this.first || this.first === undefined) return String(++this.numbers);
    return given === unnumbered.author ? letters(++this.capitals).toUpperCase() : letters(++this.small);
  }
}
