import type { LeftOut } from './decides/sums.ts';
import type { UnitFacts, VolumeFacts } from './facts.ts';
import type { ReadingTrees } from './reading.ts';
import type { SignChoice } from './signs.ts';
import type { HasViews } from './views.ts';

/** Where a unit is in its source. */
export interface UnitSource {
  /** Relative to the edition's folder, with `/`. */
  readonly path: string;
  readonly xmlId?: string;
  /** Of the unit's element, where it has no `xml:id`; absent both: the whole file's `text`. */
  readonly xpath?: string;
  /** Of the bytes of the unit's own element as UTF-8, hexadecimal. */
  readonly sha256: string;
  /** Ids of units that are inside it and are not part of it. */
  readonly except: readonly string[];
}

/** Printed pages that a unit does not begin but is on. */
export interface OpenPages {
  /** Label of the page that is open where its text begins. */
  readonly startsOn?: string;
  /** Labels of the pages that are open where its text goes on behind units inside it, with the number of letters before it. */
  readonly resumes?: readonly { readonly letters: number; readonly page: string }[];
}

/** What is known of a unit without its text: enough for contents, tables and citations. */
export interface UnitInfo extends HasViews {
  readonly facts: UnitFacts;
  readonly source: UnitSource;
  /** The file it comes from. */
  readonly volume: VolumeFacts;
  /** Depth in the contents, from 0. */
  readonly depth: number;
  /** How many page breaks are before the unit's own element and open it. */
  readonly leadingPages: number;
  /** Absent: its text begins with a page of its own, or the source has no pages. */
  readonly open?: OpenPages;
}

/** A unit with its text, as a format gets it. What it will be compared with is not part of it: a format cannot prove itself. */
export interface Unit extends UnitInfo, ReadingTrees {
  /** The unit as a TEI file of its own. */
  readonly tei: string;
  /** Neighbours in reading order. */
  readonly previous?: Neighbour;
  readonly next?: Neighbour;
}

/** Of a neighbour, what a page says of it and nothing more: what else changes there does not change this unit's files. */
export interface Neighbour {
  readonly facts: Pick<UnitFacts, 'id' | 'number' | 'title'>;
}

export const neighbourOf = ({ facts: { id, number, title } }: UnitInfo): Neighbour => ({
  facts: { id, title, ...(number !== undefined && { number }) },
});

/** A person, place, organisation or term that texts point to. */
export interface RegisterEntry {
  readonly id: string;
  readonly kind: 'person' | 'organization' | 'place' | 'term' | 'other';
  readonly name: string;
  readonly family?: string;
  readonly given?: string;
  /** Short description, for tooltips. */
  readonly note?: string;
  /** Web addresses at which others describe the same: authority files first of all, in the form of `model/authorities.ts`. */
  readonly same?: readonly string[];
}

/** What registers have entries of, once: entries of several files that have the same id, kind and name are one. */
export interface Entity extends RegisterEntry {
  /** Unique in the edition: the id, behind that of its file where another has the same id. */
  readonly key: string;
}

/** Where a pointer leads: to a unit, and an `xml:id` in it. */
export interface Resolved {
  readonly unit: string;
  readonly id?: string;
  /** It is in the record of the file that points to it: the TEI file of each unit has that header, and the pointer stays in it. */
  readonly inOwnHeader?: true;
}

/**
 * What all units share, and all that the file of one unit may depend on in addition to the unit itself: so a unit whose
 * text, neighbours and context are unchanged need not be written again.
 */
export interface EditionContext {
  readonly id: string;
  /** Empty: several texts that have no title in common, and none in the settings. */
  readonly title: string;
  readonly licence?: { readonly text: string; readonly url?: string };
  readonly language?: string;
  /** The style of the signs for the status of words. */
  readonly signs: SignChoice;
  /** Public address of the edition (see `publicAddress`). Absent: none is known. */
  readonly baseUrl?: string;
  /** Resolves a pointer as written in `from`'s source to a unit's id and the `xml:id` inside it; undefined where it leads out of the edition. */
  resolve(target: string, from: UnitInfo): Resolved | undefined;
  /** Name in `tei/` of the register file a pointer as written in `from`'s source leads to; undefined where it leads to none. */
  registerFile?(target: string, from: UnitInfo): string | undefined;
  /** The register entry a pointer as written in `from`'s source leads to. */
  register(target: string, from: UnitInfo): RegisterEntry | undefined;
  /** The key of the entity that the pointer `target` leads to, one pointer as written in `from`'s source. */
  entity?(target: string, from: UnitInfo): string | undefined;
}

export interface Edition extends EditionContext {
  /** Texts without documents that have several pages, with the level at which they are divided. */
  readonly pages?: Readonly<Record<string, number>>;
  /** Words that the edition’s own table leaves out, by the selector of the row; empty: none. */
  readonly leftOut?: LeftOut;
  /** All units in reading order. */
  readonly units: readonly UnitInfo[];
  /** All that the registers have entries of, in their order. */
  readonly entities?: readonly Entity[];
}
