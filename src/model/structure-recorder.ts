import { canonicalItems, type RawItem } from './canonical-items.ts';
import { OpenRanges } from './open-ranges.ts';
import { directionsOf } from './structure-directions.ts';
import type { Aspect, Item, Structure } from './structure.ts';

/** A run of text as far as it must be known to record what stands on it. */
export interface RecordedRun {
  /** 0: the running text; from 1 on the runs that began after it. */
  readonly index: number;
  /** Behind the last letter; marks and white space are none. */
  readonly letterEnd: number;
}

/** Records what stands on the words while a spine grows. One recorder belongs to one builder. */
export interface Recorder {
  open(run: RecordedRun, aspect: Aspect, value: string): void;
  close(): void;
  point(run: RecordedRun, aspect: Aspect, value: string): void;
  /** A range over elements begins, whatever else is open; it is closed by its end in the same run, or with that. One without letters is nothing. */
  startRange(run: RecordedRun, aspect: Aspect, value: string, end: string): void;
  endRange(run: RecordedRun, end: string): void;
  /** Letters were added to a run from this offset on. */
  letters(run: RecordedRun, from: number): void;
  /** A hyphen at the end of a run was taken away. */
  shortened(run: RecordedRun): void;
  /** A note begins inside `outer`, behind offset `at`: it is in the language that is spoken there. */
  startRun(outer: RecordedRun, run: RecordedRun, at: number): void;
  /** The ranges that are still open inside the run end with it. */
  endRun(run: RecordedRun): void;
  /** The text of the run is complete; `place`: its number in the spine. */
  finishRun(run: RecordedRun, text: string, place: number): void;
  /** What was recorded, in canonical order. All runs must be finished. */
  structure(): Structure;
  /** The block that opened first. */
  firstBlock(): Item | undefined;
}

interface Mutable extends RawItem {
  from: number;
  to: number;
}

interface Open {
  readonly item: Mutable;
  readonly run: RecordedRun;
}

/** What is not yet at its letter, and what was closed last, of one run. */
interface Waiting {
  /** Ranges and points that begin at the next letter. */
  begin: Mutable[];
  /** Ranges over elements that began where something began last: a hyphen that goes may be their first letter. */
  begun: Mutable[];
  /** Ranges in the order of their ends: a hyphen that goes takes them with it. */
  readonly ended: Mutable[];
}

export const structureRecorder = (): Recorder => new StructureRecorder();

/** Its methods run for every tag and every word. */
class StructureRecorder implements Recorder {
  private readonly items: Mutable[] = [];
  private readonly stack: Open[] = [];
  private readonly texts: string[] = [];
  private readonly places: number[] = [];
  private readonly waiting: Waiting[] = [];
  /** Ranges over elements that are open, by their runs. */
  private readonly ranges = new Map<number, OpenRanges<Mutable>>();
  private readonly begun: { readonly run: number; readonly outer: number; readonly at: number }[] = [];
  private readonly closedRanges: Mutable[] = [];

  open(run: RecordedRun, aspect: Aspect, value: string): void {
    this.stack.push({ item: this.add(run, aspect, value), run });
  }

  close(): void {
    const last = this.stack.pop();
    if (!last) return;
    const { item, run } = last;
    // No letter came: a point behind the last one.
    if (item.from < 0) item.from = run.letterEnd;
    item.to = run.letterEnd;
    this.waitingOf(run).ended.push(item);
  }

  point(run: RecordedRun, aspect: Aspect, value: string): void {
    this.add(run, aspect, value);
  }

  startRange(run: RecordedRun, aspect: Aspect, value: string, end: string): void {
    const open = this.ranges.get(run.index) ?? new OpenRanges<Mutable>();
    this.ranges.set(run.index, open);
    const item = { aspect, run: run.index, from: -1, to: -1, value };
    if (open.add(item, end)) this.waitingOf(run).begin.push(item);
  }

  endRange(run: RecordedRun, end: string): void {
    for (const item of this.ranges.get(run.index)?.end(end) ?? []) {
      // No letter came, and none will be in it.
      if (item.from < 0) item.from = run.letterEnd;
      item.to = run.letterEnd;
      if (item.from >= item.to) continue;
      this.closedRanges.push(item);
      this.waitingOf(run).ended.push(item);
    }
  }

  letters(run: RecordedRun, from: number): void {
    const state = this.waitingOf(run);
    if (state.begin.length === 0) return;
    for (const item of state.begin) if (item.from < 0) item.from = from;
    state.begun = this.ranges.get(run.index)?.among(state.begin) ?? [];
    state.begin = [];
  }

  shortened(run: RecordedRun): void {
    const { ended, begin, begun } = this.waitingOf(run);
    for (let i = ended.length - 1; i >= 0 && ended[i]!.to > run.letterEnd; i--) {
      ended[i]!.to = run.letterEnd;
      ended[i]!.from = Math.min(ended[i]!.from, run.letterEnd);
    }
    for (const { item } of this.stack) {
      if (item.run !== run.index || item.from < run.letterEnd) continue;
      item.from = -1;
      begin.push(item);
    }
    for (const item of begun) {
      if (item.to >= 0 || item.from < run.letterEnd) continue;
      item.from = -1;
      begin.push(item);
    }
  }

  startRun(outer: RecordedRun, run: RecordedRun, at: number): void {
    this.begun.push({ run: run.index, outer: outer.index, at });
    const spoken = this.stack.findLast(({ item }) => item.aspect === 'language' && item.run === outer.index);
    if (spoken) this.open(run, 'language', spoken.item.value);
  }

  endRun(run: RecordedRun): void {
    while (this.stack.at(-1)?.run === run) this.close();
    for (const end of this.ranges.get(run.index)?.ends() ?? []) this.endRange(run, end);
  }

  finishRun(run: RecordedRun, text: string, place: number): void {
    this.texts[place] = text;
    this.places[run.index] = place;
    this.endRun(run);
    for (const item of this.waitingOf(run).begin) if (item.from < 0) item.from = run.letterEnd;
  }

  structure(): Structure {
    const { places, texts } = this;
    // Of one that was nothing but a hyphen nothing is left.
    const all = [...this.items, ...this.closedRanges.filter(({ from, to }) => from < to)];
    const items = all.map((item) => (places[item.run] === item.run ? item : { ...item, run: places[item.run]! }));
    return {
      items: canonicalItems(items, texts),
      recorded: () => ({
        items,
        begun: new Map(this.begun.map(({ run, outer, at }) => [places[run]!, { run: places[outer]!, at }])),
      }),
      directions: (language, ownBlock) => directionsOf(items, texts, language, ownBlock),
    };
  }

  firstBlock(): Item | undefined {
    return this.items.find(({ aspect }) => aspect === 'block');
  }

  private waitingOf(run: RecordedRun): Waiting {
    return (this.waiting[run.index] ??= { begin: [], begun: [], ended: [] });
  }

  private add(run: RecordedRun, aspect: Aspect, value: string): Mutable {
    const item = { aspect, run: run.index, from: -1, to: -1, value };
    this.items.push(item);
    this.waitingOf(run).begin.push(item);
    return item;
  }
}
