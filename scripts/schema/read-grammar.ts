/**
 * Reads a RELAX NG grammar (XML syntax, one self-contained file) into a small tree that the documentation and the proofs work on.
 * It reads what our generated files and tei_all.rng contain; it is not a validator.
 */
import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';

/** An element of the schema file as read: its local name, attributes, children, own text; and children and text in order. */
export interface Node {
  name: string;
  ns: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
  pieces: (Node | string)[];
}

/** One `define`, with its explanation and the patterns in it. */
export interface Definition {
  name: string;
  doc: string;
  body: Node[];
}

/** A grammar: its definitions by name, in the order of the file, and what a document may start with. */
export interface Grammar {
  definitions: Map<string, Definition>;
  start: Node[];
}

export const RNG = 'http://relaxng.org/ns/structure/1.0';
const TEI = 'http://www.tei-c.org/ns/1.0';
const ANNOTATIONS = 'http://relaxng.org/ns/compatibility/annotations/1.0';

/** The whole file as a tree, foreign elements included. */
export function readTree(path: string): Node {
  const parser = new SaxesParser({ xmlns: true });
  const root = made('', '', {}, []);
  const stack = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map((a) => [a.name, a.value]));
    resolveName(attributes, (prefix) => parser.resolve(prefix));
    const node = made(tag.local, tag.uri, attributes, []);
    stack.at(-1)!.children.push(node);
    stack.at(-1)!.pieces.push(node);
    stack.push(node);
  });
  parser.on('text', (text) => {
    stack.at(-1)!.text += text;
    stack.at(-1)!.pieces.push(text);
  });
  parser.on('closetag', (tag) => {
    const node = stack.pop()!;
    if (tag.uri !== RNG || tag.local !== 'name') return;
    const held: Record<string, string> = { ...node.attributes, name: node.text.trim() };
    resolveName(held, (prefix) => parser.resolve(prefix));
    const { name, ...attributes } = held;
    Object.assign(node, { attributes, text: name });
  });
  parser.write(readFileSync(path, 'utf8')).close();
  return root.children[0]!;
}

/** A name with a prefix becomes a name and a namespace: prefixes are lost where a file becomes part of another one. */
function resolveName(attributes: Record<string, string>, resolve: (prefix: string) => string | undefined): void {
  const [prefix, local] = attributes.name?.split(':') ?? [];
  if (local === undefined || prefix === 'xml') return;
  attributes.name = local;
  attributes.ns = resolve(prefix!)!;
}

/** The explanation written on a node (`a:documentation`), its lines kept. */
export function documentation(node: Node): string {
  return node.children
    .filter((child) => child.ns === ANNOTATIONS && child.name === 'documentation')
    .map((child) => child.text)
    .join('\n');
}

/** The patterns among a node's children: neither explanations nor name classes. */
export function patterns(node: Node): Node[] {
  return node.children.filter((child) => child.ns === RNG && !isNameClass(child));
}

const NAME_CLASSES = new Set(['name', 'anyName', 'nsName', 'except', 'param']);

/** A choice of names looks like a choice of patterns; only what is in it shows which of the two it is. */
function isNameClass({ name, children }: Node): boolean {
  return NAME_CLASSES.has(name) || (name === 'choice' && children.length > 0 && children.every(isNameClass));
}

/** Reads a grammar; definitions of the same name are joined as their `combine` says. */
export function readGrammar(path: string): Grammar {
  const grammar: Grammar = { definitions: new Map(), start: [] };
  const visit = (node: Node): void => {
    for (const child of node.children) {
      if (child.ns !== RNG) continue;
      if (child.name === 'div') visit(child);
      else if (child.name === 'start') grammar.start.push(...patterns(child));
      else if (child.name === 'define') addDefinition(grammar, child);
      else throw new Error(`${path}: <${child.name}> in a grammar; only self-contained grammars are read here`);
    }
  };
  visit(readTree(path));
  return grammar;
}

function addDefinition(grammar: Grammar, node: Node): void {
  const name = node.attributes.name!;
  const body = patterns(node);
  const before = grammar.definitions.get(name);
  if (!before) {
    grammar.definitions.set(name, { name, doc: documentation(node), body });
    return;
  }
  const both = [group(before.body), group(body)];
  const kind = node.attributes.combine ?? 'choice';
  before.body = [made(kind, RNG, {}, both)];
  before.doc ||= documentation(node);
}

const group = (children: Node[]): Node => made('group', RNG, {}, children);

function made(name: string, ns: string, attributes: Record<string, string>, children: Node[]): Node {
  return { name, ns, attributes, children, text: '', pieces: [] };
}

/**
 * The names an `element` or `attribute` pattern stands for, or `undefined` where it is a wildcard. Names of the TEI are plain, those
 * of other namespaces have their namespace before them in braces.
 */
export function namesOf(node: Node): string[] | undefined {
  if (node.attributes.name !== undefined) return [qualified(node, node.attributes.name)];
  const nameClass = node.children.find(
    (child) => child.ns === RNG && /^(name|anyName|nsName|choice)$/.test(child.name),
  );
  if (nameClass?.name === 'name') return [qualified(nameClass, nameClass.text)];
  if (nameClass?.name !== 'choice' || !nameClass.children.every((child) => child.name === 'name')) return undefined;
  return nameClass.children.map((child) => qualified(child, child.text));
}

function qualified(node: Node, name: string): string {
  const ns = node.attributes.ns ?? '';
  return ns === '' || ns === TEI ? name.trim() : `{${ns}}${name.trim()}`;
}
