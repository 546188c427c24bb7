import { attributeOf, RNG } from './tree.ts';
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
  writeElement(root, '', lines, declarations(root));
  for (const comment of after) writeComment(comment, '', lines);
  return `${lines.join('\n')}\n`;
}

/** The namespaces that the whole file needs, declared on the outermost element. */
function declarations(root: SchemaElement): string[] {
  const used = new Set<string>();
  collectPrefixes(root, used);
  const found = [`xmlns="${RNG}"`];
  for (const prefix of [...used].sort()) {
    const uri = root.namespaces.get(prefix);
    if (uri !== undefined && prefix !== 'xml' && prefix !== '') found.push(`xmlns:${prefix}="${escapeAttribute(uri)}"`);
  }
  return found;
}

function collectPrefixes(element: SchemaElement, used: Set<string>): void {
  used.add(element.prefix);
  for (const attribute of element.attributes) used.add(attribute.prefix);
  const own = element.uri === RNG;
  const named = own ? (attributeOf(element, 'name') ?? '') : '';
  if (named.includes(':')) used.add(named.slice(0, named.indexOf(':')).trim());
  for (const child of element.children) {
    if (child.kind === 'element') collectPrefixes(child, used);
    else if (child.kind === 'text' && own && (element.local === 'name' || element.local === 'value')) {
      const colon = child.value.indexOf(':');
      if (colon > 0) used.add(child.value.slice(0, colon).trim());
    }
  }
}

function writeElement(element: SchemaElement, indent: string, lines: string[], extra: readonly string[] = []): void {
  const attributes = [...element.attributes.map(writeAttribute), ...noNamespace(element), ...extra];
  const name = nameOf(element);
  const start = startTag(name, attributes, indent);
  const { children } = element;
  if (children.length === 0) lines.push(`${start}/>`);
  else if (isInline(element)) lines.push(`${start}>${children.map(writeInline).join('')}</${name}>`);
  else {
    lines.push(`${start}>`);
    for (const child of children) writeChild(child, `${indent}  `, lines);
    lines.push(`${indent}</${name}>`);
  }
}

function writeChild(child: SchemaNode, indent: string, lines: string[]): void {
  if (child.kind === 'element') writeElement(child, indent, lines);
  else if (child.kind === 'comment') writeComment(child, indent, lines);
}

/** Text decides: where it stands, white space may not be put in. */
const isInline = (element: SchemaElement): boolean =>
  element.children.some((child) => child.kind === 'text' && (element.uri !== RNG || child.value.trim() !== '')) ||
  (element.uri === RNG && ['value', 'name', 'param'].includes(element.local));

function writeInline(node: SchemaNode): string {
  if (node.kind === 'text') return escapeText(node.value);
  if (node.kind === 'comment') return `<!--${commentText(node.value)}-->`;
  const name = nameOf(node);
  const attributes = [...node.attributes.map(writeAttribute), ...noNamespace(node)];
  const start = [`<${name}`, ...attributes].join(' ');
  return node.children.length === 0 ? `${start}/>` : `${start}>${node.children.map(writeInline).join('')}</${name}>`;
}

function startTag(name: string, attributes: readonly string[], indent: string): string {
  const line = [`${indent}<${name}`, ...attributes].join(' ');
  if (line.length <= WIDTH || attributes.length < 2) return line;
  return [`${indent}<${name}`, ...attributes].join(`\n${indent}    `);
}

const nameOf = ({ prefix, local }: SchemaElement): string => (prefix === '' ? local : `${prefix}:${local}`);

/** Elements in no namespace must say so among those of RELAX NG. */
const noNamespace = (element: SchemaElement): string[] => (element.uri === '' ? ['xmlns=""'] : []);

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
