/**
 * The second spine: what is on the words of a unit. It is made by the streaming reader from the source, never from the reading edition, and by
 * each format from the bytes of its own file; both are lists of items in one canonical order, so that comparing them is one pass.
 */

/** What can be on words and is compared. Every text format states for each aspect whether it carries it, and if not, why not. */
export const aspects = [
  'block',
  'cell',
  'look',
  'role',
  'status',
  'mark',
  'language',
  'pointer',
  'id',
  'picture',
  'reading',
] as const;
export type Aspect = (typeof aspects)[number];

/** One property of the words, or of a point between them. */
export interface Item {
  readonly aspect: Aspect;
  /** 0: the running text; 1…n: the notes in the order of the spine; from n + 1 on: readings and notes of an apparatus. */
  readonly run: number;
  /** UTF-16 offsets in the canonical run, its marks included; `from` = `to` is a point. */
  readonly from: number;
  readonly to: number;
  /** Fields in the order that `docs/architecture.md` gives for the aspect, separated by U+001F. */
  readonly value: string;
}

/** What is on the words of a unit, in canonical order: by aspect, run, place. */
export interface Structure {
  readonly items: readonly Item[];
  /** The block that is the unit's own element: a division, where the unit is not a whole text. */
  readonly ownBlock?: Item;
}

/** Whether a format carries an aspect; a string says why not, and is in `proof.json`. */
export type Carries = Readonly<Record<Aspect, true | string>>;

/** Parts the fields of a value. XML 1.0 does not allow it, so no field holds it. */
export const fieldMark = '\x1f';

export const noStructure: Structure = { items: [] };
