import { type CharacterClass, characterClass } from './character-class.ts';
import { type Tree, WrongExpression } from './parse.ts';

/**
 * An expression as a machine with many states that may all be active at once (Thompson's construction). What it costs to match a text is the
 * length of the text times the size of the machine, whatever the expression is like; there is no way back, so nothing can explode.
 */
export type Node =
  | { readonly kind: 'match' }
  /** Goes on in all of `to`, without a character. Filled in later where it is a loop. */
  | { readonly kind: 'split'; readonly to: number[] }
  | { readonly kind: 'one'; readonly class: CharacterClass; readonly next: number }
  /** One class, `least` to `most` times in a row: one node with a counter, where copies would be too many. */
  | {
      readonly kind: 'counter';
      readonly class: CharacterClass;
      readonly least: number;
      readonly most: number;
      readonly next: number;
    };

export interface Program {
  readonly nodes: readonly Node[];
  readonly start: number;
  /** Has it no counters? Then the states that are active together can be kept. */
  readonly plain: boolean;
}

/**
 * The size of the largest machine. `{n,m}` copies what it repeats, unless that is a single class, so that a few
 * characters can ask for millions.
 */
const LARGEST = 20_000;

/** Up to here a class is copied, which is quicker than counting. */
const MOST_COPIES = 16;

interface Maker {
  readonly nodes: Node[];
  readonly classes: Map<string, CharacterClass>;
  steps: number;
}

/** The machine of an expression. Throws `WrongExpression` where it would be too large. */
export function makeProgram(tree: Tree): Program {
  const maker: Maker = { nodes: [{ kind: 'match' }], classes: new Map(), steps: 0 };
  const start = make(maker, tree, 0);
  return { nodes: maker.nodes, start, plain: maker.nodes.every(({ kind }) => kind !== 'counter') };
}

function add(maker: Maker, node: Node): number {
  maker.nodes.push(node);
  return maker.nodes.length - 1;
}

function classOf(maker: Maker, set: string): CharacterClass {
  let known = maker.classes.get(set);
  if (known === undefined) maker.classes.set(set, (known = characterClass(set)));
  return known;
}

/** Makes the part of the machine that matches `tree` and continues at `next`; answers where it begins. */
function make(maker: Maker, tree: Tree, next: number): number {
  if (++maker.steps > LARGEST)
    throw new WrongExpression('it repeats too much: its repetitions, multiplied, are too many');
  switch (tree.kind) {
    case 'class':
      return add(maker, { kind: 'one', class: classOf(maker, tree.set), next });
    case 'sequence':
      return tree.of.reduceRight((after, part) => make(maker, part, after), next);
    case 'choice':
      return add(maker, { kind: 'split', to: tree.of.map((part) => make(maker, part, next)) });
    case 'repeat':
      return makeRepeat(maker, tree, next);
  }
}

function makeRepeat(maker: Maker, { of, least, most }: Tree & { kind: 'repeat' }, next: number): number {
  if (most === 0) return next;
  if (of.kind === 'class' && (most === Infinity ? least : most) > MOST_COPIES) {
    return add(maker, { kind: 'counter', class: classOf(maker, of.set), least, most, next });
  }
  let start = most === Infinity ? makeLoop(maker, of, next) : next;
  if (most !== Infinity) {
    for (let i = least; i < most; i++) start = add(maker, { kind: 'split', to: [make(maker, of, start), next] });
  }
  for (let i = 0; i < least; i++) start = make(maker, of, start);
  return start;
}

/** Any number of times. */
function makeLoop(maker: Maker, of: Tree, next: number): number {
  const to = [next];
  const loop = add(maker, { kind: 'split', to });
  to.push(make(maker, of, loop));
  return loop;
}
