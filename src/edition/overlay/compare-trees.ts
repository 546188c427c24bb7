import type { ReadingNode, ReadingTrees } from '../../model/reading.ts';
import { runsOf, type Spine } from '../../model/spine.ts';
import type { Aspect, Item } from '../../model/structure.ts';
import {
  type ChangedItem,
  isFreeLook,
  type UnitChanges,
  type ViewChanges,
  withoutRole,
} from '../../model/sheet-changes.ts';
import { treeContent } from './tree-content.ts';

/** What stylesheets of an edition changed of a unit: the tree that ours make of it, and theirs. */

const names: Readonly<Record<Aspect, string>> = {
  block: 'where blocks begin and end, or what kind they are',
  cell: 'cells of tables',
  look: 'which cells are headings',
  role: 'roles',
  status: 'what was done to words (supplied, deleted …)',
  mark: 'signs of gaps and other points',
  formula: 'formulas',
  gloss: 'glosses',
  speaker: 'who speaks',
  line: 'lines',
  number: 'numbers by which the text is cited',
  language: 'languages',
  direction: 'the direction of writing',
  pointer: 'where links and names lead',
  id: 'ids',
  picture: 'pictures',
  reading: 'the apparatus',
};

const shown = (text: string): string =>
  text
    .replace(/\x01([^\x02]*)\x02/g, '[Page $1]')
    .replace(/\x03([^\x04]*)\x04/g, '[$1]')
    .replace(/\x06/g, '…');

const most = 40;

/** Where two runs differ first, in words. */
function difference(was: string, now: string): string {
  let at = 0;
  while (at < was.length && was[at] === now[at]) at++;
  let end = 0;
  while (end < Math.min(was.length, now.length) - at && was[was.length - 1 - end] === now[now.length - 1 - end]) end++;
  const cut = (text: string): string => (text.length > most ? `${text.slice(0, most)}…` : text);
  const [gone = '', come = ''] = [was, now].map((run) => {
    const words = shown(run.slice(at, run.length - end));
    return cut(words.trim() === '' ? words : words.trim());
  });
  const before = shown(was.slice(Math.max(0, at - most), at))
    .trim()
    .split(' ')
    .slice(-4)
    .join(' ');
  const place = before === '' ? 'at the start' : `after “${before}”`;
  if (gone === '') return `${place}: “${come}” is too much`;
  return come === '' ? `${place}: “${gone}” is missing` : `${place}: “${gone}” has become “${come}”`;
}

/** What is different in words, page breaks and notes; empty: nothing. */
function wordsChanged(was: Spine, now: Spine): string[] {
  const [a, b] = [runsOf(was), runsOf(now)];
  const found = a.flatMap((run, i) => (b[i] === undefined || b[i] === run ? [] : [difference(run, b[i])]));
  if (found.length > 0) return found.slice(0, 3);
  if (was.notes.length !== now.notes.length)
    return [`there are ${now.notes.length} notes instead of ${was.notes.length}`];
  return a.length === b.length ? [] : ['the apparatus has other readings'];
}

const keyOf = ({ aspect, run, from, to, value }: Item): string => [aspect, run, from, to, value].join(' ');

/** Of two lists those that the other one does not have. */
function apart(was: readonly Item[], now: readonly Item[]): { removed: Item[]; added: Item[] } {
  const [a, b] = [new Set(was.map(keyOf)), new Set(now.map(keyOf))];
  return { removed: was.filter((item) => !b.has(keyOf(item))), added: now.filter((item) => !a.has(keyOf(item))) };
}

/** Blocks that are called something else; undefined where there are others. */
function blocksChanged(was: readonly Item[], now: readonly Item[]): ViewChanges['blocks'] | undefined {
  if (was.length !== now.length) return undefined;
  const isSame = was.every((item, i) => {
    const other = now[i]!;
    const isThere = item.run === other.run && item.from === other.from && item.to === other.to;
    return isThere && withoutRole(item.value) === withoutRole(other.value);
  });
  return isSame
    ? was.flatMap(({ value }, i) => (value === now[i]!.value ? [] : [[i, value, now[i]!.value] as const]))
    : undefined;
}

const sent = ({ aspect, run, from, to, value }: Item): ChangedItem => [aspect as ChangedItem[0], run, from, to, value];

/** Whether stylesheets may change it: a look or a role. Whatever is on blocks is compared by its place among them. */
const isFree = ({ aspect, value }: Item): boolean => aspect === 'role' || (aspect === 'look' && isFreeLook(value));

/** The changes of a view, or what is changed that may not be. */
function viewChanges(was: ReadingNode, now: ReadingNode): ViewChanges | { readonly refused: readonly string[] } {
  const [ours, theirs] = [treeContent(was), treeContent(now)];
  const words = wordsChanged(ours.spine, theirs.spine);
  if (words.length > 0) return { refused: words };
  const of = (items: readonly Item[], isBlock: boolean): Item[] =>
    items.filter(({ aspect }) => (aspect === 'block') === isBlock);
  const blocks = blocksChanged(of(ours.items, true), of(theirs.items, true));
  const { removed, added } = apart(of(ours.items, false), of(theirs.items, false));
  const wrong = new Set<Aspect>([...removed, ...added].filter((item) => !isFree(item)).map(({ aspect }) => aspect));
  if (!blocks) wrong.add('block');
  if (wrong.size > 0 || !blocks) return { refused: [...wrong].map((aspect) => names[aspect]) };
  return { blocks, removed: removed.map(sent), added: added.map(sent) };
}

const isEmpty = ({ blocks, removed, added }: ViewChanges): boolean =>
  blocks.length + removed.length + added.length === 0;

/** The same of the texts of witnesses, by their ids; with what may not be changed of the first that has such. */
function witnessChanges(ours: ReadingTrees, theirs: ReadingTrees): Pick<UnitChanges, 'ofWitnesses' | 'refused'> {
  const found: Record<string, ViewChanges> = {};
  for (const [id, was] of Object.entries(ours.ofWitnesses ?? {})) {
    const changes = viewChanges(was, theirs.ofWitnesses![id]!);
    if ('refused' in changes) return changes;
    if (!isEmpty(changes)) found[id] = changes;
  }
  return Object.keys(found).length === 0 ? {} : { ofWitnesses: found };
}

/** What is different in two results of phase 1 for one unit; undefined: nothing that a text shows. */
export function unitChanges(ours: ReadingTrees, theirs: ReadingTrees): UnitChanges | undefined {
  if (JSON.stringify(ours) === JSON.stringify(theirs)) return undefined;
  const reading = viewChanges(ours.reading, theirs.reading);
  if ('refused' in reading) return reading;
  if (!ours.diplomatic !== !theirs.diplomatic) return { refused: ['what its views show'] };
  const diplomatic = ours.diplomatic && theirs.diplomatic && viewChanges(ours.diplomatic, theirs.diplomatic);
  if (diplomatic && 'refused' in diplomatic) return diplomatic;
  const ofWitnesses = witnessChanges(ours, theirs);
  if (ofWitnesses.refused) return ofWitnesses;
  const found = {
    ...(!isEmpty(reading) && { reading }),
    ...(diplomatic && !isEmpty(diplomatic) && { diplomatic }),
    ...ofWitnesses,
  };
  return Object.keys(found).length === 0 ? undefined : found;
}
