import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import type { SchemaComment, SchemaElement, SchemaNode } from '../syntax/tree.ts';
import { resolveEscapes, SyntaxProblem } from './characters.ts';
import { correctSchema } from '../syntax/problems.ts';
import { commentsOf, describe, fail, make, peek, plain, refuseDeep, takeComments } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { readDeclarations } from './declarations.ts';
import { beginsGrammar, readGrammarContent } from './grammars.ts';
import { readPattern } from './patterns.ts';
import { tokenize } from './tokens.ts';

/** A schema read from the compact syntax, as elements of the XML syntax, with the comments around the outermost one. */
export interface CompactSchema {
  readonly root: SchemaElement;
  readonly before: readonly SchemaComment[];
  readonly after: readonly SchemaComment[];
}

/** Reads a schema in compact syntax; the first mistake ends the reading. */
export function readCompact(source: SourceText): Partial<CompactSchema> & { findings: Finding[] } {
  try {
    const tokens = tokenize(resolveEscapes(source.text));
    refuseDeep(tokens);
    const cursor: Cursor = {
      source,
      tokens,
      at: 0,
      comments: [],
      prefixes: new Map(),
      defaultNamespace: undefined,
      libraries: new Map(),
      namespaces: new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]),
      rootNs: undefined,
      rootLibrary: '',
    };
    return { ...readTop(cursor), findings: [] };
  } catch (error) {
    if (error instanceof SyntaxProblem) return { findings: [problem(source, error)] };
    throw error;
  }
}

function problem(source: SourceText, { message, start, end, fix }: SyntaxProblem): Finding {
  return {
    code: 'schema-syntax',
    severity: 'error',
    message,
    span: source.span(start, end),
    why: 'A schema with a mistake would reject valid documents, or accept invalid ones; so nothing is checked against it.',
    fix: fix ?? correctSchema,
  };
}

function readTop(cursor: Cursor): CompactSchema {
  readDeclarations(cursor);
  const before = takeComments(cursor);
  const first = peek(cursor);
  const isGrammar = beginsGrammar(cursor);
  const nodes: readonly SchemaNode[] = isGrammar ? readGrammarContent(cursor) : readPattern(cursor, readGrammarContent);
  const last = peek(cursor);
  if (last.kind !== 'end') fail(last, `The end of the schema is expected here, not ${describe(last)}.`);
  const after = [...takeComments(cursor), ...commentsOf(last)];
  if (isGrammar) return { root: finishRoot(cursor, make(cursor, 'grammar', first, [], nodes)), before, after };
  const at = nodes.findIndex((node) => node.kind === 'element');
  const behind = nodes.slice(at + 1);
  if (behind.some((node) => node.kind === 'element')) fail(last, 'An annotation cannot follow the outermost pattern.');
  const comments = (some: readonly SchemaNode[]): SchemaComment[] => some.filter((node) => node.kind === 'comment');
  return {
    root: finishRoot(cursor, nodes[at] as SchemaElement),
    before: [...before, ...comments(nodes.slice(0, at))],
    after: [...comments(behind), ...after],
  };
}

/** The outermost element says which namespace and which datatypes are meant where nothing else is said. */
function finishRoot(cursor: Cursor, root: SchemaElement): SchemaElement {
  const { rootNs, rootLibrary } = cursor;
  const has = (local: string): boolean => root.attributes.some((one) => one.uri === '' && one.local === local);
  const token = cursor.tokens[0]!;
  const attributes = [...root.attributes];
  if (rootNs !== undefined && !has('ns')) attributes.push(plain('ns', rootNs, token));
  if (rootLibrary !== '' && !has('datatypeLibrary')) attributes.push(plain('datatypeLibrary', rootLibrary, token));
  return { ...root, attributes };
}
