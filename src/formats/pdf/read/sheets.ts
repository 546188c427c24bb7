import type { Spine, SpineBuilder } from '../../../model/spine.ts';
import { runsOf } from '../../../model/spine.ts';

/** On which sheets of a book the words of a text are. */
export class Sheets {
  private readonly spine: SpineBuilder;
  private readonly turns: { readonly run: number; readonly at: number; readonly sheet: number }[] = [];

  constructor(spine: SpineBuilder) {
    this.spine = spine;
  }

  /** What is read from now on is on this sheet, from 0. */
  turn(sheet: number): void {
    this.turns.push({ ...this.spine.place(), sheet });
  }

  /** The n-th word, page break or call of a run, as it is said behind a loss. */
  place(words: Spine, run: number, item: number): string {
    const items = [...(runsOf(words)[run] ?? '').matchAll(/\x01[^\x02]*\x02|\x03[^\x04]*\x04|[^ \x01\x03]+/g)];
    const at = items[Math.min(item, items.length - 1)]?.index ?? 0;
    const sheet = this.at(run, at);
    return sheet === undefined ? '' : ` (sheet ${sheet + 1})`;
  }

  /** The sheet, from 0, of the letter at a place of a run. */
  at(run: number, place: number): number | undefined {
    return this.turns.findLast((one) => this.spine.runOf(one.run) === run && one.at <= place)?.sheet;
  }
}
