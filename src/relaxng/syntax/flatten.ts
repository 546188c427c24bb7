import { attributeOf, ownChildren, RNG } from './tree.ts';
import type { SchemaComment, SchemaElement, SchemaNode } from './tree.ts';

/** Finds the tree of the file that an `<include>` names, and the address to resolve its own includes against. */
export type BringIn = (include: SchemaElement, base: string) => { root: SchemaElement; address: string } | undefined;

/**
 * The same schema in one file: definitions of included files are in place of their `<include>` (specification, section
 * 4.7), without those that are replaced, and without those that nothing refers to. Files brought in by `<externalRef>`
 * stay outside.
 */
export function flatten(root: SchemaElement, base: string, bringIn: BringIn): SchemaElement {
  if (root.local !== 'grammar') return root;
  const inlined = inline(root.children, base, bringIn, contextIn(root, { ns: '', library: '' }));
  return { ...root, children: prune(inlined, reachable(inlined)) };
}

/** What elements inherit at a place. */
interface Context {
  readonly ns: string;
  readonly library: string;
}

const contextIn = (element: SchemaElement, outer: Context): Context => ({
  ns: attributeOf(element, 'ns') ?? outer.ns,
  library: attributeOf(element, 'datatypeLibrary') ?? outer.library,
});

function inline(nodes: readonly SchemaNode[], base: string, bringIn: BringIn, context: Context): SchemaNode[] {
  return nodes.flatMap((node): SchemaNode[] => {
    if (node.kind !== 'element' || node.uri !== RNG) return [node];
    const inner = contextIn(node, context);
    if (node.local === 'div') return [{ ...node, children: inline(node.children, base, bringIn, inner) }];
    return node.local === 'include' ? included(node, base, bringIn, inner) : [node];
  });
}

function included(include: SchemaElement, base: string, bringIn: BringIn, context: Context): SchemaNode[] {
  const found = bringIn(include, base);
  if (found === undefined) return [include];
  const { root, address } = found;
  const own = inline(include.children, base, bringIn, context);
  const names = new Set(definitions(own).map(nameOf));
  // An included file inherits the namespace, but not the datatype library (sections 4.4 and 4.7).
  const there = contextIn(root, { ns: context.ns, library: '' });
  const plain = there.ns === context.ns && (there.library === context.library || !usesLibrary(root));
  const theirs = withoutReplaced(inline(root.children, address, bringIn, plain ? context : there), names);
  return [...(plain ? theirs : [asDiv(root, theirs, there)]), ...own];
}

/** What the included file says about namespaces and datatypes goes with its definitions. */
function asDiv(root: SchemaElement, children: readonly SchemaNode[], { ns, library }: Context): SchemaElement {
  const { start, end } = root;
  const attribute = (local: string, value: string) => ({ uri: '', local, prefix: '', value, start, end });
  return { ...root, local: 'div', attributes: [attribute('ns', ns), attribute('datatypeLibrary', library)], children };
}

/** Is there a type whose library is on an element around it? */
function usesLibrary(element: SchemaElement): boolean {
  return ownChildren(element).some((child) => {
    if (attributeOf(child, 'datatypeLibrary') !== undefined) return false;
    return attributeOf(child, 'type') !== undefined || usesLibrary(child);
  });
}

const isOwn = (node: SchemaNode, ...locals: string[]): boolean =>
  node.kind === 'element' && node.uri === RNG && locals.includes(node.local);

const nameOf = (node: SchemaElement): string =>
  node.local === 'start' ? '' : (attributeOf(node, 'name') ?? '').trim();

function definitions(nodes: readonly SchemaNode[]): SchemaElement[] {
  return nodes.flatMap((node): SchemaElement[] => {
    if (node.kind !== 'element') return [];
    return isOwn(node, 'div') ? definitions(node.children) : isOwn(node, 'define', 'start') ? [node] : [];
  });
}

const withoutReplaced = (nodes: readonly SchemaNode[], names: ReadonlySet<string>): SchemaNode[] =>
  keep(nodes, (node) => !names.has(nameOf(node)));

const prune = (nodes: readonly SchemaNode[], used: ReadonlySet<string>): SchemaNode[] =>
  keep(nodes, (node) => node.local === 'start' || used.has(nameOf(node)));

/** Keeps the definitions that count, with the comments before them, and no empty divisions. */
function keep(nodes: readonly SchemaNode[], counts: (definition: SchemaElement) => boolean): SchemaNode[] {
  const kept: SchemaNode[] = [];
  let comments: SchemaComment[] = [];
  for (const node of nodes) {
    if (node.kind === 'comment') comments.push(node);
    if (node.kind !== 'element') continue;
    const inner = isOwn(node, 'div') ? keep(node.children, counts) : node.children;
    const stays = isOwn(node, 'div') ? definitions(inner).length > 0 : !isOwn(node, 'define', 'start') || counts(node);
    if (stays) kept.push(...comments, { ...node, children: inner });
    comments = [];
  }
  return kept;
}

/** The names of all definitions that the start leads to. */
function reachable(nodes: readonly SchemaNode[]): Set<string> {
  const bodies = new Map<string, SchemaElement[]>();
  for (const node of definitions(nodes)) bodies.set(nameOf(node), [...(bodies.get(nameOf(node)) ?? []), node]);
  const seen = new Set(['']);
  for (const name of seen)
    for (const body of bodies.get(name) ?? []) for (const next of references(body)) seen.add(next);
  return seen;
}

function references(node: SchemaElement): string[] {
  const inner = ownChildren(node).flatMap(references);
  const refers = node.local === 'ref' || node.local === 'parentRef';
  return refers ? [(attributeOf(node, 'name') ?? '').trim(), ...inner] : inner;
}
