import { attributeOf } from '../model/read-tei/structure.ts';
import type { XmlTag } from '../source/xml.ts';

/** Attributes that point, and what their values point to. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/));

/** Attributes of TEI whose values are pointers that lead a reader somewhere: a broken one is a broken link. */
const leading =
  set(`target targetEnd ref corresp who next prev sameAs copyOf synch exclude select spanTo parent active passive
  mutual wit resp toWhom lemmaRef origin nymRef period`);

/** Attributes whose values point to a description: of a hand, a style, a category. */
const describing = set(
  'ana rendition hand decls change facs source scheme ed edRef calendar datingMethod scribeRef decoration metDecl',
);

/** What a broken pointer in an attribute means; undefined where the attribute does not point. */
export const pointerKind = (attribute: string): 'leading' | 'describing' | undefined =>
  leading.has(attribute) ? 'leading' : describing.has(attribute) ? 'describing' : undefined;

/** One pointer of an attribute that may hold several, with its place. */
export interface PointerToken {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The pointers of an attribute. Where the source writes references, only the first of several has an exact place. */
export function pointerTokens(value: string, valueStart: number, valueEnd: number): readonly PointerToken[] {
  if (!/\s/.test(value)) return value === '' ? [] : [{ value, start: valueStart, end: valueEnd }];
  const exact = value.length === valueEnd - valueStart;
  return [...value.matchAll(/\S+/g)].map(({ 0: token, index }) => ({
    value: token,
    start: exact ? valueStart + index : valueStart,
    end: exact ? valueStart + index + token.length : valueEnd,
  }));
}

/** Schemes of addresses that everybody knows: no file need declare them. */
const schemes = set(`http https mailto ftp tel urn doi data tag info hdl file geo isbn issn oai lccn purl ark about`);

/** `psn:KHA`: the prefix, where it is none of an address. */
export function privatePrefix(value: string): string | undefined {
  const prefix = /^([A-Za-z][\w.-]*):(?!\/)/.exec(value)?.[1];
  return prefix === undefined || schemes.has(prefix.toLowerCase()) ? undefined : prefix;
}

/** A prefix that a file's header declares (TEI Guidelines, `prefixDef`). */
export interface PrefixDefinition {
  readonly ident: string;
  readonly expand: (rest: string) => string | undefined;
}

/** Patterns in which the time of a match could grow beyond measure, or that are too long to be honest. */
const dangerous = (pattern: string): boolean =>
  pattern.length > 200 || /[+*}]\)?[+*{]|\([^()]*[+*{|][^()]*\)[+*{]/.test(pattern);

/** Reads a `prefixDef`. A pattern that cannot be used answers nothing, and then nothing is said of its pointers. */
export function prefixDefinition(tag: XmlTag): PrefixDefinition | undefined {
  const ident = attributeOf(tag, 'ident');
  if (ident === undefined) return undefined;
  const pattern = attributeOf(tag, 'matchPattern') ?? '';
  const replacement = attributeOf(tag, 'replacementPattern') ?? '';
  let match: RegExp | undefined;
  try {
    match = pattern === '' || dangerous(pattern) ? undefined : new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    match = undefined;
  }
  return {
    ident,
    expand: (rest) => (match?.test(rest.slice(0, 1000)) === true ? rest.replace(match, replacement) : undefined),
  };
}
