import type { UnitRow } from '../src/formats/html/search/shard.ts';
import { type IndexFiles, lastUpTo } from './index-files.ts';

/** Where places are: in which unit, in its text or in which note, on which page. */

export type Field = 'text' | 'note' | 'apparatus';

export interface UnitAt {
  /** Its number in the edition. */
  readonly number: number;
  readonly row: UnitRow;
  /** The place of its first word. */
  readonly start: number;
  /** Where each of its runs begins. */
  readonly runs: readonly number[];
  /** From each place on, the label of the page. */
  readonly pages: readonly (readonly [at: number, label: string])[];
}

export interface Where {
  readonly unit: UnitAt;
  readonly field: Field;
  /** The number of the note, from 1. */
  readonly note?: number;
  /** Empty: the source has no pages. */
  readonly page: string;
}

function unitAt(row: UnitRow, number: number, start: number): UnitAt {
  const runs: number[] = [];
  let at = start;
  for (const length of row[7]) {
    runs.push(at);
    at += length;
  }
  const pages: [number, string][] = [];
  at = start;
  for (let i = 0; i < row[8].length; i += 2) {
    at += row[8][i] as number;
    pages.push([at, String(row[8][i + 1])]);
  }
  return { number, row, start, runs, pages };
}

/** The units of an edition, table by table. */
export class Units {
  private readonly files: IndexFiles;
  private readonly tables = new Map<number, readonly UnitAt[]>();

  constructor(files: IndexFiles) {
    this.files = files;
  }

  /** Makes ready what is to be asked about these places. */
  async load(places: readonly number[]): Promise<void> {
    const numbers = new Set(places.map((place) => this.files.tableOf(place)));
    await Promise.all([...numbers].map((number) => this.table(number)));
  }

  /** All units. */
  async all(): Promise<UnitAt[]> {
    const tables = await Promise.all(this.files.directory.units.map((_, number) => this.table(number)));
    return tables.flat();
  }

  private async table(number: number): Promise<readonly UnitAt[]> {
    const known = this.tables.get(number);
    if (known) return known;
    const rows = await this.files.table(number);
    let [start, unit] = this.files.directory.units[number]!;
    const units = rows.map((row) => {
      const one = unitAt(row, unit++, start);
      start += row[7].reduce((sum, length) => sum + length, 0);
      return one;
    });
    this.tables.set(number, units);
    return units;
  }

  /** Where a place is; its table must have been loaded. */
  where(place: number): Where {
    const table = this.tables.get(this.files.tableOf(place))!;
    const unit = table[lastUpTo(table, ({ start }) => start > place)]!;
    const run = lastUpTo(unit.runs, (start) => start > place);
    const page = unit.pages[lastUpTo(unit.pages, ([at]) => at > place)]?.[1] ?? '';
    if (run === 0) return { unit, field: 'text', page };
    return run <= unit.row[6] ? { unit, field: 'note', note: run, page } : { unit, field: 'apparatus', page };
  }
}
