import type { UnitInfo } from '../../model/edition.ts';

/** What one unit gives to the tables of the edition, as it is kept between builds. Pages are labels, always text. */

/** Where words are: in the running text, in a note, or in a reading or note of an apparatus. */
export type Where = 'text' | 'note' | 'apparatus';

export interface MentionRow {
  readonly page: string;
  readonly where: Where;
  /** Number of the note in the unit, from 1; 0: it is in none. */
  readonly note: number;
  /** What the words are by their markup: `person`, `place`, `term` … */
  readonly role: string;
  /** One pointer, as written. */
  readonly pointer: string;
  /** Key of the entity it leads to; empty where it leads to none. */
  readonly entity: string;
  readonly words: string;
  readonly certainty: string;
}

export interface NoteRow {
  /** As the call is printed. */
  readonly call: string;
  readonly page: string;
  readonly text: string;
}

/** A stretch of the running text between two edges of blocks or pages. */
export interface Stretch {
  /** Number of the paragraph in the unit, from 1: one that goes on over the end of a page has several stretches. */
  readonly paragraph: number;
  readonly kind: string;
  readonly text: string;
}

/** A page begins; or the text goes on, behind units inside this one, on a page that began in them. */
export type PageTurn = { readonly turn: string } | { readonly resume: string };

export interface ReadingRow {
  readonly page: string;
  /** Number of the entry in the unit, from 1. */
  readonly entry: number;
  readonly lemma: string;
  /** `reading`, `note` … as in `model/apparatus.ts`. */
  readonly role: string;
  readonly text: string;
  readonly witnesses: string;
  readonly sources: string;
  readonly hand: string;
  readonly type: string;
  readonly cause: string;
  readonly certainty: string;
}

export interface UnitRows {
  /** The running text in order. */
  readonly flow: readonly (Stretch | PageTurn)[];
  readonly notes: readonly NoteRow[];
  readonly mentions: readonly MentionRow[];
  readonly readings: readonly ReadingRow[];
}

/** A unit with what it gave. */
export interface UnitWithRows {
  readonly unit: UnitInfo;
  readonly rows: UnitRows;
}
