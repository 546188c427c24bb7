/**
 * The offset in the source of the character at `index` of a run of text that stands from `start` to `end`. Where the source writes references
 * or other line ends, the run is shorter than its range, and the source is counted through.
 */
export function textOffset(source: string, start: number, end: number, value: string, index: number): number {
  if (value.length === end - start) return start + index;
  let at = start;
  let count = 0;
  while (count < index && at < end) {
    const unit = source.charCodeAt(at);
    if (unit === 38) {
      const close = source.indexOf(';', at);
      const reference = close < 0 ? '' : source.slice(at + 2, close);
      const code = /^#x/i.test(source.slice(at + 1, at + 3)) ? parseInt(reference.slice(1), 16) : Number(reference);
      count += source.charCodeAt(at + 1) === 35 && code > 0xffff ? 2 : 1;
      at = close < 0 ? at + 1 : close + 1;
    } else {
      if (unit === 13 && source.charCodeAt(at + 1) === 10) at++;
      count++;
      at++;
    }
  }
  return Math.min(at, end);
}
