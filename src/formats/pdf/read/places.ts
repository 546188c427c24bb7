/** The last of several things in order that is not behind a place. */
export function lastBefore<T extends { readonly at: number }>(all: readonly T[], place: number): T | undefined {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.at <= place) low = middle + 1;
    else high = middle;
  }
  return all[low - 1];
}
