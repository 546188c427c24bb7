import { pageWord } from '../model/page-label.ts';
import { type SpineItem, spineItems } from '../model/spine-items.ts';
import { align } from './align.ts';

/** Compares two canonical runs of text and says where they differ, in words a person can look up. */

export interface Difference {
  readonly kind: 'missing' | 'added' | 'changed' | 'moved';
  /** What the difference is about. */
  readonly of: 'word' | 'page' | 'call' | 'space';
  /** Words of the source before the place, so that it can be found. */
  readonly after: string;
  /** Label of the page in the source on which it is; empty before the first page break. */
  readonly page: string;
  readonly expected: string;
  readonly found: string;
  /** Where it is in what was found: the number of the first word, page break or call that is concerned. */
  readonly at: number;
}

const show = (item: SpineItem): string =>
  item.kind === 'page' ? `[${pageWord} ${item.text}]` : item.kind === 'call' ? `[${item.text}]` : item.text;
const showAll = (items: readonly SpineItem[]): string => {
  const text = items.slice(0, 12).map(show).join(' ');
  return items.length > 12 ? `${text} … (${items.length} words and marks)` : text;
};
const keyOf = ({ kind, text }: SpineItem): string => `${kind} ${text}`;
const same = (a: SpineItem, b: SpineItem): boolean => a.kind === b.kind && a.text === b.text;

function pageAt(items: readonly SpineItem[], index: number): string {
  for (let i = Math.min(index, items.length - 1); i >= 0; i--) if (items[i]!.kind === 'page') return items[i]!.text;
  return '';
}

interface Change {
  /** Position in the source's items. */
  readonly at: number;
  /** Position in the output's items. */
  readonly foundAt: number;
  readonly expected: SpineItem[];
  readonly found: SpineItem[];
}

function alignedChanges(a: readonly SpineItem[], b: readonly SpineItem[], offset: number): Change[] {
  const edits = align(a.map(keyOf), b.map(keyOf));
  if (!edits) return [{ at: offset, foundAt: offset, expected: [...a], found: [...b] }];
  const { missing, added } = edits;
  const changes: Change[] = [];
  let open: Change | undefined;
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const isChange = missing.has(i) || added.has(j);
    const change = isChange ? (open ?? { at: offset + i, foundAt: offset + j, expected: [], found: [] }) : undefined;
    if (change && change !== open) changes.push(change);
    open = change;
    if (missing.has(i)) open!.expected.push(a[i++]!);
    else if (added.has(j)) open!.found.push(b[j++]!);
    else [i, j] = [i + 1, j + 1];
  }
  return changes;
}

function kindOf(items: readonly SpineItem[]): Difference['of'] {
  return items.find((item) => item.kind !== 'word')?.kind ?? 'word';
}

function describe({ at, foundAt, expected, found }: Change, source: readonly SpineItem[]): Difference {
  const after = showAll(source.slice(Math.max(0, at - 5), at));
  const kind = found.length === 0 ? 'missing' : expected.length === 0 ? 'added' : 'changed';
  return {
    kind,
    of: kindOf([...expected, ...found]),
    after,
    page: pageAt(source, at),
    expected: showAll(expected),
    found: showAll(found),
    at: foundAt,
  };
}

/** What is missing at one place and added at another has moved. */
function joinMoves(differences: readonly Difference[]): Difference[] {
  const result: Difference[] = [];
  const used = new Set<Difference>();
  for (const difference of differences) {
    if (used.has(difference)) continue;
    const other =
      difference.kind === 'missing'
        ? differences.find((d) => d.kind === 'added' && !used.has(d) && d.found === difference.expected)
        : difference.kind === 'added'
          ? differences.find((d) => d.kind === 'missing' && !used.has(d) && d.expected === difference.found)
          : undefined;
    if (!other) result.push(difference);
    else {
      const from = difference.kind === 'missing' ? difference : other;
      const to = from === difference ? other : difference;
      used.add(other);
      result.push({ ...from, kind: 'moved', found: `after “${to.after}”` });
    }
  }
  return result;
}

/** Places where only white space differs: words glued together or torn apart. */
function spaceDifference(expected: readonly SpineItem[], found: readonly SpineItem[]): Difference[] {
  const at = expected.findIndex((item, i) => item.tight !== found[i]!.tight);
  // Builders of spines make canonical runs; one that is not must never pass for the same.
  if (at < 0) throw new Error('what was read back is not a canonical run');
  const around = (items: readonly SpineItem[]): string =>
    `${show(items[at - 1]!)}${items[at]!.tight ? '' : ' '}${show(items[at]!)}`;
  const after = showAll(expected.slice(Math.max(0, at - 5), at));
  return [
    {
      kind: 'changed',
      of: 'space',
      after,
      page: pageAt(expected, at),
      expected: around(expected),
      found: around(found),
      at,
    },
  ];
}

/** The differences between the source's run and an output's, in the source's order; none where the runs are the same. */
export function compareRuns(expected: string, found: string): Difference[] {
  if (expected === found) return [];
  const a = spineItems(expected);
  const b = spineItems(found);
  let start = 0;
  while (start < a.length && start < b.length && same(a[start]!, b[start]!)) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && same(a[endA - 1]!, b[endB - 1]!)) {
    endA--;
    endB--;
  }
  if (start === a.length && start === b.length) return spaceDifference(a, b);
  const changes = alignedChanges(a.slice(start, endA), b.slice(start, endB), start);
  return joinMoves(changes.map((change) => describe(change, a)));
}
