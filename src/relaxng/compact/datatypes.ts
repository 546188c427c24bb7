import type { SchemaAttribute, SchemaElement, SchemaNode } from '../syntax/tree.ts';
import { annotate, readAnnotations } from './annotations.ts';
import {
  expect,
  fail,
  isSymbol,
  make,
  peek,
  plain,
  take,
  takeComments,
  takeIdentifier,
  takeLiteral,
} from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { unwrapChoice } from './name-classes.ts';
import type { Token } from './tokens.ts';

/** Reads the pattern in an exception; handed in, since patterns and datatypes hold each other. */
export type ReadExcept = (cursor: Cursor) => readonly SchemaNode[];

/** Reads `type { facets } - except`, `type "value"` or `"value"`; without `readExcept` no exception is read. */
export function readDatatype(cursor: Cursor, readExcept: ReadExcept | undefined): SchemaElement {
  const token = peek(cursor);
  if (token.kind === 'literal') return readValue(cursor, token, []);
  take(cursor);
  const type = typeAttributes(cursor, token);
  if (peek(cursor).kind === 'literal') return readValue(cursor, token, type);
  const children: SchemaNode[] = takeComments(cursor);
  if (isSymbol(peek(cursor), '{')) children.push(...readParams(cursor));
  if (readExcept !== undefined && isSymbol(peek(cursor), '-')) children.push(readException(cursor, readExcept));
  return make(cursor, 'data', token, type, children);
}

function typeAttributes(cursor: Cursor, token: Token): SchemaAttribute[] {
  const [prefix, local] = token.kind === 'prefixed' ? (token.text.split(':') as [string, string]) : ['', token.text];
  const library = prefix === '' ? '' : cursor.libraries.get(prefix);
  if (library === undefined)
    fail(token, `No datatype library has the prefix “${prefix}”.`, `Declare it: datatypes ${prefix} = "…"`);
  const type = plain('type', local, token);
  return library === cursor.rootLibrary ? [type] : [type, plain('datatypeLibrary', library, token)];
}

function readValue(cursor: Cursor, token: Token, type: readonly SchemaAttribute[]): SchemaElement {
  const value = takeLiteral(cursor);
  // RELAX NG's own token is what a value is without a type.
  const own = token.kind === 'name' && token.text === 'token';
  const { defaultNamespace, rootNs } = cursor;
  const ns =
    defaultNamespace !== undefined && defaultNamespace !== rootNs ? [plain('ns', defaultNamespace, token)] : [];
  const attributes = own ? [] : [...type, ...(token.kind === 'prefixed' ? ns : [])];
  return make(cursor, 'value', token, attributes, [...takeComments(cursor), { kind: 'text', value }]);
}

function readParams(cursor: Cursor): SchemaNode[] {
  expect(cursor, '{');
  const nodes: SchemaNode[] = takeComments(cursor);
  while (!isSymbol(peek(cursor), '}')) {
    const annotations = readAnnotations(cursor);
    const name = peek(cursor).kind === 'name' ? take(cursor) : takeIdentifier(cursor);
    expect(cursor, '=');
    const value = takeLiteral(cursor);
    const param = make(cursor, 'param', name, [plain('name', name.text, name)], [{ kind: 'text', value }]);
    nodes.push(...annotations.before, ...takeComments(cursor), ...annotate(param, annotations));
  }
  expect(cursor, '}');
  return [...nodes, ...takeComments(cursor)];
}

function readException(cursor: Cursor, readExcept: ReadExcept): SchemaElement {
  const minus = take(cursor);
  const comments = takeComments(cursor);
  const nodes = readExcept(cursor);
  return make(cursor, 'except', minus, [], [...comments, ...unwrapChoice(nodes)]);
}
