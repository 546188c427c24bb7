import type { Kind, Look, Reading, ReadingNode } from '../../src/model/reading.ts';
import { node } from './html-fixture.ts';

/**
 * Reading trees that no edition would hold, but that phase 1 may make: any kind in any other, as long as words are in
 * blocks.
 */

type Next = (below: number) => number;

/** Numbers that look random and are always the same for a seed. */
export function numbers(seed: number): Next {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (state >>> 3) % below;
  };
}

const blockKinds: readonly Kind[] = ['section', 'block', 'list', 'table', 'figure', 'speech', 'heading', 'line'];
const wordKinds: readonly Kind[] = ['span', 'link', 'note', 'image', 'line-break', 'page-break', 'label'];
const roles: Partial<Record<Kind, readonly string[]>> = {
  section: ['attachment', 'letter', 'odd type'],
  block: ['paragraph', 'quote', 'dateline', 'caption', 'stanza', 'opener', 'source-note', 'stage', 'odd type'],
  list: ['ordered', 'bulleted', 'labelled', 'subject', 'odd type'],
  span: ['person', 'date', 'expanded', 'quote', 'gap', 'emphasis', 'title', 'odd type'],
  cell: ['label', 'data'],
  row: ['label', 'data'],
};
const targets = ['#ames', '#d6', '#fn1', 'https://example.org/', 'javascript:x', '#nowhere'];
const looks: readonly Look[] = ['italic', 'bold', 'small-caps', 'superscript', 'center'];
const words = ['One', 'two', ' three', 'four ', 'five-six', ' & < > "', '. ', ' '];

interface State {
  readonly next: Next;
  count: number;
}

const pick = <T>(next: Next, from: readonly T[]): T => from[next(from.length)]!;

function make(kind: Kind, state: State, children: readonly Reading[]): ReadingNode {
  const { next } = state;
  const number = ++state.count;
  const target = kind === 'span' || kind === 'link' ? { target: pick(next, targets) } : {};
  const extent = kind === 'cell' ? { columns: 1 + next(4), rows: 1 + next(3) } : {};
  const role = roles[kind] !== undefined && next(4) > 0 ? { role: pick(next, roles[kind]) } : {};
  const n = kind === 'note' || kind === 'page-break' || next(5) === 0 ? { n: String(number) } : {};
  const own = {
    ...(next(3) === 0 && { id: `x${number}` }),
    ...(next(5) === 0 && { looks: [pick(next, looks)] }),
    ...(next(9) === 0 && { lang: pick(next, ['de', 'ger', '?']) }),
  };
  return node(kind, { ...own, ...role, ...n, ...target, ...extent }, ...children);
}

function wordsIn(state: State, depth: number): Reading[] {
  const { next } = state;
  const children: Reading[] = [];
  for (let i = next(4) + 1; i > 0; i--) {
    if (depth <= 0 || next(2) === 0) children.push(pick(next, words));
    else if (next(6) === 0) children.push(blockIn(state, depth - 1));
    else {
      const kind = pick(next, wordKinds);
      const leaf = kind === 'image' || kind === 'line-break' || kind === 'page-break';
      children.push(make(kind, state, leaf ? [] : wordsIn(state, depth - 1)));
    }
  }
  return children;
}

const many = <T>(next: Next, one: () => T): T[] => Array.from({ length: 1 + next(3) }, one);

function blockIn(state: State, depth: number): ReadingNode {
  const { next } = state;
  const kind = pick(next, blockKinds);
  const odd = (): ReadingNode[] =>
    next(4) === 0 ? [make('page-break', state, [])] : next(4) === 0 ? [blockIn(state, depth - 1)] : [];
  if (depth <= 0 || kind === 'heading' || kind === 'line' || kind === 'block')
    return make(depth <= 0 ? 'block' : kind, state, wordsIn(state, depth - 1));
  const part = (): ReadingNode => {
    if (kind === 'list') return make(next(4) === 0 ? 'label' : 'item', state, wordsIn(state, depth - 1));
    if (kind !== 'table') return blockIn(state, depth - 1);
    return make(
      'row',
      state,
      many(next, () => make('cell', state, wordsIn(state, depth - 2))),
    );
  };
  return make(kind, state, many(next, () => [...odd(), part()]).flat());
}

/** The blocks of a unit. */
export function randomBlocks(seed: number): ReadingNode[] {
  const state: State = { next: numbers(seed), count: 0 };
  return Array.from({ length: 6 }, () => blockIn(state, 5));
}
