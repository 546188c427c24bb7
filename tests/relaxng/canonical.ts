import { RNG } from '../../src/relaxng/syntax/tree.ts';
import type { SchemaElement, SchemaNode } from '../../src/relaxng/syntax/tree.ts';

/**
 * A schema written so that two texts are equal if the schemas say the same: names with their namespaces, datatypes with their libraries,
 * groups and defaults said or left out in one way, comments with their white space collapsed.
 */
export function canonical(root: SchemaElement): string {
  const lines: string[] = [];
  write(root, { ns: '', library: '', attribute: false }, '', lines);
  return lines.join('\n');
}

interface Inherited {
  readonly ns: string;
  readonly library: string;
  readonly attribute: boolean;
}

function write(element: SchemaElement, outer: Inherited, indent: string, lines: string[]): void {
  if (element.uri !== RNG) {
    lines.push(indent + foreign(element));
    return;
  }
  const get = (local: string): string | undefined =>
    element.attributes.find((one) => one.uri === '' && one.local === local)?.value.trim();
  const own = element.attributes.find((one) => one.uri === '' && one.local === 'ns')?.value;
  const inherited: Inherited = {
    ns: own ?? outer.ns,
    library: get('datatypeLibrary') ?? outer.library,
    attribute: element.local === 'attribute',
  };
  const said = element.attributes
    .filter((one) => one.uri !== '' || !['ns', 'datatypeLibrary', 'name', 'type'].includes(one.local))
    .map((one) => `{${one.uri}}${one.local}=${one.local === 'href' ? one.value.replace(/\.rn[cg]$/, '') : one.value}`)
    .sort();
  const name = get('name');
  const named = name !== undefined && (element.local === 'element' || element.local === 'attribute');
  if (name !== undefined && !named) said.push(`name=${name}`);
  if (element.local === 'nsName') said.push(`ns=${inherited.ns}`);
  if (element.local === 'data' || element.local === 'value') said.push(type(get('type'), inherited.library));
  const text = ['value', 'param'].includes(element.local) ? textOf(element) : '';
  if (element.local === 'name') said.push(qualified(textOf(element).trim(), element, inherited.ns));
  lines.push(`${indent}${element.local} ${said.join(' ')} ${JSON.stringify(text)}`);
  if (named) {
    const ns = inherited.attribute ? (own ?? '') : inherited.ns;
    lines.push(`${indent}  name ${qualified(name, element, ns)} ""`);
  }
  writeChildren(element, named, inherited, `${indent}  `, lines);
}

const sequences = ['element', 'define', 'zeroOrMore', 'oneOrMore', 'optional', 'list', 'mixed'];

function writeChildren(
  element: SchemaElement,
  named: boolean,
  inherited: Inherited,
  indent: string,
  lines: string[],
): void {
  const patterns = element.children.filter((child) => child.kind === 'element' && child.uri === RNG);
  const content =
    (element.local === 'element' || element.local === 'attribute') && !named ? patterns.slice(1) : patterns;
  for (const child of element.children) {
    if (child.kind === 'comment') lines.push(`${indent}#${comment(child.value)}`);
    if (child.kind !== 'element') continue;
    // A group that is all there is need not be said.
    const sole = sequences.includes(element.local) && content.length === 1 && child === content[0];
    if (sole && child.local === 'group' && child.attributes.length === 0)
      writeChildren(child, true, inherited, indent, lines);
    else write(child, inherited, indent, lines);
  }
  if (element.local === 'attribute' && content.length === 0) lines.push(`${indent}text  ""`);
}

const type = (name: string | undefined, library: string): string =>
  name === undefined || (library === '' && name === 'token') ? 'type={}token' : `type={${library}}${name}`;

function qualified(name: string, element: SchemaElement, ns: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? `{${ns}}${name}` : `{${element.namespaces.get(name.slice(0, colon))}}${name.slice(colon + 1)}`;
}

const textOf = (element: SchemaElement): string =>
  element.children.map((child) => (child.kind === 'text' ? child.value : '')).join('');

/** A comment, its white space and the blanks between its hyphens aside. */
const comment = (value: string): string =>
  value.replace(/\s+/g, ' ').replaceAll('- -', '--').replaceAll('- -', '--').trim();

function foreign(node: SchemaNode): string {
  if (node.kind === 'text') return JSON.stringify(node.value);
  if (node.kind === 'comment') return `#${comment(node.value)}`;
  const attributes = node.attributes.map((one) => `{${one.uri}}${one.local}=${one.value}`).sort();
  return `{${node.uri}}${node.local} ${attributes.join(' ')} [${node.children
    .filter((child) => child.kind !== 'text' || child.value.trim() !== '')
    .map(foreign)
    .join(' ')}]`;
}
