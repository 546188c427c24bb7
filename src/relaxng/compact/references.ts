import type { SchemaAttribute, SchemaElement } from '../syntax/tree.ts';
import {
  expect,
  fail,
  isKeyword,
  make,
  peek,
  plain,
  take,
  takeComments,
  takeIdentifier,
  takeLiteral,
} from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './tokens.ts';

/** Other files: `include`, `external` and the namespace that they inherit (compact syntax, section 3). */

/** Reads `external "file"`. */
export function readExternal(cursor: Cursor, token: Token): SchemaElement {
  take(cursor);
  const attributes = readReference(cursor);
  return make(cursor, 'externalRef', token, attributes, takeComments(cursor));
}

/** The address of another file, and the namespace that it inherits. */
export function readReference(cursor: Cursor): SchemaAttribute[] {
  const token = peek(cursor);
  const attributes = [plain('href', takeLiteral(cursor), token)];
  if (!isKeyword(peek(cursor), 'inherit')) {
    const { defaultNamespace, rootNs } = cursor;
    const needed = defaultNamespace !== undefined && defaultNamespace !== rootNs;
    return needed ? [...attributes, plain('ns', defaultNamespace, token)] : attributes;
  }
  take(cursor);
  expect(cursor, '=');
  const prefix = peek(cursor).kind === 'name' ? take(cursor) : takeIdentifier(cursor);
  if (!cursor.prefixes.has(prefix.text)) fail(prefix, `Nothing says what the prefix “${prefix.text}” means.`);
  const uri = cursor.prefixes.get(prefix.text);
  return uri === undefined ? attributes : [...attributes, plain('ns', uri, prefix)];
}
