import type { SchemaComment, SchemaElement, SchemaNode } from '../syntax/tree.ts';
import { annotate, readAnnotations, readFollowing } from './annotations.ts';
import {
  describe,
  expect,
  fail,
  isSymbol,
  make,
  peek,
  plain,
  take,
  takeComments,
  takeIdentifier,
  tryTake,
  keywords,
} from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { readDatatype } from './datatypes.ts';
import { readNameClass } from './name-classes.ts';
import { readExternal } from './references.ts';
import type { Token } from './tokens.ts';

/** Patterns joined by one operator, with the comments and annotations between them. */
interface Joined {
  readonly operator: ',' | '|' | '&' | undefined;
  readonly nodes: readonly SchemaNode[];
}

const elementNames = { ',': 'group', '|': 'choice', '&': 'interleave' } as const;

/** Reads the content of a grammar in braces; handed in, since grammars and patterns hold each other. */
export type ReadGrammar = (cursor: Cursor) => SchemaNode[];

/** Reads a pattern that may be as several elements in a row: what is joined by commas needs no group. */
export function readSequence(cursor: Cursor, grammar: ReadGrammar): readonly SchemaNode[] {
  const from = peek(cursor);
  const joined = readJoined(cursor, grammar);
  return joined.operator === ',' ? joined.nodes : asOne(cursor, from, joined);
}

/** Reads a pattern as one element, with what stands around it. */
export function readPattern(cursor: Cursor, grammar: ReadGrammar): readonly SchemaNode[] {
  const from = peek(cursor);
  return asOne(cursor, from, readJoined(cursor, grammar));
}

function asOne(cursor: Cursor, from: Token, { operator, nodes }: Joined): readonly SchemaNode[] {
  if (operator === undefined) return nodes;
  // Comments before the first part are before the whole.
  const first = nodes.findIndex((node) => node.kind !== 'comment');
  return [...nodes.slice(0, first), make(cursor, elementNames[operator], from, [], nodes.slice(first))];
}

function readJoined(cursor: Cursor, grammar: ReadGrammar): Joined {
  const first = peek(cursor);
  const nodes = [...readParticle(cursor, grammar)];
  const sign = peek(cursor);
  if (sign.kind !== 'symbol' || !(sign.text === ',' || sign.text === '|' || sign.text === '&')) {
    return { operator: undefined, nodes };
  }
  const operator = sign.text;
  refuseException(first, nodes);
  while (tryTake(cursor, operator)) {
    const token = peek(cursor);
    const more = [...takeComments(cursor), ...readParticle(cursor, grammar)];
    refuseException(token, more);
    nodes.push(...more);
  }
  const next = peek(cursor);
  if (next.kind === 'symbol' && [',', '|', '&'].includes(next.text)) {
    fail(next, `“${operator}” and “${next.text}” cannot be mixed.`, 'Put parentheses around what belongs together.');
  }
  return { operator, nodes };
}

/** What excepts something cannot be a part of something else unless it is in parentheses. */
function refuseException(from: Token, nodes: readonly SchemaNode[]): void {
  if (isSymbol(from, '(')) return;
  const excepts = nodes.some((node) => node.kind === 'element' && node.local === 'data' && hasException(node));
  if (excepts) fail(from, 'A type with an exception must be in parentheses here.');
}

const hasException = (data: SchemaElement): boolean =>
  data.children.some((child) => child.kind === 'element' && child.local === 'except' && isMain(child));

const repeats: Readonly<Record<string, string>> = { '?': 'optional', '*': 'zeroOrMore', '+': 'oneOrMore' };

function readParticle(cursor: Cursor, grammar: ReadGrammar): SchemaNode[] {
  const from = peek(cursor);
  const { before, nodes, sequence } = readAnnotated(cursor, grammar);
  const sign = peek(cursor);
  const repeat = sign.kind === 'symbol' ? repeats[sign.text] : undefined;
  if (repeat === undefined) return [...before, ...asGroup(cursor, from, nodes, sequence)];
  refuseException(from, nodes);
  take(cursor);
  const inner = [...nodes, ...takeComments(cursor)];
  const element = make(cursor, repeat, from, [], inner);
  return [...before, element, ...readFollowing(cursor)];
}

interface Annotated {
  readonly before: readonly SchemaComment[];
  readonly nodes: readonly SchemaNode[];
  /** Several patterns in a row. */
  readonly sequence: boolean;
}

const asGroup = (
  cursor: Cursor,
  from: Token,
  nodes: readonly SchemaNode[],
  sequence: boolean,
): readonly SchemaNode[] => (sequence ? [make(cursor, 'group', from, [], nodes)] : nodes);

/** `following`: are annotations that follow read as well? Those after an exception belong to the datatype. */
function readAnnotated(cursor: Cursor, grammar: ReadGrammar, following = true): Annotated {
  const annotations = readAnnotations(cursor);
  const { before } = annotations;
  if (!isSymbol(peek(cursor), '(')) {
    const nodes = annotate(readPrimary(cursor, grammar), annotations);
    return { before, nodes: following ? [...nodes, ...readFollowing(cursor)] : nodes, sequence: false };
  }
  const open = take(cursor);
  const inner = readJoined(cursor, grammar);
  expect(cursor, ')');
  const bare = [annotations.attributes, annotations.children, annotations.documentation].every(
    (some) => some.length === 0,
  );
  if (inner.operator === ',' && bare && !isSymbol(peek(cursor), '>>')) {
    return { before, nodes: inner.nodes, sequence: true };
  }
  const nodes = asOne(cursor, open, inner).flatMap((node) =>
    node.kind === 'element' && isMain(node) ? annotate(node, annotations) : [node],
  );
  return { before, nodes: following ? [...nodes, ...readFollowing(cursor)] : nodes, sequence: false };
}

const isMain = (node: SchemaElement): boolean => node.uri.includes('relaxng.org/ns/structure');

function readPrimary(cursor: Cursor, grammar: ReadGrammar): SchemaElement {
  const token = peek(cursor);
  if (token.kind === 'name' && keywords.has(token.text)) return readKeyword(cursor, grammar, token);
  if (token.kind === 'name' || token.kind === 'escaped') {
    take(cursor);
    return make(cursor, 'ref', token, [plain('name', token.text, token)], takeComments(cursor));
  }
  if (token.kind === 'literal' || token.kind === 'prefixed') return readDatatypeHere(cursor, grammar);
  return fail(token, `A pattern is expected here, not ${describe(token)}.`);
}

/** A datatype, its exception being one pattern without repetition, and itself without exception. */
function readDatatypeHere(cursor: Cursor, grammar: ReadGrammar): SchemaElement {
  return readDatatype(cursor, (inner) => {
    const from = peek(inner);
    const plainType = ['prefixed', 'name'].includes(from.kind) && !isSymbol(peek(inner, 1), '{');
    if (plainType && (from.kind === 'prefixed' || from.text === 'string' || from.text === 'token')) {
      return [readDatatype(inner, undefined)];
    }
    const { before, nodes, sequence } = readAnnotated(inner, grammar, false);
    return [...before, ...asGroup(inner, from, nodes, sequence)];
  });
}

function readKeyword(cursor: Cursor, grammar: ReadGrammar, token: Token): SchemaElement {
  switch (token.text) {
    case 'element':
    case 'attribute':
      return readNamed(cursor, grammar, token.text);
    case 'mixed':
    case 'list': {
      take(cursor);
      const comments = takeComments(cursor);
      return make(cursor, token.text, token, [], [...comments, ...readBraced(cursor, grammar)]);
    }
    case 'empty':
    case 'text':
    case 'notAllowed':
      take(cursor);
      return make(cursor, token.text, token, [], takeComments(cursor));
    case 'string':
    case 'token':
      return readDatatypeHere(cursor, grammar);
    case 'parent': {
      take(cursor);
      const name = takeIdentifier(cursor);
      return make(cursor, 'parentRef', token, [plain('name', name.text, name)], takeComments(cursor));
    }
    case 'external':
      return readExternal(cursor, token);
    case 'grammar': {
      take(cursor);
      expect(cursor, '{');
      const comments = takeComments(cursor);
      const children = grammar(cursor);
      expect(cursor, '}');
      return make(cursor, 'grammar', token, [], [...comments, ...children, ...takeComments(cursor)]);
    }
    default:
      return fail(token, `“${token.text}” cannot begin a pattern.`, `Write \\${token.text} if it is to be a name.`);
  }
}

function readBraced(cursor: Cursor, grammar: ReadGrammar): SchemaNode[] {
  expect(cursor, '{');
  const comments = takeComments(cursor);
  const nodes = readSequence(cursor, grammar);
  expect(cursor, '}');
  return [...comments, ...nodes, ...takeComments(cursor)];
}

function readNamed(cursor: Cursor, grammar: ReadGrammar, local: 'element' | 'attribute'): SchemaElement {
  const token = take(cursor);
  const comments = takeComments(cursor);
  const names = readNameClass(cursor, local);
  comments.push(...takeComments(cursor));
  const content = readBraced(cursor, grammar);
  return make(cursor, local, token, names.attributes, [...comments, ...names.children, ...unlessText(local, content)]);
}

/** That an attribute holds text need not be said. */
function unlessText(local: string, content: SchemaNode[]): SchemaNode[] {
  const [only] = content;
  if (local === 'element' || content.length !== 1 || only?.kind !== 'element') return content;
  return only.local === 'text' && only.attributes.length === 0 && only.children.length === 0 ? [] : content;
}
