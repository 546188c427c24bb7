import type { XmlTag } from '../../source/xml.ts';
import { isInTei } from '../read-tei/elements.ts';
import { ruleOf } from '../tei/elements.ts';

const becomesOf = (tag: XmlTag): string | undefined => (isInTei(tag) ? ruleOf(tag.local)?.becomes : undefined);

/** Counts the words that an edition’s table leaves out, by the row that does it. */
export class LeftOutWords {
  readonly counts = new Map<string, number>();
  /** The row that left out what is open here. */
  private row: string | undefined;
  /** How many elements are open in what is left out, itself included; and in what is not read in any case. */
  private depth = 0;
  private hidden = 0;
  private inWord = false;

  /** `row`: the one that leaves this element out. */
  open(tag: XmlTag, row: string | undefined): void {
    const becomes = becomesOf(tag);
    if (becomes !== 'span') this.inWord = false;
    if (this.hidden > 0 || becomes === 'nothing') this.hidden++;
    if (this.row !== undefined) this.depth++;
    else if (row !== undefined && this.hidden === 0) [this.row, this.depth] = [row, 1];
  }

  close(tag: XmlTag): void {
    if (becomesOf(tag) !== 'span') this.inWord = false;
    if (this.hidden > 0) this.hidden--;
    if (this.row !== undefined && --this.depth === 0) this.row = undefined;
  }

  text(value: string): void {
    if (this.row === undefined || this.hidden > 0 || value === '') return;
    const begun = value.match(/[^ \t\n\r]+/g)?.length ?? 0;
    const goesOn = this.inWord && !/^[ \t\n\r]/.test(value) ? 1 : 0;
    this.inWord = !/[ \t\n\r]$/.test(value);
    this.counts.set(this.row, (this.counts.get(this.row) ?? 0) + begun - goesOn);
  }
}
