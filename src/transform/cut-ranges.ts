import { isApart } from '../model/reading.ts';
import type { OpenRange, RangeMark } from './ranges.ts';
import { blockKinds, type Draft } from './wrap-words.ts';

/**
 * Ranges over elements in a tree: the words between two marks get spans with their status, cut wherever an element or a block begins or ends. The spans of one range
 * say that they are its parts.
 */

type Child = Draft | string;
type Marks = ReadonlyMap<Draft, RangeMark>;

const isOpen = (child: Child): child is Draft => typeof child !== 'string';

/** Whether anything in it is a letter, or stands like one. */
function hasLetters(child: Child): boolean {
  if (!isOpen(child)) return /[^ ]/.test(child);
  if (child.kind === 'mark' || child.kind === 'formula') return true;
  return !isApart(child) && child.children.some(hasLetters);
}

class Cutter {
  private readonly marks: Marks;
  /** Nodes that cannot be in a span as a whole: marks or blocks are in them. */
  private readonly divided = new Set<Draft>();
  private readonly parts = new Map<OpenRange, Draft[]>();
  private open: OpenRange[] = [];

  constructor(marks: Marks) {
    this.marks = marks;
  }

  /** A text of its own: ranges that are open in it end with it, and none goes on from around it. */
  text(node: Draft): void {
    const around = this.open;
    this.open = [];
    this.divide(node);
    this.cut(node);
    this.open = around;
  }

  sayParts(): void {
    for (const spans of this.parts.values())
      if (spans.length > 1)
        spans.forEach((span, i) => (span.part = i === 0 ? 'I' : i === spans.length - 1 ? 'F' : 'M'));
  }

  private divide(node: Draft): boolean {
    let isDivided = false;
    for (const child of node.children) {
      if (!isOpen(child) || isApart(child)) continue;
      const isMarked = this.marks.has(child) || blockKinds.has(child.kind);
      isDivided = this.divide(child) || isMarked || isDivided;
    }
    if (isDivided) this.divided.add(node);
    return isDivided;
  }

  private cut(node: Draft): void {
    const children: Child[] = [];
    let together: Child[] = [];
    const end = (): void => {
      children.push(...this.inRanges(together));
      together = [];
    };
    for (const child of node.children) {
      const mark = isOpen(child) ? this.marks.get(child) : undefined;
      const isApartFrom = isOpen(child) && !isApart(child) && (blockKinds.has(child.kind) || this.divided.has(child));
      if (mark) {
        end();
        if (mark.begins) this.open.push(mark.range);
        else this.open = this.open.filter((range) => range !== mark.range);
      } else if (isApartFrom) {
        end();
        this.cut(child);
        children.push(child);
      } else if (isOpen(child) && child.kind === 'side') {
        // The sides of an entry are its children; the lemma is in the text.
        end();
        if (isApart(child)) this.text(child);
        else this.cut(child);
        children.push(child);
      } else {
        if (isOpen(child)) this.textsIn(child);
        const last = together.at(-1);
        if (typeof child === 'string' && typeof last === 'string') together[together.length - 1] = last + child;
        else together.push(child);
      }
    }
    end();
    node.children = children;
  }

  /** Notes and readings in a node that stays whole. */
  private textsIn(node: Draft): void {
    if (isApart(node)) return this.text(node);
    for (const child of node.children) if (isOpen(child)) this.textsIn(child);
  }

  private inRanges(children: Child[]): Child[] {
    if (this.open.length === 0 || !children.some(hasLetters)) return children;
    let inner = children;
    for (const range of this.open.toReversed()) {
      const { status, tei, title } = range;
      const span: Draft = { kind: 'span', tei, status, ...(title !== undefined && { title }), children: inner };
      const parts = this.parts.get(range);
      if (parts) parts.push(span);
      else this.parts.set(range, [span]);
      inner = [span];
    }
    return inner;
  }
}

/** Cuts the ranges of a tree and takes their marks out of it. */
export function cutRanges(root: Draft, marks: Marks): void {
  if (marks.size === 0) return;
  const cutter = new Cutter(marks);
  cutter.text(root);
  cutter.sayParts();
}
