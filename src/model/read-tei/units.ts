import type { Part, StructureNode } from './structure.ts';
import { isTextPart } from './elements.ts';
import { ruleOf } from '../tei/elements.ts';
import type { Tape } from './ops.ts';
import type { Pages } from './pages.ts';
import { countBelow } from '../../source/sorted.ts';
import { giveBreaksAway, hasWords, takeLeadingBreaks } from './unit-breaks.ts';
import { newCut, type UnitCut } from './unit-cut.ts';

export { type BroughtNote, newCut, type UnitCut } from './unit-cut.ts';

/**
 * Cuts a text into units so that every word belongs to exactly one. Where there are documents, they are units, and so are the divisions around
 * them: those that hold documents, and those that are directly in front, body or back. What is in a unit but belongs to
 * an inner one is a hole in it. A page break with no word between it and the next unit opens that unit. Without
 * documents the pages of a text (pages.ts) are units in the same way; a text that is one page is one document.
 */

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

const some = (cut: UnitCut, test: (i: number) => boolean): boolean => {
  for (const [from, to] of cut.ops) for (let i = from; i < to; i++) if (test(i)) return true;
  return false;
};

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
