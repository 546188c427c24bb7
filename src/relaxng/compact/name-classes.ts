import type { SchemaAttribute, SchemaElement, SchemaNode } from '../syntax/tree.ts';
import { annotate, readAnnotations, readFollowing } from './annotations.ts';
import { describe, expect, fail, isSymbol, make, peek, plain, take, takeComments, tryTake } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './tokens.ts';

/** What a name class is read for: the names of elements inherit the default namespace, those of attributes have none. */
export type Purpose = 'element' | 'attribute';

/** A name class: `attributes` for the element where it is a plain name, else `children` to be first in it. */
export interface ReadNames {
  readonly attributes: readonly SchemaAttribute[];
  readonly children: readonly SchemaNode[];
}

/** Reads the name class of an element or attribute (compact syntax, section 3). */
export function readNameClass(cursor: Cursor, purpose: Purpose): ReadNames {
  const comments = peek(cursor).comments.length > 0;
  const nodes = readChoice(cursor, purpose, []);
  const [only] = nodes;
  const simple = nodes.length === 1 && only?.kind === 'element' && only.local === 'name' && !comments;
  if (!simple || only.attributes.some((one) => one.uri !== '')) return { attributes: [], children: nodes };
  const written = only.children[0]!;
  if (written.kind !== 'text' || only.children.length > 1) return { attributes: [], children: nodes };
  const ns = only.attributes.filter((one) => one.local === 'ns' && !(purpose === 'attribute' && one.value === ''));
  const token: Token = { kind: 'name', text: written.value, start: only.start, end: only.end, comments: [] };
  return { attributes: [plain('name', written.value, token), ...ns], children: [] };
}

/** `inside`: the wildcards whose exceptions are being read. */
function readChoice(cursor: Cursor, purpose: Purpose, inside: readonly string[]): SchemaNode[] {
  const from = peek(cursor);
  const nodes = readAnnotated(cursor, purpose, inside);
  if (!isSymbol(peek(cursor), '|')) return nodes;
  while (tryTake(cursor, '|')) nodes.push(...takeComments(cursor), ...readAnnotated(cursor, purpose, inside));
  return [make(cursor, 'choice', from, [], nodes)];
}

function readAnnotated(cursor: Cursor, purpose: Purpose, inside: readonly string[]): SchemaNode[] {
  const annotations = readAnnotations(cursor);
  const nodes = readPrimary(cursor, purpose, inside);
  const following = readFollowing(cursor);
  const first = nodes.find((node) => node.kind === 'element');
  const annotated = nodes.flatMap((node) => (node === first ? annotate(first, annotations) : [node]));
  return [...annotations.before, ...annotated, ...following];
}

function readPrimary(cursor: Cursor, purpose: Purpose, inside: readonly string[]): SchemaNode[] {
  const token = peek(cursor);
  if (isSymbol(token, '(')) {
    take(cursor);
    const nodes = readChoice(cursor, purpose, inside);
    expect(cursor, ')');
    return nodes;
  }
  if (isSymbol(token, '*')) return [readWildcard(cursor, purpose, inside)];
  if (token.kind === 'wildcard') return [readWildcard(cursor, purpose, inside)];
  if (token.kind === 'name' || token.kind === 'escaped' || token.kind === 'prefixed')
    return [readName(cursor, purpose)];
  return fail(token, `A name is expected here, not ${describe(token)}.`);
}

function readName(cursor: Cursor, purpose: Purpose): SchemaElement {
  const token = take(cursor);
  if (token.kind === 'prefixed') {
    const [prefix, local] = token.text.split(':') as [string, string];
    const uri = namespaceOf(cursor, prefix, token);
    const inXml = uri !== undefined && (cursor.namespaces.get(prefix) === uri || prefix === 'xml');
    return nameElement(cursor, token, inXml ? token.text : local, inXml ? [] : nsAttribute(cursor, uri, token));
  }
  const ns = purpose === 'attribute' ? [plain('ns', '', token)] : nsAttribute(cursor, cursor.defaultNamespace, token);
  return nameElement(cursor, token, token.text, ns);
}

const nameElement = (cursor: Cursor, token: Token, text: string, attributes: SchemaAttribute[]): SchemaElement =>
  make(cursor, 'name', token, attributes, [{ kind: 'text', value: text }]);

/** An inherited namespace needs no attribute, nor does that of the outermost element. */
const nsAttribute = (cursor: Cursor, uri: string | undefined, token: Token): SchemaAttribute[] =>
  uri === undefined || uri === cursor.rootNs ? [] : [plain('ns', uri, token)];

function namespaceOf(cursor: Cursor, prefix: string, token: Token): string | undefined {
  if (!cursor.prefixes.has(prefix))
    fail(token, `Nothing says what the prefix “${prefix}” means.`, `Declare it: namespace ${prefix} = "…"`);
  return cursor.prefixes.get(prefix);
}

function readWildcard(cursor: Cursor, purpose: Purpose, inside: readonly string[]): SchemaElement {
  const token = take(cursor);
  const local = token.kind === 'wildcard' ? 'nsName' : 'anyName';
  if (local === 'anyName' ? inside.length > 0 : inside.includes('nsName')) {
    fail(token, 'A wildcard can only be excepted from a wider one.');
  }
  const attributes =
    token.kind === 'wildcard' ? nsAttribute(cursor, namespaceOf(cursor, token.text, token), token) : [];
  if (!isSymbol(peek(cursor), '-')) return make(cursor, local, token, attributes, []);
  const minus = take(cursor);
  const comments = takeComments(cursor);
  const nodes = readAnnotated(cursor, purpose, [...inside, local]);
  if (isSymbol(peek(cursor), '-'))
    fail(peek(cursor), 'Only one exception can follow a wildcard.', 'Join them: - (a | b)');
  const except = make(cursor, 'except', minus, [], unwrapChoice(nodes));
  return make(cursor, local, token, attributes, [...comments, except]);
}

/** A choice directly inside an exception need not be said. */
export function unwrapChoice(nodes: readonly SchemaNode[]): readonly SchemaNode[] {
  const [only] = nodes;
  const bare =
    nodes.length === 1 && only?.kind === 'element' && only.local === 'choice' && only.attributes.length === 0;
  return bare ? only.children : nodes;
}
