import { letterEnd, letterFrom } from './letters.ts';
import { type Aspect, aspects, fieldMark, type Item } from './structure.ts';
import { unitedStatuses, wholeStatus } from './united-statuses.ts';

/**
 * Recorded ranges in their one canonical form. Looks, roles, status, languages, directions and pointers are properties of letters: it counts which letters have them, not in
 * how many elements; so ranges with nothing but white space and marks between them are one, and of languages, directions and pointers inside each other the
 * inner one holds. What says something where no letters are is a point. Blocks and cells stay as they are, in the order in which they open.
 */

/** As recorded: `to` is -1 for a point. */
export interface RawItem {
  readonly aspect: Aspect;
  readonly run: number;
  readonly from: number;
  readonly to: number;
  readonly value: string;
}

/** Ranges of one layer, each letter in at most one of them: of ranges inside each other the inner one holds. */
function innermost(ranges: readonly Item[], text: string): Item[] {
  const flat: Item[] = [];
  const open: Item[] = [];
  let at = 0;
  const put = (range: Item, end: number): void => {
    const from = letterFrom(text, Math.max(at, range.from));
    const to = letterEnd(text, end);
    if (to <= from) return;
    const last = flat.at(-1);
    const joins = last?.value === range.value && letterFrom(text, last.to) === from;
    if (joins) flat[flat.length - 1] = { ...last, to };
    else flat.push({ ...range, from, to });
  };
  const closeUntil = (end: number): void => {
    while (open.length > 0 && open.at(-1)!.to <= end) {
      const range = open.pop()!;
      put(range, range.to);
      at = Math.max(at, range.to);
    }
  };
  for (const range of ranges) {
    closeUntil(range.from);
    const outer = open.at(-1);
    if (outer) put(outer, range.from);
    at = Math.max(at, range.from);
    open.push(range);
  }
  closeUntil(Infinity);
  return flat;
}

/** Looks, roles and status do not hide each other, nor does a link hide a name in it. */
const layerOf = ({ aspect, value }: Item): string =>
  aspect === 'status'
    ? wholeStatus(value)
    : aspect === 'look' || aspect === 'role'
      ? value
      : aspect === 'pointer'
        ? value.slice(0, value.indexOf(fieldMark))
        : '';

const onLetters: ReadonlySet<Aspect> = new Set<Aspect>(['look', 'role', 'status', 'language', 'direction', 'pointer']);

/** A direction that is a block’s own and not one of letters. */
const isOfBlock = ({ aspect, value }: Item): boolean => aspect === 'direction' && value.includes(fieldMark);

/** Whether something is said where no letters are: where a link leads, what was done, the day of a date. A look of nothing says nothing. */
const saysByItself = ({ aspect, value }: Item): boolean =>
  aspect === 'pointer' || aspect === 'status' || (aspect === 'role' && !value.endsWith(fieldMark));

const byPlace = (a: Item, b: Item): number => a.run - b.run || a.from - b.from || b.to - a.to;

function byLayer(items: readonly Item[], texts: readonly string[]): Item[] {
  const layers = new Map<string, Item[]>();
  const points: Item[] = [];
  for (const item of items) {
    if (item.to <= item.from) {
      if (saysByItself(item)) points.push(item);
      continue;
    }
    const key = `${item.run} ${layerOf(item)}`;
    const layer = layers.get(key);
    if (layer) layer.push(item);
    else layers.set(key, [item]);
  }
  return [
    ...points,
    ...[...layers.values()].flatMap((layer) =>
      layer[0]!.aspect === 'status'
        ? unitedStatuses(layer, texts[layer[0]!.run]!)
        : innermost(layer, texts[layer[0]!.run]!),
    ),
  ];
}

const byValue = (a: Item, b: Item): number => byPlace(a, b) || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);

/** A pointer as it is compared: what a source says of it besides, which is recorded behind it, no format carries on the words. */
function canonicalValue({ aspect, value }: RawItem): string {
  if (aspect !== 'pointer') return value;
  const end = value.indexOf(fieldMark, value.indexOf(fieldMark) + 1);
  return end < 0 ? value : value.slice(0, end);
}

/** Recorded items in canonical order. `texts` are the canonical runs. */
export function canonicalItems(raw: readonly RawItem[], texts: readonly string[]): Item[] {
  const groups = new Map<Aspect, Item[]>(aspects.map((aspect) => [aspect, []]));
  for (const item of raw) {
    const value = canonicalValue(item);
    const { to } = item;
    groups
      .get(item.aspect)!
      .push(to < 0 || value !== item.value ? { ...item, to: to < 0 ? item.from : to, value } : item);
  }
  return aspects.flatMap((aspect) => {
    const items = groups.get(aspect)!.sort(byPlace);
    if (!onLetters.has(aspect))
      return aspect === 'id' || aspect === 'number' || aspect === 'reading' ? items.sort(byValue) : items;
    const ofBlocks = items.filter((item) => isOfBlock(item) && item.to > item.from);
    const ofLetters = ofBlocks.length === 0 ? items : items.filter((item) => !isOfBlock(item));
    return [...byLayer(ofLetters, texts), ...ofBlocks].sort(byValue);
  });
}
