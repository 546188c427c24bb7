import { countBelow } from '../../source/sorted.ts';
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

const isPage = (tape: Tape, i: number): boolean => tape.ops[i] === Op.page || tape.ops[i] === Op.pageInWord;

function firstWord(tape: Tape, unit: UnitCut): number {
  for (const [from, to] of unit.ops) {
    for (let i = from; i < to; i++)
      if (tape.ops[i] === Op.mark || (tape.ops[i] === Op.text && tape.values[i]!.trim() !== '')) return i;
  }
  return -1;
}

/** The last page break before a position on the tape. */
function lastPageBefore(tape: Tape, position: number): string | undefined {
  let low = countBelow(tape.pages, position);
  while (low > 0 && !isPage(tape, tape.pages[low - 1]!)) low--;
  return low > 0 ? tape.values[tape.pages[low - 1]!] : undefined;
}
