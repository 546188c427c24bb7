/** What must be taken out of one list and put into it to make another: the fewest single edits. */

export interface Edits {
  /** Positions in the first list. */
  readonly missing: ReadonlySet<number>;
  /** Positions in the second list. */
  readonly added: ReadonlySet<number>;
}

/** Above this many edits two lists are not aligned: they are two lists, not one with mistakes. */
const most = 400;

/** The items as numbers, the same for the same item. */
function numbered(items: readonly string[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(items, (item) => {
    const number = numbers.get(item) ?? numbers.size;
    numbers.set(item, number);
    return number;
  });
}

/** Whether the best way to diagonal `k` with `d` edits comes from the diagonal above (an item is added) and not from the one below. */
const fromAbove = (reach: Int32Array, k: number, d: number): boolean =>
  k === -d || (k !== d && reach[most + k]! < reach[most + k + 2]!);

/**
 * For each number of edits, how far into `a` one comes on each diagonal (E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986,
 * section 3). Undefined where it takes more than `most`.
 */
function shortestWay(a: Int32Array, b: Int32Array): Int32Array[] | undefined {
  const trace: Int32Array[] = [];
  let reach = new Int32Array(2 * most + 3);
  for (let d = 0; d <= most; d++) {
    const next = reach.slice();
    for (let k = -d; k <= d; k += 2) {
      let x = d === 0 ? 0 : fromAbove(reach, k, d) ? reach[most + k + 2]! : reach[most + k]! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next[most + k + 1] = x;
      if (x >= a.length && x - k >= b.length) return trace;
    }
    trace.push(next);
    reach = next;
  }
  return undefined;
}

/** The fewest edits that make `b` of `a`; undefined where they are too many. */
export function align(a: readonly string[], b: readonly string[]): Edits | undefined {
  const numbers = new Map<string, number>();
  const trace = shortestWay(numbered(a, numbers), numbered(b, numbers));
  if (!trace) return undefined;
  const missing = new Set<number>();
  const added = new Set<number>();
  let [x, y] = [a.length, b.length];
  for (let d = trace.length; d > 0; d--) {
    const reach = trace[d - 1]!;
    const k = x - y;
    if (fromAbove(reach, k, d)) {
      x = reach[most + k + 2]!;
      y = x - k - 1;
      added.add(y);
    } else {
      x = reach[most + k]!;
      y = x - k + 1;
      missing.add(x);
    }
  }
  return { missing, added };
}
