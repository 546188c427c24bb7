import type { SchemaElement, SchemaNode } from '../syntax/tree.ts';
import { annotate, readAnnotationElement, readAnnotations } from './annotations.ts';
import type { Annotations } from './annotations.ts';
import {
  describe,
  expect,
  fail,
  isKeyword,
  isSymbol,
  keywords,
  make,
  peek,
  plain,
  take,
  takeComments,
  takeIdentifier,
} from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { readPattern, readSequence } from './patterns.ts';
import { readReference } from './references.ts';
import type { Token } from './tokens.ts';

/** Reads definitions up to a `}` or the end of the file (compact syntax, section 3). */
export function readGrammarContent(cursor: Cursor, included = false): SchemaNode[] {
  const nodes: SchemaNode[] = [];
  for (let token = peek(cursor); token.kind !== 'end' && !isSymbol(token, '}'); token = peek(cursor)) {
    nodes.push(
      ...(isSymbol(peek(cursor, 1), '[') && isNameLike(token)
        ? readAnnotationElement(cursor, false)
        : readComponent(cursor, included)),
    );
  }
  return nodes;
}

const isNameLike = (token: Token): boolean => ['name', 'escaped', 'prefixed'].includes(token.kind);

const assignments: Readonly<Record<string, string | undefined>> = {
  '=': undefined,
  '|=': 'choice',
  '&=': 'interleave',
};

/** Does a definition, or an annotation that stands for itself, begin here? Otherwise the file holds a pattern. */
export function beginsGrammar(cursor: Cursor): boolean {
  let ahead = 0;
  while (peek(cursor, ahead).kind === 'documentation') ahead++;
  if (isSymbol(peek(cursor, ahead), '[')) ahead = behindBracket(cursor, ahead);
  const token = peek(cursor, ahead);
  const next = peek(cursor, ahead + 1);
  if (token.kind === 'end') return true;
  if (isNameLike(token) && isSymbol(next, '[')) return true;
  if (token.kind === 'name' && ['start', 'div', 'include'].includes(token.text)) return true;
  return (token.kind === 'name' || token.kind === 'escaped') && next.kind === 'symbol' && next.text in assignments;
}

function behindBracket(cursor: Cursor, from: number): number {
  let depth = 0;
  for (let ahead = from; ; ahead++) {
    const token = peek(cursor, ahead);
    if (isSymbol(token, '[')) depth++;
    if (isSymbol(token, ']')) depth--;
    if (depth === 0 || token.kind === 'end') return ahead + 1;
  }
}

function readComponent(cursor: Cursor, included: boolean): SchemaNode[] {
  const annotations = readAnnotations(cursor);
  const token = peek(cursor);
  if (isKeyword(token, 'div')) return withBefore(annotations, readDiv(cursor, included));
  if (isKeyword(token, 'include') && !included) return withBefore(annotations, readInclude(cursor));
  if (isKeyword(token, 'start')) return withBefore(annotations, readDefinition(cursor, take(cursor), 'start'));
  if (token.kind === 'name' && keywords.has(token.text)) {
    fail(token, `“${token.text}” cannot be defined.`, `Write \\${token.text} if it is to be a name.`);
  }
  if (token.kind !== 'name' && token.kind !== 'escaped')
    fail(token, `A definition is expected here, not ${describe(token)}.`);
  return withBefore(annotations, readDefinition(cursor, takeIdentifier(cursor), 'define'));
}

const withBefore = (annotations: Annotations, element: SchemaElement): SchemaNode[] => [
  ...annotations.before,
  ...annotate(element, annotations),
];

function readDefinition(cursor: Cursor, token: Token, local: 'start' | 'define'): SchemaElement {
  const sign = peek(cursor);
  if (sign.kind !== 'symbol' || !(sign.text in assignments)) {
    return fail(sign, `“=” is expected after “${token.text}”, not ${describe(sign)}.`);
  }
  take(cursor);
  const combine = assignments[sign.text];
  const comments = takeComments(cursor);
  const body = local === 'start' ? readPattern(cursor, readGrammarContent) : readSequence(cursor, readGrammarContent);
  const name = local === 'define' ? [plain('name', token.text, token)] : [];
  const attributes = combine === undefined ? name : [...name, plain('combine', combine, sign)];
  return make(cursor, local, token, attributes, [...comments, ...body]);
}

function readDiv(cursor: Cursor, included: boolean): SchemaElement {
  const token = take(cursor);
  return make(cursor, 'div', token, [], readBraces(cursor, included));
}

function readBraces(cursor: Cursor, included: boolean): SchemaNode[] {
  expect(cursor, '{');
  const comments = takeComments(cursor);
  const nodes = readGrammarContent(cursor, included);
  expect(cursor, '}');
  return [...comments, ...nodes, ...takeComments(cursor)];
}

function readInclude(cursor: Cursor): SchemaElement {
  const token = take(cursor);
  const attributes = readReference(cursor);
  const comments = takeComments(cursor);
  const body = isSymbol(peek(cursor), '{') ? readBraces(cursor, true) : [];
  return make(cursor, 'include', token, attributes, [...comments, ...body]);
}
