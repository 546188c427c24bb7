import { canonicalItems } from './canonical-items.ts';
import { runsOf } from './spine.ts';
import { fieldMark, type Item, type Structure, withoutItem } from './structure.ts';
import type { UnitContent } from './unit-content.ts';
import { type View, witnessOf } from './views.ts';

/**
 * What stylesheets of an edition changed (`stylesheets.json` of a built edition). They may change what words and blocks are called and how they look;
 * everything else is what the source has, or what a row of the table `elements` says. The proof never runs them: it takes these changes as they are
 * listed, one by one, and says how many they are.
 */

/** A look or role of words: aspect, run, offsets, value. */
export type ChangedItem = readonly [aspect: 'look' | 'role', run: number, from: number, to: number, value: string];

/** A block that is called something else: its place among the blocks of the unit, and both values. */
export type ChangedBlock = readonly [place: number, was: string, now: string];

/** The changes of one view. */
export interface ViewChanges {
  readonly blocks: readonly ChangedBlock[];
  readonly removed: readonly ChangedItem[];
  readonly added: readonly ChangedItem[];
}

export interface UnitChanges {
  readonly reading?: ViewChanges;
  readonly diplomatic?: ViewChanges;
  /** In the texts of witnesses, by their ids. */
  readonly ofWitnesses?: Readonly<Record<string, ViewChanges>>;
  /** What is changed that no stylesheet may change, in words; then nothing of the unit is taken as listed. */
  readonly refused?: readonly string[];
}

/** The changes of a view; undefined: there are none. */
export function changesIn({ reading, diplomatic, ofWitnesses = {} }: UnitChanges, view: View): ViewChanges | undefined {
  if (view === 'reading') return reading;
  const id = witnessOf(view);
  if (id === undefined) return diplomatic;
  return Object.hasOwn(ofWitnesses, id) ? ofWitnesses[id] : undefined;
}

export interface SheetChanges {
  /** The stylesheets that the edition was built with: SHA-256 by path. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, UnitChanges>>;
}

/** Where the built edition says what its stylesheets changed. */
export const changesPath = 'stylesheets.json';

/** How much is changed, by what it is. */
export interface ChangeCounts {
  readonly units: number;
  readonly blocks: number;
  readonly looks: number;
  readonly roles: number;
}

const placesOf = (items: readonly ChangedItem[], aspect: ChangedItem[0]): string[] =>
  items.filter(([one]) => one === aspect).map(([, run, from, to]) => `${run} ${from} ${to}`);

/** Places at which a look or role is another one, is new or is gone: each once. */
const countOf = ({ removed, added }: ViewChanges, aspect: ChangedItem[0]): number =>
  new Set([...placesOf(removed, aspect), ...placesOf(added, aspect)]).size;

/** Counts what was changed in the reading view, and of units of which another view alone differs in that. */
export function countChanges({ units }: SheetChanges): ChangeCounts {
  const views = Object.values(units).flatMap(
    ({ reading, diplomatic, ofWitnesses = {} }) => reading ?? diplomatic ?? Object.values(ofWitnesses)[0] ?? [],
  );
  const sum = (count: (view: ViewChanges) => number): number => views.reduce((all, view) => all + count(view), 0);
  return {
    units: views.length,
    blocks: sum(({ blocks }) => blocks.length),
    looks: sum((view) => countOf(view, 'look')),
    roles: sum((view) => countOf(view, 'role')),
  };
}

/** Kind and number of a block, without its role. */
export const withoutRole = (value: string): string => {
  const [kind, , n] = value.split(fieldMark);
  return `${kind}${fieldMark}${n}`;
};

/** A look that a stylesheet may change; which cells are headings, it may not. */
export const isFreeLook = (value: string): boolean => !value.startsWith(`heads${fieldMark}`);

const isFree = ([aspect, , , , value]: ChangedItem): boolean => aspect === 'role' || isFreeLook(value);

const keyOf = (aspect: string, run: number, from: number, to: number, value: string): string =>
  [aspect, run, from, to, value].join(' ');

/** The blocks of a unit but for that of its own element, which phase 1 makes whatever stylesheets there are. */
const blocksOf = ({ items, ownBlock }: Structure): readonly Item[] =>
  (ownBlock ? withoutItem(items, ownBlock) : items).filter(({ aspect }) => aspect === 'block');

/** Blocks by other names; undefined where the list does not fit. */
function renamed(structure: Structure, blocks: ViewChanges['blocks']): ReadonlyMap<Item, Item> | undefined {
  const all = blocksOf(structure);
  const now = new Map<Item, Item>();
  for (const [place, was, value] of blocks) {
    const item = all[place];
    if (item?.value !== was || was === value || now.has(item) || withoutRole(was) !== withoutRole(value))
      return undefined;
    now.set(item, { ...item, value });
  }
  return now;
}

/** A content with the changes that are listed; undefined where they are not those of this content, or not such that a stylesheet may make. */
export function changed(content: UnitContent, { blocks, removed, added }: ViewChanges): UnitContent | undefined {
  const { structure, spine } = content;
  const names = renamed(structure, blocks);
  const gone = new Set(removed.map((item) => keyOf(...item)));
  const come = new Set(added.map((item) => keyOf(...item)));
  if (!names || gone.size < removed.length || come.size < added.length || ![...removed, ...added].every(isFree))
    return undefined;
  const items: Item[] = [];
  for (const item of structure.items) {
    const key = keyOf(item.aspect, item.run, item.from, item.to, item.value);
    if (come.has(key)) return undefined;
    if (!gone.delete(key)) items.push(names.get(item) ?? item);
  }
  if (gone.size > 0) return undefined;
  const more = added.map(([aspect, run, from, to, value]) => ({ aspect, run, from, to, value }));
  return { ...content, structure: { ...structure, items: canonicalItems([...items, ...more], runsOf(spine)) } };
}

/** The file as it is written: a line for each unit. */
export function changesText({ sheets, units }: SheetChanges): string {
  const list = (all: Readonly<Record<string, unknown>>): string => {
    const lines = Object.entries(all).map(([name, one]) => `    ${JSON.stringify(name)}: ${JSON.stringify(one)}`);
    return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  };
  return `{\n  "sheets": ${list(sheets)},\n  "units": ${list(units)}\n}\n`;
}
