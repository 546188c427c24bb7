import type { Direction } from './direction.ts';

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
  'formula',
  'gloss',
  'speaker',
  'line',
  'number',
  'language',
  'direction',
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

/** The value of a block’s direction; of letters it is the direction alone. */
export const blockDirection = (direction: Direction): string => `block${fieldMark}${direction}`;

/** How the words of a unit are written. */
export interface Directions {
  /** Of the unit as a whole, which is that of its page. */
  readonly unit: Direction;
  /** Of all letters, and of blocks, cells and notes their own; not in canonical form yet. */
  readonly items: readonly Item[];
}

/** Items as they were recorded, each element's of its own, in the order in which they opened; and where runs began. */
export interface Recorded {
  readonly items: readonly Item[];
  /** By the number of a run the run in which it was called, and the offset behind its call. */
  readonly begun: ReadonlyMap<number, { readonly run: number; readonly at: number }>;
}

/** What is on the words of a unit, in canonical order: by aspect, run, place. */
export interface Structure {
  readonly items: readonly Item[];
  /** The block that is the unit's own element: a division, where the unit is not a whole text. */
  readonly ownBlock?: Item;
  /** What was recorded, before it is brought to canonical form; only of what is read from a source. */
  readonly recorded?: () => Recorded;
  /** The directions of the unit and of all that is on its words, where `language` is the unit’s unless something on its words says another. */
  readonly directions?: (language: string | undefined, ownBlock: boolean) => Directions;
}

/** The items but one: of several that are equal, the first. */
export function withoutItem(items: readonly Item[], { aspect, from, to, value }: Item): readonly Item[] {
  const at = items.findIndex(
    (one) => one.aspect === aspect && one.from === from && one.to === to && one.value === value,
  );
  return at < 0 ? items : items.filter((_, i) => i !== at);
}

/**
 * A structure that knows the block of its unit's own element. `isNamed`: a page says what the block is. A text of a group is a section in the group,
 * but as a page or a file of its own it is called a text by nobody, so its block is not in the items.
 */
export function withOwnBlock(structure: Structure, ownBlock: Item, isNamed: boolean): Structure {
  if (isNamed) return { ...structure, ownBlock };
  const { items, directions, recorded } = structure;
  return {
    items: withoutItem(items, ownBlock),
    ...(recorded && { recorded }),
    ...(directions && { directions: (language) => directions(language, true) }),
  };
}

/** Lines that are those of the text or of a note: an apparatus is set in lines of its own. */
export const isOwnLine = ({ aspect, run }: Item, { notes }: { readonly notes: readonly unknown[] }): boolean =>
  aspect !== 'line' || run <= notes.length;

/** Whether a format carries an aspect; a string says why not, and is in `proof.json`. */
export type Carries = Readonly<Record<Aspect, true | string>>;

/** Parts the fields of a value. XML 1.0 does not allow it, so no field holds it. */
export const fieldMark = '\x1f';

export const noStructure: Structure = { items: [] };
