import {
  type CallPlace,
  holdsMore,
  idsOf,
  isApart,
  isBack,
  isBlank,
  isHidden,
  isParagraph,
  isPart,
  isPoint,
  isPrintedThere,
  labelBy,
  labelOf,
  placeBehind,
  placeOf,
  pointers,
  targetsOf,
  collects,
} from './note-elements.ts';
import { type Seen, survey, type Survey } from './note-survey.ts';
import { isElement, nearest, type TreeElement } from './note-tree.ts';

/**
 * Which notes of a file are called from elsewhere, and where, for phase 1: it gets a note where it is called, whatever unit it is written in. The
 * streaming reader decides the same in `src/model/read-tei/note-plan.ts`, without a tree.
 */

export interface CalledNote {
  readonly note: TreeElement;
  readonly label: string;
  readonly at: CallPlace;
}

export interface NotesElsewhere {
  readonly called: readonly CalledNote[];
  /** Notes and the note that each continues. */
  readonly continued: ReadonlyMap<TreeElement, TreeElement>;
  /** Elements in which nothing is left. */
  readonly gone: ReadonlySet<TreeElement>;
}

/** Whether a note is where notes are that a pointer before them calls: in the back matter, or in the division of the pointer. */
function mayCall(caller: TreeElement, note: TreeElement): boolean {
  const { start } = caller.tag;
  if (start > note.tag.start) return false;
  if (nearest(note, isBack)) return true;
  const division = nearest(note, isPart);
  return start > (division?.tag.start ?? 0) && labelBy(caller, note) !== undefined;
}

/** Whether an element is in another, or the same. */
const isIn = (inner: TreeElement, outer: TreeElement): boolean =>
  inner === outer || nearest(inner, (each) => each === outer) !== undefined;

/** The first of the notes that go on in each other; every step on the way is shortened. */
function beginning(element: TreeElement, continued: Map<TreeElement, TreeElement>): TreeElement {
  const way: TreeElement[] = [];
  let at = element;
  while (continued.has(at)) {
    way.push(at);
    at = continued.get(at)!;
  }
  for (const each of way) continued.set(each, at);
  return at;
}

/** Notes that go on in another one, which keeps them. */
function continuations(
  notes: readonly Seen[],
  byId: ReadonlyMap<string, readonly Seen[]>,
): Map<TreeElement, TreeElement> {
  const continued = new Map<TreeElement, TreeElement>();
  const cannot = (each: TreeElement): boolean =>
    isPrintedThere(each) || /^(?:app|rdgGrp|choice|noteGrp)$/.test(placeOf(each)?.name ?? 'app');
  const join = (first: TreeElement | undefined, second: TreeElement | undefined): void => {
    if (!first || !second || first.tag.empty || cannot(first) || cannot(second) || continued.has(second)) return;
    if (isIn(first, second) || isIn(second, first)) return;
    const begin = beginning(first, continued);
    if (begin !== second) continued.set(second, begin);
  };
  const named = (element: TreeElement, pointer: string): TreeElement | undefined =>
    byId.get(pointers(element, pointer)[0] ?? '')?.[0]?.element;
  for (const { element } of notes) {
    join(named(element, 'prev'), element);
    join(element, named(element, 'next'));
  }
  return new Map([...continued].map(([each, first]) => [each, beginning(first, continued)]));
}

/** How many notes are called from inside each other. */
const deepest = 8;

class Calls {
  private readonly all: Survey;
  private readonly named = new Map<string, Seen[]>();
  private readonly seenAs: ReadonlyMap<TreeElement, Seen>;
  /** Notes that may be called from elsewhere, and in the end those that are. */
  private readonly candidates = new Set<Seen>();
  private readonly calls = new Map<Seen, CalledNote>();
  readonly continued: ReadonlyMap<TreeElement, TreeElement>;

  constructor(all: Survey) {
    this.all = all;
    this.seenAs = new Map(all.notes.map((seen) => [seen.element, seen]));
    for (const seen of all.notes)
      for (const id of idsOf(seen.element)) {
        const known = this.named.get(id);
        if (known) known.push(seen);
        else this.named.set(id, [seen]);
      }
    this.continued = continuations(all.notes, this.named);
  }

  find(): CalledNote[] {
    const { notes, callers } = this.all;
    const near = new Set<Seen>();
    for (const caller of callers)
      for (const seen of this.notesOf(caller)) {
        if (mayCall(caller.element, seen.element)) near.add(seen);
      }
    for (const seen of notes) if (this.mayBeCalled(seen, near)) this.candidates.add(seen);
    this.callFrom(this.possible());
    return [...this.calls.values()].sort((a, b) => a.note.tag.start - b.note.tag.start);
  }

  private notesOf({ element }: Seen): Seen[] {
    return pointers(element, 'target', 'corresp').flatMap((id) => this.named.get(id) ?? []);
  }

  private mayBeCalled(seen: Seen, near: ReadonlySet<Seen>): boolean {
    const { element } = seen;
    const place = placeOf(element);
    if (!place || !isApart(element) || this.continued.has(element)) return false;
    if (isParagraph(place) && holdsMore(place)) return false;
    return nearest(element, collects) !== undefined || near.has(seen) || this.aboutOf(seen) !== undefined;
  }

  /** What a note says it is about, where that is elsewhere. */
  private aboutOf(seen: Seen): Seen | undefined {
    const { element } = seen;
    return targetsOf(element)
      .map((id) => this.all.byId.get(id))
      .find((about) => about && !isIn(element, about.element) && !isIn(about.element, element));
  }

  /** The note that a note continues, or the note itself. */
  private first(seen: Seen | undefined): Seen | undefined {
    const begin = seen && this.continued.get(seen.element);
    return begin ? this.seenAs.get(begin) : seen;
  }

  /** All possible calls by the candidate that they are in, the best first. */
  private possible(): Map<Seen | undefined, CalledNote[][]> {
    const found = new Map<Seen | undefined, CalledNote[][]>();
    const add = ({ within }: Seen, rank: number, call: CalledNote): void => {
      let at = this.first(within);
      while (at && !this.candidates.has(at)) at = this.first(at.within);
      const ranks = found.get(at) ?? [[], [], []];
      found.set(at, ranks);
      ranks[rank]!.push(call);
    };
    for (const caller of this.all.callers)
      for (const { element: called } of this.notesOf(caller)) {
        const label = labelBy(caller.element, called);
        if (label !== undefined) add(caller, 0, { note: called, label, at: { is: 'call', node: caller.element } });
        else add(caller, 2, { note: called, label: labelOf(called), at: placeBehind(caller.element) });
      }
    for (const seen of this.candidates) {
      const about = this.aboutOf(seen);
      if (about) add(about, 1, this.callAt(seen.element, about.element));
    }
    return found;
  }

  /** The call of a note at what it is about: in place of a call that has no other purpose. */
  private callAt(called: TreeElement, about: TreeElement): CalledNote {
    const isCaller = about.name === 'ref' || about.name === 'ptr';
    const isOwn = isCaller && pointers(about, 'target', 'corresp').every((id) => idsOf(called).includes(id));
    const label = isOwn ? labelBy(about, called) : undefined;
    if (label === undefined) return { note: called, label: labelOf(called), at: placeBehind(about) };
    return { note: called, label, at: { is: 'call', node: about } };
  }

  /** First the calls in the text and in the notes that these call; then those in notes that stay where they are. */
  private callFrom(possible: ReadonlyMap<Seen | undefined, CalledNote[][]>): void {
    const byElement = new Map([...this.candidates].map((seen) => [seen.element, seen]));
    const staying = new Set<Seen>();
    const follow = (first: Seen | undefined): void => {
      const waiting: [Seen | undefined, number][] = [[first, 0]];
      for (const [from, depth] of waiting)
        for (const call of depth < deepest ? (possible.get(from)?.flat() ?? []) : []) {
          const seen = byElement.get(call.note);
          if (!seen || this.calls.has(seen) || staying.has(seen)) continue;
          this.calls.set(seen, call);
          waiting.push([seen, depth + 1]);
        }
    };
    follow(undefined);
    for (const seen of this.candidates) {
      if (this.calls.has(seen) || seen.isOutside) continue;
      staying.add(seen);
      follow(seen);
    }
  }
}

/** Elements that held nothing but notes that are elsewhere now. */
function goneOf(
  holders: readonly TreeElement[],
  isAway: (note: TreeElement) => boolean,
  isDocument: (element: TreeElement) => boolean,
): Set<TreeElement> {
  const gone = new Set<TreeElement>();
  // The inner ones come later.
  for (const holder of holders.toReversed()) {
    const children = holder.children.filter((child) => !isBlank(child));
    const elements = children.filter((child) => isElement(child));
    const held = elements.filter((child) => !isPoint(child) && !isHidden(child));
    const isGone = elements.length === children.length && held.every((child) => isAway(child) || gone.has(child));
    if (isGone && held.length > 0 && !isDocument(holder)) gone.add(holder);
  }
  return gone;
}

export function notesElsewhere(root: TreeElement, isDocument: (element: TreeElement) => boolean): NotesElsewhere {
  const all = survey(root);
  const calls = new Calls(all);
  const called = calls.find();
  const { continued } = calls;
  const away = new Set([...called.map((call) => call.note), ...continued.keys()]);
  return { called, continued, gone: goneOf(all.holders, (element) => away.has(element), isDocument) };
}
