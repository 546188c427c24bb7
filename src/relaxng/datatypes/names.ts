import { characters } from './datatype.ts';
import type { Primitive, ValueContext } from './datatype.ts';
import { isNCName } from './strings.ts';

/** Addresses and qualified names (XML Schema Part 2, sections 3.2.17 to 3.2.19). */

/**
 * An address is nearly anything: what would be escaped on the way needs no escape here (section 3.2.17). Forbidden are a second `#`,
 * a `%` without two hexadecimal digits, a scheme that is none, and brackets in a path (RFC 2732).
 */
export function isAddress(literal: string): boolean {
  if (literal.includes('%') && /%(?![0-9A-Fa-f]{2})/.test(literal)) return false;
  const hash = literal.indexOf('#');
  if (hash >= 0 && literal.includes('#', hash + 1)) return false;
  const colon = literal.indexOf(':');
  const brackets = literal.includes('[') || literal.includes(']');
  if (colon < 0 && !brackets) return true;
  const before = /^[^?#]*/.exec(literal)![0];
  const scheme = colon >= 0 && !before.slice(0, colon).includes('/') && colon < before.length;
  if (scheme && !isScheme(literal, colon)) return false;
  return !brackets || !hasBracketInPath(scheme ? before.slice(colon + 1) : before, scheme);
}

const isScheme = (literal: string, colon: number): boolean =>
  /^[A-Za-z][A-Za-z0-9+.-]*$/.test(literal.slice(0, colon)) && colon + 1 < literal.length && literal[colon + 1] !== '#';

/** Brackets may be around the number of a computer, and where the scheme says itself what follows it. */
function hasBracketInPath(path: string, afterScheme: boolean): boolean {
  if (afterScheme && !path.startsWith('/')) return false;
  return /[[\]]/.test(path.replace(/^\/\/(?:[^/@]*@)?\[[0-9A-Fa-f:.]+\](?::\d*)?(?=\/|$)/, ''));
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
