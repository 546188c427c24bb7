import type { Witnesses } from '../model/apparatus.ts';
import type { Seen, Supplied } from './diplomatic.ts';
import type { NoteSeries } from './number-notes.ts';
import { noRanges, type RangeMark, type RangesHere } from './ranges.ts';
import type { Draft } from './wrap-words.ts';

/**
 * White space while the result of phase 1 is read: runs become one space, none is at the edges of a block or before a note call, and a word that a
 * page or line breaks is put together, with the page mark after it (the rules of model/spine.ts).
 */

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

export interface State {
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
  readonly unit: {
    readonly witnesses: Witnesses;
    readonly seen: Seen;
    entries: number;
    readonly series: Map<Draft, NoteSeries>;
    /** Where ranges over elements begin and end. */
    readonly marks: Map<Draft, RangeMark>;
  };
  /** Ranges over elements in this text, note or reading. */
  readonly ranges: RangesHere;
  /** What letters are that an editor supplied. */
  supplied: Supplied;
}

export const newState = (sections: number, unit: State['unit'], supplied?: Supplied): State => ({
  unit,
  ranges: noRanges(),
  supplied,
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

export const lastText = (state: State): string | undefined =>
  state.tail && (state.tail.node.children[state.tail.index] as string);

function setLastText(state: State, text: string): void {
  if (state.tail) state.tail.node.children[state.tail.index] = text;
}

/** Takes the last character of the last text away, if it is one of these. */
function dropLast(state: State, characters: string): void {
  const text = lastText(state);
  if (text && characters.includes(text.at(-1)!)) setLastText(state, text.slice(0, -1));
}

export const trimTail = (state: State): void => dropLast(state, ' ');

function appendText(parent: Draft, text: string, state: State): void {
  if (text === '') return;
  parent.children.push(text);
  const before = text === ' ' ? state.tail : undefined;
  state.tail = { node: parent, index: parent.children.length - 1, before };
  state.atEdge = false;
  if (text !== ' ') state.inWord = true;
}

/** Puts the page breaks of a broken word after it. */
export function release(parent: Draft, state: State): void {
  state.glue = false;
  if (state.held.length === 0) return;
  for (const page of state.held) parent.children.push(' ', page);
  state.held = [];
  state.tail = undefined;
  state.inWord = false;
}

export function addText(parent: Draft, raw: string, state: State): void {
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

export function endBlock(draft: Draft, state: State): void {
  release(draft, state);
  trimTail(state);
  state.tail = undefined;
  state.atEdge = true;
  state.inWord = false;
}

export function joinWord(state: State): void {
  trimTail(state);
  if (lastText(state) === '' && state.tail?.before) state.tail = state.tail.before;
  dropLast(state, hyphens);
  state.glue = true;
}
