import { type SpineBuilder, spineBuilder } from '../../model/spine.ts';
import { fieldMark, type Item } from '../../model/structure.ts';
import { structureRecorder } from '../../model/structure-recorder.ts';
import type { ReadBack } from '../format.ts';
import { objectCharacter, type Standoff, standoffFormat, type StandoffSpan, type StandoffText } from './shape.ts';

/** Reads a stand-off file back, from its bytes alone: text and spans become the events of one who reads them in order. */

const points = new Set(['page', 'note', 'sign']);
const fieldsOf: Readonly<Record<StandoffSpan['type'], readonly string[]>> = {
  page: ['type', 'start', 'end', 'label'],
  note: ['type', 'start', 'end', 'label', 'note'],
  sign: ['type', 'start', 'end', 'value'],
  language: ['type', 'start', 'end', 'value'],
  link: ['type', 'start', 'end', 'target'],
  words: ['type', 'start', 'end', 'role', 'value', 'target'],
};

class Reader {
  private readonly builder: SpineBuilder;
  private readonly notes: Standoff['notes'];
  private readonly faults: string[];
  private read = 0;
  private apart = 0;
  /** Runs of notes that are called nowhere, or in such a note. */
  readonly calledNowhere = new Set<number>();

  constructor(builder: SpineBuilder, notes: Standoff['notes'], faults: string[]) {
    this.builder = builder;
    this.notes = notes;
    this.faults = faults;
  }

  text({ text, spans }: StandoffText): void {
    const letters = [...text];
    const open: { readonly end: number; readonly ranges: number }[] = [];
    let at = 0;
    const goTo = (place: number): void => {
      while (open.length > 0 && open.at(-1)!.end <= place) {
        this.words(letters, at, open.at(-1)!.end);
        const { end, ranges } = open.pop()!;
        at = Math.max(at, end);
        this.close(ranges);
      }
      this.words(letters, at, place);
      at = Math.max(at, place);
    };
    let last = 0;
    for (const span of spans) {
      this.check(span, last, letters);
      last = span.start;
      goTo(span.start);
      if (span.type === 'sign') at = span.end;
      if (points.has(span.type)) this.point(span);
      else if (span.start < span.end) {
        if (open.some(({ end }) => end < span.end))
          this.faults.push(`a span of the type ${span.type} ends outside the one around it`);
        open.push({ end: span.end, ranges: this.open(span) });
      } else this.close(this.open(span));
    }
    goTo(Infinity);
  }

  /** Notes that are called nowhere, before the one with this number. */
  uncalled(before: number): void {
    while (this.read < before) this.note(false);
  }

  private words(letters: readonly string[], from: number, to: number): void {
    if (from < to) this.builder.text(letters.slice(from, to).join(''));
  }

  private check(span: StandoffSpan, last: number, letters: readonly string[]): void {
    const { type, start, end } = span;
    const known = Object.hasOwn(fieldsOf, type) ? fieldsOf[type] : [];
    const wrong = Object.keys(span).filter((name) => !known.includes(name));
    if (wrong.length > 0) this.faults.push(`a span of the type ${type} has the field ${wrong.join(', ')}`);
    if (start < last || end < start || end > letters.length || !Number.isInteger(start) || !Number.isInteger(end))
      this.faults.push(`a span of the type ${type} is at ${start}–${end}, where it cannot be`);
    const isSign = type === 'sign';
    if (isSign && letters[start] !== objectCharacter) this.faults.push(`no sign is at ${start}`);
    if (points.has(type) && end - start !== (isSign ? 1 : 0))
      this.faults.push(`${type} ${span.label ?? ''} is not a point`);
  }

  private point({ type, label = '', note = -1, value = '' }: StandoffSpan): void {
    if (type === 'page') this.builder.page(label);
    else if (type === 'sign') this.builder.mark(value);
    else {
      this.uncalled(note);
      if (note !== this.read || this.notes[note]?.label !== label)
        this.faults.push(`note ${label} is not the one that is called`);
      this.note(true);
    }
  }

  private note(isCalled: boolean): void {
    const note = this.notes[this.read++];
    if (!note) return;
    if (isCalled) this.builder.call(note.label);
    else this.apart++;
    if (this.apart > 0) this.calledNowhere.add(this.read);
    this.builder.body(note.label);
    this.text(note);
    this.builder.endNote();
    if (!isCalled) this.apart--;
  }

  /** Opens what a span says; gives how many ranges that are. */
  private open({ type, role, value = '', target }: StandoffSpan): number {
    const { builder } = this;
    if (type === 'language') builder.open('language', value);
    else if (type === 'link') builder.open('pointer', `link${fieldMark}${target ?? ''}`);
    else {
      if (role !== undefined) builder.open('role', `${role}${fieldMark}${value}`);
      if (target !== undefined) builder.open('pointer', `name${fieldMark}${target}`);
      return Number(role !== undefined) + Number(target !== undefined);
    }
    return 1;
  }

  private close(ranges: number): void {
    for (let i = 0; i < ranges; i++) this.builder.close();
  }
}

/** Of signs only their places are promised; a note that is called nowhere has no place whose language it would be in. */
const isPromised =
  (calledNowhere: ReadonlySet<number>) =>
  ({ aspect, run }: Item): boolean =>
    aspect !== 'mark' && !(aspect === 'language' && calledNowhere.has(run));

/** What a file says. Throws where it is not one of ours. */
export function readStandoff(content: string): ReadBack {
  const file = JSON.parse(content) as Standoff;
  if (`${JSON.stringify(file, null, 1)}\n` !== content) throw new Error('it is not written as stand-off files are');
  const { format, id, title, language, offsets, text, spans, notes, ...more } = file;
  if (format !== standoffFormat || offsets !== 'code points') throw new Error('it is not a stand-off file');
  const faults = Object.keys(more).map((name) => `there is a field ${name}`);
  const recorder = structureRecorder();
  const builder = spineBuilder(recorder);
  const reader = new Reader(builder, notes, faults);
  reader.text({ text, spans });
  reader.uncalled(notes.length);
  const spine = builder.finish();
  return {
    spine,
    structure: { items: recorder.structure().items.filter(isPromised(reader.calledNowhere)) },
    faults,
    frame: ({ facts }, edition) => {
      const said = [id, title, language];
      const expected = [facts.id, facts.title, facts.language ?? edition.language ?? null];
      return said.flatMap((one, i) =>
        one === expected[i] ? [] : [`“${one ?? ''}” is where “${expected[i] ?? ''}” must be`],
      );
    },
  };
}
