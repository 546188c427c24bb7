import type { Part, StructureNode } from './structure.ts';
import { isTextPart } from './elements.ts';
import { Op, type Tape } from './ops.ts';
import { countBelow } from '../../source/sorted.ts';

/**
 * Cuts a text into units so that every word belongs to exactly one. Where there are documents, they are units, and so are the divisions around
 * them: those that hold documents, and those that are directly in front, body or back. What is in a unit but belongs to
 * an inner one is a hole in it. A page break with no word between it and the next unit opens that unit. Without
 * documents the whole text is one document.
 */

/** A note as it is written. */
export interface BroughtNote {
  readonly start: number;
  readonly end: number;
  /** The language that it is in, where it does not say it itself. */
  readonly language: string | undefined;
}

export interface UnitCut {
  readonly part: Part;
  readonly node: StructureNode;
  readonly kind: 'document' | 'section';
  /** Depth in the contents, from 0: how many units stand around it; `text`, `front`, `body` and `back` do not count. */
  depth: number;
  /** Offsets of page breaks that are before the element and open the unit. */
  readonly leading: { start: number; end: number }[];
  /** The same after the element: page breaks at the end of the text. */
  readonly trailing: { start: number; end: number }[];
  /** The unit's own ranges of the tape, as pairs from (included), to (excluded). */
  readonly ops: [number, number][];
  /** Units directly inside this one. */
  readonly inner: UnitCut[];
  /** Notes that are written elsewhere and called here, and notes that are written here and called elsewhere. */
  readonly brought: BroughtNote[];
  readonly away: BroughtNote[];
  readonly outer: UnitCut | undefined;
}

function holdsDocument(node: StructureNode): boolean {
  return node.document || node.children.some(holdsDocument);
}

function newCut(part: Part, node: StructureNode, kind: UnitCut['kind'], outer: UnitCut | undefined): UnitCut {
  return { part, node, kind, depth: 0, leading: [], trailing: [], ops: [], inner: [], brought: [], away: [], outer };
}

/** All candidates in document order: containers too, which are dropped later where they have no words of their own. */
function candidates(part: Part, text: StructureNode): UnitCut[] {
  const cuts: UnitCut[] = [];
  if (!holdsDocument(text)) return [newCut(part, text, 'document', undefined)];
  const visit = (node: StructureNode, outer: UnitCut | undefined): void => {
    const isUnit =
      holdsDocument(node) || (outer !== undefined && node.parent === outer.node && isTextPart(outer.node.tag.local));
    if (!isUnit) return;
    const cut = newCut(part, node, node.document ? 'document' : 'section', outer);
    outer?.inner.push(cut);
    cuts.push(cut);
    for (const child of node.children) visit(child, cut);
  };
  visit(text, undefined);
  return cuts;
}

/** Deals out the tape: to each candidate what is inside it and in no inner one. */
function dealTape(cuts: readonly UnitCut[], tape: Tape): void {
  for (const cut of cuts) {
    let from = countBelow(tape.offsets, cut.node.tag.start);
    for (const inner of cut.inner) {
      const to = countBelow(tape.offsets, inner.node.tag.start);
      if (to > from) cut.ops.push([from, to]);
      from = countBelow(tape.offsets, inner.node.end);
    }
    const end = countBelow(tape.offsets, cut.node.end);
    if (end > from) cut.ops.push([from, end]);
  }
}

const isBreak = (op: number): boolean => op === Op.page || op === Op.pageInWord;

/** Whether an operation puts words on the page. */
function hasWords(tape: Tape, i: number): boolean {
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
function takeLeadingBreaks(cut: UnitCut, owner: UnitCut, tape: Tape, source: string): void {
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

const some = (cut: UnitCut, test: (i: number) => boolean): boolean => {
  for (const [from, to] of cut.ops) for (let i = from; i < to; i++) if (test(i)) return true;
  return false;
};

/** Page breaks in a container without words open the next unit; where there is none, they close the last. */
function giveBreaksAway(container: UnitCut, units: readonly UnitCut[], tape: Tape, source: string): void {
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

function depthOf(unit: UnitCut, units: ReadonlySet<UnitCut>): number {
  let depth = 0;
  for (let { outer } = unit; outer; { outer } = outer)
    if (units.has(outer) && !isTextPart(outer.node.tag.local)) depth++;
  return depth;
}

/** Page breaks come from several containers: what a unit was given is in the order of the source. */
function putInOrder(unit: UnitCut): void {
  unit.leading.sort((a, b) => a.start - b.start);
  unit.trailing.sort((a, b) => a.start - b.start);
  unit.ops.sort(([a], [b]) => a - b);
}

/** The units of one text in reading order. `source` is the file's text. */
export function cutUnits(part: Part, tape: Tape, source: string): UnitCut[] {
  if (!part.text) return [];
  const cuts = candidates(part, part.text);
  dealTape(cuts, tape);
  for (const cut of cuts)
    for (let owner = cut.outer; owner; owner = owner.outer) takeLeadingBreaks(cut, owner, tape, source);
  const isUnit = (cut: UnitCut): boolean => cut.kind === 'document' || some(cut, (i) => hasWords(tape, i));
  const units = cuts.filter(isUnit);
  for (const cut of cuts) if (!isUnit(cut)) giveBreaksAway(cut, units, tape, source);
  const kept = new Set(units);
  for (const unit of units) {
    putInOrder(unit);
    unit.depth = depthOf(unit, kept);
  }
  return units;
}
