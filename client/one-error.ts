import type { IndexFiles } from './index-files.ts';
import type { Wanted } from './query.ts';

/** Words of the index that are one typing error away: a letter too few, too many, another one, or two in the wrong order. */

/** Shorter words are next to too many others. */
const shortest = 4;

const backward = (word: string): string => [...word].reverse().join('');

/** Whether one of these errors makes the one from the other; they are not the same. */
export function isOneErrorAway(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]];
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [restA, restB] = [endA - from, endB - from];
  if (restA <= 1 && restB <= 1) return restA + restB > 0;
  return restA === 2 && restB === 2 && a[from] === b[from + 1] && a[from + 1] === b[from];
}

/** All such words, in order. What an error leaves as it is, is at least almost half of a word, before it or behind it. */
export async function oneErrorAway(word: string, files: IndexFiles): Promise<string[]> {
  const letters = [...word];
  if (letters.length < shortest) return [];
  const half = Math.floor((letters.length - 1) / 2);
  const [begins, ends] = await Promise.all([
    files.beginning(letters.slice(0, half).join(''), 'terms'),
    files.beginning(backward(letters.slice(-half).join('')), 'backwards'),
  ]);
  const near = new Set([...begins, ...ends.map(backward)].filter((other) => isOneErrorAway(word, other)));
  return [...near].sort();
}

/** What is wanted, with other spellings in place of words that are nowhere; undefined where there are none. */
export async function respelt(wanted: readonly Wanted[], files: IndexFiles): Promise<Wanted[] | undefined> {
  let changed = false;
  const all = await Promise.all(
    wanted.map(async (one): Promise<Wanted> => {
      const word = one.phrases[0]!.words[0]!;
      if (!one.loose || (await files.lookup(word, false)).length > 0) return one;
      const near = await oneErrorAway(word, files);
      if (near.length === 0) return one;
      changed = true;
      return { phrases: near.map((other) => ({ words: [other], open: false })), loose: false };
    }),
  );
  return changed ? all : undefined;
}
