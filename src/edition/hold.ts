import type { ReadingNode } from '../model/reading.ts';
import type { Spine } from '../model/spine.ts';
import type { Cache } from '../work/cache.ts';

/** A unit as it is read: its reading tree and, where there is room for it, what must survive of it. */
export interface Held {
  readonly reading: ReadingNode;
  readonly spine?: Spine;
}

/**
 * Keeps reading trees and spines until all facts are known: in memory in a small edition; in a large one, where they would fill the memory and a
 * build that is killed should find what it had done, the trees in the cache.
 */
export interface Hold {
  put(key: string, held: Held): void;
  /** Gives back what was put and forgets it; undefined where it was never put or the cache has lost it. */
  take(key: string): Held | undefined;
  /** Whether what is put outlives the program. */
  readonly lasting: boolean;
}

/** Characters of source above which trees go to the cache. */
const largeAbove = 8_000_000;

const cacheKey = (key: string): string => `${key}.reading`;

export function newHold(sourceLength: number, cache: Cache): Hold {
  if (sourceLength > largeAbove) {
    return {
      put: (key, { reading }) => cache.write(cacheKey(key), reading),
      take: (key) => {
        const reading = cache.read(cacheKey(key)) as ReadingNode | undefined;
        return reading && { reading };
      },
      lasting: true,
    };
  }
  const kept = new Map<string, Held>();
  return {
    put: (key, held) => void kept.set(key, held),
    take: (key) => {
      const held = kept.get(key);
      kept.delete(key);
      return held;
    },
    lasting: false,
  };
}
