import type { XmlTag } from '../../source/xml.ts';

/**
 * Entries of an apparatus that are written apart from their lemma (TEI Guidelines, chapter 13: double end-point attachment and location-referenced
 * method), and what of a text they may be about.
 */

/** An element that is open, or was, as far as places in it matter. */
export interface Around {
  readonly tag: XmlTag;
  readonly parent: Around | undefined;
  readonly depth: number;
  /** Behind its end tag. */
  end: number;
  /** Words of a lemma can begin and end in it. */
  readonly holds: boolean;
  /** Numbers of its first and its last word; absent where it has none. */
  first: number | undefined;
  last: number | undefined;
}

/** Between two words: how many are before it, and what it is before or behind of; in a text its index there. */
export interface Place {
  readonly around: Around;
  readonly words: number;
  readonly offset: number;
  readonly at: { readonly tag: XmlTag } | { readonly text: number; readonly index: number };
}

/** Something with an id in a text. */
export interface Named {
  readonly before: Place;
  behind: Place | undefined;
  readonly isEmpty: boolean;
}

/** Words that have a number: from the first to before the last. */
export interface Numbered {
  readonly from: number;
  to: number;
}

export interface Event {
  readonly is: 'open' | 'close' | 'text';
  readonly tag: XmlTag | undefined;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface Lemma {
  readonly tag: XmlTag;
  words: string;
  /** Nothing but words is in it. */
  isPlain: boolean;
}

/** An entry as it is written. */
export interface ApartEntry {
  readonly tag: XmlTag;
  end: number;
  readonly from: string;
  readonly to: string;
  readonly loc: string;
  /** The number of the list that it is in. */
  readonly within: string;
  /** Where it is written, if that is in a text. */
  readonly place: Place | undefined;
  lemma: Lemma | undefined;
  /** What is in it can be elsewhere. */
  canMove: boolean;
  readonly events: Event[];
}

/** What is wrong with an entry: its place is not found, or its lemma is not what the text has there. */
export type EntryFault =
  'no-target' | 'no-number' | 'no-lemma' | 'several' | 'crosses' | 'overlaps' | 'held' | 'differs';

export interface FaultyEntry {
  readonly start: number;
  readonly end: number;
  readonly fault: EntryFault;
  /** What it points to, or says where it is. */
  readonly says: string;
  readonly lemma: string;
}

/** An entry that has its place. */
export interface PlacedEntry {
  readonly entry: ApartEntry;
  /** The element that its lemma is in, and whether the words of the source are those of the text. */
  readonly lemma: XmlTag;
  readonly agrees: boolean;
}

/** What begins and ends at a place, in order. */
export interface Edge {
  readonly placed: PlacedEntry;
  readonly isStart: boolean;
}

export interface EntryPlan {
  /** Entries that are not where they are written, by the offset of the start tag. */
  readonly moved: ReadonlyMap<number, ApartEntry>;
  readonly before: ReadonlyMap<number, readonly Edge[]>;
  readonly behind: ReadonlyMap<number, readonly Edge[]>;
  readonly inText: ReadonlyMap<number, readonly (Edge & { readonly index: number })[]>;
  /** Lists and divisions in which nothing is left. */
  readonly gone: ReadonlySet<number>;
  readonly faults: readonly FaultyEntry[];
}

/** How many entries are at the same words. */
export const mostEntriesInEachOther = 8;

/** Letters and digits of a text, a word each. */
export const wordsIn = (text: string): RegExpStringIterator<RegExpExecArray> => text.matchAll(/[\p{L}\p{M}\p{N}]+/gu);

/** A number as it is compared: `1:2`, `1, 2` and `1.2` are the same. */
export const plainNumber = (n: string): string => n.replace(/[^\p{L}\p{N}]+/gu, '.').replace(/^\.|\.$/g, '');
