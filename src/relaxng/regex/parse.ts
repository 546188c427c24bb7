import { nameCharacters } from '../datatypes/name-characters.ts';
import { unicodeBlock } from './unicode-blocks.ts';

/**
 * Regular expressions of XML Schema (Part 2, appendix F) as trees. They are anchored at both ends, `^` and `$` are plain characters, classes
 * can be subtracted, and `\i \c \d \w \s .` mean something of their own.
 */

export type Tree =
  /** One character of a class, which is written as JavaScript writes classes with the flag `v`. */
  | { readonly kind: 'class'; readonly set: string }
  | { readonly kind: 'sequence' | 'choice'; readonly of: readonly Tree[] }
  /** `most` may be `Infinity`. */
  | { readonly kind: 'repeat'; readonly of: Tree; readonly least: number; readonly most: number };

/** Says what is wrong with an expression. */
export class WrongExpression extends Error {}

/** Parentheses in parentheses, and classes in classes. */
const DEEPEST = 200;

/** The tree of an expression. Throws `WrongExpression`. */
export function parseExpression(source: string): Tree {
  const reader: Reader = { source: [...source], at: 0, depth: 0 };
  const tree = readExpression(reader);
  return reader.at === reader.source.length ? tree : fail(reader);
}

interface Reader {
  readonly source: readonly string[];
  at: number;
  depth: number;
}

const fail = (reader: Reader): never => {
  throw new WrongExpression(`it goes wrong at character ${reader.at + 1}`);
};

function enter(reader: Reader): void {
  if (++reader.depth > DEEPEST) throw new WrongExpression(`it is nested more than ${DEEPEST} levels deep`);
}

function readExpression(reader: Reader): Tree {
  const branches = [readBranch(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at++;
    branches.push(readBranch(reader));
  }
  return branches.length === 1 ? branches[0]! : { kind: 'choice', of: branches };
}

function readBranch(reader: Reader): Tree {
  const of: Tree[] = [];
  for (let next = reader.source[reader.at]; next !== undefined && next !== '|' && next !== ')';) {
    of.push(readQuantifier(reader, readAtom(reader, next)));
    next = reader.source[reader.at];
  }
  return { kind: 'sequence', of };
}

function readAtom(reader: Reader, next: string): Tree {
  if (next === '(') return readGroup(reader);
  if (next === '[') return { kind: 'class', set: readClass(reader) };
  if (next === '\\') return { kind: 'class', set: readEscape(reader).set };
  if ('?*+{}]'.includes(next)) fail(reader);
  reader.at++;
  return { kind: 'class', set: next === '.' ? '[^\\n\\r]' : literal(next) };
}

function readGroup(reader: Reader): Tree {
  reader.at++;
  enter(reader);
  const inner = readExpression(reader);
  if (reader.source[reader.at++] !== ')') fail(reader);
  reader.depth--;
  return inner;
}

const quantifiers: Readonly<Record<string, readonly [number, number]>> = {
  '?': [0, 1],
  '*': [0, Infinity],
  '+': [1, Infinity],
};

function readQuantifier(reader: Reader, of: Tree): Tree {
  const next = reader.source[reader.at];
  if (next === undefined || !'?*+{'.includes(next)) return of;
  if (next !== '{') {
    reader.at++;
    const [least, most] = quantifiers[next]!;
    return { kind: 'repeat', of, least, most };
  }
  const end = reader.source.indexOf('}', reader.at);
  const match = end < 0 ? null : /^\{(\d+)(,(\d*))?\}$/.exec(reader.source.slice(reader.at, end + 1).join(''));
  if (match === null) return fail(reader);
  const least = Number(match[1]);
  const most = match[2] === undefined ? least : match[3] === '' ? Infinity : Number(match[3]);
  if (most < least) fail(reader);
  reader.at = end + 1;
  return { kind: 'repeat', of, least, most };
}

/** A character that means only itself, in a class and outside. */
const literal = (character: string): string => `\\u{${character.codePointAt(0)!.toString(16)}}`;

/** What an escape stands for: `set` is usable alone and inside brackets; `single` is its character, if it is one. */
interface Escape {
  readonly set: string;
  readonly single?: string;
}

/** What `\i` and `\c` are made of: characters of names as XML 1.0 knew them up to its fourth edition. */
const START = nameCharacters('start');
const PART = nameCharacters('part');

const shorthand: Readonly<Record<string, string>> = {
  s: '[\\u{20}\\t\\n\\r]',
  S: '[^\\u{20}\\t\\n\\r]',
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  w: '[^\\p{P}\\p{Z}\\p{C}]',
  W: '[\\p{P}\\p{Z}\\p{C}]',
  i: `[${START}]`,
  I: `[^${START}]`,
  c: `[${PART}]`,
  C: `[^${PART}]`,
};

function readEscape(reader: Reader): Escape {
  const sign = reader.source[reader.at + 1] ?? fail(reader);
  if (sign === 'p' || sign === 'P') return { set: readProperty(reader, sign) };
  reader.at += 2;
  const set = Object.hasOwn(shorthand, sign) ? shorthand[sign] : undefined;
  if (set !== undefined) return { set };
  const single = sign === 'n' ? '\n' : sign === 'r' ? '\r' : sign === 't' ? '\t' : sign;
  if (single === sign && !'\\|.-^?*+{}()[]$'.includes(sign)) fail(reader);
  return { set: literal(single), single };
}

const categories = /^(L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/;

function readProperty(reader: Reader, sign: string): string {
  const end = reader.source.indexOf('}', reader.at);
  if (reader.source[reader.at + 2] !== '{' || end < 0) return fail(reader);
  const name = reader.source.slice(reader.at + 3, end).join('');
  if (categories.test(name)) {
    reader.at = end + 1;
    return `\\${sign}{${name}}`;
  }
  const block = name.startsWith('Is') ? unicodeBlock(name.slice(2)) : undefined;
  if (block === undefined) return fail(reader);
  reader.at = end + 1;
  const [first, last] = block;
  return `[${sign === 'P' ? '^' : ''}\\u{${first.toString(16)}}-\\u{${last.toString(16)}}]`;
}

/** `[…]`, with ranges, escapes, negation and `-[…]` for what is taken out. */
function readClass(reader: Reader): string {
  const { source } = reader;
  reader.at++;
  enter(reader);
  const negative = source[reader.at] === '^';
  if (negative) reader.at++;
  let members = '';
  let subtracted = '';
  for (let first = true; source[reader.at] !== ']' || first; first = false) {
    if (source[reader.at] === undefined) fail(reader);
    if (source[reader.at] === '-' && source[reader.at + 1] === '[' && !first) {
      reader.at++;
      subtracted = readClass(reader);
      break;
    }
    members += readMember(reader, first);
  }
  if (source[reader.at++] !== ']') fail(reader);
  reader.depth--;
  const set = `[${negative ? '^' : ''}${members}]`;
  return subtracted === '' ? set : `[${set}--${subtracted}]`;
}

function readMember(reader: Reader, first: boolean): string {
  const from = readClassCharacter(reader, first);
  if (from.single === undefined) return from.set;
  const { source, at } = reader;
  if (source[at] !== '-' || source[at + 1] === ']' || source[at + 1] === '[' || source[at + 1] === undefined)
    return from.set;
  reader.at++;
  const to = readClassCharacter(reader, false);
  if (to.single === undefined || to.single.codePointAt(0)! < from.single.codePointAt(0)!) return fail(reader);
  return `${from.set}-${to.set}`;
}

function readClassCharacter(reader: Reader, first: boolean): Escape {
  const sign = reader.source[reader.at]!;
  if (sign === '\\') return readEscape(reader);
  if (sign === '[' || (sign === ']' && !first)) fail(reader);
  if (sign === ']') fail(reader);
  // A hyphen stands for itself only at the edges of the class.
  if (sign === '-' && !first && reader.source[reader.at + 1] !== ']') fail(reader);
  reader.at++;
  return { set: literal(sign), single: sign };
}
