import { mostOpenRanges } from '../model/open-ranges.ts';
import type { Status } from '../model/status.ts';
import { readAttributes } from './attributes.ts';
import type { ResultNode } from './engine.ts';
import { attributeOf } from './result-nodes.ts';
import type { Draft } from './wrap-words.ts';

/**
 * Ranges over elements (`delSpan` and its kind) while a result of phase 1 is read: where one begins and where it ends there is a mark in the tree, which is cut
 * when all of it is there (cut-ranges.ts). A range ends with what has the id that it names; where nothing behind it has, with its text, its note or its
 * reading.
 */

/** A range, and those of the same status that overlap it. */
export interface OpenRange {
  readonly status: Status;
  readonly tei: string;
  readonly title: string | undefined;
  /** How many of them are open. */
  open: number;
}

/** What is at a mark. */
export interface RangeMark {
  readonly range: OpenRange;
  readonly begins: boolean;
}

/** Ranges of one text, note or reading: those that are open, by their status and by the id with which they end. */
export interface RangesHere {
  readonly byStatus: Map<string, OpenRange>;
  readonly byEnd: Map<string, OpenRange[]>;
}

export const noRanges = (): RangesHere => ({ byStatus: new Map(), byEnd: new Map() });

/** What is read, as far as ranges need it. */
interface State {
  readonly ranges: RangesHere;
  readonly unit: { readonly marks: Map<Draft, RangeMark> };
}

function putMark(range: OpenRange, begins: boolean, parent: Draft, { unit }: State): void {
  const mark: Draft = { kind: 'span', tei: range.tei, role: 'anchor', children: [] };
  unit.marks.set(mark, { range, begins });
  parent.children.push(mark);
}

const pointed = (spanTo: string | undefined): string | undefined => /^\s*#(\S+)\s*$/.exec(spanTo ?? '')?.[1];

export function beginRange(from: ResultNode, parent: Draft, state: State): void {
  const { byStatus, byEnd } = state.ranges;
  const { status, title, tei = '' } = readAttributes('span', from.attributes ?? []);
  const key = JSON.stringify([status, title]);
  const known = byStatus.get(key);
  if (!known && byStatus.size >= mostOpenRanges) return;
  const range = known ?? { status: status!, tei, title, open: 0 };
  byStatus.set(key, range);
  range.open++;
  if (!known) putMark(range, true, parent, state);
  const end = pointed(attributeOf(from, 'spanTo'));
  if (end === undefined) return;
  const same = byEnd.get(end);
  if (same) same.push(range);
  else byEnd.set(end, [range]);
}

function endRanges(id: string, parent: Draft, state: State): void {
  const { byStatus, byEnd } = state.ranges;
  for (const range of byEnd.get(id) ?? []) {
    range.open--;
    if (range.open > 0) continue;
    byStatus.delete(JSON.stringify([range.status, range.title]));
    putMark(range, false, parent, state);
  }
  byEnd.delete(id);
}

/** Ends that are in words which the result does not have. */
export function endAll(from: ResultNode, parent: Draft, state: State): void {
  for (const id of (attributeOf(from, 'ids') ?? '').split(' ')) endRanges(id, parent, state);
}

/** Notes and sides of an entry are texts of their own, by whatever element they are now. */
const isOwnText = /^(?:note|lem|rdg|wit|witDetail)$/;

/** What is an element here has ended. */
export function endAt({ id, tei }: Draft, parent: Draft, state: State): void {
  if (id !== undefined && state.ranges.byEnd.size > 0 && !isOwnText.test(tei)) endRanges(id, parent, state);
}
