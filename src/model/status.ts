import { fieldMark } from './structure.ts';

/**
 * The status of words: what the writers, scribes and editors of a text did to them or think of them (TEI Guidelines, chapters 11 “Representation of
 * Primary Sources” and 3.5 “Simple Editorial Changes”; EpiDoc).
 */

export const statuses = [
  'supplied', // by an editor, for words that are lost or were left out
  'unclear', // read with doubt
  'surplus', // in the source by mistake
  'secluded', // in the source, but not by its author, an editor thinks
  'deleted',
  'added',
  'expansion', // the letters with which an editor expands an abbreviation
  'abbreviation', // the sign that an abbreviation has
  'corrected',
  'erroneous',
  'regularized',
  'original',
  'damaged',
  'restored', // a deletion was revoked
  'retraced', // written once more over the same words
  'event', // not said but heard or seen: a laugh, applause
] as const;

export type StatusIs = (typeof statuses)[number];

/** What a source says of the status of words, in its own terms. */
export interface Status {
  readonly is: StatusIs;
  /** `reason`, else `evidence`: `lost`, `omitted`, `illegible`. */
  readonly why?: string;
  /** `high`, `medium`, `low`. */
  readonly cert?: string;
  /** Where words were added: `above`, `margin`. */
  readonly place?: string;
  /** Whose hand it was. */
  readonly hand?: string;
}

/** The value of a `status` item: what the words are, and what the source says next to them, e.g. the other sides of a choice. */
export const statusValue = ({ is, why = '', cert = '', place = '', hand = '' }: Status, said = ''): string =>
  [is, why, cert, place, hand, said].join(fieldMark);

/** Points in a text that have a sign instead of words. */
export const markRoles = ['gap', 'vacat', 'hand', 'event', 'pause'] as const;
export type MarkRole = (typeof markRoles)[number];

/** The value of a `mark` item: what is here, why, and how much of it: `12 character`, `c. 3 line`; of a change of hand, whose hand begins. */
export const markValue = (role: MarkRole, why = '', extent = ''): string => [role, why, extent].join(fieldMark);
