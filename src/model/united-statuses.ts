import { letterFrom } from './letters.ts';
import type { Item } from './structure.ts';

/**
 * Ranges of one status in canonical form. Those that overlap or touch are one. White space between them shows: signs are where their words begin and end;
 * but where a range is cut, because blocks or other elements begin or end in it (`delSpan`), its parts say so and are one.
 */

/** Of a range that is in several elements: its first, a medial, its last part. */
export type RangePart = 'I' | 'M' | 'F';

/** Behind the value of a status that is a part of one. XML 1.0 does not allow it, so no value has it. */
const partMark = '\x1e';

export const statusPart = (value: string, part: string | undefined): string =>
  part === undefined ? value : `${value}${partMark}${part}`;

/** The value without what it says of parts. */
export const wholeStatus = (value: string): string => value.split(partMark, 1)[0]!;

interface Joined {
  item: Item;
  /** A part of it says that words before, or behind, are of the same range. */
  before: boolean;
  behind: boolean;
}

function joinedOf(item: Item): Joined {
  const [, part] = item.value.split(partMark);
  return {
    item: { ...item, value: wholeStatus(item.value) },
    before: part === 'M' || part === 'F',
    behind: part === 'I' || part === 'M',
  };
}

/** Adds a range to one that it overlaps or touches. */
function add(last: Joined, next: Joined): void {
  if (next.item.from === last.item.from) last.before ||= next.before;
  if (next.item.to > last.item.to) last.behind = next.behind;
  else if (next.item.to === last.item.to) last.behind ||= next.behind;
  last.item = { ...last.item, to: Math.max(last.item.to, next.item.to) };
}

/** What is left of parts whose other parts are not there is a value that no source has. */
const left = ({ item, before, behind }: Joined): Item =>
  before || behind ? { ...item, value: statusPart(item.value, `${before ? 'F' : ''}${behind ? 'I' : ''}`) } : item;

/** Ranges of one status, sorted by where they begin, united. `text` is their run. */
export function unitedStatuses(ranges: readonly Item[], text: string): Item[] {
  const overlapping: Joined[] = [];
  for (const range of ranges) {
    const next = joinedOf(range);
    const last = overlapping.at(-1);
    if (last && next.item.from <= last.item.to) add(last, next);
    else overlapping.push(next);
  }
  const found: Joined[] = [];
  for (const next of overlapping) {
    const last = found.at(-1);
    if (last?.behind && next.before && letterFrom(text, last.item.to) === next.item.from) {
      last.item = { ...last.item, to: next.item.to };
      last.behind = next.behind;
    } else found.push(next);
  }
  return found.map(left);
}
