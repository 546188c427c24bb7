import { isFinite, overlap, singleNames } from '../grammar/name-class.ts';
import type { AttributeNode, Grammar, Node } from '../grammar/nodes.ts';
import type { Problems } from '../syntax/problems.ts';
import type { SchemaElement } from '../syntax/tree.ts';

/** The attributes of a pattern: by name where names are given one by one, apart where they are wildcards. */
interface AttributeSet {
  readonly named: ReadonlyMap<string, AttributeNode>;
  readonly wild: readonly AttributeNode[];
}

const none: AttributeSet = { named: new Map(), wild: [] };

/** Section 7.3: patterns that stand together cannot have the same attribute, since an element has each but once. */
export function checkAttributeSets(grammar: Grammar, root: SchemaElement, problems: Problems): void {
  const known = new Map<Node, AttributeSet>();
  for (const { content, where = root } of grammar.elements) attributesOf(content, known, where, problems);
}

function attributesOf(
  node: Node,
  known: Map<Node, AttributeSet>,
  where: SchemaElement,
  problems: Problems,
): AttributeSet {
  const before = known.get(node);
  if (before !== undefined) return before;
  const set = computed(node, known, where, problems);
  known.set(node, set);
  return set;
}

function computed(node: Node, known: Map<Node, AttributeSet>, where: SchemaElement, problems: Problems): AttributeSet {
  const inner = (one: Node): AttributeSet => attributesOf(one, known, where, problems);
  switch (node.kind) {
    case 'attribute':
      return single(node);
    case 'oneOrMore':
      return inner(node.of);
    case 'choice':
      return join(node.of.map(inner));
    case 'group':
    case 'interleave': {
      const sets = node.of.map(inner);
      const clash = findClash(sets);
      if (clash !== undefined) {
        const message = `An element cannot have the attribute “${clash.local}” twice, as this one would.`;
        problems.add('schema-restriction', message, clash.attribute.where ?? where);
      }
      return join(sets);
    }
    default:
      return none;
  }
}

const keyOf = ({ uri, local }: { uri: string; local: string }): string => `${local} ${uri}`;

function single(node: AttributeNode): AttributeSet {
  if (!isFinite(node.names)) return { named: new Map(), wild: [node] };
  return { named: new Map(singleNames(node.names).map((name) => [keyOf(name), node])), wild: [] };
}

function join(sets: readonly AttributeSet[]): AttributeSet {
  const filled = sets.filter((set) => set.named.size > 0 || set.wild.length > 0);
  if (filled.length <= 1) return filled[0] ?? none;
  const named = new Map<string, AttributeNode>();
  for (const set of filled) for (const [key, node] of set.named) named.set(key, node);
  return { named, wild: [...new Set(filled.flatMap((set) => set.wild))] };
}

function findClash(sets: readonly AttributeSet[]): { local: string; attribute: AttributeNode } | undefined {
  const seen = new Map<string, AttributeNode>();
  const wild: AttributeNode[] = [];
  for (const set of sets) {
    for (const [key, attribute] of set.named) {
      if (seen.has(key)) return { local: key.slice(0, key.indexOf(' ')), attribute };
    }
    const others = [...set.wild, ...(wild.length > 0 ? set.named.values() : [])];
    for (const attribute of others) {
      const against = set.wild.includes(attribute) ? [...wild, ...seen.values()] : wild;
      const clash = against.map((one) => overlap(one.names, attribute.names)).find((one) => one !== undefined);
      if (clash !== undefined) return { local: clash.local === '\u0001' ? '*' : clash.local, attribute };
    }
    for (const [key, attribute] of set.named) seen.set(key, attribute);
    wild.push(...set.wild);
  }
  return undefined;
}
