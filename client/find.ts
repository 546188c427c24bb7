import { nearest } from '../src/formats/html/search/words.ts';
import type { Phrase, Wanted } from './query.ts';

/** Finds what a query asks for, given the places of each word: in the index of an edition, or in one page. */

/** All places, in order, of a word, or of the words that begin so. */
export type Lookup = (word: string, open: boolean) => Promise<readonly number[]>;

/** Words from a place up to and without another. */
export type Stretch = readonly [from: number, to: number];

/** A place where everything is that was asked for, and the words of it. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly Stretch[];
}

/** The numbers that are in one list, and at this distance in another; both are in order. */
function followed(starts: readonly number[], places: readonly number[], distance: number): number[] {
  const kept: number[] = [];
  let i = 0;
  for (const start of starts) {
    while (i < places.length && places[i]! < start + distance) i++;
    if (places[i] === start + distance) kept.push(start);
  }
  return kept;
}

async function phraseHits({ words, open }: Phrase, lookup: Lookup): Promise<Stretch[]> {
  const lists = await Promise.all(words.map((word, i) => lookup(word, open && i === words.length - 1)));
  let starts: readonly number[] = lists[0]!;
  for (let i = 1; i < lists.length; i++) starts = followed(starts, lists[i]!, i);
  return starts.map((start) => [start, start + words.length]);
}

const byPlace = (a: Stretch, b: Stretch): number => a[0] - b[0] || b[1] - a[1];

/** All places of what is wanted once; of those that begin together the longest. */
async function wantedHits({ phrases }: Wanted, lookup: Lookup): Promise<Stretch[]> {
  const lists = await Promise.all(phrases.map((phrase) => phraseHits(phrase, lookup)));
  if (lists.length === 1) return lists[0]!;
  return lists
    .flat()
    .sort(byPlace)
    .filter(([from], i, all) => all[i - 1]?.[0] !== from);
}

/** The shortest stretches in which each of several is, none of them in two. */
function together(lists: readonly (readonly Stretch[])[]): Hit[] {
  const all = lists
    .flatMap((list, which) => list.map((stretch) => ({ stretch, which })))
    .sort((a, b) => byPlace(a.stretch, b.stretch));
  const last: (Stretch | undefined)[] = lists.map(() => undefined);
  const hits: Hit[] = [];
  for (const { stretch, which } of all) {
    last[which] = stretch;
    const marks = last.filter((one) => one !== undefined).sort(byPlace);
    if (marks.length < lists.length) continue;
    const [from, to] = [marks[0]![0], Math.max(...marks.map(([, end]) => end))];
    if (to - from > nearest) continue;
    hits.push({ from, to, marks });
    last.fill(undefined);
  }
  return hits;
}

/** All hits, in the order of the text. */
export async function findAll(wanted: readonly Wanted[], lookup: Lookup): Promise<Hit[]> {
  const lists = await Promise.all(wanted.map((one) => wantedHits(one, lookup)));
  if (lists.length === 0 || lists.some((list) => list.length === 0)) return [];
  if (lists.length === 1) return lists[0]!.map(([from, to]) => ({ from, to, marks: [[from, to]] }));
  return together(lists);
}
