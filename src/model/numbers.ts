import { fieldMark } from './structure.ts';

/**
 * The numbers by which a text is cited: `1.23.4` for book, chapter and section. Which elements count, the declaration of references (`refsDecl`) says, or
 * the numbers (`@n`) themselves. Where a numbered unit begins is a point of the aspect `number`: at its first letter.
 */

/** One step of a path to an element: its name (`*`: any) and what its attributes must say; without a value they must be there. */
export interface Step {
  /** However deep below the element before; else directly in it. */
  readonly deep: boolean;
  readonly name: string;
  readonly tests: readonly (readonly [attribute: string, value: string | undefined])[];
}

/** A level of citation that the source declares. */
export interface Level {
  readonly steps: readonly Step[];
  /** What the source calls the units of the level. */
  readonly unit: string;
  /** Its elements have their number in `n`; else they only hold what has. */
  readonly isNumbered: boolean;
  /** What separates the number from that of the level above. */
  readonly delim: string;
  /** How many levels are above it, and its place among all: where an element is of several levels, it is of the lowest, and of the first of these. */
  readonly depth: number;
  readonly place: number;
  readonly inner: readonly Level[];
}

/** How a text is numbered. */
export interface Numbering {
  /** As `citeStructure` or `cRefPattern` declares it; empty: divisions, paragraphs and segments that have an `n` count as they are in each other. */
  readonly levels: readonly Level[];
  /** For each series of milestones that is a level: the series above it; empty: the element around it. Other milestones only mark their place. */
  readonly above: ReadonlyMap<string, string>;
  readonly delims: ReadonlyMap<string, string>;
  /** Lines are counted from the beginning of each division, so that their numbers need that of the division. */
  readonly lines: boolean;
}

export const notNumbered: Numbering = { levels: [], above: new Map(), delims: new Map(), lines: false };

/**
 * How a number is seen. `margin`: next to the words; `label`: above them, with the name of the unit, as the division has no heading; `place`: next to the
 * words, with the name of the unit, as it is not part of a larger number (a column, a page of another edition); empty: a line shows its own.
 */
export type NumberShown = 'margin' | 'label' | 'place' | '';

export interface UnitNumber {
  /** What the source calls the unit; may be empty. */
  readonly unit: string;
  /** The number with those of the units around it. */
  readonly full: string;
  readonly shown: NumberShown;
}

/** The value of a `number` item. */
export const numberValue = ({ unit, full, shown }: UnitNumber): string => [unit, full, shown].join(fieldMark);

/** What a `number` item says. */
export function numberOf(value: string): UnitNumber {
  const [unit = '', full = '', shown = ''] = value.split(fieldMark);
  return { unit, full, shown: shown as NumberShown };
}
