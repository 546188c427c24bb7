import { XSD } from '../datatypes/library.ts';
import { ANNOTATIONS } from '../syntax/tree.ts';
import { fail, isKeyword, peek, take, takeIdentifier, takeLiteral, tryTake, describe } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './tokens.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';

/** Reads the declarations at the beginning of a schema (compact syntax, section 4). */
export function readDeclarations(cursor: Cursor): void {
  for (;;) {
    const token = peek(cursor);
    const next = peek(cursor, 1);
    if (isKeyword(token, 'namespace')) readNamespace(cursor);
    else if (isKeyword(token, 'default') && isKeyword(next, 'namespace')) readDefault(cursor);
    else if (isKeyword(token, 'datatypes')) readLibrary(cursor);
    else break;
  }
  finish(cursor);
}

/** Names of prefixes may be keywords. */
function takePrefix(cursor: Cursor): Token {
  const token = peek(cursor);
  return token.kind === 'name' ? take(cursor) : takeIdentifier(cursor);
}

function expectEquals(cursor: Cursor): void {
  if (!tryTake(cursor, '=')) fail(peek(cursor), `“=” is expected here, not ${describe(peek(cursor))}.`);
}

function takeAddress(cursor: Cursor): string | undefined {
  if (!isKeyword(peek(cursor), 'inherit')) return takeLiteral(cursor);
  take(cursor);
  return undefined;
}

function bind(cursor: Cursor, token: Token, uri: string | undefined): void {
  if (cursor.prefixes.has(token.text)) fail(token, `The prefix “${token.text}” is declared twice.`);
  if (token.text === 'xmlns') fail(token, 'The prefix “xmlns” cannot be declared.');
  if ((token.text === 'xml') !== (uri === XML)) fail(token, 'The prefix “xml” and its namespace belong together.');
  cursor.prefixes.set(token.text, uri);
}

function readNamespace(cursor: Cursor): void {
  take(cursor);
  const prefix = takePrefix(cursor);
  expectEquals(cursor);
  bind(cursor, prefix, takeAddress(cursor));
}

function readDefault(cursor: Cursor): void {
  const start = take(cursor);
  take(cursor);
  const prefix = peek(cursor).kind === 'symbol' ? undefined : takePrefix(cursor);
  expectEquals(cursor);
  const uri = takeAddress(cursor);
  if (cursor.prefixes.has('')) fail(start, 'The default namespace is declared twice.');
  cursor.prefixes.set('', uri);
  cursor.defaultNamespace = uri;
  if (prefix !== undefined) bind(cursor, prefix, uri);
}

function readLibrary(cursor: Cursor): void {
  take(cursor);
  const prefix = takePrefix(cursor);
  expectEquals(cursor);
  const uri = takeLiteral(cursor);
  if (prefix.text === 'xsd' && uri !== XSD) fail(prefix, 'The prefix “xsd” belongs to the W3C types.');
  if (cursor.libraries.has(prefix.text)) fail(prefix, `The prefix “${prefix.text}” is declared twice.`);
  cursor.libraries.set(prefix.text, uri);
}

/** What is known without being declared, and what follows for the outermost element. */
function finish(cursor: Cursor): void {
  const { prefixes, libraries, namespaces } = cursor;
  for (const [prefix, uri] of prefixes)
    if (prefix !== '' && uri !== undefined && uri !== '') namespaces.set(prefix, uri);
  if (!prefixes.has('xml')) prefixes.set('xml', XML);
  if (!libraries.has('xsd')) libraries.set('xsd', XSD);
  if (![...namespaces.values()].includes(ANNOTATIONS)) {
    const free = ['a', 'ann', 'annotations'].find((prefix) => !prefixes.has(prefix)) ?? 'a1';
    if (cursor.tokens.some((token) => token.kind === 'documentation')) namespaces.set(free, ANNOTATIONS);
  }
  const inherits = [...prefixes].some(([prefix, uri]) => prefix !== '' && uri === undefined);
  if (!inherits) cursor.rootNs = cursor.defaultNamespace;
  const types = cursor.tokens.filter((token) => token.kind === 'prefixed').map((token) => token.text.split(':')[0]!);
  cursor.rootLibrary = types.some((prefix) => libraries.get(prefix) === XSD) ? XSD : '';
}
