import type { SpineBuilder } from '../../model/spine.ts';
import { pageLabel } from '../../model/page-label.ts';
import { blockOf, cellValue, isCell, markOf, pictureOf, rangesOf, type Tag } from './tag-structure.ts';

/** Reports to the builder what stands on the words of a page while its elements open and close. */

/** Ids that we make: no `xml:id` has a colon. */
const made = /^(?:call|note|section|o|pg|app):/;

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
  private readonly builder: SpineBuilder;

  constructor(builder: SpineBuilder) {
    this.builder = builder;
  }

  enter(tag: Tag): void {
    const { builder } = this;
    this.point(tag);
    let ranges = 0;
    // The unit itself is the page.
    const block = tag.name === 'article' ? undefined : blockOf(tag);
    if (block !== undefined) builder.open('block', block);
    if (isCell(tag)) builder.open('cell', this.cell(tag));
    ranges += (block === undefined ? 0 : 1) + (isCell(tag) ? 1 : 0);
    const is = (name: string): boolean => block?.startsWith(name) === true;
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
  enterNote(tag: Tag): void {
    this.point(tag);
    this.frames.push({ ranges: this.ranges(tag, true), isTable: false, isRow: false, rows: 0, cells: 0 });
  }

  leave(): void {
    const frame = this.frames.pop();
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

  private point(tag: Tag): void {
    const id = tag.get('id');
    if (id !== undefined && !made.test(id)) this.builder.point('id', id);
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
