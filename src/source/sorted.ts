/** Binary search, for everything that is kept in ascending order. */

/**
 * The first index for which `isBefore` does not hold; `length` where it holds for all. `isBefore` must hold for the indices below some
 * point and for none from there on, and is called log₂(length) times.
 */
export function firstNotBefore(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the ascending numbers are smaller than `limit`; also the index of the first that is not. */
export const countBelow = (numbers: readonly number[], limit: number): number =>
  firstNotBefore(numbers.length, (index) => numbers[index]! < limit);

/** How many of the ascending numbers are at most `limit`; also the index of the first that is greater. */
export const countUpTo = (numbers: readonly number[], limit: number): number =>
  firstNotBefore(numbers.length, (index) => numbers[index]! <= limit);
