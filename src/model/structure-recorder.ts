import { canonicalItems, type RawItem } from './canonical-items.ts';
import type { Aspect, Item, Structure } from './structure.ts';

/** A run of text as far as it must be known to record what stands on it. */
export interface RecordedRun {
  /** 0: the running text; 1…n: the notes. */
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
  endRun(run: RecordedRun): void;
  /** The text of the run is complete. */
  finishRun(run: RecordedRun, text: string): void;
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

/** Drops the ranges that are still open inside a run that ends. */
function closeDown(stack: Open[], run: RecordedRun, close: () => void): void {
  while (stack.at(-1)?.run === run) close();
}

export function structureRecorder(): Recorder {
  const items: Mutable[] = [];
  const stack: Open[] = [];
  const texts: string[] = [];
  const waiting: Waiting[] = [];
  const of = (run: RecordedRun): Waiting => (waiting[run.index] ??= { begin: [], ended: [] });
  const add = (run: RecordedRun, aspect: Aspect, value: string): Mutable => {
    const item = { aspect, run: run.index, from: -1, to: -1, value };
    items.push(item);
    of(run).begin.push(item);
    return item;
  };
  const open: Recorder['open'] = (run, aspect, value) => void stack.push({ item: add(run, aspect, value), run });
  const close = (): void => {
    const last = stack.pop();
    if (!last) return;
    const { item, run } = last;
    // No letter came: a point behind the last one.
    if (item.from < 0) item.from = run.letterEnd;
    item.to = run.letterEnd;
    of(run).ended.push(item);
  };
  return {
    open,
    close,
    point: (run, aspect, value) => void add(run, aspect, value),
    letters: (run, from) => {
      const state = of(run);
      if (state.begin.length === 0) return;
      for (const item of state.begin) if (item.from < 0) item.from = from;
      state.begin = [];
    },
    shortened: (run) => {
      const { ended, begin } = of(run);
      for (let i = ended.length - 1; i >= 0 && ended[i]!.to > run.letterEnd; i--) {
        ended[i]!.to = run.letterEnd;
        ended[i]!.from = Math.min(ended[i]!.from, run.letterEnd);
      }
      for (const { item } of stack) {
        if (item.run !== run.index || item.from < run.letterEnd) continue;
        item.from = -1;
        begin.push(item);
      }
    },
    startRun: (outer, run) => {
      const spoken = stack.findLast(({ item }) => item.aspect === 'language' && item.run === outer.index);
      if (spoken) open(run, 'language', spoken.item.value);
    },
    endRun: (run) => closeDown(stack, run, close),
    finishRun: (run, text) => {
      texts[run.index] = text;
      closeDown(stack, run, close);
      for (const item of of(run).begin) if (item.from < 0) item.from = run.letterEnd;
    },
    structure: () => ({ items: canonicalItems(items, texts) }),
    firstBlock: () => items.find(({ aspect }) => aspect === 'block'),
  };
}
