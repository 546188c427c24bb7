import { canonicalItems } from '../model/canonical-items.ts';
import { letterEnd, letterFrom } from '../model/letters.ts';
import {
  type PointSign,
  type RangeSign,
  type SignChoice,
  signOfMark,
  signsOfStatus,
  underdot,
} from '../model/signs.ts';
import { wordsInLine } from './in-line.ts';
import { runsOf } from '../model/spine.ts';
import type { MarkRole, Status } from '../model/status.ts';
import { fieldMark, type Item } from '../model/structure.ts';
import type { UnitContent } from '../model/unit-content.ts';

/** Which signs an output must show, and where: computed from what the source says, with nothing of what writes them. */

/** A stretch of a run, with spaces in place of page breaks and calls. */
export const withoutMarks = (stretch: string): string =>
  stretch.replace(/\x01[^\x02]*\x02|\x03[^\x04]*\x04/g, (mark) => ' '.repeat(mark.length));

const statusIn = (value: string): Status => {
  const [is, why, cert] = value.split(fieldMark);
  return { is, why, cert } as Status;
};

/** The sign of a `mark` item; undefined where the style has none. */
export function signOfItem(value: string, choice: SignChoice): PointSign | undefined {
  const [role, why = '', extent = ''] = value.split(fieldMark);
  return signOfMark(choice, role as MarkRole, why, extent);
}

/** The words that have a sign, each sign’s in one canonical form: the value is what the sign says. */
export function signedRanges(
  { spine, structure }: UnitContent,
  choice: SignChoice,
): { items: Item[]; signs: Map<string, RangeSign> } {
  const signs = new Map<string, RangeSign>();
  const items = structure.items.flatMap((item) => {
    if (item.aspect !== 'status' || item.from === item.to) return [];
    return signsOfStatus(choice, statusIn(item.value)).map((sign) => {
      signs.set(sign.says, sign);
      return { ...item, value: sign.says };
    });
  });
  return { items: canonicalItems(items, runsOf(spine)), signs };
}

/** A sign as it is read: the run, and where the last letter before it ends. */
export interface SignSeen {
  readonly run: number;
  readonly at: number;
  readonly sign: string;
}

/** What must be at one place, in this order; of signs that begin or end there together any order will do. */
interface Here {
  readonly letter: string[];
  readonly close: string[];
  readonly open: string[];
}

const dottable = /[^\p{M} \t\n\r\x06]/gu;

function signsByPlace(content: UnitContent, choice: SignChoice): Map<string, Here> {
  const places = new Map<string, Here>();
  const at = (run: number, place: number): Here => {
    const key = `${run} ${place}`;
    const here = places.get(key) ?? { letter: [], close: [], open: [] };
    places.set(key, here);
    return here;
  };
  const runs = runsOf(content.spine);
  const { items, signs } = signedRanges(content, choice);
  for (const { run, from, to, value } of items) {
    const { pair } = signs.get(value)!;
    if (pair === 'underdot') {
      const words = withoutMarks(runs[run]!.slice(from, to));
      for (const { index, 0: letter } of words.matchAll(dottable))
        at(run, from + index + letter.length).letter.push(underdot);
      continue;
    }
    if (pair[0] !== '') at(run, letterEnd(runs[run]!, from)).open.push(pair[0]);
    at(run, to).close.push(pair[1]);
  }
  for (const item of content.structure.items) {
    const sign = item.aspect === 'mark' ? signOfItem(item.value, choice) : undefined;
    if (sign) at(item.run, item.to).letter.push(sign.sign);
  }
  return places;
}

const sameSigns = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.toSorted().join('\n') === b.toSorted().join('\n');

/** What is wrong with the signs of an output, in words. */
export function signFaults(seen: readonly SignSeen[], content: UnitContent, choice: SignChoice): string[] {
  const wanted = signsByPlace(content, choice);
  const found = new Map<string, string[]>();
  for (const { run, at, sign } of seen) {
    const key = `${run} ${at}`;
    found.set(key, [...(found.get(key) ?? []), sign]);
  }
  const runs = runsOf(content.spine);
  return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((key) => {
    const { letter, close, open } = wanted.get(key) ?? { letter: [], close: [], open: [] };
    const is = found.get(key) ?? [];
    const [a, b] = [letter.length, letter.length + close.length];
    if (sameSigns(is.slice(0, a), letter) && sameSigns(is.slice(a, b), close) && sameSigns(is.slice(b), open))
      return [];
    const [run, place] = key.split(' ').map(Number) as [number, number];
    const before = runs[run]!.slice(Math.max(0, place - 20), place).replace(/[\x01-\x06]/g, ' ');
    const must = [...letter, ...close, ...open].join(' ');
    return [`the signs after “${before}” are “${is.join(' ')}” instead of “${must}”`];
  });
}

/** A run in which some signs that stand like letters are other characters now, and where each of its places is in it. */
function replaced(run: string, instead: ReadonlyMap<number, string>): { text: string; at: (place: number) => number } {
  const places = new Uint32Array(run.length + 1);
  let text = '';
  let isParted = false;
  for (let i = 0; i < run.length; i++) {
    const by = instead.get(i) ?? run[i]!;
    if (by === ' ') isParted = text !== '';
    else if (by !== '') {
      // A gloss has a space before it.
      isParted ||= by.startsWith(' ') && text !== '';
      // No white space is before a call (rule 3 of model/spine.ts).
      if (isParted && by !== '\x03') text += ' ';
      isParted = false;
    }
    places[i] = text.length;
    if (by !== ' ') text += by.startsWith(' ') ? by.slice(1) : by;
  }
  places[run.length] = text.length;
  return { text, at: (place) => places[place]! };
}

/** Where an item is in a changed run: as a recorder would have it, a point is at the next letter, or behind the last. */
function placeIn(
  { text, at }: ReturnType<typeof replaced>,
  { from, to, aspect, value }: Item,
  before: string,
): { from: number; to: number } {
  const [start, end] = [letterFrom(text, at(from)), letterEnd(text, at(to))];
  if (from < to && start < end) return { from: start, to: end };
  // A lemma without words is behind the last letter.
  const isLemma = aspect === 'reading' && value.startsWith('lemma');
  const isAtLetter = !isLemma && from === to && from < before.length && letterFrom(before, from) === from;
  const point = !isAtLetter ? letterEnd(text, at(from)) : start < text.length ? start : letterEnd(text, text.length);
  return { from: point, to: point };
}

/**
 * The content as an output has it that shows some marks as words, or not at all: `as` gives the words, or undefined for a mark that stays. Where
 * a mark goes that stood alone, one of the two spaces around it goes. `inLine`: formulas and glosses are their words.
 */
export function withMarksAs(
  content: UnitContent,
  as: (value: string) => string | undefined,
  { inLine = false }: { readonly inLine?: boolean } = {},
): UnitContent {
  const { spine, structure } = content;
  const before = runsOf(spine);
  const instead = before.map(() => new Map<number, string>());
  const kept = structure.items.filter(({ aspect, run, from, value }) => {
    const words = aspect === 'mark' ? as(value) : inLine ? wordsInLine(aspect, value) : undefined;
    if (words !== undefined) instead[run]!.set(from, words);
    return words === undefined;
  });
  if (kept.length === structure.items.length) return content;
  const runs = before.map((run, i) => (instead[i]!.size === 0 ? undefined : replaced(run, instead[i]!)));
  const moved = (item: Item): Item => {
    const run = runs[item.run];
    return run ? { ...item, ...placeIn(run, item, before[item.run]!) } : item;
  };
  return {
    ...content,
    spine: {
      text: runs[0]?.text ?? spine.text,
      notes: spine.notes.map((note, i) => ({ ...note, text: runs[i + 1]?.text ?? note.text })),
      ...(spine.others && {
        others: spine.others.map((text, i) => runs[spine.notes.length + 1 + i]?.text ?? text),
      }),
    },
    structure: { ...structure, items: kept.map(moved) },
  };
}
