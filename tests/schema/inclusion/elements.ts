/** What a grammar says of each element: its content as an expression, and its attributes. */
import { namesOf, patterns, type Grammar, type Node } from '../../../scripts/schema/read-grammar.ts';
import { choice, empty, nothing, repeat, sequence, symbol, text, type Expression } from './expression.ts';

/** An attribute: whether it must be there, and the values it may have, one description for each kind of value. */
export interface AttributeFacts {
  required: boolean;
  values: Set<string>;
}

/** An element: what it may contain and carry. Where a grammar has several definitions, everything any of them allows. */
export interface ElementFacts {
  content: Expression;
  attributes: Map<string, AttributeFacts>;
}

/** Every element that a document valid under the grammar may have, by name; `#other` stands for elements of other namespaces. */
export function elementsOf(grammar: Grammar): Map<string, ElementFacts> {
  const found = new Map<string, ElementFacts>();
  const content = contentReader(grammar);
  for (const definition of grammar.definitions.values()) {
    for (const node of definition.body.flatMap(elementPatterns)) {
      for (const name of namesOf(node) ?? []) {
        const facts = { content: content(patterns(node)), attributes: attributesOf(grammar, patterns(node)) };
        const before = found.get(name);
        found.set(name, before ? { ...facts, content: choice([before.content, facts.content]) } : facts);
      }
    }
  }
  return found;
}

function elementPatterns(node: Node): Node[] {
  return node.name === 'element' ? [node] : patterns(node).flatMap(elementPatterns);
}

const definitionOf = (grammar: Grammar, ref: Node): readonly Node[] =>
  grammar.definitions.get(ref.attributes.name!)!.body;

/** Reads contents as expressions; attributes count as nothing to be seen. Remembers what it has read. */
function contentReader(grammar: Grammar): (nodes: readonly Node[]) => Expression {
  const known = new Map<Node, Expression>();
  const inOrder = (nodes: readonly Node[]): Expression =>
    nodes.map(contentOf).reduceRight((rest, part) => sequence(part, rest), empty);
  const contentOf = (node: Node): Expression => {
    const made = known.get(node) ?? read(node);
    known.set(node, made);
    return made;
  };
  const elements = (node: Node): Expression[] => (namesOf(node) ?? ['#other']).map(symbol);
  const read = (node: Node): Expression => {
    const all = (): Expression => inOrder(patterns(node));
    switch (node.name) {
      case 'attribute':
      case 'empty':
        return empty;
      case 'notAllowed':
        return nothing;
      case 'text':
        return text;
      case 'element':
        return choice(elements(node));
      case 'ref':
        return inOrder(definitionOf(grammar, node));
      case 'group':
        return all();
      case 'choice':
        return choice(patterns(node).map(contentOf));
      case 'optional':
        return choice([empty, all()]);
      case 'zeroOrMore':
        return repeat(all());
      case 'oneOrMore':
        return sequence(all(), repeat(all()));
      case 'data':
      case 'value':
      case 'list':
        return symbol(`#data ${describe(grammar, node)}`);
      default:
        throw new Error(`<${node.name}> is not looked into here`);
    }
  };
  return inOrder;
}

/** The attributes of an element. One that is in only some branches of a choice need not be there. */
function attributesOf(grammar: Grammar, nodes: readonly Node[]): Map<string, AttributeFacts> {
  const found = new Map<string, AttributeFacts>();
  const visit = (node: Node, required: boolean): void => {
    if (node.name === 'element') return;
    if (node.name === 'ref') for (const part of definitionOf(grammar, node)) visit(part, required);
    else if (node.name === 'attribute') {
      const values = new Set(patterns(node).flatMap((part) => alternatives(grammar, part)));
      if (patterns(node).length === 0) values.add('text');
      for (const name of namesOf(node) ?? ['*']) {
        found.set(name, { required, values: new Set([...values, ...(found.get(name)?.values ?? [])]) });
      }
    } else {
      const optional = ['optional', 'choice', 'zeroOrMore'].includes(node.name);
      for (const part of patterns(node)) visit(part, required && !optional);
    }
  };
  for (const node of nodes) visit(node, true);
  return found;
}

/** The kinds of value a pattern stands for, each as one description. */
function alternatives(grammar: Grammar, node: Node): string[] {
  if (node.name === 'ref') return definitionOf(grammar, node).flatMap((part) => alternatives(grammar, part));
  const parts = (): string[] => patterns(node).flatMap((part) => alternatives(grammar, part));
  if (node.name === 'choice') return parts();
  if (node.name === 'optional') return [...parts(), '""'];
  return [describe(grammar, node)];
}

function describe(grammar: Grammar, node: Node): string {
  const parts = patterns(node).map((part) => alternatives(grammar, part).toSorted().join('|'));
  switch (node.name) {
    case 'value':
      return `"${node.text.trim()}"`;
    case 'data': {
      const limits = node.children.filter((child) => child.name === 'param').map((child) => child.text);
      return `${node.attributes.type}${limits.length > 0 ? `{${limits.join(' ')}}` : ''}`;
    }
    case 'group':
      return parts.join(', ');
    case 'ref':
      return alternatives(grammar, node).toSorted().join('|');
    default:
      return parts.length > 0 ? `${node.name}(${parts.join(', ')})` : node.name;
  }
}
