import { lineOf } from '../../model/lines.ts';
import { fieldMark, type Item } from '../../model/structure.ts';
import type { Tag } from './tag-structure.ts';

/** Proves how a page shows the lines of a source: that each begins on a line of its own, and which numbers are shown. */

/** A numbered line as it is read: the run, and whether its number is shown. */
export interface NumberSeen {
  readonly run: number;
  readonly shown: boolean;
}

/** Knows, while a page is read, whether anything is on the line that is open. */
export class OpenLine {
  private readonly faults: string[];
  private isEmpty = true;
  /** A break that belongs to the line that must begin next. */
  private pending = false;

  constructor(faults: string[]) {
    this.faults = faults;
  }

  /** A block begins or ends, or an ordinary line break. */
  end(): void {
    this.settle();
    this.isEmpty = true;
  }

  /** Something that can be seen is on the line. */
  fill(): void {
    this.settle();
    this.isEmpty = false;
  }

  /** The break of a numbered line. */
  break(): void {
    this.settle();
    if (this.isEmpty) this.faults.push('a break of a numbered line is where the line is empty');
    this.pending = true;
    this.isEmpty = true;
  }

  begin({ classes, get }: Tag, label: string): void {
    const inWord = classes.includes('in-word');
    const n = get('data-n') ?? '';
    if (inWord ? this.isEmpty : !this.isEmpty)
      this.faults.push(`line ${n} ${inWord ? 'does not begin in a word' : 'does not begin on a line of its own'}`);
    if (label !== (inWord ? '|' : '')) this.faults.push(`the sign of line ${n} is “${label}”`);
    if (n === '' && (!inWord || classes.includes('shown') || get('data-ed') !== undefined))
      this.faults.push('a line without a number is marked like one that has a number');
    this.pending = false;
    this.isEmpty = false;
  }

  private settle(): void {
    if (this.pending) this.faults.push('no line begins behind the break of a numbered line');
    this.pending = false;
  }
}

/** Numbers that are shown: the first of a run, those that are not digits alone, multiples of five, and the first of a new count. */
export function shownFaults(seen: readonly NumberSeen[], items: readonly Item[]): string[] {
  const last = new Map<number, string>();
  const wanted = items.flatMap((item) => {
    const n = item.aspect === 'line' ? lineOf(item.value).n : '';
    if (n === '') return [];
    const previous = last.get(item.run);
    last.set(item.run, n);
    const digits = /^\d+$/.test(n);
    const isBack = previous !== undefined && /^\d+$/.test(previous) && Number(previous) >= Number(n);
    return [
      { run: item.run, n, shown: previous === undefined || !digits || n.endsWith('0') || n.endsWith('5') || isBack },
    ];
  });
  return wanted.flatMap(({ run, n, shown }, i) =>
    seen[i] === undefined || (seen[i].run === run && seen[i].shown === shown)
      ? []
      : [`the number of line ${n} is ${shown ? 'not shown' : 'shown'}`],
  );
}

/** The addresses of numbers, and those that lines have by theirs, in the order in which they are read: `1.23.4`, `l:5`, of the second with this number `l:5:2`. */
export class LineAddresses {
  private readonly faults: string[];
  private readonly times = new Map<string, number>();
  /** Of a line of verse that has an id of the source: it is in the next tag. */
  private inside: string | undefined;

  constructor(faults: string[]) {
    this.faults = faults;
  }

  next(n: string, series = ''): string {
    const name = series === '' ? n : `${series.startsWith('#') ? series.slice(1) : series}.${n}`;
    return this.claim(`l:${name.replace(/\s+/g, '_').replace(/:/g, '.')}`);
  }

  nextNumber(full: string): string {
    const name = full.replace(/\s+/g, '_').replace(/:/g, '.');
    return this.claim(/^\d/.test(name) ? name : `n:${name}`);
  }

  private claim(wanted: string): string {
    const times = (this.times.get(wanted) ?? 0) + 1;
    this.times.set(wanted, times);
    return times === 1 ? wanted : `${wanted}:${times}`;
  }

  /** A number that is shown, as the value of an item. */
  shown({ classes, get }: Tag, label: string): string {
    const [full, unit, id] = [get('data-number') ?? '', get('data-unit') ?? '', get('id')];
    const isNamed = unit !== '' && (classes.includes('over') || classes.includes('alone'));
    if (label !== (isNamed ? `${unit} ${full}` : full)) this.faults.push(`the number ${full} is shown as “${label}”`);
    const wanted = this.nextNumber(classes.includes('alone') && unit !== '' ? `${unit}.${full}` : full);
    if (id !== wanted) this.faults.push(`the number ${full} has the address “${id ?? ''}”`);
    return [unit, full, classes.includes('over') ? 'label' : classes.includes('alone') ? 'place' : 'margin'].join(
      fieldMark,
    );
  }

  /** An element of the text begins. */
  enter({ name, classes, get }: Tag): void {
    const id = get('id');
    if (this.inside === undefined)
      this.verse(classes, get('data-type') === 'continued', get('data-n'), id, get('data-number'));
    else {
      if (name !== 'span' || id !== this.inside) this.faults.push(`a verse does not have the address “${this.inside}”`);
      this.inside = undefined;
    }
  }

  private verse(
    classes: readonly string[],
    isContinued: boolean,
    n: string | undefined,
    id: string | undefined,
    full: string | undefined,
  ): void {
    if (!classes.includes('line')) return;
    const end = /\d+$/.exec(n ?? '')?.[0];
    const isShown = n !== undefined && !isContinued && (end === undefined || /[05]$/.test(end));
    if (classes.includes('shown') !== isShown)
      this.faults.push(`the number of verse ${n ?? ''} is ${isShown ? 'not ' : ''}shown`);
    if (n === undefined) return;
    const wanted = full === undefined ? this.next(n) : this.nextNumber(full);
    if (id === undefined) this.faults.push(`a verse does not have the address “${wanted}”`);
    else if (id !== wanted) this.inside = wanted;
  }
}
