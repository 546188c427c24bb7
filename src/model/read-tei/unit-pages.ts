import { countBelow, firstNotBefore } from '../../source/sorted.ts';
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
  const resumes: { letters: number; page: string }[] = [];
  let startsOn: string | undefined;
  let begun = false;
  let letters = 0;
  let counted = 0;
  unit.ops.forEach((stretch, i) => {
    const first = firstWord(tape, { ops: [stretch] });
    const page = openAt(tape, unit, first);
    if (!begun) startsOn = page;
    else if (page !== undefined) {
      for (; counted < i; counted++) letters += lettersIn(tape, unit.ops[counted]!);
      resumes.push({ letters, page });
    }
    begun ||= first >= 0;
  });
  return { ...(startsOn !== undefined && { startsOn }), ...(resumes.length > 0 && { resumes }) };
}

/** The page that is open at a place, unless it begins in the unit. */
function openAt(tape: Tape, { ops }: Pick<UnitCut, 'ops'>, position: number): string | undefined {
  const page = position < 0 ? undefined : lastPageAt(tape, position);
  if (page === undefined) return undefined;
  const stretch = ops[firstNotBefore(ops.length, (i) => ops[i]![0] <= page) - 1];
  return stretch !== undefined && page < stretch[1] ? undefined : tape.values[page];
}

/** How many letters the running text has in a stretch. */
function lettersIn(tape: Tape, [from, to]: UnitCut['ops'][number]): number {
  const builder = spineBuilder();
  play(tape, from, to, builder, new Numbers());
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
