/**
 * Makes one self-contained RELAX NG grammar of a grammar and the files it includes (RELAX NG specification, section 4.7), and
 * writes it down. Definitions that an including file replaces are left out, and so are those that nothing refers to.
 */
import { dirname, join } from 'node:path';
import { readTree, RNG, type Node } from './read-grammar.ts';

/** The grammar in `path`, with all its includes resolved. */
export function flattenGrammar(path: string): Node {
  const root = readTree(path);
  const components = inline(root, path);
  const used = reachable(components);
  const children = components.filter((node) => node.name === 'start' || used.has(node.attributes.name!));
  return { ...root, children };
}

/** The `start`s and `define`s of a grammar, those of included files in place of their `include`. */
function inline(grammar: Node, path: string): Node[] {
  return grammar.children.flatMap((node) => {
    if (node.ns !== RNG) return [];
    if (node.name === 'div') return inline(node, path);
    if (node.name !== 'include') return [node];
    const included = join(dirname(path), node.attributes.href!);
    const overrides = inline(node, path);
    const replaced = new Set(overrides.map(componentName));
    const kept = inline(readTree(included), included).filter((component) => !replaced.has(componentName(component)));
    return [...kept, ...overrides];
  });
}

const componentName = (node: Node): string => (node.name === 'start' ? '' : node.attributes.name!);

/** The names of all definitions that a document can ever meet. */
function reachable(components: Node[]): Set<string> {
  const bodies = new Map<string, Node[]>();
  for (const node of components) bodies.set(componentName(node), [...(bodies.get(componentName(node)) ?? []), node]);
  const seen = new Set<string>(['']);
  const waiting = [''];
  while (waiting.length > 0) {
    for (const name of (bodies.get(waiting.pop()!) ?? []).flatMap(references)) {
      if (seen.has(name)) continue;
      seen.add(name);
      waiting.push(name);
    }
  }
  return seen;
}

function references(node: Node): string[] {
  return node.name === 'ref' ? [node.attributes.name!] : node.children.flatMap(references);
}

/** The grammar as an XML file: the same text on every machine. */
export function writeGrammar(grammar: Node, remark: string): string {
  const root =
    '<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"\n' +
    '  ns="http://www.tei-c.org/ns/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">\n';
  const body = grammar.children.map((node) => writeNode(node, '  ')).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${remark} -->\n${root}${body}</grammar>\n`;
}

function writeNode(node: Node, indent: string): string {
  const name = node.ns === RNG ? node.name : `a:${node.name}`;
  const attributes = Object.entries(node.attributes).filter(
    ([key]) => !key.startsWith('xmlns') && key !== 'datatypeLibrary',
  );
  const tag = name + attributes.map(([key, value]) => ` ${key}="${escape(value).replaceAll('"', '&quot;')}"`).join('');
  if (node.children.length > 0) {
    return `${indent}<${tag}>\n${node.children.map((child) => writeNode(child, indent + '  ')).join('')}${indent}</${name}>\n`;
  }
  return node.text === '' ? `${indent}<${tag}/>\n` : `${indent}<${tag}>${escape(node.text)}</${name}>\n`;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
