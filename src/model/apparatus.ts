import { fieldMark } from './structure.ts';

/**
 * The critical apparatus (TEI Guidelines, chapter 13): at one place of the text several witnesses have several readings. One of them, the lemma, is in
 * the text; the others, and the notes on them, are runs of their own, in the order in which an apparatus prints them.
 */

/** What a side of an entry is: the lemma or another reading; or what is said of one: a note, a detail of its witnesses, their list in words. */
export const sideRoles = ['lemma', 'reading', 'note', 'detail', 'witnesses'] as const;
export type SideRole = (typeof sideRoles)[number];

/** What a source says of a side, in its own terms; absent what it does not say. */
export interface SideSays {
  /** Pointers to witnesses, separated by spaces. */
  readonly wit?: string;
  /** Pointers to the editions or scholars a reading is from. */
  readonly source?: string;
  readonly resp?: string;
  readonly hand?: string;
  readonly type?: string;
  readonly cause?: string;
  readonly cert?: string;
}

/** The fields of what is said of a side, in the order of a `reading` item. */
export const sideFields = ['wit', 'source', 'resp', 'hand', 'type', 'cause', 'cert'] as const;

/**
 * The value of a `reading` item. `entry`: the number of the entry in its unit. `place`: of a reading its number in the entry, the lemma being 0; of
 * a note the number of the reading that it is about, empty where it is about the whole entry. `kind`: what the source calls the entry.
 */
export const sideValue = (role: SideRole, entry: string, place: string, says: SideSays, kind = ''): string =>
  [role, entry, place, ...sideFields.map((field) => says[field] ?? ''), kind].join(fieldMark);

/** Where a side is in the order of an apparatus: by entry, by reading, the reading before the notes on it, notes on the whole entry last. */
export function sideOrder(value: string): readonly [entry: number, place: number, isNote: number] {
  const [role, entry = '', place = ''] = value.split(fieldMark);
  return [Number(entry), place === '' ? Infinity : Number(place), role === 'reading' || role === 'lemma' ? 0 : 1];
}

/** Witnesses as far as readings need them. */
export interface Witnesses {
  /** The witness whose reading is in the text where an entry has no lemma: its id. */
  readonly base?: string;
  /** The settings say so: what is written of a text does not. */
  readonly isBaseSet?: true;
  /** By id the siglum, where it is not the id. */
  readonly sigla: ReadonlyMap<string, string>;
  /** The witnesses of the list in their order, by id, each with the groups that it is in, the innermost first. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

export const noWitnesses: Witnesses = { sigla: new Map(), groups: new Map() };

/** The id that a pointer leads to. */
export const pointedId = (pointer: string): string => pointer.slice(pointer.indexOf('#') + 1);

/** The siglum that a pointer stands for: that of the list of witnesses, else the id. No space is in it. */
export const siglumOf = (pointer: string, { sigla }: Witnesses): string =>
  (sigla.get(pointedId(pointer)) ?? pointedId(pointer)).replace(/[ \t\n\r]+/g, '\u00A0');
