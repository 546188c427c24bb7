import { canonicalItems, type RawItem } from './canonical-items.ts';
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
  /** Letters were added to a run from this offset on. */
  letters(run: RecordedRun, from: number): void;
  /** A hyphen at the end of a run was taken away. */
  shortened(run: RecordedRun): void;
  /** A note begins inside `outer`: it is in the language that is spoken there. */
  startRun(outer: RecordedRun, run: RecordedRun): void;
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

  letters(run: RecordedRun, from: number): void {
    const state = this.waitingOf(run);
    if (state.begin.length === 0) return;
    for (const item of state.begin) if (item.from < 0) item.from = from;
    state.begin = [];
  }

  shortened(run: RecordedRun): void {
    const { ended, begin } = this.waitingOf(run);
    for (let i = ended.length - 1; i >= 0 && ended[i]!.to > run.letterEnd; i--) {
      ended[i]!.to = run.letterEnd;
      ended[i]!.from = Math.min(ended[i]!.from, run.letterEnd);
    }
    for (const { item } of this.stack) {
      if (item.run !== run.index || item.from < run.letterEnd) continue;
      item.from = -1;
      begin.push(item);
    }
  }

  startRun(outer: RecordedRun, run: RecordedRun): void {
    const spoken = this.stack.findLast(({ item }) => item.aspect === 'language' && item.run === outer.index);
    if (spoken) this.open(run, 'language', spoken.item.value);
  }

  endRun(run: RecordedRun): void {
    while (this.stack.at(-1)?.run === run) this.close();
  }

  finishRun(run: RecordedRun, text: string, place: number): void {
    this.texts[place] = text;
    this.places[run.index] = place;
    this.endRun(run);
    for (const item of this.waitingOf(run).begin) if (item.from < 0) item.from = run.letterEnd;
  }

  structure(): Structure {
    const { places, texts } = this;
    const items = this.items.map((item) =>
      places[item.run] === item.run ? item : { ...item, run: places[item.run]! },
    );
    return {
      items: canonicalItems(items, texts),
      directions: (language, ownBlock) => directionsOf(items, texts, language, ownBlock),
    };
  }

  firstBlock(): Item | undefined {
    return this.items.find(({ aspect }) => aspect === 'block');
  }

  private waitingOf(run: RecordedRun): Waiting {
    return (this.waiting[run.index] ??= { begin: [], ended: [] });
  }

  private add(run: RecordedRun, aspect: Aspect, value: string): Mutable {
    const item = { aspect, run: run.index, from: -1, to: -1, value };
    this.items.push(item);
    this.waitingOf(run).begin.push(item);
    return item;
  }
}
