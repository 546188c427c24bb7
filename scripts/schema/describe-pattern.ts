/** Patterns in words that a reader of TEI knows: the notation of the compact syntax, with links to what is defined elsewhere. */
import { namesOf, patterns, type Grammar, type Node } from './read-grammar.ts';

/** Where the page of a definition is, or `undefined` where it has none. */
export type Link = (name: string) => string | undefined;

/** A pattern as Markdown. Attributes are left out: they have a table of their own. */
export function describePattern(nodes: readonly Node[], link: Link): string {
  return sequence(nodes.filter((node) => !isAttributes(node)).map((node) => describe(node, link)));
}

const sequence = (parts: string[]): string => parts.filter((part) => part !== '').join(', ');

function describe(node: Node, link: Link): string {
  const parts = (): string[] =>
    patterns(node)
      .filter((part) => !isAttributes(part))
      .map((part) => describe(part, link));
  switch (node.name) {
    case 'ref':
      return linked(node.attributes.name!, link);
    case 'text':
      return 'text';
    case 'empty':
      return '';
    case 'notAllowed':
      return 'nothing';
    case 'optional':
      return repeated(parts(), '?');
    case 'zeroOrMore':
      return repeated(parts(), '\\*');
    case 'oneOrMore':
      return repeated(parts(), '+');
    case 'choice':
      return bracketed(
        parts().filter((part) => part !== ''),
        ' | ',
      );
    case 'group':
      return bracketed(parts(), ', ');
    case 'value':
      return `\`${node.text}\``;
    case 'data':
      return dataType(node);
    case 'list':
      return `a list of ${parts().join(', ')}`;
    default:
      throw new Error(`<${node.name}> has no description`);
  }
}

function dataType(node: Node): string {
  const limits = node.children
    .filter((child) => child.name === 'param')
    .map((child) => `${child.attributes.name} ${child.text}`);
  return `${node.attributes.type}${limits.length > 0 ? ` (${limits.map((limit) => `\`${limit}\``).join(', ')})` : ''}`;
}

const repeated = (parts: string[], sign: string): string =>
  parts.length === 1 && (isBracketed(parts[0]!) || !/[|,]/.test(parts[0]!))
    ? parts[0]! + sign
    : `(${sequence(parts)})${sign}`;

const bracketed = (parts: string[], between: string): string =>
  parts.length === 1 ? parts[0]! : `(${parts.join(between)})`;

/** Whether the first bracket closes only at the end. Links have brackets too, but theirs come in pairs. */
function isBracketed(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')') depth--;
    if (depth === 0) return at > 0 && at === text.length - 1;
  }
  return false;
}

/** A name, linked to its page. */
export function linked(name: string, link: Link): string {
  const target = link(name);
  return target === undefined ? name : `[${name}](${target})`;
}

/** Whether a pattern is about attributes: one, several, or a class of them. */
function isAttributes(node: Node): boolean {
  if (node.name === 'attribute') return true;
  if (node.name === 'ref') return node.attributes.name!.startsWith('a.');
  const parts = patterns(node);
  return parts.length > 0 && parts.every((part) => isAttributes(part) || part.name === 'empty');
}

/** An attribute as a definition has it: whether it must be there, what it may be, and its explanation. */
export interface Attribute {
  name: string;
  needed: boolean;
  node: Node;
}

/** The attributes that are in a definition itself, in order, and the names of the classes it refers to. */
export function attributesOf(nodes: readonly Node[]): { own: Attribute[]; classes: string[] } {
  const found = { own: [] as Attribute[], classes: [] as string[] };
  const visit = (node: Node, needed: boolean): void => {
    if (node.name === 'attribute') {
      found.own.push({ name: namesOf(node)?.join(', ') ?? 'any of another namespace', needed, node });
    } else if (node.name === 'ref') {
      if (isAttributes(node)) found.classes.push(node.attributes.name!);
    } else if (node.name !== 'element') {
      for (const part of patterns(node)) visit(part, needed && node.name === 'group');
    }
  };
  for (const node of nodes) visit(node, true);
  return found;
}

/** The names of all attributes of a class, those of the classes in it included. */
export function namesInClass(grammar: Grammar, name: string): string[] {
  const { own, classes } = attributesOf(grammar.definitions.get(name)?.body ?? []);
  return [...own.map((attribute) => attribute.name), ...classes.flatMap((one) => namesInClass(grammar, one))];
}
