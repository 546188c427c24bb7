import { characters } from './datatype.ts';
import type { Primitive, ValueContext } from './datatype.ts';
import { isNCName } from './strings.ts';

/** Addresses and qualified names (XML Schema Part 2, sections 3.2.17 to 3.2.19). */

/**
 * An address is nearly anything: what would be escaped on the way needs no escape here (section 3.2.17). Forbidden are a second `#`,
 * a `%` without two hexadecimal digits, and a scheme that is none.
 */
export function isAddress(literal: string): boolean {
  if (literal === '') return true;
  const percent = literal.indexOf('%');
  if (percent >= 0 && /%(?![0-9A-Fa-f]{2})/.test(literal)) return false;
  const hash = literal.indexOf('#');
  if (hash >= 0 && literal.includes('#', hash + 1)) return false;
  const colon = literal.indexOf(':');
  if (colon < 0) return true;
  const before = literal.slice(0, colon);
  if (/[/?#]/.test(before)) return true;
  return /^[A-Za-z][A-Za-z0-9+.-]*$/.test(before) && colon + 1 < literal.length && literal[colon + 1] !== '#';
}

export const anyURI: Primitive<string> = {
  whiteSpace: 'collapse',
  parse: (literal) => (isAddress(literal) ? literal : undefined),
  key: (value) => value,
  length: characters,
};

function readQName(literal: string, context: ValueContext): string | undefined {
  const colon = literal.indexOf(':');
  const prefix = colon < 0 ? '' : literal.slice(0, colon);
  const local = literal.slice(colon + 1);
  if (!isNCName(local) || (colon >= 0 && !isNCName(prefix))) return undefined;
  const uri = context.namespaceOf(prefix) ?? (prefix === '' ? '' : undefined);
  return uri === undefined ? undefined : `{${uri}}${local}`;
}

export const qName: Primitive<string> = {
  whiteSpace: 'collapse',
  parse: readQName,
  key: (value) => value,
  contextual: true,
};
