import type { UnitInfo } from '../../model/edition.ts';
import type { RecordFields } from '../format.ts';
import type { Cut } from './expected-paragraphs.ts';
import type { SourceRuns } from './expected-unit.ts';

/** The printed pages that pages.jsonl must have, with their texts. */

interface Expected {
  readonly volume: string;
  readonly label: string;
  readonly lines: string[];
  /** Of units that come back to the page behind the units inside them. */
  readonly behind: string[];
  readonly units: Set<string>;
  readonly unitsBehind: Set<string>;
  readonly notes: { document: string; number: number; call: string; text: string }[];
}

export class ExpectedPages {
  private readonly all: Expected[] = [];
  private readonly later: {
    readonly volume: string;
    readonly label: string;
    readonly unit: string;
    readonly text: string;
  }[] = [];

  add(unit: UnitInfo, runs: SourceRuns, cuts: readonly Cut[], notes: readonly RecordFields[]): void {
    const { facts: { id }, volume: { id: volume }, open } = unit; // prettier-ignore
    const turns = runs.pages.filter(({ resumed }) => !resumed);
    const begun = turns.map(({ label }) => this.begin(volume, label, false));
    const isBefore = cuts.some(({ from }) => from < (turns[0]?.at ?? Infinity));
    const before =
      open?.startsOn !== undefined && isBefore ? this.begun(volume, open.startsOn, turns.length) : undefined;
    for (const { from, text } of cuts) {
      const last = runs.pages.findLast(({ at }) => at <= from);
      if (last?.resumed) {
        this.later.push({ volume, label: last.label, unit: id, text });
        continue;
      }
      const page = last ? begun[turns.indexOf(last)] : before;
      page?.units.add(id);
      page?.lines.push(text);
    }
    for (const { page: label, number, call, text } of notes) {
      const page = [...(before ? [before] : []), ...begun].findLast((one) => one.label === label);
      page?.notes.push({ document: id, number: Number(number), call: call!, text: text! });
    }
  }

  private begin(volume: string, label: string, isFirst: boolean): Expected {
    const page = {
      volume,
      label,
      lines: [],
      behind: [],
      units: new Set<string>(),
      unitsBehind: new Set<string>(),
      notes: [],
    };
    if (isFirst) this.all.splice(this.all.length, 0, page);
    else this.all.push(page);
    return page;
  }

  /** The page on which a unit goes on: the last before those that begin in it, or, where that is another one, one of its own. */
  private begun(volume: string, label: string, turns: number): Expected {
    const at = this.all.length - turns;
    const last = this.all[at - 1];
    if (last?.volume === volume && last.label === label) return last;
    const page = this.begin(volume, label, true);
    this.all.splice(at, 0, ...this.all.splice(-1));
    return page;
  }

  rows(): RecordFields[] {
    for (const { volume, label, unit, text } of this.later) {
      const page = this.all.findLast((one) => one.volume === volume && one.label === label);
      page?.behind.push(text);
      page?.unitsBehind.add(unit);
    }
    return this.all.map(({ volume, label, lines, behind, units, unitsBehind, notes }) => ({
      volume,
      page: label,
      documents: JSON.stringify([...new Set([...units, ...unitsBehind])]),
      text: [...lines, ...behind].join('\n'),
      notes: JSON.stringify(notes),
    }));
  }
}
