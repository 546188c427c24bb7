import type { Grammar, Node } from '../grammar/nodes.ts';
import type { Problems } from '../syntax/problems.ts';
import type { SchemaElement } from '../syntax/tree.ts';

/**
 * Section 7.2: a value such as a date cannot be next to other text or elements, since nobody could tell where it ends.
 */

type ContentType = 'empty' | 'complex' | 'simple' | 'impossible';

/** Checks the contents of all elements and attributes. */
export function checkContentTypes(grammar: Grammar, root: SchemaElement, problems: Problems): void {
  const known = new Map<Node, ContentType>();
  for (const { content, where = root } of grammar.elements) {
    if (contentType(content, known) !== 'impossible') continue;
    problems.add(
      'schema-restriction',
      'A value with a datatype cannot be next to other values, text or elements.',
      where,
      'Put the values into a <list>, or use <text/>.',
    );
  }
}

function contentType(node: Node, known: Map<Node, ContentType>): ContentType {
  const before = known.get(node);
  if (before !== undefined) return before;
  const type = computed(node, known);
  known.set(node, type);
  return type;
}

function computed(node: Node, known: Map<Node, ContentType>): ContentType {
  switch (node.kind) {
    case 'empty':
    case 'notAllowed':
      return 'empty';
    case 'text':
    case 'element':
      return 'complex';
    case 'value':
    case 'list':
      return 'simple';
    case 'data':
      return node.except !== undefined && contentType(node.except, known) === 'impossible' ? 'impossible' : 'simple';
    case 'attribute':
      return contentType(node.of, known) === 'impossible' ? 'impossible' : 'empty';
    case 'oneOrMore': {
      const type = contentType(node.of, known);
      return type === 'simple' ? 'impossible' : type;
    }
    case 'choice':
      return widest(node.of.map((one) => contentType(one, known)));
    default:
      return together(node.of.map((one) => contentType(one, known)));
  }
}

const widest = (types: readonly ContentType[]): ContentType =>
  (['impossible', 'simple', 'complex'] as const).find((type) => types.includes(type)) ?? 'empty';

function together(types: readonly ContentType[]): ContentType {
  const filled = types.filter((type) => type !== 'empty');
  return filled.length > 1 && filled.includes('simple') ? 'impossible' : widest(filled);
}
