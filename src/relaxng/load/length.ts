import type { Grammar, Node } from '../grammar/nodes.ts';
import type { Problems } from '../syntax/problems.ts';
import type { SchemaElement } from '../syntax/tree.ts';

/** More parts in a row than any content has that a person thought of. */
const mostParts = 5000;

/**
 * Refuses contents of too many parts in a row. A few definitions that double each other name a thousand million of them, which no
 * validator could follow: nodes are shared, but what they stand for is not.
 */
export function checkLength(grammar: Grammar, root: SchemaElement, problems: Problems): void {
  const known = new Map<Node, number>();
  const length = (node: Node): number => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const made = measure(node);
    known.set(node, made);
    return made;
  };
  const measure = (node: Node): number => {
    if (node.kind === 'group' || node.kind === 'interleave') return node.of.reduce((sum, one) => sum + length(one), 0);
    if (node.kind === 'choice') return node.of.reduce((most, one) => Math.max(most, length(one)), 1);
    return node.kind === 'oneOrMore' || node.kind === 'list' ? length(node.of) : 1;
  };
  const contents = grammar.elements.map((element) => [element.content, element.where] as const);
  for (const [content, where] of [[grammar.start, undefined] as const, ...contents]) {
    if (length(content) <= mostParts) continue;
    problems.add('schema-restriction', `A content has more than ${mostParts} parts in a row.`, where ?? root);
    return;
  }
}
