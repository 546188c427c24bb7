import { ANNOTATIONS, RNG } from '../syntax/tree.ts';
import type { SchemaAttribute, SchemaComment, SchemaElement, SchemaNode } from '../syntax/tree.ts';
import { commentsOf, expect, fail, isSymbol, peek, take, takeComments, takeLiteral } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './tokens.ts';

/** What is before a pattern or definition and says something about it (compact syntax, section 5). */
export interface Annotations {
  /** Comments that are before all of it. */
  readonly before: readonly SchemaComment[];
  readonly attributes: readonly SchemaAttribute[];
  /** What lines with `##` say. */
  readonly documentation: readonly SchemaElement[];
  /** Elements, and comments between brackets. */
  readonly children: readonly SchemaNode[];
}

const XMLNS = /^http:\/\/www\.w3\.org\/2000\/xmlns\/?$/;

/** Reads documentation and `[…]`, if there are any, and the comments before what they belong to. */
export function readAnnotations(cursor: Cursor): Annotations {
  const before: SchemaComment[] = [...takeComments(cursor)];
  const attributes: SchemaAttribute[] = [];
  const children: SchemaNode[] = [];
  const lines: SchemaElement[] = [];
  for (let token = peek(cursor); token.kind === 'documentation'; token = peek(cursor)) {
    before.push(...commentsOf(token));
    lines.push(documentation(cursor, take(cursor)));
  }
  before.push(...commentsOf(peek(cursor)));
  if (isSymbol(peek(cursor), '[')) {
    take(cursor);
    readBracket(cursor, attributes, children);
    before.push(...commentsOf(peek(cursor)));
  }
  return { before, attributes, documentation: lines, children };
}

/** Up to the `]`. */
function readBracket(cursor: Cursor, attributes: SchemaAttribute[], children: SchemaNode[]): void {
  for (;;) {
    children.push(...commentsOf(peek(cursor)));
    const token = peek(cursor);
    if (isSymbol(token, ']')) break;
    if (isSymbol(peek(cursor, 1), '=')) attributes.push(readAttribute(cursor, attributes));
    else children.push(...readAnnotationElement(cursor, false));
  }
  expect(cursor, ']');
  children.push(...takeComments(cursor));
}

function documentation(cursor: Cursor, token: Token): SchemaElement {
  const prefix = [...cursor.namespaces].find(([, uri]) => uri === ANNOTATIONS)?.[0] ?? 'a';
  return foreign(
    cursor,
    token,
    { prefix, local: 'documentation', uri: ANNOTATIONS },
    [],
    [{ kind: 'text', value: token.text }],
  );
}

interface ForeignName {
  readonly prefix: string;
  readonly local: string;
  readonly uri: string;
}

/** Names of annotations may be keywords; without prefix they have no namespace. */
function takeForeignName(cursor: Cursor): ForeignName {
  const token = peek(cursor);
  if (token.kind !== 'name' && token.kind !== 'escaped' && token.kind !== 'prefixed') {
    fail(token, 'The name of an annotation is expected here.');
  }
  take(cursor);
  if (token.kind !== 'prefixed') return { prefix: '', local: token.text, uri: '' };
  const [prefix, local] = token.text.split(':') as [string, string];
  if (!cursor.prefixes.has(prefix)) fail(token, `Nothing says what the prefix “${prefix}” means.`);
  const uri = cursor.prefixes.get(prefix);
  if (uri === undefined) fail(token, 'The namespace of an annotation cannot be an inherited one.');
  return { prefix: uri === '' ? '' : prefix, local, uri };
}

function readAttribute(cursor: Cursor, others: readonly SchemaAttribute[], nested = false): SchemaAttribute {
  const token = peek(cursor);
  const name = takeForeignName(cursor);
  expect(cursor, '=');
  const value = takeLiteral(cursor);
  const unwelcome = name.uri === RNG || name.uri === '';
  if ((unwelcome && !nested) || XMLNS.test(name.uri) || (name.uri === '' && name.local === 'xmlns')) {
    fail(token, `“${token.text}” cannot be an annotation: it must have a namespace of its own.`);
  }
  if (others.some((one) => one.uri === name.uri && one.local === name.local)) {
    fail(token, `The annotation “${token.text}” is given twice.`);
  }
  return { ...name, value, start: token.start, end: token.end };
}

/** Reads `name […]`, with the comments before it. Inside another annotation even elements of RELAX NG are allowed. */
export function readAnnotationElement(cursor: Cursor, nested: boolean): SchemaNode[] {
  const before = commentsOf(peek(cursor));
  const from = peek(cursor);
  const name = takeForeignName(cursor);
  if (name.uri === RNG && !nested) fail(from, 'An element of RELAX NG cannot be an annotation.');
  expect(cursor, '[');
  const attributes: SchemaAttribute[] = [];
  const children: SchemaNode[] = [...takeComments(cursor)];
  for (;;) {
    children.push(...commentsOf(peek(cursor)));
    const token = peek(cursor);
    if (isSymbol(token, ']')) break;
    if (token.kind === 'literal') addText(children, takeLiteral(cursor));
    else if (isSymbol(peek(cursor, 1), '=')) attributes.push(readAttribute(cursor, attributes, true));
    else children.push(...readAnnotationElement(cursor, true));
  }
  expect(cursor, ']');
  return [...before, foreign(cursor, from, name, attributes, children)];
}

function addText(children: SchemaNode[], value: string): void {
  const last = children.at(-1);
  if (last?.kind === 'text') children[children.length - 1] = { kind: 'text', value: last.value + value };
  else children.push({ kind: 'text', value });
}

function foreign(
  cursor: Cursor,
  from: Token,
  name: ForeignName,
  attributes: readonly SchemaAttribute[],
  children: readonly SchemaNode[],
): SchemaElement {
  const { source, namespaces } = cursor;
  const end = cursor.tokens[cursor.at - 1]!.end;
  return { kind: 'element', ...name, attributes, children, namespaces, source, start: from.start, end };
}

/** Reads `>> name […]`, as often as it comes: annotations that follow a pattern. */
export function readFollowing(cursor: Cursor): SchemaNode[] {
  const found: SchemaNode[] = [];
  while (isSymbol(peek(cursor), '>>')) {
    take(cursor);
    found.push(...takeComments(cursor), ...readAnnotationElement(cursor, false));
  }
  return found;
}

/** `element` with its annotations: attributes added, children in front. A value holds only text, so its documentation follows it. */
export function annotate(element: SchemaElement, annotations: Annotations): SchemaNode[] {
  const { attributes, documentation: lines, children } = annotations;
  const textOnly = element.uri === RNG && ['value', 'param', 'name'].includes(element.local);
  if (textOnly && children.some((child) => child.kind === 'element')) {
    const { start, end } = element;
    fail({ kind: 'end', text: '', start, end, comments: [] }, `Elements cannot annotate a ${element.local}.`);
  }
  const inner = textOnly ? children : [...lines, ...children];
  const changed = attributes.length > 0 || inner.length > 0;
  const annotated = changed
    ? { ...element, attributes: [...element.attributes, ...attributes], children: [...inner, ...element.children] }
    : element;
  return textOnly ? [annotated, ...lines] : [annotated];
}
