import type { SourceText } from '../../source/text.ts';
import type { SchemaAttribute, SchemaComment, SchemaElement, SchemaNode } from '../syntax/tree.ts';
import { RNG } from '../syntax/tree.ts';
import { SyntaxProblem } from './characters.ts';
import type { Token } from './tokens.ts';

/** What the reader of a schema in compact syntax knows. */
export interface Cursor {
  readonly source: SourceText;
  readonly tokens: readonly Token[];
  at: number;
  /** Comments of tokens that were read and have found no place yet. */
  comments: SchemaComment[];
  /** Prefixes of namespaces; `undefined` as value means: inherited from the file that brings in this one. */
  readonly prefixes: Map<string, string | undefined>;
  /** The namespace of names without prefix. */
  defaultNamespace: string | undefined;
  readonly libraries: Map<string, string>;
  /** The namespaces of prefixes, as XML knows them. */
  readonly namespaces: Map<string, string>;
  /** What `ns` and `datatypeLibrary` are set to on the outermost element; names and types need not repeat it. */
  rootNs: string | undefined;
  rootLibrary: string;
}

/** The next token, not yet read. */
export const peek = (cursor: Cursor, ahead = 0): Token =>
  cursor.tokens[Math.min(cursor.at + ahead, cursor.tokens.length - 1)]!;

/** Reads the next token; its comments wait for a place. */
export function take(cursor: Cursor): Token {
  const token = peek(cursor);
  cursor.comments.push(...commentsOf(token));
  if (token.kind !== 'end') cursor.at++;
  return token;
}

/** The comments before a token. They are given out once. */
export function commentsOf(token: Token): SchemaComment[] {
  return token.comments.splice(0).map((value) => ({ kind: 'comment', value }));
}

/** The comments that wait for a place. */
export function takeComments(cursor: Cursor): SchemaComment[] {
  const waiting = cursor.comments;
  cursor.comments = [];
  return waiting;
}

export const isSymbol = (token: Token, text: string): boolean => token.kind === 'symbol' && token.text === text;

export const isKeyword = (token: Token, text: string): boolean => token.kind === 'name' && token.text === text;

/** Reads the symbol if it comes next. */
export function tryTake(cursor: Cursor, text: string): boolean {
  if (!isSymbol(peek(cursor), text)) return false;
  take(cursor);
  return true;
}

/** Reads the symbol, which must come next. */
export function expect(cursor: Cursor, text: string): Token {
  const token = peek(cursor);
  return isSymbol(token, text) ? take(cursor) : fail(token, `“${text}” is expected here, not ${describe(token)}.`);
}

/** Reads the name that must come next, a keyword only where it is escaped. */
export function takeIdentifier(cursor: Cursor): Token {
  const token = peek(cursor);
  if (token.kind === 'escaped') return take(cursor);
  if (token.kind !== 'name') return fail(token, `A name is expected here, not ${describe(token)}.`);
  if (!keywords.has(token.text)) return take(cursor);
  return fail(
    token,
    `“${token.text}” is a word of the compact syntax.`,
    `Write \\${token.text} if it is to be a name.`,
  );
}

/** Literals may be put together with `~` (section 2). */
export function takeLiteral(cursor: Cursor): string {
  let text = '';
  do {
    const token = peek(cursor);
    if (token.kind !== 'literal') return fail(token, `A quoted string is expected here, not ${describe(token)}.`);
    text += take(cursor).text;
  } while (tryTake(cursor, '~'));
  return text;
}

/** Brackets that may be open at once: as many as elements of a schema in XML. */
const mostOpen = 512;

/** Ends the reading where a schema is nested so deep that reading it would exhaust the stack. */
export function refuseDeep(tokens: readonly Token[]): void {
  let open = 0;
  for (const token of tokens) {
    if (token.kind !== 'symbol') continue;
    if (/[([{]$/.test(token.text)) open++;
    else if (/^[)\]}]$/.test(token.text)) open--;
    if (open > mostOpen) fail(token, `The schema is nested more than ${mostOpen} levels deep here.`);
  }
}

export const describe = (token: Token): string => (token.kind === 'end' ? 'the end of the file' : `“${token.text}”`);

export const keywords: ReadonlySet<string> = new Set(
  (
    'attribute default datatypes div element empty external grammar include inherit list mixed namespace notAllowed parent ' +
    'start string text token'
  ).split(' '),
);

/** Ends the reading with a message. */
export function fail(token: Token, message: string, fix?: string): never {
  throw new SyntaxProblem(message, token.start, Math.max(token.end, token.start + 1), fix);
}

/** An attribute without namespace. */
export const plain = (local: string, value: string, token: Token): SchemaAttribute => ({
  uri: '',
  local,
  prefix: '',
  value,
  start: token.start,
  end: token.end,
});

/** An element of RELAX NG, from a token up to what was read last. */
export function make(
  cursor: Cursor,
  local: string,
  from: Token,
  attributes: readonly SchemaAttribute[],
  children: readonly SchemaNode[],
): SchemaElement {
  const end = cursor.tokens[Math.max(cursor.at - 1, 0)]!.end;
  const { source, namespaces } = cursor;
  return {
    kind: 'element',
    uri: RNG,
    local,
    prefix: '',
    attributes,
    children,
    namespaces,
    source,
    start: from.start,
    end,
  };
}
