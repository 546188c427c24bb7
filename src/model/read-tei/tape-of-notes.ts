import type { XmlTag } from '../../source/xml.ts';
import type { SignVotes } from '../signs.ts';
import type { ChosenLemmas } from './entries.ts';
import { BrokenWords } from './breaks.ts';
import { DiplomaticTape } from './diplomatic.ts';
import { inTei, teiNamespace } from './elements.ts';
import { ExampleLines } from './example-lines.ts';
import type { PlannedNote } from './note-candidates.ts';
import type { Around, NoteRecorder } from './notes-at-calls.ts';
import { newTape, Op, type Tape } from './ops.ts';
import { type Known, type Recorded, TapeRecorder } from './tape.ts';

/** Records the tape of a file, with notes that are called elsewhere on tapes of their own. */
class TapeWithNotes extends TapeRecorder implements NoteRecorder {
  /** What is around the notes that are recorded apart, while they are open. */
  private readonly around: Around[] = [];
  private readonly lines = new ExampleLines();

  override open(written: XmlTag, apart = false): void {
    super.open(written, apart);
    this.lines.opened(inTei(written));
  }

  override close(tag: XmlTag, start: number): void {
    this.lines.closed(inTei(tag).local);
    super.close(tag, start);
  }

  override text(value: string, start: number): void {
    const lines = this.lines.linesOf(value);
    if (lines === undefined) return super.text(value, start);
    const lineBreak = { name: 'lb', local: 'lb', uri: teiNamespace, attributes: [], start, end: start, empty: true };
    for (const { breaks, text } of lines) {
      for (let i = 0; i < breaks; i++) {
        super.open(lineBreak);
        super.close(lineBreak, start);
      }
      if (text !== '') super.text(text, start);
    }
  }

  startApart(tag: XmlTag, note: PlannedNote): void {
    const { label, language } = note;
    const { tape, spaces, inlineNotes, words, diplomatic, depthOfText } = this;
    const { isBehindField } = this.fields;
    this.put(Op.away, String(tag.start), tag.start);
    this.around.push({ tape, spaces, inlineNotes, words, diplomatic, depthOfText, language, isBehindField });
    this.tape = newTape(tape.apart);
    this.diplomatic = new DiplomaticTape(this.tape);
    this.spaces = new Set();
    this.inlineNotes = new Map();
    this.words = new BrokenWords();
    // A note can be outside the text.
    this.depthOfText ||= 1;
    tape.apart.set(tag.start, { tape: this.tape, end: tag.end, language: note.written });
    this.open(tag, true);
    if (label !== '') this.tape.values[0] = label;
    if (language !== undefined) this.put(Op.language, language, tag.start);
  }

  endApart(tag: XmlTag, start: number, end: number): void {
    const around = this.around.pop()!;
    if (around.language !== undefined) this.put(Op.close, '', start);
    this.close(tag, start);
    around.tape.apart.get(tag.start)!.end = end;
    ({ tape: this.tape, spaces: this.spaces, inlineNotes: this.inlineNotes, words: this.words } = around);
    this.diplomatic = around.diplomatic;
    this.depthOfText = around.depthOfText;
    this.fields.isBehindField = around.isBehindField;
  }

  call(note: number, offset: number): void {
    const parent = this.frames[this.frames.length - 1];
    if (parent?.side) parent.side.isFilled = true;
    this.structure?.beforeCall(offset);
    this.words.open('note');
    this.fields.isBehindField = false;
    this.formulas.call();
    this.glosses.call();
    this.put(Op.call, String(note), offset);
  }

  goOn(note: number, offset: number): void {
    this.put(Op.text, ' ', offset);
    this.put(Op.goOn, String(note), offset);
  }

  at(offset: number | undefined): void {
    this.offset = offset;
  }

  entryAway(start: number, end: number, loc: string): void {
    this.put(Op.away, String(start), start);
    this.tape.apart.set(start, { tape: newTape(this.tape.apart), language: undefined, end, loc });
  }

  entryBrought(start: number): void {
    this.put(Op.brought, String(start), start);
  }
}

export function tapeRecorder(
  recorded: Recorded,
  known: Known,
): { handler: NoteRecorder; tape: Tape; votes: () => SignVotes; lemmas: ChosenLemmas } {
  const handler = new TapeWithNotes(recorded, known);
  return { handler, tape: handler.tape, votes: () => handler.votes.votes(), lemmas: handler.lemmas };
}
