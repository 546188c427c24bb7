import { unicodeBlock } from './unicode-blocks.ts';

/**
 * Regular expressions of XML Schema (Part 2, appendix F) as those of JavaScript. They are anchored at both ends, `^` and `$` are plain
 * characters, classes can be subtracted, and `\i \c \d \w \s .` mean something of their own.
 */
export function compileXsdRegex(source: string): RegExp | undefined {
  const reader: Reader = { source: [...source], at: 0 };
  try {
    const body = readExpression(reader);
    return reader.at === reader.source.length ? new RegExp(`^(?:${body})$`, 'v') : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

interface Reader {
  readonly source: readonly string[];
  at: number;
}

const fail = (reader: Reader): never => {
  throw new SyntaxError(`regular expression goes wrong at character ${reader.at + 1}`);
};

function readExpression(reader: Reader): string {
  const branches = [readBranch(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at++;
    branches.push(readBranch(reader));
  }
  return branches.join('|');
}

function readBranch(reader: Reader): string {
  let result = '';
  for (let next = reader.source[reader.at]; next !== undefined && next !== '|' && next !== ')';) {
    result += readAtom(reader, next) + readQuantifier(reader);
    next = reader.source[reader.at];
  }
  return result;
}

function readAtom(reader: Reader, next: string): string {
  if (next === '(') {
    reader.at++;
    const inner = readExpression(reader);
    if (reader.source[reader.at++] !== ')') fail(reader);
    return `(?:${inner})`;
  }
  if (next === '[') return readClass(reader);
  if (next === '.') {
    reader.at++;
    return '[^\\n\\r]';
  }
  if (next === '\\') return readEscape(reader).set;
  if ('?*+{}]'.includes(next)) fail(reader);
  reader.at++;
  return literal(next);
}

/** A character that means only itself, in a class and outside. */
const literal = (character: string): string => `\\u{${character.codePointAt(0)!.toString(16)}}`;

function readQuantifier(reader: Reader): string {
  const next = reader.source[reader.at];
  if (next === '?' || next === '*' || next === '+') {
    reader.at++;
    return next;
  }
  if (next !== '{') return '';
  const end = reader.source.indexOf('}', reader.at);
  const body = reader.source.slice(reader.at, end + 1).join('');
  const match = /^\{(\d+)(,(\d*))?\}$/.exec(body);
  if (end < 0 || match === null) return fail(reader);
  if (match[3] !== undefined && match[3] !== '' && Number(match[3]) < Number(match[1])) fail(reader);
  reader.at = end + 1;
  return body;
}

/** What an escape stands for: `set` is usable alone and inside brackets; `single` is its character, if it is one. */
interface Escape {
  readonly set: string;
  readonly single?: string;
}

const shorthand: Readonly<Record<string, string>> = {
  s: '[\\u{20}\\t\\n\\r]',
  S: '[^\\u{20}\\t\\n\\r]',
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  w: '[^\\p{P}\\p{Z}\\p{C}]',
  W: '[\\p{P}\\p{Z}\\p{C}]',
  i: '[\\p{L}\\p{Nl}:_]',
  I: '[^\\p{L}\\p{Nl}:_]',
  c: '[\\p{L}\\p{Nl}\\p{Nd}\\p{M}\\p{Lm}\\u{b7}:_.\\-]',
  C: '[^\\p{L}\\p{Nl}\\p{Nd}\\p{M}\\p{Lm}\\u{b7}:_.\\-]',
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
