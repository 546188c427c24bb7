import { plainText, type Reading, type ReadingNode } from '../model/reading.ts';

/**
 * How the senses of a dictionary are numbered where they are shown: by the number that the source gives, unless the words begin with it; else, where there
 * are several, by counting. Numbers that are counted are ours, so no words of the text.
 */

const isSense = (node: Reading): node is ReadingNode =>
  typeof node !== 'string' && node.kind === 'item' && (node.tei === 'sense' || node.tei === 'hom');

const letterOrDigit = /^[\p{L}\p{N}]/u;

/** Whether the words of a sense begin with its number, as a printed dictionary has it. */
function isPrinted(node: ReadingNode, n: string): boolean {
  const words = plainText(node).trimStart();
  return words.startsWith(n) && !letterOrDigit.test(words.slice(n.length));
}

function numbered(node: ReadingNode): ReadingNode {
  const senses = node.children.filter(isSense);
  const isCounted = senses.length > 1 && senses.every(({ n = '' }) => n === '');
  let count = 0;
  let isSame = true;
  const children = node.children.map((child) => {
    if (typeof child === 'string') return child;
    const inner = numbered(child);
    const now = isSense(child) ? { ...inner, ...numberOf(child, isCounted ? ++count : 0) } : inner;
    isSame &&= now === child;
    return now;
  });
  return isSame ? node : { ...node, children };
}

function numberOf(sense: ReadingNode, count: number): Pick<ReadingNode, 'role' | 'title'> {
  const { n = '' } = sense;
  if (count > 0) return { role: 'counted', title: String(count) };
  return n === '' ? { role: 'sense' } : { role: isPrinted(sense, n) ? 'printed' : 'sense', title: n };
}

/** The tree, where each sense has its number as its title and, as its role, whether it is counted, printed or given. */
export const withSenseNumbers = numbered;
