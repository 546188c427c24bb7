import { callOf, isCall } from './note-candidates.ts';
import type { Caller, Holder, Note, NotePlan, Place, PlannedNote } from './note-candidates.ts';

/** Which of the places that may call a note is its call, when a file has been read to its end. */

/** How many notes are called from inside each other. */
const deepest = 8;

interface Found {
  readonly notes: readonly Note[];
  readonly callers: readonly Caller[];
  readonly holders: readonly Holder[];
  readonly places: ReadonlyMap<string, Place>;
}

type Made = readonly [
  note: Note,
  kind: Place['kind'] | 'calls',
  at: number,
  label: string,
  language: string | undefined,
];

const replacing = (note: Note, caller: Caller): Made => {
  const words = caller.name === 'ref' ? callOf(caller.words) : '';
  return [note, 'calls', caller.start, words === '' ? note.label : words, caller.language];
};
const placed = (note: Note, { kind, at, language }: Place): Made => [note, kind, at, note.label, language];

/** Calls by the note that they are in: first those that are calls and nothing else, then what notes say themselves, then other pointers. */
type Ranks = readonly [Made[], Made[], Made[]];

class Settling {
  private readonly found: Found;
  private readonly byId = new Map<string, Note[]>();
  private readonly ranks = new Map<Note | undefined, Ranks>();
  private readonly eligible = new Set<Note>();
  readonly made = new Map<Note, Made>();
  readonly continued = new Map<Note, Note>();
  private readonly stays = new Set<Note>();

  constructor(found: Found) {
    this.found = found;
    for (const note of found.notes) for (const id of note.ids) this.byId.set(id, [...(this.byId.get(id) ?? []), note]);
  }

  settle(): void {
    this.continue();
    this.choose();
    this.rank();
    this.call(undefined);
    for (const note of this.eligible) {
      if (this.made.has(note) || !note.isInText) continue;
      this.stays.add(note);
      this.call(note);
    }
  }

  /** Notes that go on in another one. */
  private continue(): void {
    for (const note of this.found.notes) {
      const [before] = this.byId.get(note.prev ?? '') ?? [];
      const [after] = this.byId.get(note.next ?? '') ?? [];
      if (before) this.join(before, note);
      if (after) this.join(note, after);
    }
  }

  private join(first: Note, second: Note): void {
    if (first === second || first.isEmpty || first.isInline || second.isInline || this.continued.has(second)) return;
    if (this.beginningOf(first) === second) return;
    const isInside = (inner: Note | undefined, outer: Note): boolean => {
      for (let at = inner; at; at = at.enclosing) if (at === outer) return true;
      return false;
    };
    if (!isInside(first, second) && !isInside(second, first)) this.continued.set(second, first);
  }

  /** The first of the notes that a note continues. */
  beginningOf(note: Note): Note {
    let first = note;
    for (let before = this.continued.get(first); before; before = this.continued.get(first)) first = before;
    // What was found is kept, so that a long chain costs no more than a short one.
    for (let at = note; at !== first;) {
      const before = this.continued.get(at)!;
      this.continued.set(at, first);
      at = before;
    }
    return first;
  }

  /** Notes that may be called from elsewhere. */
  private choose(): void {
    const canBe = (note: Note): boolean =>
      note.isApart && !this.continued.has(note) && note.needsEmpty?.hasMore !== true;
    for (const note of this.found.notes)
      if (canBe(note) && (note.collects || note.targets.some((id) => this.aboutOf(note, id)))) this.eligible.add(note);
    for (const caller of this.found.callers)
      for (const note of caller.targets.flatMap((id) => this.byId.get(id) ?? [])) {
        if (caller.start > note.start || !canBe(note)) continue;
        if (note.inBack || (note.around < caller.start && isCall(caller, note))) this.eligible.add(note);
      }
  }

  /** The place that a note says it is about: not one that the note is in, nor one in the note. */
  private aboutOf(note: Note, id: string): Place | undefined {
    const place = this.found.places.get(id);
    if (!place || (place.start < note.start && note.start < place.end)) return undefined;
    for (let at = place.enclosing; at; at = at.enclosing) if (at === note) return undefined;
    return place;
  }

  private ranksIn(enclosing: Note | undefined): Ranks {
    let at = enclosing && this.beginningOf(enclosing);
    while (at && !this.eligible.has(at)) at = at.enclosing && this.beginningOf(at.enclosing);
    const known = this.ranks.get(at) ?? [[], [], []];
    this.ranks.set(at, known);
    return known;
  }

  private rank(): void {
    for (const caller of this.found.callers)
      for (const note of caller.targets.flatMap((id) => this.byId.get(id) ?? [])) {
        const [first, , last] = this.ranksIn(caller.enclosing);
        if (isCall(caller, note)) first.push(replacing(note, caller));
        else if (caller.place) last.push(placed(note, caller.place));
      }
    for (const note of this.eligible) {
      const place = note.targets.map((id) => this.aboutOf(note, id)).find((one) => one !== undefined);
      if (!place) continue;
      const { caller } = place;
      const isOwn = caller && caller.targets.every((id) => note.ids.includes(id)) && isCall(caller, note);
      this.ranksIn(place.enclosing)[1].push(isOwn ? replacing(note, caller) : placed(note, place));
    }
  }

  /** Makes the calls in a note that is in its place, and in those that are called from there. */
  private call(first: Note | undefined): void {
    const queue: [Note | undefined, number][] = [[first, 0]];
    for (const [from, depth] of queue)
      for (const made of depth < deepest ? (this.ranks.get(from) ?? []).flat() : []) {
        const [note] = made;
        if (!this.eligible.has(note) || this.made.has(note) || this.stays.has(note)) continue;
        this.made.set(note, made);
        queue.push([note, depth + 1]);
      }
  }
}

/** Elements in which nothing is left, the inner ones first. */
function goneOf(holders: readonly Holder[], isAway: (note: Note) => boolean): Set<number> {
  const gone = new Set<number>();
  const filled = new Set<Holder>();
  const held = new Set<Holder>();
  for (let i = holders.length - 1; i >= 0; i--) {
    const holder = holders[i]!;
    const { hasMore, notes, outer } = holder;
    const isGone = !hasMore && !filled.has(holder) && notes.every(isAway) && (notes.length > 0 || held.has(holder));
    if (isGone) gone.add(holder.start);
    if (outer) (isGone ? held : filled).add(outer);
  }
  return gone;
}

const add = (map: Map<number, number[]>, at: number, note: Note): void => {
  const known = map.get(at);
  if (known) known.push(note.start);
  else map.set(at, [note.start]);
};

/** `here`: the language where it is called. */
const planned = (note: Note, label: string, here: string | undefined): PlannedNote => ({
  label,
  language: note.language === here ? undefined : note.language,
  written: note.language,
});

export function settleNotes(found: Found): NotePlan | undefined {
  const settling = new Settling(found);
  settling.settle();
  const { made, continued } = settling;
  if (made.size + continued.size === 0) return undefined;
  const maps = { calls: new Map(), behindText: new Map(), behind: new Map(), atEnd: new Map() } as const;
  const notes = new Map<number, PlannedNote>();
  const more = new Map<number, number[]>();
  const inOrder = [...made.values()].toSorted(([a], [b]) => a.start - b.start);
  for (const [note, kind, at, label, language] of inOrder) {
    add(maps[kind] as Map<number, number[]>, at, note);
    notes.set(note.start, planned(note, label, language));
  }
  for (const note of found.notes) {
    if (!continued.has(note)) continue;
    const first = settling.beginningOf(note);
    add(more, first.start, note);
    notes.set(note.start, planned(note, '', first.spoken));
  }
  const gone = goneOf(found.holders, (note) => notes.has(note.start));
  return { ...maps, notes, more, gone };
}
