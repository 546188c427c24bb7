import type { RawItem } from './canonical-items.ts';
import {
  type Direction,
  directionOfLanguage,
  directionWithin,
  joinLetters,
  type Letters,
  lettersOf,
  mayHaveRtl,
  noLetters,
} from './direction.ts';
import { letterEnd, letterFrom } from './letters.ts';
import { blockDirection, type Directions } from './structure.ts';

/**
 * The directions of a unit from what was recorded of it: which language and looks are said of which letters, and where blocks are. Writers find the
 * same from the tree of a unit (reading-directions.ts); the rules are those of direction.ts.
 */

/** A range of one run that says its direction or language, or a block. */
interface Range {
  readonly item: RawItem;
  readonly outer: Range | undefined;
  readonly says: boolean;
  own: Letters;
  inner: Letters;
  /** Its letters, whatever they are in. */
  all: number;
  direction: Direction | undefined;
}

const isBlock = ({ aspect }: RawItem): boolean => aspect === 'block' || aspect === 'cell';
const says = ({ aspect }: Pick<RawItem, 'aspect'>): boolean => aspect === 'language' || aspect === 'direction';
const marks = /\x01[^\x02]*\x02|\x03[^\x04]*\x04/g;

const newRange = (item: RawItem, outer: Range | undefined): Range => ({
  item,
  outer,
  says: says(item),
  own: noLetters,
  inner: noLetters,
  all: 0,
  direction: undefined,
});

/** What a range that says its direction has; others depend on what is around them. */
function said({ item: { aspect, value }, own, inner }: Range): Direction {
  if (aspect === 'direction') return value as Direction;
  return directionWithin(directionOfLanguage(value), own, inner) ?? 'ltr';
}

function end(range: Range): void {
  const { outer, own, inner, all } = range;
  if (range.says) range.direction = said(range);
  if (!outer) return;
  outer.all += all;
  const { direction } = range;
  if (direction === undefined) {
    outer.own = joinLetters(outer.own, own);
    outer.inner = joinLetters(outer.inner, inner);
  } else {
    const counted = { ltr: 0, rtl: 0, first: direction, [direction]: all };
    outer.inner = joinLetters(outer.inner, counted);
  }
}

/** The ranges of a run in the order in which they open, the run itself first; each letter is counted once. */
function rangesOf(items: readonly RawItem[], text: string, run: number): Range[] {
  const root = newRange(
    { aspect: 'block', run, from: letterFrom(text, 0), to: letterEnd(text, text.length), value: '' },
    undefined,
  );
  const ranges = [root];
  let at = root.item.from;
  let top = root;
  const count = (until: number): void => {
    if (until <= at) return;
    const letters = lettersOf(text.slice(at, until).replace(marks, ''));
    top.own = joinLetters(top.own, letters);
    top.all += letters.ltr + letters.rtl;
    at = until;
  };
  const endUntil = (offset: number): void => {
    for (; top.outer && top.item.to <= offset; top = top.outer) {
      count(top.item.to);
      end(top);
    }
  };
  for (const item of items) {
    endUntil(item.from);
    count(item.from);
    top = newRange(item, top);
    ranges.push(top);
  }
  endUntil(Infinity);
  count(root.item.to);
  return ranges;
}

/** Gives each range of a run its direction, from the outside to the inside. */
function settle(ranges: readonly Range[], around: Direction | undefined): void {
  for (const range of ranges)
    range.direction ??= directionWithin(range.outer?.direction ?? around, range.own, range.inner) ?? 'ltr';
}

/** The direction of the letters of a range, and of a block its own. */
function itemsOf({ item, direction = 'ltr' }: Range, isUnit: boolean): RawItem[] {
  const { run, from, to } = item;
  const letters = { aspect: 'direction', run, from, to, value: direction } as const;
  return isBlock(item) && !isUnit ? [letters, { ...letters, value: blockDirection(direction) }] : [letters];
}

/** Whether anything could be written from right to left. */
const mayTurn = (raw: readonly RawItem[], texts: readonly string[]): boolean =>
  texts.some(mayHaveRtl) ||
  raw.some((item) => says(item) && (item.value === 'rtl' || directionOfLanguage(item.value) === 'rtl'));

/**
 * The directions of a unit. `raw`: what was recorded, in the order in which it opened. `language`: of the unit where nothing on its words says one.
 * `ownBlock`: the first block is the unit itself.
 */
export function directionsOf(
  raw: readonly RawItem[],
  texts: readonly string[],
  language: string | undefined,
  ownBlock: boolean,
): Directions {
  const around = directionOfLanguage(language);
  if (around !== 'rtl' && !mayTurn(raw, texts)) return { unit: 'ltr', items: [] };
  const byRun = texts.map((): RawItem[] => []);
  for (const item of raw) if (item.to > item.from && (isBlock(item) || says(item))) byRun[item.run]!.push(item);
  const runs = byRun.map((items, run) => rangesOf(items, texts[run]!, run));
  // The unit is the page: it is said of neither.
  const units = new Set([runs[0]?.[0]?.item, ownBlock ? byRun[0]?.find(isBlock) : undefined]);
  const items: RawItem[] = [];
  let unit: Direction | undefined;
  for (const ranges of runs) {
    settle(ranges, unit ?? around);
    unit ??= ranges[0]!.direction;
    for (const range of ranges) items.push(...itemsOf(range, units.has(range.item)));
  }
  return { unit: unit ?? 'ltr', items };
}
