import type { XmlHandler, XmlTag } from '../../source/xml.ts';
import type { Edge, EntryPlan, PlacedEntry } from './apart-entries.ts';
import type { NoteRecorder } from './notes-at-calls.ts';
import { attributeOf } from './structure.ts';

/**
 * Puts entries of an apparatus that are apart from the text where their lemmas are: between the reader of a file and what records its tape. The
 * recorder sees an entry as if it had been written there, with the words of the text in its lemma.
 */
export class EntriesInPlace implements XmlHandler {
  private readonly inner: Required<Pick<XmlHandler, 'open' | 'close' | 'text'>>;
  private readonly recorder: NoteRecorder;
  private readonly plan: EntryPlan;
  /** How many elements are open in an entry that is elsewhere. */
  private muted = 0;

  constructor(inner: Required<Pick<XmlHandler, 'open' | 'close' | 'text'>>, recorder: NoteRecorder, plan: EntryPlan) {
    this.inner = inner;
    this.recorder = recorder;
    this.plan = plan;
  }

  open(tag: XmlTag): void {
    if (this.muted > 0) {
      this.muted++;
      return;
    }
    this.edges(this.plan.before.get(tag.start), tag.start);
    const entry = this.plan.moved.get(tag.start);
    if (entry) {
      this.recorder.entryAway(tag.start, entry.end, entry.from === '' ? entry.loc : '');
      this.muted = 1;
    } else if (this.plan.gone.has(tag.start)) this.keepPlace(tag);
    else this.inner.open(tag);
  }

  close(tag: XmlTag, start: number, end: number): void {
    if (this.muted > 0) {
      this.muted--;
      return;
    }
    if (this.plan.gone.has(tag.start)) this.inner.text(' ', start, start);
    else this.inner.close(tag, start, end);
    this.edges(this.plan.behind.get(tag.start), end - 1);
  }

  text(value: string, start: number, end: number): void {
    if (this.muted > 0) return;
    const edges = this.plan.inText.get(start);
    if (!edges) return this.inner.text(value, start, end);
    let from = 0;
    const words = value.trimEnd().length;
    const put = (to: number): void => {
      // A note is called behind the last words of a text, by the place of the text.
      const isLast = from < words && to >= words;
      if (to > from) this.inner.text(value.slice(from, to), isLast ? start : start + 1, end);
      from = to;
    };
    this.recorder.at(start);
    for (const edge of edges) {
      put(edge.index);
      this.edges([edge], start);
      this.recorder.at(start);
    }
    put(value.length);
    this.recorder.at(undefined);
  }

  /** Something may point to a list that is passed over. */
  private keepPlace(tag: XmlTag): void {
    const attributes = tag.attributes.filter(({ name }) => name === 'xml:id');
    if (attributeOf(tag, 'xml:id') !== undefined) {
      const place = { ...tag, name: 'anchor', local: 'anchor', attributes };
      this.inner.open(place);
      this.inner.close(place, tag.start, tag.start);
    }
    this.inner.text(' ', tag.start, tag.start);
  }

  private edges(edges: readonly Edge[] | undefined, offset: number): void {
    if (!edges) return;
    this.recorder.at(offset);
    for (const { placed, isStart } of edges) {
      if (!isStart) this.end(placed, offset);
      else {
        this.inner.open(placed.entry.tag);
        this.inner.open(placed.lemma);
      }
    }
    this.recorder.at(undefined);
  }

  /** The lemma ends, and behind it is what else the entry says. */
  private end({ entry, lemma, agrees }: PlacedEntry, offset: number): void {
    const { inner } = this;
    inner.close(lemma, offset, offset);
    let isLemma = false;
    for (const { is, tag, value, start, end } of entry.events) {
      if (is === 'open' && agrees && tag === lemma) isLemma = true;
      if (isLemma) isLemma = !(is === 'close' && tag === lemma);
      else if (is === 'open') inner.open(tag!);
      else if (is === 'close') inner.close(tag!, start, end);
      else inner.text(value, start, end);
    }
    inner.close(entry.tag, offset, offset);
    this.recorder.entryBrought(entry.tag.start);
  }
}
