import type { ReadingNode } from '../../model/reading.ts';

/** All in which the two dialects of the plain text differ while it is laid out. */
export interface Dialect {
  readonly name: 'octavo' | 'web';
  /** Line ends that part a section, list, table or figure from its neighbours; `inItem`: inside a list item. */
  frame(inItem: boolean): 1 | 2;
  /** The same for a block. */
  block(node: ReadingNode, inItem: boolean): 1 | 2;
  /** A line break of the source is a new line, not only a space. */
  readonly breaksLines: boolean;
  /** Lines of the source that have a number begin on a new line with it. */
  readonly numbersLines: boolean;
  /** A note call is directly after the word, whatever white space the source has there. */
  readonly gluesCalls: boolean;
  /** The label of an item is on a line of its own, with nothing indented. */
  readonly labelsOnLines: boolean;
  /** What is before an item of an ordered list; `depth` counts the items and notes around the list. */
  number(n: string, depth: number): string;
  /** What is before an item of a list without marks. */
  readonly plain: string;
  /** What is before a note at the end, and how far its lines are indented. */
  note(label: string): { readonly marker: string; readonly indent: number; readonly hang: number };
  /** Page breaks before the unit's own element are shown. */
  readonly leadingPages: boolean;
  /** Images are shown as `[Image: …]`. */
  readonly images: boolean;
  /** Behind a lemma is a call that leads to its entry in the apparatus. */
  readonly entryCalls: boolean;
  /** The status of words and what is missing are shown by signs. */
  readonly signs: boolean;
}

export const bullet = '• ';

/** What stands for a gap where there are no signs. */
export const gapWords = '[…]';
