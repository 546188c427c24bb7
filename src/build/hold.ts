import type { ReadingNode } from '../model/reading.ts';

/** Keeps reading trees until all facts are known: as they are in a small edition, packed as text in a large one, where trees would fill the memory. */
export interface Hold {
  put(id: string, reading: ReadingNode): void;
  /** Gives a tree back and forgets it. */
  take(id: string): ReadingNode | undefined;
}

/** Characters of source above which trees are packed. */
const packAbove = 8_000_000;

export function newHold(sourceLength: number): Hold {
  const packed = sourceLength > packAbove;
  const kept = new Map<string, ReadingNode | Buffer>();
  return {
    put: (id, reading) => void kept.set(id, packed ? Buffer.from(JSON.stringify(reading)) : reading),
    take: (id) => {
      const value = kept.get(id);
      kept.delete(id);
      return Buffer.isBuffer(value) ? (JSON.parse(value.toString()) as ReadingNode) : value;
    },
  };
}
