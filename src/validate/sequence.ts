/** Where a sequence of numbers does not continue by one. */

export interface Break {
  /** Index of the number that is wrong, or after which one is missing. */
  readonly at: number;
  /**
   * `repeat`: the number before, again. `gap`: numbers are missing before it. `back`: it is smaller than the one before.
   * `doubled`: the number before, again, and the one after it counts it as the next.
   * `slip`: it alone is wrong, the one after it continues from the one before. `swap`: it and the next are in the wrong
   * order.
   */
  readonly kind: 'repeat' | 'gap' | 'back' | 'slip' | 'swap' | 'doubled';
  /** The number before it. */
  readonly before: number;
}

/**
 * Finds each break once: after it, counting continues from what is there. `mayRestart` says where a number may begin
 * again.
 */
export function findBreaks(values: readonly number[], mayRestart: (at: number) => boolean = () => false): Break[] {
  const breaks: Break[] = [];
  for (let at = 1; at < values.length; at++) {
    const before = values[at - 1]!;
    const value = values[at]!;
    if (value === before + 1 || mayRestart(at)) continue;
    const next = values[at + 1];
    const beyond = values[at + 2];
    if (value === before + 2 && next === before + 1 && (beyond === undefined || beyond === before + 3)) {
      breaks.push({ at, kind: 'swap', before });
      at += 2;
    } else if (next === before + 2 && value !== before) {
      breaks.push({ at, kind: 'slip', before });
      at += 1;
    } else if (value === before && next === before + 2) {
      breaks.push({ at, kind: 'doubled', before });
      at += 1;
    } else breaks.push({ at, kind: value === before ? 'repeat' : value > before ? 'gap' : 'back', before });
  }
  return breaks;
}
