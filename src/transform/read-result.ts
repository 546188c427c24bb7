import { type Kind, kinds, type ReadingNode } from '../model/reading.ts';
import { noWitnesses, type Witnesses } from '../model/apparatus.ts';
import { lemmaIn, settleSides, withoutLines } from './apparatus.ts';
import { readAttributes, readWordsOfMark } from './attributes.ts';
import type { ResultNode } from './engine.ts';
import { formulaIn } from './formulas.ts';
import { attributeOf, hasWords } from './result-nodes.ts';
import { blockKinds, type Draft, isBreakOrPoint, wrapWords } from './wrap-words.ts';

/**
 * The result of phase 1 as a reading tree. White space is put in order here: runs become one space, none is at the
 * edges of a block or before a note call, and a word that a page or line breaks is put together, with the page mark
 * after it (the rules of model/spine.ts).
 */

const kindNames: ReadonlySet<string> = new Set(kinds);
const hyphens = '-\u2010\u00AD';

/**
 * The last text written, so that white space and hyphens at its end can still go. Texts next to each other stay apart until the end: one that
 * grows with every piece would be copied with every piece.
 */
interface Tail {
  node: Draft;
  index: number;
  /** The text before, where this one is nothing but a space in another element. */
  before: Tail | undefined;
}

interface State {
  /** Nothing is before the next text in its block. */
  atEdge: boolean;
  /** A word is before, and no page break after it: one inside a word can join it to the next. */
  inWord: boolean;
  tail: Tail | undefined;
  /** A picture is before the next text: white space on both sides of it shows. */
  afterPicture: boolean;
  /** White space before the next text is not text: a word continues. */
  glue: boolean;
  /** Page breaks inside the current word. */
  held: Draft[];
  sections: number;
  /** How many `w` are around: a line that begins in one begins in a word. */
  words: number;
  /** A word whose end is in another element has just ended. */
  wordGoesOn: boolean;
  /** Of the whole unit. */
  readonly unit: { readonly witnesses: Witnesses; entries: number };
}

const newState = (sections: number, unit: State['unit']): State => ({
  unit,
  words: 0,
  wordGoesOn: false,
  atEdge: true,
  inWord: false,
  tail: undefined,
  afterPicture: false,
  glue: false,
  held: [],
  sections,
});

const lastText = (state: State): string | undefined =>
  state.tail && (state.tail.node.children[state.tail.index] as string);

function setLastText(state: State, text: string): void {
  if (state.tail) state.tail.node.children[state.tail.index] = text;
}

/** Takes the last character of the last text away, if it is one of these. */
function dropLast(state: State, characters: string): void {
  const text = lastText(state);
  if (text && characters.includes(text.at(-1)!)) setLastText(state, text.slice(0, -1));
}

const trimTail = (state: State): void => dropLast(state, ' ');

function appendText(parent: Draft, text: string, state: State): void {
  if (text === '') return;
  parent.children.push(text);
  const before = text === ' ' ? state.tail : undefined;
  state.tail = { node: parent, index: parent.children.length - 1, before };
  state.atEdge = false;
  if (text !== ' ') state.inWord = true;
}

/** Puts the page breaks of a broken word after it. */
function release(parent: Draft, state: State): void {
  state.glue = false;
  if (state.held.length === 0) return;
  for (const page of state.held) parent.children.push(' ', page);
  state.held = [];
  state.tail = undefined;
  state.inWord = false;
}

function addText(parent: Draft, raw: string, state: State): void {
  let text = raw.replace(/[ \t\n\r]+/g, ' ');
  if (text !== '' && text !== ' ') state.wordGoesOn = false;
  if (text.startsWith(' ')) {
    if (state.glue) text = text.slice(1);
    else release(parent, state);
  }
  const isDoubled = lastText(state)?.endsWith(' ') === true && !state.afterPicture;
  state.afterPicture = false;
  if (text.startsWith(' ') && (state.atEdge || isDoubled)) text = text.slice(1);
  if (text === '') return;
  state.glue = false;
  if (state.held.length > 0) {
    const end = text.indexOf(' ');
    appendText(parent, end < 0 ? text : text.slice(0, end), state);
    if (end < 0) return;
    release(parent, state);
    text = text.slice(end);
  }
  appendText(parent, text, state);
}

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
    if (child.nodeType === 3) addText(draft, child.data ?? child.nodeValue ?? '', state);
    else if (child.nodeType === 1) readElement(child, draft, state);
  }
}

function endBlock(draft: Draft, state: State): void {
  release(draft, state);
  trimTail(state);
  state.tail = undefined;
  state.atEdge = true;
  state.inWord = false;
}

function addNote(from: ResultNode, draft: Draft, parent: Draft, state: State): void {
  if (lastText(state)?.endsWith(' ')) draft.spaced = true;
  trimTail(state);
  readApart(from, draft, state);
  parent.children.push(draft);
  state.tail = undefined;
  state.atEdge = false;
  state.inWord = true;
}

/** Reads what is not in the running text. */
function readApart(from: ResultNode, draft: Draft, state: State): void {
  const inner = newState(state.sections, state.unit);
  readChildren(from, draft, inner);
  endBlock(draft, inner);
}

/** An entry of the apparatus: its lemma goes on with the text, its other sides are apart. */
/** Words around an entry do not go on in its lemma, nor those of the lemma behind it. */
function readLemma(from: ResultNode, side: Draft, state: State): void {
  const { words } = state;
  state.words = 0;
  readChildren(from, side, state);
  state.words = words;
  state.wordGoesOn = false;
}

function addEntry(from: ResultNode, draft: Draft, parent: Draft, state: State): void {
  parent.children.push(draft);
  draft.n = String(++state.unit.entries);
  const lemma = lemmaIn(from, state.unit.witnesses.base);
  for (let i = 0; i < from.childNodes.length; i++) {
    const child = from.childNodes[i]!;
    if (child.nodeType === 3) addText(draft, child.data ?? child.nodeValue ?? '', state);
    else if (child.localName !== 'side') readElement(child, draft, state);
    else {
      const side = newDraft(child);
      draft.children.push(side);
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
  settleSides(draft, state.unit.witnesses);
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

function joinWord(state: State): void {
  trimTail(state);
  if (lastText(state) === '' && state.tail?.before) state.tail = state.tail.before;
  dropLast(state, hyphens);
  state.glue = true;
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

/** The words of a `w`; one that is a part of a word goes on. */
function addWord(from: ResultNode, draft: Draft, state: State): void {
  state.words++;
  readChildren(from, draft, state);
  state.words--;
  state.wordGoesOn = /^[IM]$/.test(attributeOf(from, 'part') ?? '');
}

function readElement(from: ResultNode, parent: Draft, state: State): void {
  const draft = newDraft(from);
  if (!isBreakOrPoint(draft)) state.wordGoesOn = false;
  if (draft.kind === 'mark') return addMarkBehind(from, draft, parent, state);
  if (draft.kind === 'formula') return addMark({ ...draft, raw: formulaIn(from, draft.notation!) }, parent, state);
  if (draft.kind === 'app') return addEntry(from, draft, parent, state);
  if (draft.kind === 'note') return addNote(from, draft, parent, state);
  if (draft.kind === 'page-break') return addPageBreak(draft, parent, state);
  if (draft.kind === 'line-break') return addLineBreak(from, draft, parent, state);
  if (!blockKinds.has(draft.kind)) {
    parent.children.push(draft);
    if (draft.tei === 'w') addWord(from, draft, state);
    else readChildren(from, draft, state);
    if (draft.kind === 'image') state.afterPicture = true;
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

/** Reads the section element that phase 1 made for a unit. Throws where it is not of the vocabulary (a fault of the stylesheet). */
export function readResult(section: ResultNode, witnesses: Witnesses = noWitnesses): ReadingNode {
  const root = newDraft(section);
  const state = newState(1, { witnesses, entries: 0 });
  readChildren(section, root, state);
  endBlock(root, state);
  wrapWords(root);
  return root;
}
