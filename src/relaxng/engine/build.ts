import type { NameClass } from '../grammar/name-class.ts';
import type { Node } from '../grammar/nodes.ts';
import { intern } from './names.ts';
import type { NameTable, QName } from './names.ts';
import type { Pattern } from './pattern.ts';
import { choice, elementOf, group, interleave, leaf, list, oneOrMore } from './table.ts';
import type { PatternTable } from './table.ts';

/** The pattern of a node of the schema. Contents of elements are built only when the element is opened. */
export function patternOf(table: PatternTable, node: Node): Pattern {
  const known = table.fromNodes.get(node);
  if (known !== undefined) return known;
  const made = build(table, node);
  table.fromNodes.set(node, made);
  return made;
}

/** What an element may hold, attributes included. */
export function contentOf(table: PatternTable, element: Pattern): Pattern {
  return (element.content ??= patternOf(table, elementOf(element).content));
}

function build(table: PatternTable, node: Node): Pattern {
  switch (node.kind) {
    case 'empty':
    case 'notAllowed':
    case 'text':
      return table[node.kind];
    case 'choice':
      return choice(
        table,
        node.of.map((one) => patternOf(table, one)),
      );
    case 'group':
    case 'interleave': {
      const join = node.kind === 'group' ? group : interleave;
      return node.of
        .map((one) => patternOf(table, one))
        .reduceRight((rest, one) => join(table, one, rest), table.empty);
    }
    case 'oneOrMore':
      return oneOrMore(table, patternOf(table, node.of));
    case 'list':
      return list(table, patternOf(table, node.of));
    case 'attribute':
      return leaf(table, node, onlyName(table.names, node.names), patternOf(table, node.of));
    case 'element':
      return leaf(table, node, onlyName(table.names, node.names));
    default:
      return leaf(table, node, undefined);
  }
}

const onlyName = (names: NameTable, one: NameClass): QName | undefined =>
  one.kind === 'name' ? intern(names, one.uri, one.local) : undefined;
