import { addCall, addPage, addText, isInWord, joinWord, newRun, release, type Run, space } from './spine-run.ts';
import { lineValue } from './lines.ts';
import { sideOrder } from './apparatus.ts';
import type { Recorder } from './structure-recorder.ts';
import type { Aspect } from './structure.ts';

/**
 * The spine: what must survive. The words of a text in order, with every page break and every note call at its place, and the bodies of the notes.
 *
 * A run of text is one canonical string: words separated by single spaces; a page break is `\x01591\x02`, a note call `\x033\x04`. These control
 * characters cannot occur in XML 1.0, so no text can be mistaken for a mark, and two runs are equal exactly when their strings are. A point that has a
 * sign instead of words (a gap, an empty space, a change of hand) is `\x06`: it stands like a letter, alone or inside a word; what it is, is an item on it.
 *
 * What may differ between a source and an output is written down here and nowhere else:
 * 1. White space is not text: any run of space, tab and line ends separates two words; a no-break space is a character like any other.
 * 2. A page break is between two words. Inside a word (`break="no"`) it moves after the word; a hyphen before it and white space around it go.
 *    Where there is no word before it, it is a page break like any other.
 * 3. White space before a note call is dropped (it comes from indented XML); white space after it counts.
 * 4. Blocks separate words: `<p>end</p><p>Next` is two words.
 */

export interface Spine {
  /** The running text, canonical. */
  readonly text: string;
  /** The notes in the order of their calls. */
  readonly notes: readonly SpineNote[];
  /**
   * What an apparatus has besides the lemmas, which are in the text: further readings, and the notes of its entries, canonical, in the order of
   * entries and readings. What each is, an item of the aspect `reading` says. Absent: there is no apparatus.
   */
  readonly others?: readonly string[];
}

/** All runs of a spine: the text, the notes, what is in the apparatus. An item says by its number on which of them it is. */
export const runsOf = ({ text, notes, others = [] }: Spine): string[] => [
  text,
  ...notes.map((note) => note.text),
  ...others,
];

export interface SpineNote {
  /** The call as it is shown: `3`, `*`. */
  readonly label: string;
  /** The body, canonical; calls of notes inside the note are marks in it. */
  readonly text: string;
}

/** In a run, in place of a point that has a sign instead of words. */
export const signMark = '\x06';

/** White space as in a canonical run: what the label of a page or note is brought to. */
export const oneLine = (text: string): string => text.replace(space, ' ').replace(/^ | $/g, '');

/** Builds a spine from the events of a reader: of TEI or of any output. */
export interface SpineBuilder {
  text(value: string): void;
  /** A block begins or ends, or a line breaks: the words on both sides are two. */
  boundary(): void;
  /** `joined`: the page turns inside a word (`break="no"`). `id`: of the page break. */
  page(n: string, joined?: boolean, id?: string): void;
  /**
   * A line begins; `value` as `lineBegin` makes it. `joined`: inside a word, whose hyphen before it goes with the white space around it; where no word
   * is before it, it is a line like any other.
   */
  line(value: string, joined: boolean): void;
  /** A note is called here. Everything up to `endNote` is its body; an inner note makes a run of its own. */
  startNote(label: string): void;
  endNote(): void;
  /** Marks a call whose body comes elsewhere; `body` opens it later. */
  call(label: string): void;
  body(label: string): void;
  /** A reading that is not in the text, or a note on one: up to `endSide` it is a run of its own. `value` as `sideValue` makes it. */
  startSide(value: string): void;
  endSide(): void;
  /** What is read until `close` has this property. A range begins at the next letter and ends behind the last. */
  open(aspect: Aspect, value: string): void;
  close(): void;
  /** What is read until `endRange` has this property, over whatever opens or closes between; at the latest until the run ends. */
  startRange(aspect: Aspect, value: string, end: string): void;
  endRange(end: string): void;
  /** A property of the place before the next letter. */
  point(aspect: Aspect, value: string): void;
  /** A point that has a sign instead of words, `value` as `markValue` makes it; or something else that stands like a letter. */
  mark(value: string, aspect?: Aspect): void;
  /** Where the last letter ends: the run, by a number that `runOf` knows when all is read, and the offset in it. */
  place(): { readonly run: number; readonly at: number };
  finish(): Spine;
  /** The number in the finished spine of the run of a place. */
  runOf(run: number): number;
}

/** A builder of a spine, and of the structure on it where a recorder is given. */
export const spineBuilder = (recorder?: Recorder): SpineBuilder => new RunBuilder(recorder);

/** Its methods run for every text and every tag. */
class RunBuilder implements SpineBuilder {
  private readonly recorder: Recorder | undefined;
  private readonly main = newRun(0);
  private readonly notes: { label: string; run: Run }[] = [];
  private readonly sides: { value: string; run: Run }[] = [];
  /** By the order in which they began, the numbers of the runs in the finished spine. */
  private readonly places: number[] = [0];
  private readonly stack: Run[] = [this.main];
  /** The run that grows: the last of the stack. */
  private top = this.main;

  constructor(recorder: Recorder | undefined) {
    this.recorder = recorder;
  }

  text(value: string): void {
    addText(this.top, value, this.recorder);
  }

  boundary(): void {
    release(this.top, this.recorder);
    this.top.gap = 'edge';
  }

  page(n: string, joined = false, id?: string): void {
    addPage(this.top, n, joined, id, this.recorder);
  }

  line(value: string, joined: boolean): void {
    const isJoined = joined && isInWord(this.top);
    if (isJoined) joinWord(this.top, this.recorder);
    else this.boundary();
    this.recorder?.point(this.top, 'line', lineValue(value, isJoined));
  }

  startNote(label: string): void {
    this.call(label);
    this.body(label);
  }

  endNote(): void {
    if (this.stack.length === 1) throw new Error('a run ends that did not begin');
    const run = this.stack.pop()!;
    this.top = this.stack[this.stack.length - 1]!;
    this.recorder?.endRun(run);
  }

  call(label: string): void {
    addCall(this.top, label);
  }

  body(label: string): void {
    this.notes.push({ label, run: this.startRun() });
  }

  startSide(value: string): void {
    const run = this.startRun();
    this.sides.push({ value, run });
    this.recorder?.point(run, 'reading', value);
  }

  endSide(): void {
    this.endNote();
  }

  private startRun(): Run {
    const run = newRun(this.notes.length + this.sides.length + 1);
    this.recorder?.startRun(this.top, run, this.top.text.length + this.top.end.length);
    this.stack.push(run);
    this.top = run;
    return run;
  }

  open(aspect: Aspect, value: string): void {
    this.recorder?.open(this.top, aspect, value);
  }

  close(): void {
    this.recorder?.close();
  }

  startRange(aspect: Aspect, value: string, end: string): void {
    this.recorder?.startRange(this.top, aspect, value, end);
  }

  endRange(end: string): void {
    this.recorder?.endRange(this.top, end);
  }

  point(aspect: Aspect, value: string): void {
    this.recorder?.point(this.top, aspect, value);
  }

  mark(value: string, aspect: Aspect = 'mark'): void {
    this.recorder?.open(this.top, aspect, value);
    addText(this.top, signMark, this.recorder);
    this.recorder?.close();
  }

  place(): { readonly run: number; readonly at: number } {
    return { run: this.top.index, at: this.top.letterEnd };
  }

  finish(): Spine {
    const text = this.finished(this.main, 0);
    const notes = this.notes.map(({ label, run }, i) => ({ label, text: this.finished(run, i + 1) }));
    if (this.sides.length === 0) return { text, notes };
    const sides = this.sides
      .map((side) => ({ ...side, order: sideOrder(side.value) }))
      .toSorted(({ order: [a, b, c] }, { order: [d, e, f] }) => a - d || (b === e ? 0 : b - e) || c - f);
    return { text, notes, others: sides.map(({ run }, i) => this.finished(run, notes.length + 1 + i)) };
  }

  runOf(run: number): number {
    return this.places[run]!;
  }

  private finished(run: Run, place: number): string {
    release(run, this.recorder);
    const text = run.text + run.end;
    this.places[run.index] = place;
    this.recorder?.finishRun(run, text, place);
    return text;
  }
}
