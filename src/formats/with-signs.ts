import { isApart, type Kind, type Reading, type ReadingNode } from '../model/reading.ts';
import {
  type PointSign,
  type RangeSign,
  type SignChoice,
  signOfMark,
  signsOfStatus,
  underdot,
} from '../model/signs.ts';
import type { MarkRole } from '../model/status.ts';

/**
 * A reading tree with the signs of an edition in it: each is a node `mark` of the role `sign` whose title is the sign. An opening sign is before the
 * first letter of its words, a closing one behind the last; words of one status with nothing between them are in one pair of signs.
 * What is proven of it, is computed from the source by `expected-signs.ts`.
 */

type MutableNode = { -readonly [K in keyof Omit<ReadingNode, 'children'>]: ReadingNode[K] } & {
  children: (MutableNode | Reading)[];
};

/** Kinds that part no letters. */
const amongLetters: ReadonlySet<Kind> = new Set<Kind>(['span', 'link', 'image', 'mark', 'formula', 'app', 'side']);

/** Signs while one run of text, the unit or a note, is gone through. */
interface Run {
  /** Open signs by what they say, and how many statuses inside each other ask for it. */
  readonly open: Map<string, number>;
  /** Opening signs that wait for the next letter. */
  waiting: RangeSign[];
  /** Closing signs behind which nothing has come: where words of the same status follow, they go. */
  readonly closed: Map<string, MutableNode>;
  /** Something is between the last letter and the next. */
  isParted: boolean;
  /** Where the last letter is: closing signs come behind it. */
  last: { readonly children: (MutableNode | Reading)[]; index: number } | undefined;
  /** Signs below each letter. */
  dots: RangeSign[];
}

const newRun = (): Run => ({
  open: new Map(),
  waiting: [],
  closed: new Map(),
  isParted: false,
  last: undefined,
  dots: [],
});

const signNode = (sign: string): MutableNode => ({ kind: 'mark', tei: '', role: 'sign', title: sign, children: [] });

/** What gets a dot: each character but white space and those that combine with one. The dot is directly behind it, where Unicode’s order has it. */
const dottable = /[^\p{M} \t\n\r]/gu;

/** Whether a character is white space, by its code. */
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13;

/** A text without the white space at its ends, and that. */
function apart(value: string): { before: string; words: string; after: string } {
  let from = 0;
  let to = value.length;
  while (from < to && isSpace(value.charCodeAt(from))) from++;
  while (to > from && isSpace(value.charCodeAt(to - 1))) to--;
  return { before: value.slice(0, from), words: value.slice(from, to), after: value.slice(to) };
}

class SignWriter {
  private readonly choice: SignChoice;
  private readonly points: Points;
  private run = newRun();
  readonly used = new Map<string, RangeSign | PointSign>();

  constructor(choice: SignChoice, points: Points) {
    this.choice = choice;
    this.points = points;
  }

  node(source: ReadingNode): MutableNode {
    const node: MutableNode = { ...source, children: [] };
    const isAmongLetters = amongLetters.has(source.kind) || source.joined === true;
    if (!isAmongLetters) this.part();
    if (isApart(source)) {
      const outer = this.run;
      this.run = newRun();
      this.children(source, node);
      this.run = outer;
    } else this.children(source, node);
    if (!isAmongLetters) this.part();
    return node;
  }

  private children(source: ReadingNode, node: MutableNode): void {
    const signs = source.status === undefined ? [] : signsOfStatus(this.choice, source.status);
    // A part of a range opens where the range begins, and closes where it ends.
    if (source.part !== 'M' && source.part !== 'F') for (const sign of signs) this.open(sign);
    for (const child of source.children) {
      if (typeof child === 'string') this.text(child, node.children);
      else if (child.kind === 'formula' || child.role === 'gloss') this.point(child, node.children);
      else if (child.kind === 'mark') this.mark(child, node.children);
      else node.children.push(this.node(child));
    }
    if (source.part !== 'I' && source.part !== 'M') for (const sign of signs.toReversed()) this.close(sign);
  }

  private open(sign: RangeSign): void {
    const { open, waiting } = this.run;
    const depth = open.get(sign.says) ?? 0;
    open.set(sign.says, depth + 1);
    if (depth > 0) return;
    if (sign.pair === 'underdot') this.run.dots.push(sign);
    else waiting.push(sign);
  }

  private close({ says, pair }: RangeSign): void {
    const { open, closed, waiting, last } = this.run;
    const depth = open.get(says)! - 1;
    open.set(says, depth);
    if (depth > 0) return;
    if (pair === 'underdot') {
      this.run.dots = this.run.dots.filter((dot) => dot.says !== says);
      return;
    }
    const unused = waiting.findIndex((sign) => sign.says === says);
    if (unused >= 0) {
      waiting.splice(unused, 1);
      return;
    }
    const node = signNode(pair[1]);
    last!.children.splice(last!.index, 0, node);
    last!.index++;
    if (!this.run.isParted) closed.set(says, node);
  }

  /** A letter, or what stands like one, comes next. */
  private letter(children: (MutableNode | Reading)[]): void {
    const { run } = this;
    for (const sign of run.waiting) {
      this.used.set(sign.says, sign);
      const closed = run.closed.get(sign.says);
      // Words of the same status are directly before: they are in one pair of signs.
      if (closed) closed.title = '';
      else if (sign.pair[0] !== '') children.push(signNode(sign.pair[0]));
    }
    run.waiting = [];
    run.closed.clear();
    run.isParted = false;
  }

  private text(value: string, children: (MutableNode | Reading)[]): void {
    // A formula without words is nothing in a line, and parts nothing.
    if (value === '') return;
    const { before, words, after } = apart(value);
    if (before !== '' || words === '') this.part();
    if (words === '') {
      children.push(value);
      return;
    }
    if (before !== '') children.push(before);
    this.letter(children);
    if (this.run.dots.length > 0) this.dotted(words, children);
    else children.push(words);
    this.run.last = { children, index: children.length };
    if (after === '') return;
    children.push(after);
    this.part();
  }

  /** White space, a call or a break comes after the last letter. */
  private part(): void {
    this.run.isParted = true;
    this.run.closed.clear();
  }

  private dotted(words: string, children: (MutableNode | Reading)[]): void {
    for (const dot of this.run.dots) this.used.set(dot.says, dot);
    let from = 0;
    for (const { index, 0: letter } of words.matchAll(dottable)) {
      const to = index + letter.length;
      children.push(words.slice(from, to), signNode(underdot));
      from = to;
    }
    if (from < words.length) children.push(words.slice(from));
  }

  /** A formula or gloss stands like a letter. */
  private point(source: ReadingNode, children: (MutableNode | Reading)[]): void {
    this.letter(children);
    children.push(source);
    this.run.last = { children, index: children.length };
  }

  private mark(source: ReadingNode, children: (MutableNode | Reading)[]): void {
    const sign = signOfMark(this.choice, source.role as MarkRole, source.why ?? '', source.extent ?? '');
    // Nobody sees it: no sign comes behind it.
    if (!sign && this.points === 'signed') return;
    this.letter(children);
    if (sign) this.used.set(sign.says, sign);
    children.push({ ...source, ...(sign && { title: sign.sign }) });
    this.run.last = { children, index: children.length };
  }
}

/** Whether a tree has anything for which there are signs. */
const isSigned = (node: ReadingNode): boolean =>
  node.status !== undefined ||
  node.kind === 'mark' ||
  node.children.some((child) => typeof child !== 'string' && isSigned(child));

/** A tree with its signs, and those that are in it, by what they say. */
export interface Signed {
  readonly tree: ReadingNode;
  readonly used: ReadonlyMap<string, RangeSign | PointSign>;
}

/** Which points stay in the tree: those without a sign as well, or not. */
type Points = 'all' | 'signed';

/** The tree with its signs. A tree that needs none is given back as it is. */
export function withSigns(tree: ReadingNode, choice: SignChoice, points: Points): Signed {
  if (!isSigned(tree)) return { tree, used: new Map() };
  const writer = new SignWriter(choice, points);
  return { tree: writer.node(tree), used: writer.used };
}
