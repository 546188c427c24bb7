import { countBelow } from '../../source/sorted.ts';
import { ruleOf } from '../tei/elements.ts';
import { isTextPart } from './elements.ts';
import { Op, type Tape } from './ops.ts';
import { matches, pageSelector } from './selector.ts';
import type { Part, StructureNode } from './structure.ts';

/**
 * Which divisions are pages of their own in a text that has no documents: a book of chapters, a play, the books of an ancient work. A text is divided
 * by level, not by piece: so its pages are of one kind, and a chapter that grows does not fall apart while its neighbours stay whole. Only the source
 * decides, so the same text always has the same pages (docs/decisions/0031-pages-of-long-texts.md).
 */

/** What the settings say: a level, or a selector. */
export type PageChoice = number | string;

/** What the settings say of a text, or of its `/front` or `/back`. */
export type ChoiceFor = (part: string) => PageChoice | undefined;

/** The divisions of a text that are pages. */
export interface Pages {
  readonly chosen: ReadonlySet<StructureNode>;
  /** At which level the text is divided, and its `/front` and `/back` where they have another; none where a selector says what the pages are. */
  readonly levels: ReadonlyMap<string, number>;
}

/** Letters of a sensible page, about 10,000 words. White space is not counted: laying out a file in another way moves no address. */
const mostLetters = 50_000;

/** A division and those in it; a division that cannot be divided without taking its words out of their order has none. */
interface Piece {
  readonly node: StructureNode;
  readonly letters: number;
  readonly inner: readonly Piece[];
}

/** Whether a node is a level of a text: a division, or a text of a `group`. */
const isLevel = ({ tag: { local }, parent }: StructureNode): boolean =>
  local === 'text' ? parent !== undefined : ruleOf(local)?.unit === true && !isTextPart(local) && local !== 'titlePage';

const isAround = ({ tag: { local } }: StructureNode): boolean => local === 'front' || local === 'back';

/** Counts the letters of stretches of one text. */
class Letters {
  private readonly offsets: readonly number[];
  /** How many letters are before each position of the tape, from the first position of the text on. */
  private readonly before: Float64Array;
  private readonly first: number;

  constructor({ ops, values, offsets }: Tape, { tag, end }: StructureNode) {
    this.offsets = offsets;
    this.first = countBelow(offsets, tag.start);
    const last = countBelow(offsets, end);
    this.before = new Float64Array(last - this.first + 1);
    for (let i = this.first, sum = 0; i < last; i++) {
      if (ops[i] === Op.text) sum += lettersIn(values[i]!);
      this.before[i - this.first + 1] = sum;
    }
  }

  between(start: number, end: number): number {
    const at = (offset: number): number => this.before[countBelow(this.offsets, offset) - this.first]!;
    return at(end) - at(start);
  }

  of({ tag, end }: StructureNode): number {
    return this.between(tag.start, end);
  }
}

function lettersIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 32) count++;
  return count;
}

/** The nearest levels below a node. */
const levelsIn = (node: StructureNode): StructureNode[] =>
  node.children.flatMap((child) => (isLevel(child) ? [child] : isTextPart(child.tag.local) ? levelsIn(child) : []));

/** Of a node that is divided, words between its divisions may be at most this part: they would no longer be where they were. */
const mostBetween = 0.02;

function piecesIn(node: StructureNode, letters: Letters): readonly Piece[] {
  const inner = levelsIn(node).map((child): Piece => {
    return { node: child, letters: letters.of(child), inner: piecesIn(child, letters) };
  });
  const [first, last] = [inner[0], inner.at(-1)];
  if (!first || !last) return [];
  const inside = inner.reduce((sum, piece) => sum + piece.letters, 0);
  const between = letters.between(first.node.tag.start, last.node.end) - inside;
  return between > letters.of(node) * mostBetween ? [] : inner;
}

/** The pieces at a level, which counts from 1; what is not divided so far stays as it is. */
const atLevel = (pieces: readonly Piece[], level: number): Piece[] =>
  pieces.flatMap((piece) => (level > 1 && piece.inner.length > 0 ? atLevel(piece.inner, level - 1) : [piece]));

const depthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((deepest, { inner }) => Math.max(deepest, 1 + depthOf(inner)), 0);

const sumOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { letters }) => sum + letters, 0);
const large = (pieces: readonly Piece[]): Piece[] => pieces.filter(({ letters }) => letters > mostLetters);

/** Letters of a page that is too small to be one where there are larger ones: about 500 words. */
const fewLetters = 2_500;
/** Letters of a page that is large, but better than many that are too small. */
const bearable = 4 * mostLetters;

function isSmall(pieces: readonly Piece[]): boolean {
  const sizes = pieces.map(({ letters }) => letters).sort((a, b) => a - b);
  return (sizes[sizes.length >> 1] ?? 0) < fewLetters;
}

/** Whether nine of ten pieces are of a sensible size and the others hold less than half of the text. */
function isSensible(pieces: readonly Piece[]): boolean {
  const tooLarge = large(pieces);
  return tooLarge.length * 10 <= pieces.length && sumOf(tooLarge) * 2 < sumOf(pieces);
}

/**
 * The shallowest level whose pieces are of a sensible size, or are bearable while those of the next level are too small; where there is none, the
 * shallowest at which hardly more of the text is in pieces that are too large than at the best one.
 */
function bestLevel(pieces: readonly Piece[]): number {
  if (sumOf(pieces) <= mostLetters) return 1;
  const levels = Array.from({ length: depthOf(pieces) }, (_, i) => atLevel(pieces, i + 1));
  const isGood = (there: readonly Piece[], i: number): boolean => {
    const next = levels[i + 1];
    const isBearable = next !== undefined && isSmall(next) && there.every(({ letters }) => letters <= bearable);
    return isBearable || isSensible(there);
  };
  const good = levels.findIndex(isGood);
  if (good >= 0) return good + 1;
  const excess = levels.map((there) => sumOf(large(there)));
  const least = Math.min(...excess);
  return 1 + excess.findIndex((one) => one <= 2 * least);
}

const levelOf = (pieces: readonly Piece[], choice: PageChoice | undefined): number =>
  typeof choice === 'number' ? Math.max(choice, 1) : bestLevel(pieces);

function byLevel(text: StructureNode, letters: Letters, choice: ChoiceFor): Pages | undefined {
  const main = text.children.filter((node) => !isAround(node)).flatMap((node) => piecesIn(node, letters));
  if (main.length === 0) return undefined;
  const level = levelOf(main, choice(''));
  const levels = new Map([['', level]]);
  const chosen = atLevel(main, level);
  for (const node of text.children.filter(isAround)) {
    const name = `/${node.tag.local}`;
    const pieces = piecesIn(node, letters);
    const own = levelOf(pieces, choice(name));
    if (own !== level && pieces.length > 0) levels.set(name, own);
    chosen.push(...atLevel(pieces, own));
  }
  return chosen.length > 1 ? { levels, chosen: new Set(chosen.map(({ node }) => node)) } : undefined;
}

function bySelector(text: StructureNode, selector: string): Pages | undefined {
  const steps = pageSelector(selector);
  const chosen = new Set<StructureNode>();
  const visit = (node: StructureNode): void => {
    if (matches(steps, node)) chosen.add(node);
    node.children.forEach(visit);
  };
  visit(text);
  return chosen.size > 0 ? { chosen, levels: new Map() } : undefined;
}

/** The divisions of a text without documents that are pages; undefined where the text is one page. `choice` is what the settings say of it. */
export function pagesOf({ text }: Part, tape: Tape, choiceFor: ChoiceFor): Pages | undefined {
  const choice = choiceFor('');
  if (!text || choice === 0) return undefined;
  if (typeof choice === 'string') return bySelector(text, choice);
  if (choice === undefined && text.end - text.tag.start <= mostLetters) return undefined;
  const letters = new Letters(tape, text);
  return choice === undefined && letters.of(text) <= mostLetters ? undefined : byLevel(text, letters, choiceFor);
}
