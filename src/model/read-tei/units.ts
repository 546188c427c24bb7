import type { Part, StructureNode } from './structure.ts';
import { isTextPart } from './elements.ts';
import { ruleOf } from '../tei/elements.ts';
import { Op, type Tape } from './ops.ts';
import type { UnitKind } from '../facts.ts';
import type { Pages } from './pages.ts';
import { countBelow } from '../../source/sorted.ts';

/**
 * Cuts a text into units so that every word belongs to exactly one. Where there are documents, they are units, and so are the divisions around
 * them: those that hold documents, and those that are directly in front, body or back. What is in a unit but belongs to
 * an inner one is a hole in it. A page break with no word between it and the next unit opens that unit. Without
 * documents the pages of a text (pages.ts) are units in the same way; a text that is one page is one document.
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
  readonly kind: UnitKind;
  /** A record, or leaves, in addition to a text. */
  beside?: true;
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
  /** It is a page of a text without documents, or what is left of a division around such pages. */
  readonly piece: boolean;
}

/** The unit is a text with its front and back, or what is left of one; a text in a `group` is not. */
export const isWholeText = ({ node }: Pick<UnitCut, 'node'>): boolean =>
  node.tag.local === 'text' && node.parent === undefined;

/** The file is nothing but this unit: its text, its leaves, or its record where there is neither. `parts` are those of the file. */
export const isWholeFile = (unit: UnitCut, parts: readonly Part[]): boolean =>
  parts.length === 1 &&
  unit.beside === undefined &&
  (unit.kind === 'record' ||
    (unit.inner.length === 0 && (unit.node.tag.local === 'sourceDoc' || (isWholeText(unit) && !unit.part.sourceDoc))));

/** What divides a text into units. */
interface Division {
  /** Documents, or pages of a text without documents. */
  readonly chosen: ReadonlySet<StructureNode>;
  /** All that is around one of them. */
  readonly holding: ReadonlySet<StructureNode>;
  readonly pieces: boolean;
}

function documentsIn(node: StructureNode, found: StructureNode[] = []): StructureNode[] {
  if (node.document) found.push(node);
  for (const child of node.children) documentsIn(child, found);
  return found;
}

function divisionOf(text: StructureNode, pages: Pages | undefined): Division {
  const documents = documentsIn(text);
  const chosen = documents.length > 0 ? new Set(documents) : (pages?.chosen ?? new Set([text]));
  const holding = new Set<StructureNode>();
  for (const node of chosen) for (let at = node.parent; at && !holding.has(at); at = at.parent) holding.add(at);
  return { chosen, holding, pieces: documents.length === 0 && pages !== undefined };
}

const isInFrontOrBack = (node: StructureNode): boolean => {
  const { local } = node.tag;
  return local === 'front' || local === 'back' || (node.parent !== undefined && isInFrontOrBack(node.parent));
};

export const newCut = (
  part: Part,
  node: StructureNode,
  kind: UnitKind,
  outer: UnitCut | undefined,
  piece = false,
): UnitCut => ({
  part,
  node,
  kind,
  depth: 0,
  leading: [],
  trailing: [],
  ops: [],
  inner: [],
  brought: [],
  away: [],
  outer,
  piece,
});

/** All candidates in document order: containers too, which are dropped later where they have no words of their own. */
function candidates(part: Part, text: StructureNode, { chosen, holding, pieces }: Division): UnitCut[] {
  const cuts: UnitCut[] = [];
  const visit = (node: StructureNode, outer: UnitCut | undefined): void => {
    const isChosen = chosen.has(node);
    const isHolding = holding.has(node);
    const isUnit = isChosen || isHolding || (outer !== undefined && isDirectlyIn(outer.node, node));
    if (!isUnit) return;
    const kind = isChosen && !(pieces && isInFrontOrBack(node)) ? 'document' : 'section';
    const cut = newCut(part, node, kind, outer, pieces);
    outer?.inner.push(cut);
    cuts.push(cut);
    if (isHolding || !isChosen) for (const child of node.children) visit(child, cut);
  };
  visit(text, undefined);
  return cuts;
}

/** A division or title page directly in front, body or back. */
const isDirectlyIn = (outer: StructureNode, node: StructureNode): boolean =>
  node.parent === outer && isTextPart(outer.tag.local) && ruleOf(node.tag.local)?.unit === true;

/** Characters of leaves above which each surface is a unit of its own. */
const manyLeaves = 60_000;

/** Surfaces, also those in groups. */
const surfacesIn = ({ children }: StructureNode): StructureNode[] =>
  children.flatMap((child) => (child.tag.local === 'surfaceGrp' ? surfacesIn(child) : [child]));

/** Leaves are one document, or many. */
function leafCandidates(part: Part, leaves: StructureNode, isTextBare: boolean): UnitCut[] {
  const surfaces = surfacesIn(leaves);
  const isWhole = leaves.end - leaves.tag.start <= manyLeaves || surfaces.length < 2;
  const outer = newCut(part, leaves, isWhole ? 'document' : 'section', undefined);
  if (part.text && !isTextBare) outer.beside = true;
  if (isWhole) return [outer];
  outer.inner.push(...surfaces.map((surface) => newCut(part, surface, 'document', outer)));
  return [outer, ...outer.inner];
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

/**
 * The units of a part in reading order: of its text, then of the leaves that it describes. `source` is the file's text; `pages` are those of a text
 * without documents, where it has several.
 */
export function cutUnits(part: Part, tape: Tape, source: string, pages?: Pages, isTextBare = false): UnitCut[] {
  const { text, sourceDoc } = part;
  const ofText = text && !(isTextBare && sourceDoc) ? candidates(part, text, divisionOf(text, pages)) : [];
  return [
    ...cut(ofText, tape, source),
    ...(sourceDoc ? cut(leafCandidates(part, sourceDoc, isTextBare), tape, source) : []),
  ];
}

function cut(cuts: UnitCut[], tape: Tape, source: string): UnitCut[] {
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
