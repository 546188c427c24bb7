import type { EditionContext, UnitInfo } from '../../model/edition.ts';
import type { Reading, ReadingNode } from '../../model/reading.ts';
import type { IndexedName } from './name-index.ts';

/** What a book shows of original pages: their numbers in the margin, or `[Page 591]` in the text. */
export type PageMarks = 'margin' | 'text';

/** A heading of a unit, as contents and levels depend on it. */
export interface PartHeading {
  /** `u`: a unit begins, with words of its text; `m`: with words of ours; `s`: a section in it. */
  readonly what: 'u' | 'm' | 's';
  /** Below the heading of the unit, which is 0. */
  readonly level: number;
  readonly plain: string;
  /** Of its block; empty where pages cannot be broken before it. */
  readonly key: string;
}

/** An entry of the apparatus, as a book is bound from it. */
export interface PartEntry {
  /** By which the lemma and the entry know each other: of its block, and which entry of the unit: `d1.2/°3`. */
  readonly key: string;
  /** Its number in the unit. */
  readonly n: string;
  /** What the source calls it (`type`); empty where it says nothing. */
  readonly kind: string;
  /** What all its readings are (`type`, `cause`); none where one of them is nothing of the kind. */
  readonly readings: readonly string[];
  /** Where its lemma is, by the numbers that the edition gives its lines (`12`, `12–13`); absent: lines of the printed page say it. */
  readonly at?: string;
  /** The entry that it is in. */
  readonly inside?: string;
  /** Its lemma are blocks, verses for instance, and not words in a line. */
  readonly isInBlocks?: boolean;
  /** What it says, as Typst code. */
  readonly code: string;
}

/** What grows while one unit is written. */
export interface UnitPage {
  readonly unit: UnitInfo;
  readonly edition: EditionContext;
  readonly marks: PageMarks;
  /** Names that the index of the book is to have; absent: there is none. */
  readonly names?: Map<string, IndexedName>;
  /** The label of the note that is written; empty in the text. */
  note: string;
  readonly findAsset: (source: string, unit: UnitInfo) => string | undefined;
  /** The last character that was written on the line, a space where a block begins. */
  last: string;
  /** A space must come before the next word. */
  owed: boolean;
  /** So many page marks have been written since the last words: in the margin they are one below the other. */
  stacked: number;
  /** The next block begins on the line that is open: behind the label of a note. */
  isOpen: boolean;
  /** Blocks at which pages may be broken, items of lists, and the notes called in them, are counted. */
  blocks: number;
  items: number;
  notes: number;
  /** The block that is open, and the first of the headings directly before it. */
  block: string;
  chain: string | undefined;
  /** Of blocks behind headings, the first of these. */
  readonly chains: Record<string, string>;
  readonly headings: PartHeading[];
  readonly images: Set<string>;
  /** The unit begins with the next words, before its heading. */
  isBeginning: boolean;
  /** Page breaks between blocks, until the next words are written. */
  waiting: ReadingNode[];
  /** The heading of the unit that is still to be written with the words of the first block. */
  wanted: boolean;
  /** Of the apparatus, in the order of their lemmas. */
  readonly entries: PartEntry[];
  /** The entry that is written; undefined in the text. */
  entry: string | undefined;
  /** The number that the edition gives the line that is written; in a heading and in a note the words for where one is. */
  line: string | undefined;
}

/** Where a node is. */
export interface Place {
  readonly page: UnitPage;
  /** Pages may be broken before blocks here. */
  readonly top: boolean;
  /** A heading may be here that is in the outline: not in notes, cells and lists. */
  readonly outline: boolean;
  readonly level: number;
  /** Inside a heading or a link: no other link may begin here. */
  readonly linked: boolean;
  readonly write: (children: readonly Reading[], place: Place) => string;
}

export type Writer = (node: ReadingNode, place: Place) => string;

/** The same place inside something that pages cannot be broken in by us. */
export const inside = (place: Place): Place => (place.top ? { ...place, top: false } : place);
/** The same place without headings of the outline. */
export const boxed = (place: Place): Place => ({ ...place, top: false, outline: false });
export const linked = (place: Place): Place => ({ ...place, linked: true });

/** Nothing is before what comes next on its line. */
export function newLine({ page }: Place): void {
  page.last = ' ';
  page.owed = false;
  page.isOpen = false;
}

/** The key of the next block, by which the position of what is in it is known. */
export function newBlock({ page, top }: Place): string {
  if (!top) return '';
  page.block = `${page.unit.facts.id}.${++page.blocks}`;
  page.notes = 0;
  if (page.chain !== undefined) page.chains[page.block] = page.chain;
  page.chain = undefined;
  return page.block;
}

/** Writes an item of a list with a key of its own: a note in it may need it on one page. */
export function inItem<T>({ page }: Place, write: (key: string) => T): T {
  const { block, notes } = page;
  page.block = `${block}i${++page.items}`;
  page.notes = 0;
  page.chains[page.block] = page.chains[block] ?? block;
  const written = write(page.block);
  page.block = block;
  page.notes = notes;
  return written;
}

/** Whether a key is that of an item. */
export const isItemKey = (key: string): boolean => /\.\d+(?:i\d+)+$/.test(key);

/** Whether a key is that of an entry of the apparatus, as of what keeps room for it. */
export const isEntryKey = (key: string): boolean => key.includes('/°');
