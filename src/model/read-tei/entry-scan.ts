import type { XmlHandler, XmlTag } from '../../source/xml.ts';
import {
  type ApartEntry,
  type Around,
  type Event,
  type Named,
  type Numbered,
  type Place,
  plainNumber,
  wordsIn,
} from './apart-entries.ts';
import { inTei, isHidden } from './elements.ts';
import { attributeOf } from './structure.ts';

/** Reads a file for the entries of its apparatus that are apart from the text, and for all that these may be about. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));
/** Elements in which an entry can be. */
const holding = set(
  'p ab l seg head hi s phr cl item cell quote q foreign emph persName placeName name orgName rs term title num date mentioned said',
);
/** An entry that holds such is where it is written. */
const parts = /^(?:div[0-7]?|text|floatingText|group|body|front|back)$/;
/** What is not read as the text is, or not there. */
const aside = set('note app choice subst teiHeader fw figure');
/** Not in the text, or in the text only as readings. */
const skipped = set('note rdg rdgGrp witDetail wit standOff');
const numbered = set('div div1 div2 div3 div4 div5 div6 div7 lg p ab seg l u sp');
const points = set('lb milestone');
/** Elements that may be all that is around notes, and go when the notes are called elsewhere. */
const holdersOfNotes = set('p ab list item div noteGrp listAnnotation');

interface Frame extends Around {
  readonly aside: boolean;
  readonly skipped: boolean;
  readonly collects: boolean;
  readonly within: string;
  /** Numbers around, and its own; the innermost last. */
  readonly numbers: readonly string[];
  readonly isDivision: boolean;
  readonly named: Named | undefined;
  readonly unit: Numbered | undefined;
  /** Points with numbers in it that go on until the next. */
  readonly open: Map<string, Numbered>;
  readonly holder: ListHolder | undefined;
}

/** A list or a division of entries: it goes if nothing else is in it. */
export interface ListHolder {
  readonly start: number;
  readonly outer: ListHolder | undefined;
  hasMore: boolean;
  readonly entries: number[];
}

const isList = (tag: XmlTag): boolean =>
  tag.local === 'listApp' || (tag.local === 'div' && attributeOf(tag, 'type') === 'apparatus');

const idOf = (tag: XmlTag, name: string): string => {
  const [pointer = ''] = (attributeOf(tag, name) ?? '').trim().split(/\s+/);
  return pointer.startsWith('#') ? pointer.slice(1) : '';
};

export class EntryScan implements XmlHandler {
  readonly entries: ApartEntry[] = [];
  readonly named = new Map<string, Named>();
  readonly words: string[] = [];
  readonly places: { readonly around: Around; readonly text: number; readonly index: number; readonly end: number }[] =
    [];
  /** Stretches by their whole number, and by a part of it that ends it. */
  readonly whole = new Map<string, Numbered | 'several'>();
  readonly ending = new Map<string, Numbered | 'several'>();
  readonly holders: ListHolder[] = [];
  private readonly isDocument: (tag: XmlTag) => boolean;
  private readonly frames: Frame[] = [];
  private texts = 0;
  /** The entry that is read, and how many elements are open in it. */
  private entry: ApartEntry | undefined;
  private inside: XmlTag[] = [];

  constructor(isDocument: (tag: XmlTag) => boolean) {
    this.isDocument = isDocument;
  }

  open(written: XmlTag): void {
    const tag = inTei(written);
    if (this.entry) return this.openInEntry(written, this.entry);
    const parent = this.frames.at(-1);
    if (parent === undefined && tag.local !== 'text' && tag.local !== 'standOff') return;
    if (tag.local === 'text') this.texts++;
    const found = tag.local === 'app' && !tag.empty ? this.entryOf(tag, parent) : undefined;
    if (found) {
      parent?.holder?.entries.push(tag.start);
      this.entries.push(found);
      this.entry = found;
      this.inside = [written];
      return;
    }
    if (parent?.holder && !isList(tag)) parent.holder.hasMore = true;
    this.frames.push(this.frameOf(tag, parent));
  }

  private openInEntry(tag: XmlTag, entry: ApartEntry): void {
    this.inside.push(tag);
    entry.events.push({ is: 'open', tag, value: '', start: tag.start, end: tag.end });
    const { local } = inTei(tag);
    if (this.inside.length === 2 && local === 'lem') entry.lemma ??= { tag, words: '', isPlain: true };
    else if (entry.lemma?.tag === this.inside[1]) entry.lemma!.isPlain = false;
    if (parts.test(local) || this.isDocument(tag)) entry.canMove = false;
    if (local !== 'note') return;
    const around = this.inside.slice(1, -1).some((each) => holdersOfNotes.has(inTei(each).local));
    if (around) entry.canMove = false;
  }

  private entryOf(tag: XmlTag, parent: Frame | undefined): ApartEntry | undefined {
    if (!parent || parent.aside || (parent.skipped && !parent.collects)) return undefined;
    const [from, loc] = [idOf(tag, 'from'), attributeOf(tag, 'loc') ?? ''];
    if (from === '' && (loc === '' || !parent.collects)) return undefined;
    return {
      tag,
      end: tag.end,
      from,
      to: idOf(tag, 'to'),
      loc,
      within: parent.within,
      place: parent.skipped || parent.collects ? undefined : this.placeBefore(tag, parent),
      lemma: undefined,
      canMove: true,
      events: [],
    };
  }

  private placeBefore(tag: XmlTag, around: Around): Place {
    return { around, words: this.words.length, offset: tag.start, at: { tag } };
  }

  private frameOf(tag: XmlTag, parent: Frame | undefined): Frame {
    const name = tag.local;
    const isSkipped = parent?.skipped === true || skipped.has(name) || isHidden(name);
    const isAside = parent?.aside === true || aside.has(name);
    const n = plainNumber(attributeOf(tag, 'n') ?? '');
    const hasNumber = n !== '' && !isSkipped && !isAside;
    const isDivision = parent === undefined || /^(?:div[0-7]?|body|front|back|text)$/.test(name);
    const outer = parent?.numbers ?? [];
    const unit = hasNumber && numbered.has(name) ? this.number([...outer, n]) : undefined;
    if (hasNumber && points.has(name) && parent) this.point(tag, n, outer);
    const id = attributeOf(tag, 'xml:id');
    const isNamed = id !== undefined && parent && !isSkipped && this.texts > 0 && !this.named.has(id);
    const named: Named | undefined = isNamed
      ? { before: this.placeBefore(tag, parent), behind: undefined, isEmpty: tag.empty }
      : undefined;
    if (named) this.named.set(id!, named);
    const isListed = isList(tag);
    return {
      tag,
      parent,
      depth: (parent?.depth ?? 0) + 1,
      end: tag.end,
      holds: holding.has(name) && !isAside && !isSkipped && this.texts > 0,
      first: undefined,
      last: undefined,
      aside: isAside,
      skipped: isSkipped,
      collects: parent?.collects === true || name === 'standOff' || isListed,
      within: isListed ? plainNumber(attributeOf(tag, 'n') ?? '') || (parent?.within ?? '') : (parent?.within ?? ''),
      numbers: unit ? [...outer, n].slice(-8) : outer,
      isDivision,
      named,
      unit,
      open: isDivision ? new Map<string, Numbered>() : parent.open,
      holder: isListed ? this.holderOf(tag, parent) : undefined,
    };
  }

  private holderOf(tag: XmlTag, parent: Frame | undefined): ListHolder {
    const holder = { start: tag.start, outer: parent?.holder, hasMore: this.isDocument(tag), entries: [] };
    this.holders.push(holder);
    return holder;
  }

  private number(numbers: readonly string[]): Numbered {
    const unit: Numbered = { from: this.words.length, to: this.words.length };
    let full = '';
    for (const n of numbers) full = full === '' || n.startsWith(`${full}.`) ? n : `${full}.${n}`;
    this.whole.set(full, this.whole.has(full) ? 'several' : unit);
    let ending = '';
    for (const n of numbers.toReversed()) {
      ending = ending === '' ? n : `${n}.${ending}`;
      if (ending !== full) this.ending.set(ending, this.ending.has(ending) ? 'several' : unit);
    }
    return unit;
  }

  /** A line or a section begins that goes on until the next. */
  private point(tag: XmlTag, n: string, outer: readonly string[]): void {
    const { open } = this.frames.at(-1)!;
    const series = `${tag.local} ${attributeOf(tag, 'unit') ?? ''}`;
    const before = open.get(series);
    if (before) before.to = this.words.length;
    open.set(series, this.number([...outer, n]));
  }

  close(tag: XmlTag, start: number, end: number): void {
    if (this.entry) return this.closeInEntry(tag, start, end, this.entry);
    const frame = this.frames.pop();
    if (!frame) return;
    const { named, unit, parent } = frame;
    frame.end = end;
    if (tag.local === 'text') this.texts--;
    const words = this.words.length;
    if (named && parent) named.behind = { around: parent, words, offset: end, at: { tag: frame.tag } };
    if (unit) unit.to = words;
    if (frame.isDivision) for (const point of frame.open.values()) point.to = words;
    if (!parent) return;
    parent.first ??= frame.first;
    parent.last = frame.last ?? parent.last;
  }

  private closeInEntry(tag: XmlTag, start: number, end: number, entry: ApartEntry): void {
    this.inside.pop();
    if (this.inside.length > 0) entry.events.push({ is: 'close', tag, value: '', start, end });
    else {
      entry.end = end;
      this.entry = undefined;
    }
  }

  text(value: string, start: number, end: number): void {
    if (this.entry) {
      const event: Event = { is: 'text', tag: undefined, value, start, end };
      this.entry.events.push(event);
      if (this.entry.lemma && this.entry.lemma.tag === this.inside[1]) this.entry.lemma.words += value;
      return;
    }
    const frame = this.frames.at(-1);
    if (!frame) return;
    if (frame.holder && /[^ \t\n\r]/.test(value)) frame.holder.hasMore = true;
    if (frame.skipped || this.texts === 0) return;
    for (const { 0: word, index } of wordsIn(value)) {
      frame.first ??= this.words.length;
      frame.last = this.words.length;
      this.words.push(word);
      this.places.push({ around: frame, text: start, index, end: index + word.length });
    }
  }
}
