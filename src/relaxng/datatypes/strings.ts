import { characters } from './datatype.ts';
import type { Primitive } from './datatype.ts';
import { isName, isNmtoken } from './name-characters.ts';

/** The types whose values are their literals (XML Schema Part 2, sections 3.2.1, 3.3.1 to 3.3.12). */

function text(whiteSpace: 'preserve' | 'replace' | 'collapse', test: (literal: string) => boolean): Primitive<string> {
  return {
    whiteSpace,
    parse: (literal) => (test(literal) ? literal : undefined),
    key: (value) => value,
    length: characters,
  };
}

/** A name without a colon. */
export const isNCName = (literal: string): boolean => !literal.includes(':') && isName(literal);

const language = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;

/** A list of items separated by white space, at least one. */
function listOf(test: (item: string) => boolean): Primitive<readonly string[]> {
  return {
    whiteSpace: 'collapse',
    parse: (literal) => {
      const items = literal.split(' ');
      return items.every(test) ? items : undefined;
    },
    key: (items) => items.join(' '),
    length: (items) => items.length,
  };
}

export const string = text('preserve', () => true);
export const normalizedString = text('replace', () => true);
export const token = text('collapse', () => true);
export const languageTag = text('collapse', (literal) => language.test(literal));
export const name = text('collapse', isName);
export const ncName = text('collapse', isNCName);
export const nmtoken = text('collapse', isNmtoken);
export const nmtokens = listOf(isNmtoken);
export const ncNames = listOf(isNCName);
