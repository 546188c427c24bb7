import { holds } from '../grammar/name-class.ts';
import type { AttributeNode, ElementNode, Node } from '../grammar/nodes.ts';
import type { Schema } from '../engine/schema.ts';

/** What the schema says about the element of this name; empty where it says nothing, or has none. */
export function elementDocumentation({ grammar }: Schema, uri: string, local: string): string {
  const found = grammar.elements.filter(({ names }) => names.kind !== 'anyName' && holds(names, uri, local));
  return [...new Set(found.map((one) => grammar.documentation(one.documentation)))]
    .filter((text) => text !== '')
    .join('\n');
}

/** What the schema says about an attribute of an element. */
export function attributeDocumentation(
  { grammar }: Schema,
  element: { readonly uri: string; readonly local: string },
  attribute: { readonly uri: string; readonly local: string },
): string {
  const texts = new Set<string>();
  for (const node of grammar.elements) {
    if (!holds(node.names, element.uri, element.local)) continue;
    for (const one of attributesIn(node)) {
      if (holds(one.names, attribute.uri, attribute.local)) texts.add(grammar.documentation(one.documentation));
    }
  }
  return [...texts].filter((text) => text !== '').join('\n');
}

function attributesIn(element: ElementNode): AttributeNode[] {
  const found: AttributeNode[] = [];
  const seen = new Set<Node>();
  const look = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'attribute') found.push(node);
    else if (node.kind === 'oneOrMore') look(node.of);
    else if (node.kind === 'choice' || node.kind === 'group' || node.kind === 'interleave') node.of.forEach(look);
  };
  look(element.content);
  return found;
}
