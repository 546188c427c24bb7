import { overlap } from '../grammar/name-class.ts';
import type { ElementNode, Grammar, Node } from '../grammar/nodes.ts';
import type { Problems } from '../syntax/problems.ts';
import type { SchemaElement } from '../syntax/tree.ts';

/** Section 7.4: patterns that are interleaved share no element, and at most one of them holds text. */
export function checkInterleaves(grammar: Grammar, root: SchemaElement, problems: Problems): void {
  const seen = new Set<Node>();
  for (const { content, where = root } of grammar.elements) check(content, where, problems, seen);
}

function check(node: Node, where: SchemaElement, problems: Problems, seen: Set<Node>): void {
  if (seen.has(node)) return;
  seen.add(node);
  if (node.kind === 'interleave') checkInterleave(node.of, where, problems);
  if (node.kind === 'choice' || node.kind === 'group' || node.kind === 'interleave') {
    for (const one of node.of) check(one, where, problems, seen);
  } else if (node.kind === 'oneOrMore') check(node.of, where, problems, seen);
}

interface Met {
  readonly elements: Set<ElementNode>;
  text: boolean;
  readonly seen: Set<Node>;
}

function checkInterleave(branches: readonly Node[], where: SchemaElement, problems: Problems): void {
  const met = branches.map((branch) => {
    const found: Met = { elements: new Set(), text: false, seen: new Set() };
    look(branch, found);
    return found;
  });
  if (met.filter((one) => one.text).length > 1) {
    problems.add('schema-restriction', 'Only one of the patterns that are interleaved can contain text.', where);
  }
  for (let i = 1; i < met.length; i++) {
    const clash = findClash(met.slice(0, i), met[i]!);
    if (clash === undefined) continue;
    const message = `The element “${clash}” is in two of the patterns that are interleaved.`;
    problems.add('schema-restriction', message, where);
    return;
  }
}

function look(node: Node, found: Met): void {
  if (found.seen.has(node)) return;
  found.seen.add(node);
  if (node.kind === 'text') found.text = true;
  else if (node.kind === 'element') found.elements.add(node);
  else if (node.kind === 'oneOrMore') look(node.of, found);
  else if (node.kind === 'choice' || node.kind === 'group' || node.kind === 'interleave') {
    for (const one of node.of) look(one, found);
  }
}

function findClash(before: readonly Met[], now: Met): string | undefined {
  const single = new Set<string>();
  const others: ElementNode[] = [];
  for (const element of before.flatMap((one) => [...one.elements])) {
    if (element.names.kind === 'name') single.add(`${element.names.local} ${element.names.uri}`);
    else others.push(element);
  }
  for (const element of now.elements) {
    const { names } = element;
    if (names.kind === 'name' && single.has(`${names.local} ${names.uri}`)) return names.local;
    const against = names.kind === 'name' ? others : before.flatMap((one) => [...one.elements]);
    const clash = against.map((one) => overlap(one.names, names)).find((one) => one !== undefined);
    if (clash !== undefined) return clash.local === '\u0001' ? '*' : clash.local;
  }
  return undefined;
}
