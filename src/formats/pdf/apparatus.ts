import { plainText, type Reading, type ReadingNode } from '../../model/reading.ts';
import { holdsBlocks } from '../nesting.ts';
import { wordsOfLemma } from '../lemma-words.ts';
import { call, list as array, sequence, words } from './code.ts';
import { hasWords } from './holds.ts';
import { inOneLine } from './in-one-line.ts';
import { looked, spoken } from './inline.ts';
import { boxed, type PartEntry, type Place, type Writer } from './place.ts';
import { made, waitingMarks } from './text.ts';

/** The critical apparatus: the lemma in the text, the entry at the foot of its page or behind the text, as the design decides. */

/** More words of a lemma than these are not repeated: of a longer one the first three and the last are. */
const most = 12;

export function repeatedLemma(all: readonly string[]): string {
  if (all.length === 0) return 'om.';
  return all.length > most ? `${all.slice(0, 3).join(' ')} … ${all.at(-1)!}` : all.join(' ');
}

const siglaOf = ({ sigla = [], sources = [] }: ReadingNode): string => {
  const all = [...sigla, ...sources].map(({ siglum }) => siglum);
  return all.length === 0 ? '' : call('sigla', array(all.map(words)));
};

/** Children without white space behind the last words. */
const trimmed = (children: ReadingNode['children']): ReadingNode['children'] =>
  children.map((child, i) => (typeof child === 'string' && i === children.length - 1 ? child.trimEnd() : child));

/** What a side says, in the line of the entry. */
function written(side: ReadingNode, outer: Place): string {
  const place = { ...boxed(outer), linked: false };
  const { page } = place;
  const { last } = page;
  page.last = ' ';
  const content = spoken(side, looked(side, place.write(trimmed(inOneLine(side.children)), place)));
  page.last = last;
  return content;
}

/**
 * How a note on a reading is joined to it: in brackets of the design, in its own, or by the comma with which it begins. Behind sigla only: there a reader
 * knows that the words are no longer those of the reading.
 */
function joint(remark: ReadingNode, isBehindSigla: boolean): 'plain' | 'own' | 'joined' {
  const text = remark.children.map(plainText).join('').trim();
  if (isBehindSigla && /^[,;:.]/.test(text)) return 'joined';
  return text.startsWith('(') && text.endsWith(')') ? 'own' : 'plain';
}

/** Sigla, and the notes behind them. */
function behind(side: ReadingNode | undefined, remarks: readonly ReadingNode[], place: Place): string {
  const sigla = side ? siglaOf(side) : '';
  const notes = remarks.map((one, i) =>
    call('remark', words(joint(one, i === 0 && sigla !== '')), written(one, place)),
  );
  return sequence([sigla, ...notes]);
}

/** A reading with its sigla and the notes on it. */
function reading(side: ReadingNode, about: readonly ReadingNode[], place: Place): string {
  const said = written(side, place);
  const shown = hasWords(side) ? [call('reading', said)] : [call('omitted'), said];
  return sequence([...shown, behind(side, about, place)]);
}

interface Sides {
  readonly lemma: ReadingNode;
  readonly others: readonly ReadingNode[];
}

/** What the entry says, in the order of a printed apparatus. */
function entryCode({ lemma, others }: Sides, place: Place): string {
  const about = (of: string | undefined): ReadingNode[] =>
    others.filter(({ role, about: one }) => role !== 'reading' && one === of);
  const readings = others
    .filter(({ role }) => role === 'reading')
    .map((side) => reading(side, about(side.about), place));
  const own = behind(lemma, about(lemma.about), place);
  const repeated = wordsOfLemma(lemma);
  // An entry that is nothing but notes has no reading that could be omitted.
  const isNotes = repeated.length === 0 && own === '' && readings.length === 0;
  const shown = isNotes ? '' : made('XK', repeatedLemma(repeated));
  return call('entry', shown, own, array(readings), behind(undefined, about(undefined), place));
}

const kindsOf = ({ says }: ReadingNode): string[] =>
  [says?.type, says?.cause].flatMap((said) => said?.split(/\s+/).filter((word) => word !== '') ?? []);

/** What the source calls each of the readings. */
function kindOfAll([first, ...others]: readonly ReadingNode[]): string[] {
  if (!first) return [];
  return [...new Set(kindsOf(first))].filter((kind) => others.every((one) => kindsOf(one).includes(kind)));
}

/** What the source calls an entry, and all its readings. */
const kindsOfEntry = (
  { role = '' }: ReadingNode,
  sides: readonly ReadingNode[],
): Pick<PartEntry, 'kind' | 'readings'> => ({
  kind: role,
  readings: kindOfAll(sides.filter((side) => side.role === 'reading')),
});

/** The number of the line with which a lemma begins; undefined where words are before the first of its lines. */
function firstLine(children: readonly Reading[]): string | undefined {
  const first = children.find((child) => typeof child === 'object' || child.trim() !== '');
  if (typeof first !== 'object') return undefined;
  const isLine = first.kind === 'line' || first.kind === 'line-break';
  return isLine && first.n !== undefined && first.n !== '' ? first.n : firstLine(first.children);
}

const linesBetween = (from: string | undefined, to: string | undefined): string | undefined =>
  from === undefined || to === undefined || from === to ? from : `${from}–${to}`;

/** A line may end before what follows this character. */
const mayBreakBehind = (last: string): boolean => !/[\p{L}\p{N}\p{M}\p{Ps}\p{Pi}]$/u.test(last);

/** An entry where its lemma is. */
export const entry: Writer = (node, place) => {
  const { page } = place;
  const sides = node.children.filter(
    (child): child is ReadingNode => typeof child === 'object' && child.kind === 'side',
  );
  const lemma = sides.find(({ role }) => role === 'lemma');
  const isInBlocks = lemma !== undefined && holdsBlocks(lemma.children);
  let from = page.line;
  let isLoose = !isInBlocks;
  const text = node.children
    .filter((child) => typeof child === 'string' || child.kind !== 'side' || child === lemma)
    .map((child) => {
      if (child !== lemma) return place.write([child], place);
      const marks = waitingMarks(place);
      from = firstLine(lemma.children) ?? page.line;
      isLoose = mayBreakBehind(page.last) && !isInBlocks;
      return sequence([marks, spoken(lemma, looked(lemma, place.write(lemma.children, place)))]);
    });
  if (!lemma) return sequence(text);
  const at = linesBetween(from, page.line);
  const n = node.n ?? String(page.entries.length + 1);
  const key = `${page.block}/°${n}`;
  const { entry: around, line } = page;
  const slot = page.entries.push({ key, n, kind: '', readings: [], code: '' }) - 1;
  page.entry = key;
  const code = entryCode({ lemma, others: sides.filter((side) => side !== lemma) }, place);
  page.entry = around;
  page.line = line;
  page.entries[slot] = {
    key,
    n,
    ...kindsOfEntry(node, sides),
    ...(at !== undefined && { at }),
    ...(around !== undefined && { inside: around }),
    ...(isInBlocks && { isInBlocks }),
    code,
  };
  const called = around === undefined ? 'app' : 'app-inside';
  return call(called, words(key), words(n), String(isLoose), sequence(text));
};

/** Where entries are behind a text. */
export const entries = (all: readonly PartEntry[]): string =>
  all.length === 0 ? '' : call('apparatus', array(all.map(({ key, n }) => array([words(key), words(n)]))));
