import type { ReadingTrees } from '../model/reading.ts';
import type { Cache } from '../work/cache.ts';

/**
 * Keeps reading trees until all facts are known: in memory in a small edition; in a large one, where they would fill the memory and a
 * build that is killed should find what it had done, the trees in the cache.
 */
export interface Hold {
  put(key: string, trees: ReadingTrees): void;
  /** Gives back what was put and forgets it; undefined where it was never put or the cache has lost it. */
  take(key: string): ReadingTrees | undefined;
  /** Whether what is put outlives the program. */
  readonly lasting: boolean;
}

/** Characters of source above which trees go to the cache. */
const largeAbove = 8_000_000;

/** Where the cache has the trees of the unit with this key. */
export const cacheKey = (key: string): string => `${key}.reading`;

/** `isCostly`: trees are not made again without need. */
export function newHold(sourceLength: number, cache: Cache, isCostly = false): Hold {
  if (sourceLength > largeAbove || isCostly) {
    return {
      put: (key, trees) => cache.write(cacheKey(key), trees),
      take: (key) => cache.read(cacheKey(key)) as ReadingTrees | undefined,
      lasting: true,
    };
  }
  const kept = new Map<string, ReadingTrees>();
  return {
    put: (key, trees) => void kept.set(key, trees),
    take: (key) => {
      const trees = kept.get(key);
      kept.delete(key);
      return trees;
    },
    lasting: false,
  };
}
