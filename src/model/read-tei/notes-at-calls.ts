import type { DiplomaticTape } from './diplomatic.ts';
import type { XmlHandler, XmlTag } from '../../source/xml.ts';
import { inTei } from './elements.ts';
import type { BrokenWords } from './breaks.ts';
import type { Tape } from './ops.ts';
import type { NotePlan, PlannedNote } from './note-candidates.ts';
import { attributeOf } from './structure.ts';

/**
 * Puts notes that are called from elsewhere where they are called: between the reader of a file and the recorder of its tape. Elements that held
 * nothing but such notes are passed over.
 */

/** A recorder as it is needed here. */
export interface NoteRecorder extends XmlHandler {
  open(tag: XmlTag): void;
  close(tag: XmlTag, start: number, end: number): void;
  text(value: string, start: number, end: number): void;
  /** A note begins whose words are recorded apart, up to `endApart`. */
  startApart(tag: XmlTag, note: PlannedNote): void;
  endApart(tag: XmlTag, start: number, end: number): void;
  /** A note that is recorded apart is called here; by the offset of its start tag. */
  call(note: number, offset: number): void;
  /** A note that is recorded apart continues the one that is open. */
  goOn(note: number, offset: number): void;
  /** Until `undefined` is given, what is recorded is at this offset, wherever it is written. */
  at(offset: number | undefined): void;
  /** An entry of the apparatus was written here, and is recorded at another place. */
  entryAway(start: number, end: number, loc: string): void;
  /** An entry that is written at another place has been recorded. */
  entryBrought(start: number): void;
}

/** The tape that goes on when a note ends that is recorded apart, and what is known of its places. */
export interface Around {
  readonly diplomatic: DiplomaticTape;
  readonly tape: Tape;
  readonly spaces: Set<number>;
  readonly inlineNotes: Map<number, number>;
  readonly words: BrokenWords;
  readonly depthOfText: number;
  readonly language: string | undefined;
  readonly isBehindField: boolean;
}

/** The place that is left of an element: its id. */
const placeOf = (tag: XmlTag): XmlTag => ({
  ...tag,
  name: 'anchor',
  local: 'anchor',
  attributes: tag.attributes.filter(({ name }) => name === 'xml:id'),
});

function withoutSpaceAtEnd(value: string): string {
  let end = value.length;
  while (end > 0 && ' \t\n\r'.includes(value[end - 1]!)) end--;
  return value.slice(0, end);
}

export class NotesAtCalls implements XmlHandler {
  private readonly recorder: NoteRecorder;
  private readonly plan: NotePlan;
  /** How many elements are open in one that is nothing but calls. */
  private muted = 0;

  constructor(recorder: NoteRecorder, plan: NotePlan) {
    this.recorder = recorder;
    this.plan = plan;
  }

  open(tag: XmlTag): void {
    const { plan, recorder } = this;
    if (this.muted > 0) {
      this.muted++;
      return;
    }
    const note = plan.notes.get(tag.start);
    const calls = plan.calls.get(tag.start);
    if (note) recorder.startApart(tag, note);
    else if (calls) {
      this.keepPlace(tag);
      this.call(calls, tag.start);
      this.muted = 1;
    } else if (plan.gone.has(tag.start)) {
      this.keepPlace(tag);
      recorder.text(' ', tag.start, tag.start);
    } else recorder.open(tag);
  }

  close(tag: XmlTag, start: number, end: number): void {
    const { plan, recorder } = this;
    if (this.muted > 0) {
      this.muted--;
      this.call(plan.atEnd.get(tag.start), start);
    } else if (plan.gone.has(tag.start)) recorder.text(' ', start, start);
    else {
      this.call(plan.atEnd.get(tag.start), start);
      for (const note of plan.more.get(tag.start) ?? []) recorder.goOn(note, start);
      if (plan.notes.has(tag.start)) recorder.endApart(tag, start, end);
      else recorder.close(tag, start, end);
    }
    this.call(plan.behind.get(tag.start), end - 1);
  }

  text(value: string, start: number, end: number): void {
    const calls = this.plan.behindText.get(start);
    // Its words are passed over; what is called behind them is not.
    if (this.muted > 0) return this.call(calls, start);
    if (!calls) return this.recorder.text(value, start, end);
    const words = withoutSpaceAtEnd(value);
    this.recorder.text(words, start, end);
    this.call(calls, start);
    this.recorder.text(value.slice(words.length), start, end);
  }

  /** Something may point to an element that is passed over. */
  private keepPlace(tag: XmlTag): void {
    if (attributeOf(inTei(tag), 'xml:id') === undefined) return;
    const place = placeOf(tag);
    this.recorder.open(place);
    this.recorder.close(place, tag.start, tag.start);
  }

  private call(notes: readonly number[] | undefined, offset: number): void {
    for (const note of notes ?? []) this.recorder.call(note, offset);
  }
}
