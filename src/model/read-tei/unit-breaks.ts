import { countBelow } from '../../source/sorted.ts';
import { Op, type Tape } from './ops.ts';
import type { UnitCut } from './unit-cut.ts';

/** Page breaks between units: each belongs to the unit that it opens, or closes. */

const isBreak = (op: number): boolean => op === Op.page || op === Op.pageInWord;

/** Whether an operation puts words on the page. */
export function hasWords(tape: Tape, i: number): boolean {
  const op = tape.ops[i];
  return (
    (op === Op.text && tape.values[i]!.trim() !== '') ||
    op === Op.startNote ||
    op === Op.call ||
    op === Op.startSide ||
    op === Op.mark
  );
}

/** Moves the page breaks at the end of the range before `cut` into `cut`. */
export function takeLeadingBreaks(cut: UnitCut, owner: UnitCut, tape: Tape, source: string): void {
  const begin = countBelow(tape.offsets, cut.node.tag.start);
  const stretch = owner.ops.find(([, to]) => to === begin);
  if (!stretch) return;
  let from = begin;
  for (let i = begin - 1; i >= stretch[0] && !hasWords(tape, i); i--) if (isBreak(tape.ops[i]!)) from = i;
  const breaks: { start: number; end: number }[] = [];
  for (let i = from; i < begin; i++) {
    if (!isBreak(tape.ops[i]!)) continue;
    const start = tape.offsets[i]!;
    breaks.push({ start, end: endOfElement(source, start) });
  }
  if (breaks.length === 0) return;
  cut.leading.unshift(...breaks);
  const [given, kept] = partBreaks(tape, from, begin);
  stretch[1] = from;
  owner.ops.splice(owner.ops.indexOf(stretch) + 1, 0, ...kept);
  cut.ops.unshift(...given);
}

/** Parts a stretch into its page breaks, each with its id, and all else: the ends of elements that do not move with the breaks. */
function partBreaks(tape: Tape, from: number, to: number): [breaks: [number, number][], others: [number, number][]] {
  const breaks: [number, number][] = [];
  const others: [number, number][] = [];
  for (let i = from; i < to; i++) {
    const isPart = isBreak(tape.ops[i]!) || tape.ops[i] === Op.pageId;
    const list = isPart ? breaks : others;
    const last = list.at(-1);
    if (last?.[1] === i && !isBreak(tape.ops[i]!)) last[1] = i + 1;
    else list.push([i, i + 1]);
  }
  return [breaks, others];
}

/** After `<pb …/>` or `<pb …></pb>`. */
function endOfElement(source: string, start: number): number {
  let quote = '';
  let i = start;
  for (; i < source.length; i++) {
    const c = source[i]!;
    if (quote !== '') quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === '>') break;
  }
  if (source[i - 1] === '/') return i + 1;
  const close = source.indexOf('>', i + 1);
  return close < 0 ? i + 1 : close + 1;
}

/** Page breaks in a container without words open the next unit; where there is none, they close the last. */
export function giveBreaksAway(container: UnitCut, units: readonly UnitCut[], tape: Tape, source: string): void {
  for (const [from, to] of container.ops) {
    const breaks: { start: number; end: number }[] = [];
    for (let i = from; i < to; i++) {
      if (isBreak(tape.ops[i]!)) breaks.push({ start: tape.offsets[i]!, end: endOfElement(source, tape.offsets[i]!) });
    }
    if (breaks.length === 0) continue;
    const next = units.find((unit) => unit.node.tag.start > breaks[0]!.start);
    const heir = next ?? units[units.length - 1];
    if (!heir) continue;
    (next ? heir.leading : heir.trailing).push(...breaks);
    const [given] = partBreaks(tape, from, to);
    if (next) heir.ops.unshift(...given);
    else heir.ops.push(...given);
  }
}
