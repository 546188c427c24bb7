import { attributeOf, RNG, textOf } from './tree.ts';
import type { SchemaAttribute, SchemaComment, SchemaElement, SchemaNode } from './tree.ts';

/** What to write: the outermost element and the comments around it. */
export interface Written {
  readonly root: SchemaElement;
  readonly before?: readonly SchemaComment[];
  readonly after?: readonly SchemaComment[];
}

const WIDTH = 120;

/** Writes a schema in the XML syntax, indented by two. The same schema gives the same text. */
export function writeSchemaXml({ root, before = [], after = [] }: Written): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  for (const comment of before) writeComment(comment, '', lines);
  const common = commonPrefixes(root);
  const declarations = [...common].sort(([a], [b]) => (a < b ? -1 : 1)).map(declare);
  writeElement(root, '', lines, common, [`xmlns="${RNG}"`, ...declarations]);
  for (const comment of after) writeComment(comment, '', lines);
  return `${lines.join('\n')}\n`;
}

/** Which prefixes mean the same in the whole file, so that the outermost element can declare them. */
type Prefixes = ReadonlyMap<string, string>;

function commonPrefixes(root: SchemaElement): Prefixes {
  const found = new Map<string, string>();
  const look = (element: SchemaElement): void => {
    for (const [prefix, uri] of usedPrefixes(element)) if (!found.has(prefix)) found.set(prefix, uri);
    for (const child of element.children) if (child.kind === 'element') look(child);
  };
  look(root);
  return found;
}

/** The prefixes in the name, the attributes and the values of one element, with their namespaces. */
function usedPrefixes(element: SchemaElement): [string, string][] {
  const own = element.uri === RNG;
  const text = own && ['name', 'value'].includes(element.local) ? textOf(element) : '';
  const names = own ? [attributeOf(element, 'name') ?? '', text] : [];
  const inNames = names.map((name) => (name.includes(':') ? name.slice(0, name.indexOf(':')).trim() : ''));
  const prefixes = new Set([element.prefix, ...element.attributes.map((one) => one.prefix), ...inNames]);
  return [...prefixes].flatMap((prefix): [string, string][] => {
    const uri = element.namespaces.get(prefix);
    return uri === undefined || prefix === '' || prefix === 'xml' ? [] : [[prefix, uri]];
  });
}

const declare = ([prefix, uri]: readonly [string, string]): string => `xmlns:${prefix}="${escapeAttribute(uri)}"`;

function writeElement(
  element: SchemaElement,
  indent: string,
  lines: string[],
  common: Prefixes,
  extra: readonly string[] = [],
): void {
  const attributes = [...element.attributes.map(writeAttribute), ...local(element, common), ...extra];
  const name = nameOf(element);
  const start = startTag(name, attributes, indent);
  const { children } = element;
  if (children.length === 0) lines.push(`${start}/>`);
  else if (isInline(element))
    lines.push(`${start}>${children.map((child) => writeInline(child, common)).join('')}</${name}>`);
  else {
    lines.push(`${start}>`);
    for (const child of children) writeChild(child, `${indent}  `, lines, common);
    lines.push(`${indent}</${name}>`);
  }
}

function writeChild(child: SchemaNode, indent: string, lines: string[], common: Prefixes): void {
  if (child.kind === 'element') writeElement(child, indent, lines, common);
  else if (child.kind === 'comment') writeComment(child, indent, lines);
}

/** Text decides: where it stands, white space may not be put in. */
const isInline = (element: SchemaElement): boolean =>
  element.children.some((child) => child.kind === 'text' && (element.uri !== RNG || child.value.trim() !== '')) ||
  (element.uri === RNG && ['value', 'name', 'param'].includes(element.local));

function writeInline(node: SchemaNode, common: Prefixes): string {
  if (node.kind === 'text') return escapeText(node.value);
  if (node.kind === 'comment') return `<!--${commentText(node.value)}-->`;
  const name = nameOf(node);
  const attributes = [...node.attributes.map(writeAttribute), ...local(node, common)];
  const start = [`<${name}`, ...attributes].join(' ');
  return node.children.length === 0
    ? `${start}/>`
    : `${start}>${node.children.map((child) => writeInline(child, common)).join('')}</${name}>`;
}

function startTag(name: string, attributes: readonly string[], indent: string): string {
  const line = [`${indent}<${name}`, ...attributes].join(' ');
  if (line.length <= WIDTH || attributes.length < 2) return line;
  return [`${indent}<${name}`, ...attributes].join(`\n${indent}    `);
}

const nameOf = ({ prefix, local }: SchemaElement): string => (prefix === '' ? local : `${prefix}:${local}`);

/** Declarations that only this element needs: prefixes that mean something else elsewhere, and that it has no namespace. */
const local = (element: SchemaElement, common: Prefixes): string[] => [
  ...usedPrefixes(element)
    .filter(([prefix, uri]) => common.get(prefix) !== uri)
    .map(declare),
  ...(element.uri === '' ? ['xmlns=""'] : []),
];

function writeAttribute({ prefix, local, value }: SchemaAttribute): string {
  return `${prefix === '' ? local : `${prefix}:${local}`}="${escapeAttribute(value)}"`;
}

function writeComment({ value }: SchemaComment, indent: string, lines: string[]): void {
  const text = value.split('\n').map((line) => line.trimEnd());
  if (text.length === 1) lines.push(`${indent}<!--${commentText(text[0]!)}${text[0] === '' ? '' : ' '}-->`);
  else
    lines.push(
      `${indent}<!--`,
      ...text.map((line) => `${indent}  ${commentText(line).replace(/^ /, '')}`),
      `${indent}-->`,
    );
}

/** Hyphens may not meet in a comment. */
const commentText = (value: string): string => value.replace(/-(?=-)/g, '- ').replace(/-$/, '- ');

const escapeText = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;');

const escapeAttribute = (value: string): string =>
  escapeText(value).replaceAll('"', '&quot;').replaceAll('\n', '&#xA;').replaceAll('\t', '&#x9;');
