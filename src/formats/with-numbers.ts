import { isApart, type Kind, type Reading, type ReadingNode } from '../model/reading.ts';

/**
 * A reading tree in which each number by which the text is cited is a node of its own, directly before the words that it numbers: an empty span of the
 * role `number`, or, above a division without a heading, an empty block of that role. Lines keep their numbers, which are shown as those of lines are.
 */

export const isNumber = ({ role, tei, number }: ReadingNode): boolean =>
  (role === 'number' || role === outerNumber) && tei === '' && number !== undefined;

/** The role of a number with which the next at the same words begins: on paper one would see only that. */
export const outerNumber = 'outer-number';

/** Of a line of verse that goes on, the first part has the number. */
const isContinued = ({ role }: ReadingNode): boolean => role === 'continued';

/** Whether the number of a verse is shown: every fifth is, as print does it (`5`, `1.1.10`), and every one that does not end in a number. */
export function isShownVerse(verse: ReadingNode): boolean {
  const { n = '' } = verse;
  const last = /[0-9]+$/.exec(n)?.[0];
  if (n === '' || isContinued(verse)) return false;
  return last === undefined || Number(last) % 5 === 0;
}

/** Kinds that go on in the line that is open. */
export const amongWords: ReadonlySet<Kind> = new Set<Kind>([
  'span',
  'link',
  'image',
  'note',
  'page-break',
  'mark',
  'formula',
  'line-break',
  'app',
  'side',
]);

const isLine = ({ kind }: ReadingNode): boolean => kind === 'line' || kind === 'line-break';

/** A point, which in the running text is like a letter. */
const isPoint = ({ kind }: ReadingNode): boolean => kind === 'mark' || kind === 'formula';

/** Nodes that hold a number, and those with letters of the running text: words, or a point that stands like one. */
class Survey {
  readonly lettered = new Set<ReadingNode>();
  numbers = 0;

  node(node: ReadingNode): boolean {
    if (node.number !== undefined) this.numbers++;
    let has = isPoint(node);
    for (const child of node.children) {
      const isText = typeof child === 'string';
      const hasLetters = isText ? /[^ \t\n\r]/.test(child) : this.node(child);
      has ||= hasLetters && (isText || !isApart(child));
    }
    if (has) this.lettered.add(node);
    return has;
  }
}

type Placed = Omit<ReadingNode, 'role'> & { role?: string };

class NumberPlacer {
  private readonly lettered: ReadonlySet<ReadingNode>;
  /** Numbers whose words have not come yet. */
  private waiting: ReadingNode[] = [];
  /** White space, or the edge of a block, is before the next words. */
  private isParted = true;
  /** The last number, as long as its words have not come. */
  private last: Placed | undefined;

  constructor(lettered: ReadonlySet<ReadingNode>) {
    this.lettered = lettered;
  }

  node(node: ReadingNode, isUnit = false): ReadingNode {
    if (isApart(node)) return node;
    const isBlock = !amongWords.has(node.kind);
    if (isBlock || (node.kind === 'line-break' && !node.joined)) this.isParted = true;
    const { number, ...rest } = node;
    const kept = number === undefined || isLine(node) ? node : rest;
    const children: Reading[] = [];
    if (number?.shown === 'label') children.push(numberNode('block', number));
    else if (number && !isLine(node)) this.waiting.push(numberNode('span', number));
    for (const child of node.children) this.child(child, children);
    if (isUnit && this.waiting.length > 0) children.push(...this.take());
    if (isBlock) this.isParted = true;
    if (isPoint(node)) {
      this.isParted = false;
      this.last = undefined;
    }
    return { ...kept, children };
  }

  private child(child: Reading, into: Reading[]): void {
    const isText = typeof child === 'string';
    const isWord = isText
      ? /[^ \t\n\r]/.test(child)
      : amongWords.has(child.kind) && this.lettered.has(child) && !isApart(child);
    if (isWord) into.push(...this.take());
    if (!isText) {
      into.push(this.node(child));
      // White space behind a call counts.
      if (child.kind === 'note') this.isParted = false;
    } else {
      into.push(child);
      if (isWord) this.last = undefined;
      if (child !== '') this.isParted = /[ \t\n\r]$/.test(child);
    }
  }

  /** The numbers that wait; `spaced`: nothing of a word is directly before them. One with which the next at the same words begins is not seen. */
  private take(): ReadingNode[] {
    const taken = this.waiting.map((number): Placed => ({ ...number, ...(this.isParted && { spaced: true }) }));
    for (const number of taken) {
      const { last } = this;
      const isSaid = last?.number?.shown === 'margin' && number.number!.full.startsWith(last.number.full);
      if (last && isSaid) last.role = outerNumber;
      this.last = number;
    }
    this.waiting = [];
    return taken;
  }
}

const numberNode = (kind: 'block' | 'span', number: ReadingNode['number'] & object): ReadingNode => ({
  kind,
  tei: '',
  role: 'number',
  number,
  children: [],
});

/** The tree with its numbers. One without numbers is given back as it is. */
export function withNumbers(tree: ReadingNode): ReadingNode {
  const survey = new Survey();
  survey.node(tree);
  return survey.numbers === 0 ? tree : new NumberPlacer(survey.lettered).node(tree, true);
}
