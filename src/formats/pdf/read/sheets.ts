import type { Spine, SpineBuilder } from '../../../model/spine.ts';
import { runsOf } from '../../../model/spine.ts';
import { lastBefore } from './places.ts';

/** Where something of a text is in a book. */
export interface SheetPlace {
  /** From 0. */
  readonly sheet: number;
  /** Of the line, in points from the bottom of the page; undefined in a heading and in a note. */
  readonly y?: number;
}

interface Turn extends SheetPlace {
  readonly at: number;
}

/** On which sheets of a book the words of a text are, and on which lines of these. */
export class Sheets {
  private readonly spine: SpineBuilder;
  /** By runs, in the order in which they began. */
  private readonly turns = new Map<number, Turn[]>();
  private byRun: Map<number, Turn[]> | undefined;
  private now: SheetPlace = { sheet: 0 };

  constructor(spine: SpineBuilder) {
    this.spine = spine;
  }

  /** What is read from now on is on this sheet, from 0. */
  turn(sheet: number): void {
    this.put({ sheet });
  }

  /** What is read from now on is on this line of the sheet. */
  line(y: number | undefined): void {
    this.put({ sheet: this.now.sheet, ...(y !== undefined && { y }) });
  }

  private put(place: SheetPlace): void {
    this.now = place;
    const { run, at } = this.spine.place();
    const same = this.turns.get(run);
    if (same) same.push({ at, ...place });
    else this.turns.set(run, [{ at, ...place }]);
  }

  /** The n-th word, page break or call of a run, as it is said behind a loss. */
  place(words: Spine, run: number, item: number): string {
    const items = [...(runsOf(words)[run] ?? '').matchAll(/\x01[^\x02]*\x02|\x03[^\x04]*\x04|[^ \x01\x03]+/g)];
    const at = items[Math.min(item, items.length - 1)]?.index ?? 0;
    const place = this.at(run, at);
    return place === undefined ? '' : ` (sheet ${place.sheet + 1})`;
  }

  /** Where the letter at a place of a run is; to be asked when all is read. */
  at(run: number, place: number): SheetPlace | undefined {
    this.byRun ??= new Map([...this.turns].map(([begun, turns]) => [this.spine.runOf(begun), turns]));
    return lastBefore(this.byRun.get(run) ?? [], place);
  }
}
