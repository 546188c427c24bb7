import { sideRoles } from '../../model/apparatus.ts';
import { kinds, type ReadingNode } from '../../model/reading.ts';
import { markRoles, statuses } from '../../model/status.ts';
import type { ResultNode } from '../engine.ts';
import { attributeOf } from '../result-nodes.ts';

/** What our own templates never make, and writers need not expect: looked for in what those of an edition made. */

/** The element or kind that is wrong, and what of it, in words. */
export interface ResultFault {
  readonly name: string;
  readonly message: string;
}

const elements: ReadonlySet<string> = new Set<string>([...kinds, 'view', 'range', 'ends']);
const isStatus = (is: string | undefined): boolean => statuses.some((one) => one === is);

/** What may be in a formula is markup of another vocabulary. */
const isOpaque = ({ localName }: ResultNode): boolean => localName === 'formula';

function elementFault(node: ResultNode): ResultFault | undefined {
  const { localName: name } = node;
  const fault = (message: string): ResultFault => ({ name, message });
  if (!elements.has(name)) return fault(`an element “${name}”`);
  const is = attributeOf(node, 'is');
  if ((is !== undefined || name === 'range') && !isStatus(is)) return fault(`the status “${is ?? ''}”`);
  const only = attributeOf(node, 'only');
  if (name === 'view' && only !== 'reading' && only !== 'diplomatic') return fault(`the view “${only ?? ''}”`);
  if (name === 'side' && !sideRoles.some((role) => role === attributeOf(node, 'role')))
    return fault('a side of an entry whose role is none of a side');
  return undefined;
}

/** What XML 1.0 does not allow: marks of the spine are such characters. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

function characterFault({ localName, nodeValue, attributes }: ResultNode): ResultFault | undefined {
  const isWrong = notXml.test(nodeValue ?? '') || Array.from(attributes ?? []).some(({ value }) => notXml.test(value));
  return isWrong ? { name: localName, message: 'a character that XML does not allow' } : undefined;
}

/** What is wrong with a result; undefined: nothing. */
export function checkResult(section: ResultNode): ResultFault | undefined {
  const waiting = [section];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const fault = characterFault(node) ?? (node.nodeType === 1 ? elementFault(node) : undefined);
    if (fault) return fault;
    if (!isOpaque(node)) for (let i = 0; i < node.childNodes.length; i++) waiting.push(node.childNodes[i]!);
  }
  return undefined;
}

const marks: ReadonlySet<string> = new Set([...markRoles, 'gloss']);
const shownNumbers: ReadonlySet<string> = new Set(['', 'margin', 'label', 'place']);

function nodeFault(node: ReadingNode, parent: ReadingNode | undefined): string | undefined {
  const { kind, role = '', number } = node;
  if (kind === 'side' && parent?.kind !== 'app') return 'a side that is in no entry of an apparatus';
  if (kind === 'mark' && !marks.has(role)) return `a mark of the role “${role}”`;
  if (kind === 'formula' && (node.notation === undefined || !node.raw)) return 'a formula without its markup or source';
  if (number && !shownNumbers.has(number.shown)) return 'a number that Octavo did not give';
  return undefined;
}

/** What is wrong with a tree; undefined: nothing. */
export function checkTree(tree: ReadingNode): ResultFault | undefined {
  const waiting: [ReadingNode, ReadingNode | undefined][] = [[tree, undefined]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, parent] = next;
    const message = nodeFault(node, parent);
    if (message !== undefined) return { name: node.kind, message };
    for (const child of node.children) if (typeof child !== 'string') waiting.push([child, node]);
  }
  return undefined;
}
