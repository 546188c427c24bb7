import type { SourceText } from '../../source/text.ts';
import { scanXml, type XmlHandler, type XmlLimits, type XmlTag } from '../../source/xml.ts';
import { label } from './breaks.ts';
import { hasSides, inTei, isEmptyMark, isFormula, isGloss, isHidden, isMilestone, isPicture } from './elements.ts';
import { settleNotes } from './note-calls.ts';
import {
  type Caller,
  type Holder,
  isAnnotated,
  isNotesType,
  type Note,
  type NotePlan,
  type Place,
} from './note-candidates.ts';
import { mayCollect, pointersOf } from './note-signs.ts';
import { attributeOf } from './structure.ts';
import type { Decide } from '../decides/decider.ts';

/**
 * Finds out which notes of a file are called from elsewhere, before its tape is recorded: a call comes before its note as often as behind it. The
 * edition decides the same in `src/edition/called-notes.ts` for phase 1, by other means; where the two differ, `verify` says so.
 */

/** Offsets of the elements that are not read where they are written. */
export const movedBy = ({ calls, notes, gone }: NotePlan): Set<number> =>
  new Set([...calls.keys(), ...notes.keys(), ...gone]);

interface Frame {
  readonly tag: XmlTag;
  readonly name: string;
  readonly language: string | undefined;
  /** Number of the tag in the file. */
  readonly opened: number;
  /** Something around says that notes are collected here. */
  readonly collects: boolean;
  readonly inBack: boolean;
  /** In a running head, a side of a choice: no place for calls. */
  readonly aside: boolean;
  /** In what is not text at all. */
  readonly hidden: boolean;
  /** In the text, or in a note that may be called there. */
  readonly inText: boolean;
  /** The note around it. */
  readonly enclosing: Note | undefined;
  readonly holder: Holder | undefined;
  readonly caller: Caller | undefined;
  readonly run: Run;
  /** The outermost formula or gloss around it, or itself: nothing is called in these. */
  readonly point: Point | undefined;
}

interface Point {
  readonly start: number;
  /** The language around it. */
  readonly language: string | undefined;
}

/** A text or the body of a note: where its last letter is. */
interface Run {
  last: (Place & { readonly seen: number }) | undefined;
}

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));
const divisions = set('div div0 div1 div2 div3 div4 div5 div6 div7 text front body back floatingText standOff');
/** Directly in these a note may be away from its call. */
const around = new Set([...divisions, 'list', 'item']);
/** Elements that go where nothing is left in them. */
const holders = set('div div0 div1 div2 div3 div4 div5 div6 div7 list item noteGrp listAnnotation p ab');
/** What a number in a call may be set in. */
const settings = set('hi num seg emph c');

/** A formula or a gloss: like a gap it is one point, and what is in it is called behind it. */
const pointOf = ({ local, start }: XmlTag, language: string | undefined): Point | undefined =>
  local === 'formula' || isFormula(local) || isGloss(local) ? { start, language } : undefined;

/** What is called from where in a file; undefined where all notes are where they are called. */
export function notePlan(
  source: SourceText,
  isDocument: (tag: XmlTag) => boolean,
  limits: Partial<XmlLimits>,
  decide?: Decide,
): NotePlan | undefined {
  // Where the edition decides about its elements, any of them can be a note.
  if (!decide && !mayCollect(source.text)) return undefined;
  const scan = new NoteScan(isDocument);
  scanXml(source, decide?.(scan).handler ?? scan, { limits });
  return settleNotes(scan);
}

/** Its methods run for every tag and every text. */
class NoteScan implements XmlHandler {
  readonly notes: Note[] = [];
  readonly callers: Caller[] = [];
  readonly holders: Holder[] = [];
  readonly places = new Map<string, Place>();
  private readonly isDocument: (tag: XmlTag) => boolean;
  private readonly frames: Frame[] = [];
  private seen = 0;
  /** Languages around what is read. */
  private readonly languages: (string | undefined)[] = [];

  constructor(isDocument: (tag: XmlTag) => boolean) {
    this.isDocument = isDocument;
  }

  open(written: XmlTag): void {
    this.seen++;
    const tag = inTei(written);
    const parent = this.frames.at(-1);
    const language = attributeOf(tag, 'xml:lang') ?? this.languages.at(-1);
    this.languages.push(language);
    if (parent === undefined && tag.local !== 'text' && tag.local !== 'standOff') return;
    const name = tag.local;
    const hidden = parent?.hidden === true || isHidden(name);
    const aside = hidden || parent?.aside === true || name === 'choice';
    if (!hidden) this.markHolder(parent, name);
    if (parent?.caller && !settings.has(name)) parent.caller.isPlain = false;
    const note = name === 'note' && !aside ? this.noteOf(tag, parent) : undefined;
    const caller = aside ? undefined : this.callerOf(tag, parent);
    this.frames.push({
      tag,
      name,
      language,
      hidden,
      inText: note?.isApart === true || (parent?.inText ?? name === 'text'),
      aside,
      opened: this.seen,
      collects: parent?.collects === true || /^(?:standOff|listAnnotation)$/.test(name) || this.isNotes(tag),
      inBack: parent?.inBack === true || name === 'back',
      enclosing: note ?? parent?.enclosing,
      holder: holders.has(name) && !aside ? this.holderOf(tag, parent) : undefined,
      caller: caller ?? (settings.has(name) ? parent?.caller : undefined),
      run: parent === undefined || name === 'note' ? { last: undefined } : parent.run,
      point: name === 'note' ? undefined : (parent?.point ?? pointOf(tag, parent?.language)),
    });
  }

  private isNotes(tag: XmlTag): boolean {
    return holders.has(tag.local) && isNotesType(attributeOf(tag, 'type') ?? '');
  }

  /** What is in a holder besides notes. */
  private markHolder(parent: Frame | undefined, name: string): void {
    if (parent?.holder && name !== 'note' && !holders.has(name) && !isMilestone(name)) parent.holder.hasMore = true;
  }

  private holderOf(tag: XmlTag, parent: Frame | undefined): Holder {
    const holder: Holder = { start: tag.start, outer: parent?.holder, hasMore: this.isDocument(tag), notes: [] };
    this.holders.push(holder);
    return holder;
  }

  private noteOf(tag: XmlTag, parent: Frame | undefined): Note {
    let at = this.frames.length - 1;
    while (at >= 0 && this.frames[at]!.name === 'noteGrp') at--;
    const outer = this.frames[at];
    const isParagraph = outer?.name === 'p' || outer?.name === 'ab';
    const isIn = outer !== undefined && (around.has(outer.name) || outer.name === 'listAnnotation');
    const places = attributeOf(tag, 'place');
    const isInline = attributeOf(tag, 'rend') === 'inline' || places === 'inline' || places === 'block';
    const group = parent?.name === 'noteGrp' ? parent : undefined;
    const note: Note = {
      start: tag.start,
      label: label(tag),
      ids: [attributeOf(tag, 'xml:id'), group && attributeOf(group.tag, 'xml:id')].filter((id) => id !== undefined),
      targets: [
        ...pointersOf(tag, 'targetEnd'),
        ...pointersOf(tag, 'target', 'corresp'),
        ...(group ? pointersOf(group.tag, 'target', 'corresp') : []),
      ],
      next: pointersOf(tag, 'next')[0],
      prev: pointersOf(tag, 'prev')[0],
      language: attributeOf(tag, 'xml:lang') === undefined ? parent?.language : undefined,
      spoken: attributeOf(tag, 'xml:lang') ?? parent?.language,
      isEmpty: tag.empty,
      isApart: !isInline && (isIn || isParagraph),
      needsEmpty: isParagraph || outer?.name === 'item' ? outer.holder : undefined,
      isInline: isInline || outer === undefined || hasSides(outer.name) || outer.name === 'rdgGrp',
      collects: parent?.collects === true,
      inBack: parent?.inBack === true,
      around: this.frames.findLast(({ name }) => divisions.has(name))?.tag.start ?? 0,
      isInText: parent?.inText === true,
      enclosing: parent?.enclosing,
      holder: parent?.holder,
    };
    note.holder?.notes.push(note);
    this.notes.push(note);
    return note;
  }

  private callerOf(tag: XmlTag, parent: Frame | undefined): Caller | undefined {
    const { local } = tag;
    if (!parent || !parent.inText || !(isAnnotated(local) || (local === 'anchor' && attributeOf(tag, 'corresp'))))
      return undefined;
    const caller: Caller = {
      start: tag.start,
      name: local,
      type: attributeOf(tag, 'type') ?? '',
      targets: pointersOf(tag, 'target', 'corresp'),
      words: '',
      isPlain: true,
      place: undefined,
      language: parent.language,
      enclosing: parent.enclosing,
    };
    this.callers.push(caller);
    return caller;
  }

  text(value: string, start: number): void {
    const frame = this.frames.at(-1);
    if (frame === undefined || frame.hidden || !/[^ \t\n\r]/.test(value)) return;
    if (frame.holder) frame.holder.hasMore = true;
    if (frame.caller) frame.caller.words += value;
    if (!frame.aside) frame.run.last = this.place(frame, 'behindText', start, frame.language);
  }

  private place(frame: Frame, kind: Place['kind'], at: number, language: string | undefined): Run['last'] {
    return { kind, at, language, enclosing: frame.enclosing, start: at, end: at, caller: undefined, seen: this.seen };
  }

  close({ start, empty }: XmlTag, _: number, end: number): void {
    this.languages.pop();
    const frame = this.frames.pop();
    if (frame === undefined) return;
    const { name, tag, run, aside, caller, point } = frame;
    const outer = this.frames.at(-1);
    if (aside && (outer?.aside !== false || name !== 'choice')) return;
    const isBehind = empty || isMilestone(name);
    const own = isBehind
      ? this.place(frame, 'behind', start, outer?.language)!
      : this.place(frame, 'atEnd', start, frame.language)!;
    const inside = run.last !== undefined && run.last.seen >= frame.opened && !isBehind ? run.last : own;
    const last = point ? this.place(frame, 'behind', point.start, point.language)! : inside;
    const at: Place = { ...last, start, end, caller: isAnnotated(name) ? caller : undefined };
    const id = attributeOf(tag, 'xml:id');
    if (caller?.start === start) caller.place = at;
    if (id !== undefined && frame.inText && name !== 'note' && name !== 'choice' && !this.places.has(id))
      this.places.set(id, at);
    const isSign =
      name === 'choice' || name === 'app' || isEmptyMark(name) || isPicture(name) || point?.start === start;
    if (isSign && outer && !outer.aside) outer.run.last = this.place(outer, 'behind', start, outer.language);
  }
}
