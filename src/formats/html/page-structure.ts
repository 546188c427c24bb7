import type { Direction } from '../../model/direction.ts';
import type { SpineBuilder } from '../../model/spine.ts';
import { pageLabel } from '../../model/page-label.ts';
import { blockDirection, fieldMark } from '../../model/structure.ts';
import { isMadeId } from './ids.ts';
import { LineAddresses } from './line-faults.ts';
import { blockOf, cellValue, isCell, markOf, pictureOf, rangesOf, type Tag } from './tag-structure.ts';

/** Reports to the builder what stands on the words of a page while its elements open and close. */

interface Frame {
  readonly ranges: number;
  readonly isTable: boolean;
  readonly isRow: boolean;
  rows: number;
  cells: number;
}

export class PageStructure {
  private readonly frames: Frame[] = [];
  private readonly pages = new Map<string, number>();
  private readonly addresses: LineAddresses;
  private readonly builder: SpineBuilder;
  private readonly faults: string[];
  /** A number that is not seen: one that begins with it must be at the same place. */
  private outer: { readonly at: string; readonly full: string } | undefined;

  /** `faults`: where it says what is wrong. */
  constructor(builder: SpineBuilder, faults: string[]) {
    this.builder = builder;
    this.faults = faults;
    this.addresses = new LineAddresses(faults);
  }

  /** `direction`: that in the element. */
  enter(tag: Tag, direction: Direction): void {
    const { builder } = this;
    this.addresses.enter(tag);
    const ofLine = tag.classes.includes('line') ? tag.get('data-number') : undefined;
    if (ofLine !== undefined) this.builder.point('number', ['line', ofLine, ''].join(fieldMark));
    this.point(tag);
    let ranges = 0;
    // The unit itself is the page.
    const isUnit = tag.name === 'article';
    const block = isUnit ? undefined : blockOf(tag);
    if (block !== undefined) builder.open('block', block);
    if (isCell(tag)) builder.open('cell', this.cell(tag));
    ranges += (block === undefined ? 0 : 1) + (isCell(tag) ? 1 : 0);
    const is = (name: string): boolean => block?.startsWith(name) === true;
    ranges += this.directions(tag, direction, isUnit, block !== undefined || isCell(tag));
    this.frames.push({
      ranges: ranges + this.ranges(tag, block !== undefined),
      isTable: is('table'),
      isRow: is('row'),
      rows: 0,
      cells: 0,
    });
    const mark = markOf(tag);
    if (mark !== undefined) builder.mark(mark);
  }

  /** A note's own properties; its body has begun. */
  enterNote(tag: Tag, direction: Direction): void {
    this.point(tag);
    const ranges = this.directions(tag, direction, true, true) + this.ranges(tag, true);
    this.frames.push({ ranges, isTable: false, isRow: false, rows: 0, cells: 0 });
  }

  leave(): void {
    const frame = this.frames.pop();
    if (this.frames.length === 0 && this.outer) this.isHidden();
    for (let i = 0; i < (frame?.ranges ?? 0); i++) this.builder.close();
  }

  /** The id that a page break has from the source, and what is wrong with the one it has from us: `pg_591`; in a reading that is not in the text (`isApart`) `app:pg_591`. */
  pageId(
    mark: Tag,
    label: string,
    alias: string | undefined,
    isApart: boolean,
  ): { id: string | undefined; fault: string | undefined } {
    const own = mark.get('id') ?? '';
    if (label === '') return { id: own.startsWith('pg:') ? undefined : own, fault: undefined };
    const wanted = `${isApart ? 'app:' : ''}pg_${label.replace(/\s+/g, '_')}`;
    const times = (this.pages.get(wanted) ?? 0) + 1;
    this.pages.set(wanted, times);
    const isRight =
      own === (times === 1 ? wanted : `${wanted}:${times}`) &&
      mark.get('data-n') === label &&
      mark.get('aria-label') === `Page ${label}`;
    return { id: alias, fault: isRight ? undefined : `the page break ${pageLabel(label)} has the address “${own}”` };
  }

  unnumberedLine(): void {
    this.builder.point('line', ['', '', ''].join(fieldMark));
  }

  /** A number that is shown. */
  number(tag: Tag, label: string): void {
    const { builder } = this;
    builder.point('number', this.addresses.shown(tag, label));
    const place = builder.place();
    const at = `${place.run} ${place.at}`;
    const full = tag.get('data-number') ?? '';
    if (this.outer && (this.outer.at !== at || !full.startsWith(this.outer.full))) this.isHidden();
    this.outer = tag.classes.includes('outer') ? { at, full } : undefined;
  }

  private isHidden(): void {
    this.outer = undefined;
    this.faults.push('a number is hidden, and none that begins with it is at its words');
  }

  /** A line that begins here, and what is wrong with its address: `l:5`, of the second with this number `l:5:2`. */
  line(tag: Tag, alias: string | undefined): string | undefined {
    const { builder } = this;
    const [n, series] = [tag.get('data-n') ?? '', tag.get('data-ed') ?? ''];
    builder.point('line', [series, n, tag.classes.includes('in-word') ? 'joined' : ''].join(fieldMark));
    if (alias !== undefined) builder.point('id', alias);
    const own = tag.get('id');
    const full = tag.get('data-number');
    if (full !== undefined) builder.point('number', ['line', full, ''].join(fieldMark));
    if (n === '') return own === undefined ? undefined : `a line without a number has the address “${own}”`;
    const wanted = full === undefined ? this.addresses.next(n, series) : this.addresses.nextNumber(full);
    return own === wanted ? undefined : `line ${n} has the address “${own ?? ''}”`;
  }

  /** Says the direction of the letters in an element, where it begins a run or says one itself, and of a block its own. */
  private directions(tag: Tag, direction: Direction, begins: boolean, isBlock: boolean): number {
    const { builder } = this;
    const turns = direction === 'rtl';
    const ofLetters = tag.get('dir') !== undefined || (begins && turns);
    if (ofLetters) builder.open('direction', direction);
    if (isBlock && turns) builder.open('direction', blockDirection(direction));
    return Number(ofLetters) + Number(isBlock && turns);
  }

  private point(tag: Tag): void {
    const id = tag.get('id');
    if (id !== undefined && !isMadeId(id)) this.builder.point('id', id);
    const picture = pictureOf(tag);
    if (picture !== undefined) this.builder.point('picture', picture);
  }

  private ranges(tag: Tag, isBlock: boolean): number {
    const ranges = rangesOf(tag, isBlock);
    for (const [aspect, value] of ranges) this.builder.open(aspect, value);
    return ranges.length;
  }

  /** Counts rows of the table and cells of the row; stray ones are none. */
  private cell(tag: Tag): string {
    const row = this.frames.at(-1);
    const table = this.frames.findLast(({ isTable }) => isTable);
    if (!row?.isRow || !table) return cellValue(tag, 0, 0);
    if (row.cells === 0) table.rows++;
    row.cells++;
    return cellValue(tag, table.rows, row.cells);
  }
}
