import type { EditionContext, UnitInfo } from '../../model/edition.ts';
import type { Reading, ReadingNode } from '../../model/reading.ts';
import type { Ids } from './ids.ts';

/** Where an image's file is below the output folder; undefined where the edition has no such file. */
export type FindAsset = (source: string, unit: UnitInfo) => string | undefined;

/** What grows while one page is written. */
export interface Page {
  readonly unit: UnitInfo;
  readonly edition: EditionContext;
  /** Attributes of words of our own in the text that name their language, with a space before each; none in an English page. */
  readonly ourLang: string;
  readonly findAsset: FindAsset;
  /** Ids of the source that are in the page. */
  readonly shown: ReadonlySet<string>;
  /** The address of the page with the other view of the unit; undefined where there is none. */
  readonly otherView: string | undefined;
  readonly ids: Ids;
  /** Bodies of the notes, in the order of their calls; a body called inside another is after it. */
  readonly notes: string[];
  /** Entries of the apparatus, by their numbers. */
  readonly entries: string[];
  /** Names that were linked to their register entry already. */
  readonly named: Set<string>;
  /** Headings inside the unit, for its contents. */
  readonly headings: PageHeading[];
}

export interface PageHeading {
  readonly id: string;
  readonly text: string;
  readonly level: number;
}

/** Where a node stands, as far as HTML's rules of nesting care. */
export interface Place {
  readonly page: Page;
  /** Blocks may be here; else only words and what is among them. */
  readonly flow: boolean;
  /** Level of the heading that this place belongs to; 0 before the first. */
  readonly level: number;
  /** A heading with an outline level may be here (not in notes, cells and lists). */
  readonly outline: boolean;
  /** Inside a heading: names are not linked. */
  readonly title: boolean;
  /** Inside a link: no other link may begin here. */
  readonly linked: boolean;
  /** A link to be laid on the words, because something in it is a link of its own (a note call). */
  readonly href: string | undefined;
  /** In a reading of the apparatus that is not in the text. */
  readonly apart?: boolean;
  /** In a fact of a record. */
  readonly inFact?: boolean;
  readonly write: (children: readonly Reading[], place: Place) => string;
}

/** Writes one node where it stands. */
export type Writer = (node: ReadingNode, place: Place) => string;

/** The same place for words only. */
export const phrasing = (place: Place): Place => (place.flow ? { ...place, flow: false, outline: false } : place);

/** The same place without headings that count: a cell, an item, a note. */
export const boxed = (place: Place): Place => (place.outline ? { ...place, outline: false } : place);

/** Below the text, where bodies of notes and entries of the apparatus are, whatever their call is in. */
export const belowText = ({ page, write }: Place): Place => ({
  page,
  flow: true,
  level: 0,
  outline: false,
  title: false,
  linked: false,
  href: undefined,
  write,
});
