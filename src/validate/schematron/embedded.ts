import type { SchemaFiles } from '../schemas/schema-files.ts';
import { childNodes, readTree, type SchNode, schematronNamespace } from './tree.ts';

/**
 * Schematron rules inside a grammar (RELAX NG in XML syntax, XSD) as a schema of their own: what stands anywhere in the grammar and the files it
 * brings in is taken as if it stood in one `schema` (ISO/IEC 19757-3, annex on embedding; the order is that of the text).
 */

const xslt = 'http://www.w3.org/1999/XSL/Transform';
const quickFixes = 'http://www.schematron-quickfix.com/validator/process';

/** Languages of grammars, by the namespace of their outermost element. */
const grammars: ReadonlySet<string> = new Set([
  'http://relaxng.org/ns/structure/1.0',
  'http://www.w3.org/2001/XMLSchema',
]);

export const isGrammar = ({ uri }: SchNode): boolean => grammars.has(uri);

const topLevel: ReadonlySet<string> = new Set('ns let pattern rule phase diagnostics properties rules'.split(' '));

/** A rule that stands alone is a pattern of its own. */
function asChildren(node: SchNode): (SchNode | string)[] {
  if (node.local === 'schema') return node.children;
  if (node.local !== 'rule') return [node];
  return [{ ...node, local: 'pattern', tag: { ...node.tag, attributes: [] }, children: [node] }];
}

function collect(node: SchNode, into: (SchNode | string)[]): void {
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    const isOurs = child.uri === schematronNamespace && (topLevel.has(child.local) || child.local === 'schema');
    if (isOurs) into.push(...asChildren(child));
    else if (child.uri === xslt || child.uri === quickFixes) into.push(child);
    else collect(child, into);
  }
}

/** The rules in a grammar, as the outermost element of a schema; undefined where it has none. `root` is the grammar's. */
export function embeddedSchema(root: SchNode, files: SchemaFiles): SchNode | undefined {
  const children: (SchNode | string)[] = [];
  for (const [path, source] of files.sources) {
    const tree = path === files.path ? root : /\.(?:rng|xsd|xml)$/i.test(path) ? readTree(source).root : undefined;
    if (tree && isGrammar(tree)) collect(tree, children);
  }
  const schema: SchNode = { ...root, uri: schematronNamespace, local: 'schema', children };
  return childNodes(schema, 'pattern').length > 0 ? schema : undefined;
}

/** How many rules a grammar holds, by its text alone: enough to say that there are some. */
export function countEmbedded({ sources }: SchemaFiles): number {
  let count = 0;
  for (const { text } of sources.values())
    if (text.includes(schematronNamespace))
      count += text.match(/<(?:[\w.-]+:)?rule\s[^<>]*\bcontext\s*=/g)?.length ?? 0;
  return count;
}
