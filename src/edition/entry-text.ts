import { firstNotBefore } from '../source/sorted.ts';
import { isElement, type TreeElement, type TreeText } from './note-tree.ts';

/** Texts of entries, and places in a text. */

/** The lemma that an entry says. */
export const lemOf = ({ children }: TreeElement): TreeElement | undefined =>
  children.find((child): child is TreeElement => isElement(child) && child.name === 'lem');

/** All words of an element. */
export const textOf = ({ children }: TreeElement): string =>
  children.map((child) => (isElement(child) ? textOf(child) : child.value)).join('');

/** Offsets of places in texts, of which line ends may be shorter than in the source. */
export class TextOffsets {
  private readonly source: string;
  /** Places of line ends that are two characters in the source, as they are counted in the text. */
  private readonly lineEnds = new Map<TreeText, readonly number[]>();

  constructor(source: string) {
    this.source = source;
  }

  of(node: TreeText, index: number): number {
    const { start, end, value } = node;
    if (end - start === value.length || index === 0) return start + index;
    // In a reference or a CDATA section there is no place for an element.
    if (index === value.length || this.source[start] === '<') return end;
    const ends = this.lineEnds.get(node) ?? lineEndsIn(this.source.slice(start, end));
    this.lineEnds.set(node, ends);
    return start + index + firstNotBefore(ends.length, (i) => ends[i]! < index);
  }
}

const lineEndsIn = (text: string): number[] => [...text.matchAll(/\r\n/g)].map(({ index }, i) => index - i);
