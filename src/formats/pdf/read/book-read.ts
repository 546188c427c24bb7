import type { Tag } from '../../../pdf/document.ts';
import type { Chapter } from './chapter-events.ts';
import type { IndexLine } from './index-faults.ts';
import type { EntryRead } from './read-entries.ts';

/** A printed book as it is read: its texts, and what is around them. */

/** A heading as the tags have it. */
export interface HeadingRead {
  /**
   * `u`: a unit begins; `m`: with a title of ours; `s`: a section; `o`: what is not of the text. A heading to which nothing leads has no name: it is that
   * of a section, or of the contents.
   */
  readonly what: string;
  /** Of the unit, or of a part of the book that is not a text. */
  readonly id: string;
  readonly level: number;
  /** Its words without notes and marks. */
  readonly words: string;
  readonly page: number;
}

export interface BookRead {
  readonly chapters: ReadonlyMap<string, Chapter>;
  readonly headings: readonly HeadingRead[];
  /** What is before the first heading. */
  readonly front: readonly Tag[];
  readonly contents: readonly Tag[];
  /** The lines of the index, each with its part. */
  readonly index: readonly IndexLine[];
  readonly entries: readonly EntryInBook[];
  readonly faults: readonly string[];
}

/** An entry of the apparatus: at the foot of a page, or behind the text of a unit. */
export interface EntryInBook extends EntryRead {
  /** The unit; undefined at the foot of a page. */
  readonly behind?: string;
}
