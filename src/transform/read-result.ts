import { type View, witnessOf, witnessView } from '../model/views.ts';
import { type Kind, kinds, type ReadingNode, type ReadingTrees } from '../model/reading.ts';
import { noWitnesses, type Witnesses } from '../model/apparatus.ts';
import { lemmaIn, settleSides, withoutLines } from './apparatus.ts';
import { readAttributes, readWordsOfMark } from './attributes.ts';
import { isInView, lettersIn, type Seen, suppliedIn } from './diplomatic.ts';
import type { ResultNode } from './engine.ts';
import { formulaIn } from './formulas.ts';
import { cutRanges } from './cut-ranges.ts';
import { beginRange, endAll, endAt } from './ranges.ts';
import { numberNotes, seriesOf } from './number-notes.ts';
import { attributeOf, hasWords } from './result-nodes.ts';
import { addText, endBlock, joinWord, lastText, newState, release, type State, trimTail } from './text-flow.ts';
import { blockKinds, containerKinds, type Draft, isBreakOrPoint, wrapWords } from './wrap-words.ts';

/** The result of phase 1 as a reading tree. */

const kindNames: ReadonlySet<string> = new Set(kinds);
function newDraft(from: ResultNode): Draft {
  const kind = from.localName;
  if (!kindNames.has(kind))
    throw new Error(`phase 1 created an element that the reading edition does not have: ${kind}`);
  const attributes = from.attributes ?? [];
  if (kind === 'mark' && hasWords(from)) return { tei: '', ...readWordsOfMark(attributes), kind: 'span', children: [] };
  return { tei: '', ...readAttributes(kind, attributes), kind: kind as Kind, children: [] };
}

function readChildren(from: ResultNode, draft: Draft, state: State): void {
  const { childNodes } = from;
  for (let i = 0; i < childNodes.length; i++) {
    const child = childNodes[i]!;
    if (child.nodeType === 3) readText(draft, child.data ?? child.nodeValue ?? '', state);
    else if (child.nodeType === 1) readElement(child, draft, state);
  }
}

const readText = (parent: Draft, text: string, state: State): void =>
  addText(parent, lettersIn(text, state.supplied, state.unit.seen), state);

function addNote(from: ResultNode, draft: Draft, parent: Draft, state: State): void {
  if (lastText(state)?.endsWith(' ')) draft.spaced = true;
  trimTail(state);
  const series = seriesOf(from);
  if (series) state.unit.series.set(draft, series);
  readApart(from, draft, state);
  parent.children.push(draft);
  state.tail = undefined;
  state.atEdge = false;
  state.inWord = true;
}

/** Reads what is not in the running text. */
function readApart(from: ResultNode, draft: Draft, state: State): void {
  // A note in supplied words is not supplied.
  const inner = newState(state.sections, state.unit, draft.kind === 'note' ? undefined : state.supplied);
  readChildren(from, draft, inner);
  endBlock(draft, inner);
}

/** Words around an entry do not go on in its lemma, nor those of the lemma behind it. */
function readLemma(from: ResultNode, side: Draft, state: State): void {
  const { words } = state;
  state.words = 0;
  readChildren(from, side, state);
  state.words = words;
  state.wordGoesOn = false;
}

/** An entry of the apparatus: its lemma goes on with the text, its other sides are apart. */
function addEntry(from: ResultNode, draft: Draft, parent: Draft, state: State): void {
  parent.children.push(draft);
  draft.n = String(++state.unit.entries);
  const lemma = lemmaIn(from, state.unit.witnesses, witnessOf(state.unit.seen.view));
  const sides = new Map<ResultNode, Draft>();
  for (let i = 0; i < from.childNodes.length; i++) {
    const child = from.childNodes[i]!;
    if (child.nodeType === 3) readText(draft, child.data ?? child.nodeValue ?? '', state);
    else if (child.localName !== 'side') readElement(child, draft, state);
    else {
      const side = newDraft(child);
      draft.children.push(side);
      sides.set(child, side);
      if (child === lemma) {
        side.role = 'lemma';
        readLemma(child, side, state);
      } else {
        readApart(child, side, state);
        withoutLines(side);
      }
    }
  }
  if (!lemma) draft.children.push({ kind: 'side', tei: 'lem', role: 'lemma', says: {}, children: [] });
  settleSides(draft, state.unit.witnesses, sides, state.unit.seen.named);
}

function addPageBreak(draft: Draft, parent: Draft, state: State): void {
  const joins = draft.joined === true && state.inWord;
  delete draft.joined;
  if (joins) {
    joinWord(state);
    state.held.push(draft);
    return;
  }
  release(parent, state);
  parent.children.push(draft);
  state.inWord = false;
}

/** Whether the markup says that a line begins inside a word, in whatever way. */
const saysJoined = (from: ResultNode, { joined }: Draft, { words, wordGoesOn }: State): boolean =>
  joined === true || (attributeOf(from, 'break') === undefined && (words > 0 || wordGoesOn));

function addLineBreak(from: ResultNode, draft: Draft, parent: Draft, state: State): void {
  const joins = saysJoined(from, draft, state) && state.inWord;
  delete draft.joined;
  if (joins) {
    joinWord(state);
    parent.children.push({ ...draft, joined: true });
    return;
  }
  release(parent, state);
  trimTail(state);
  parent.children.push(draft);
  state.tail = undefined;
  state.atEdge = true;
  state.inWord = false;
}

/** A sign stands like a letter: alone, or in a word. */
function addMark(draft: Draft, parent: Draft, state: State): void {
  state.glue = false;
  parent.children.push(draft);
  state.tail = undefined;
  state.atEdge = false;
  state.inWord = true;
}

/** What a point holds although it has no words (notes, page breaks) comes before its sign. */
function addMarkBehind(from: ResultNode, draft: Draft, parent: Draft, state: State): void {
  const isEmpty = !Array.from(from.childNodes).some(({ nodeType }) => nodeType === 1);
  if (isEmpty) return addMark(draft, parent, state);
  const around: Draft = { kind: 'span', tei: draft.tei, children: [] };
  parent.children.push(around);
  readChildren(from, around, state);
  addMark(draft, around, state);
}

/** A point. Where only blocks can be it is in one: a page break in the word before is in front of it, and no word goes on behind it. */
function addPoint(from: ResultNode, draft: Draft, parent: Draft, state: State): void {
  const isAlone = containerKinds.has(parent.kind);
  if (isAlone) release(parent, state);
  if (draft.kind === 'mark') addMarkBehind(from, draft, parent, state);
  else addMark({ ...draft, raw: formulaIn(from, draft.notation!) }, parent, state);
  if (isAlone) state.inWord = false;
}

/** The words of a `w`; one that is a part of a word goes on. */
function addWord(from: ResultNode, draft: Draft, state: State): void {
  state.words++;
  readChildren(from, draft, state);
  state.words--;
  state.wordGoesOn = /^[IM]$/.test(attributeOf(from, 'part') ?? '');
}

function readElement(from: ResultNode, parent: Draft, state: State): void {
  if (from.localName === 'view') {
    if (isInView(from, state.unit.seen)) readChildren(from, parent, state);
    // Where a word goes on is said for both views.
    state.wordGoesOn = false;
    return;
  }
  if (from.localName === 'range') return beginRange(from, parent, state);
  if (from.localName === 'ends') return endAll(from, parent, state);
  const draft = newDraft(from);
  const { supplied } = state;
  state.supplied = suppliedIn(from, draft, supplied, state.unit.seen);
  addElement(from, draft, parent, state);
  state.supplied = supplied;
  endAt(draft, parent, state);
}

function addElement(from: ResultNode, draft: Draft, parent: Draft, state: State): void {
  if (!isBreakOrPoint(draft)) state.wordGoesOn = false;
  if (draft.kind === 'mark' || draft.kind === 'formula') return addPoint(from, draft, parent, state);
  if (draft.kind === 'app') return addEntry(from, draft, parent, state);
  if (draft.kind === 'note') return addNote(from, draft, parent, state);
  if (draft.kind === 'page-break') return addPageBreak(draft, parent, state);
  if (draft.kind === 'line-break') return addLineBreak(from, draft, parent, state);
  if (!blockKinds.has(draft.kind)) {
    // Words where only blocks can be become a block: a page break in the word before is in front of it.
    if (containerKinds.has(parent.kind) && !isBreakOrPoint(draft)) release(parent, state);
    parent.children.push(draft);
    if (draft.tei === 'w') addWord(from, draft, state);
    else readChildren(from, draft, state);
    if (draft.kind === 'image') state.afterPicture = true;
    // No word goes on behind it.
    if (containerKinds.has(parent.kind)) state.inWord = false;
    return;
  }
  endBlock(parent, state);
  if (draft.kind === 'section') state.sections++;
  if (draft.kind === 'heading') draft.level = Math.max(1, state.sections);
  parent.children.push(draft);
  readChildren(from, draft, state);
  endBlock(draft, state);
  if (draft.kind === 'section') state.sections--;
}

function readView(section: ResultNode, witnesses: Witnesses, seen: Seen): ReadingNode {
  const root = newDraft(section);
  const state = newState(1, { witnesses, seen, entries: 0, series: new Map(), marks: new Map() });
  readChildren(section, root, state);
  endBlock(root, state);
  numberNotes(root, state.unit.series);
  wrapWords(root, (child) => state.unit.marks.has(child));
  cutRanges(root, state.unit.marks);
  return root;
}

/**
 * Reads the section element that phase 1 made for a unit, also as the texts of these witnesses. Throws where it is not of the vocabulary (a fault of
 * the stylesheet).
 */
export function readResult(
  section: ResultNode,
  witnesses: Witnesses = noWitnesses,
  texts: readonly string[] = [],
): ReadingTrees {
  const seen: Seen = { view: 'reading', differs: false, named: new Map() };
  const reading = readView(section, witnesses, seen);
  const inView = (view: View): ReadingNode => readView(section, witnesses, { ...seen, view });
  return {
    reading,
    ...(seen.differs && { diplomatic: inView('diplomatic') }),
    ...(texts.length > 0 && { ofWitnesses: Object.fromEntries(texts.map((id) => [id, inView(witnessView(id))])) }),
  };
}
