/** Counting what is found, so that the same thing many times is one finding. */

/** The items of each key, keys in the order in which they come. */
export function groupBy<T, K>(items: Iterable<T>, key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** ` (3 times)`, nothing where it is once. */
export const often = (count: number): string => (count === 1 ? '' : ` (${count} times)`);

/** Places of one thing in a file, the first ones kept. */
export interface Places {
  count: number;
  readonly first: [start: number, end: number][];
}

export interface Tally<K> {
  add(key: K, start: number, end: number): void;
  readonly places: ReadonlyMap<K, Places>;
}

const placesKept = 3;

/** Counts things by key. */
export function tally<K>(): Tally<K> {
  const places = new Map<K, Places>();
  return {
    places,
    add: (key, start, end) => {
      const known = places.get(key) ?? { count: 0, first: [] };
      places.set(key, known);
      known.count++;
      if (known.first.length < placesKept) known.first.push([start, end]);
    },
  };
}
