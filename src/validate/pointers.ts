import { attributeOf } from '../model/read-tei/structure.ts';
import type { XmlTag } from '../source/xml.ts';

/** Attributes that point, and what their values point to. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/));

/** Attributes of TEI whose values are pointers that lead a reader somewhere: a broken one is a broken link. */
const leading = set('target targetEnd next prev sameAs copyOf exclude select spanTo parent');

/** Attributes whose values name an entry of a register, or what corresponds: a broken one is a broken link where the register is here. */
const naming = set('ref corresp active passive mutual');

/** Attributes whose values point to a description: of a speaker, a witness, a hand, a style, a category, a moment. */
const describing =
  set(`who toWhom wit resp hand scribe scribeRef ana rendition decls change facs source scheme ed edRef calendar datingMethod
  decoration metDecl period nymRef lemmaRef origin synch start end since perf`);

/** What a pointer is for. */
export type PointerKind = 'leading' | 'naming' | 'describing';

/** What a pointer in an attribute is for; undefined where the attribute does not point. */
export function pointerKind(attribute: string, element = ''): PointerKind | undefined {
  // A character points to its description, not to an entry of a register.
  if (element === 'g' && attribute === 'ref') return 'describing';
  if (leading.has(attribute)) return 'leading';
  if (naming.has(attribute)) return 'naming';
  return describing.has(attribute) ? 'describing' : undefined;
}

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
