import { type Kind, kinds, type ReadingNode } from '../model/reading.ts';
import { noWitnesses, type Witnesses } from '../model/apparatus.ts';
import { lemmaIn, settleSides } from './apparatus.ts';
import { readAttributes } from './attributes.ts';
import type { ResultNode } from './engine.ts';
import { blockKinds, type Draft, wrapWords } from './wrap-words.ts';

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
  /** White space before the next text is not text: a word continues. */
  glue: boolean;
  /** Page breaks inside the current word. */
  held: Draft[];
  sections: number;
  /** Of the whole unit. */
  readonly unit: { readonly witnesses: Witnesses; entries: number };
}

const newState = (sections: number, unit: State['unit']): State => ({
  unit,
  atEdge: true,
  inWord: false,
  tail: undefined,
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
  if (text.startsWith(' ')) {
    if (state.glue) text = text.slice(1);
    else release(parent, state);
  }
  if (text.startsWith(' ') && (state.atEdge || lastText(state)?.endsWith(' '))) text = text.slice(1);
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
  return { tei: '', ...readAttributes(kind, from.attributes ?? []), kind: kind as Kind, children: [] };
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
        readChildren(child, side, state);
      } else readApart(child, side, state);
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

function addLineBreak(draft: Draft, parent: Draft, state: State): void {
  if (draft.joined && state.inWord) {
    joinWord(state);
    // The line is one with the next, but something may point to where it begins.
    if (draft.id !== undefined)
      parent.children.push({ kind: 'span', tei: draft.tei, id: draft.id, role: 'anchor', children: [] });
    return;
  }
  release(parent, state);
  trimTail(state);
  delete draft.joined;
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

function readElement(from: ResultNode, parent: Draft, state: State): void {
  const draft = newDraft(from);
  if (draft.kind === 'mark') return addMark(draft, parent, state);
  if (draft.kind === 'app') return addEntry(from, draft, parent, state);
  if (draft.kind === 'note') return addNote(from, draft, parent, state);
  if (draft.kind === 'page-break') return addPageBreak(draft, parent, state);
  if (draft.kind === 'line-break') return addLineBreak(draft, parent, state);
  if (!blockKinds.has(draft.kind)) {
    parent.children.push(draft);
    readChildren(from, draft, state);
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
