import { countBelow } from '../../source/sorted.ts';
import type { OpenPages } from '../edition.ts';
import { countLetters } from '../letters.ts';
import { spineBuilder } from '../spine.ts';
import { Numbers, play } from './play.ts';
import { Op, type Tape } from './ops.ts';
import type { UnitCut } from './unit-cut.ts';

/**
 * Labels of the pages a unit is on: the page that is open when its first word comes, and those that begin inside it.
 */
export function unitPages(tape: Tape, unit: UnitCut): string[] {
  const pages: string[] = [];
  const add = (label: string | undefined): void => {
    if (label !== undefined && label !== '' && pages[pages.length - 1] !== label) pages.push(label);
  };
  const first = firstWord(tape, unit);
  if (first >= 0) add(lastPageBefore(tape, first));
  for (const [from, to] of unit.ops) {
    for (let i = Math.max(from, first); i < to; i++) if (isPage(tape, i)) add(tape.values[i]);
  }
  return pages;
}

/** Pages that are open where the text of a unit begins, and where it goes on behind units inside it, as far as they do not begin in the unit. */
export function openPages(tape: Tape, unit: UnitCut): OpenPages {
  const startsOn = openAt(tape, unit, firstWord(tape, unit));
  const resumes = unit.ops.slice(1).flatMap(([from, to], i) => {
    const first = firstWord(tape, { ops: [[from, to]] });
    const begun = firstWord(tape, { ops: unit.ops.slice(0, i + 1) }) >= 0;
    const page = begun ? openAt(tape, unit, first) : undefined;
    return page === undefined ? [] : [{ letters: lettersBefore(tape, unit.ops.slice(0, i + 1)), page }];
  });
  return { ...(startsOn !== undefined && { startsOn }), ...(resumes.length > 0 && { resumes }) };
}

/** The page that is open at a place, unless it begins in the unit. */
function openAt(tape: Tape, { ops }: Pick<UnitCut, 'ops'>, position: number): string | undefined {
  if (position < 0) return undefined;
  const page = lastPageAt(tape, position);
  if (page === undefined || ops.some(([from, to]) => from <= page && page < to)) return undefined;
  return tape.values[page];
}

/** How many letters the running text has in these stretches. */
function lettersBefore(tape: Tape, ops: UnitCut['ops']): number {
  const builder = spineBuilder();
  const numbers = new Numbers();
  for (const [from, to] of ops) {
    builder.boundary();
    play(tape, from, to, builder, numbers);
  }
  return countLetters(builder.finish().text);
}

const isPage = (tape: Tape, i: number): boolean => tape.ops[i] === Op.page || tape.ops[i] === Op.pageInWord;

function firstWord(tape: Tape, unit: Pick<UnitCut, 'ops'>): number {
  for (const [from, to] of unit.ops) {
    for (let i = from; i < to; i++)
      if (tape.ops[i] === Op.mark || (tape.ops[i] === Op.text && tape.values[i]!.trim() !== '')) return i;
  }
  return -1;
}

/** The place of the last page break before a position on the tape. */
function lastPageAt(tape: Tape, position: number): number | undefined {
  let low = countBelow(tape.pages, position);
  while (low > 0 && !isPage(tape, tape.pages[low - 1]!)) low--;
  return tape.pages[low - 1];
}

/** The label of the last page break before a position on the tape. */
function lastPageBefore(tape: Tape, position: number): string | undefined {
  const at = lastPageAt(tape, position);
  return at === undefined ? undefined : tape.values[at];
}
