/** Ranges over elements that are open in a run of text (`delSpan` and its kind): from a point up to whatever has a certain id. */

/**
 * How many ranges of different kinds can be open at one place: nobody reads more, and a text in which each of thousands of ranges is open to the end
 * would need the square of their number. Ranges of one kind count once.
 */
export const mostOpenRanges = 16;

export class OpenRanges<Range extends { readonly value: string; readonly to: number }> {
  private readonly byEnd = new Map<string, Range[]>();
  private readonly open = new Set<Range>();
  private readonly counts = new Map<string, number>();

  /** Whether the range is open now: there may be too many. */
  add(range: Range, end: string): boolean {
    const { counts } = this;
    if (!counts.has(range.value) && counts.size >= mostOpenRanges) return false;
    counts.set(range.value, (counts.get(range.value) ?? 0) + 1);
    this.open.add(range);
    const same = this.byEnd.get(end);
    if (same) same.push(range);
    else this.byEnd.set(end, [range]);
    return true;
  }

  /** The ranges that end here. */
  end(end: string): readonly Range[] {
    const ended = this.byEnd.get(end) ?? [];
    this.byEnd.delete(end);
    for (const range of ended) {
      const { value } = range;
      this.open.delete(range);
      const left = this.counts.get(value)! - 1;
      if (left > 0) this.counts.set(value, left);
      else this.counts.delete(value);
    }
    return ended;
  }

  /** What those that are open wait for. */
  ends(): readonly string[] {
    return [...this.byEnd.keys()];
  }

  /** Those of some items that are open ranges. */
  among(items: readonly Range[]): Range[] {
    return items.filter((item) => this.open.has(item));
  }
}
