/**
 * A small Schematron engine for tests: it reads a schema and asks its questions of a file, each by the XPath processor of saxon-js.
 * It does what ISO Schematron asks for patterns, rules, lets and assertions; abstract patterns and phases are not in our schema.
 */
import { createRequire } from 'node:module';
import { readTree, type Node } from '../../../scripts/schema/read-grammar.ts';

/** What a rule said: its id, how grave it is, and the message. */
export interface Said {
  id: string;
  role: string;
  message: string;
}

interface Saxon {
  getResource(options: { type: 'xml'; text: string }): Promise<unknown>;
  XPath: { evaluate(path: string, context: unknown, options: object): unknown };
}

const saxon = createRequire(import.meta.url)('saxon-js') as Saxon;
const TEI = 'http://www.tei-c.org/ns/1.0';

type Variables = Record<string, unknown>;

/** Every assertion and report of a schema with its id, to test that each one is tested. */
export function rulesOf(path: string): { id: string; diagnostic: string }[] {
  const schema = readTree(path);
  const explained = new Map(
    named(child(schema, 'diagnostics'), 'diagnostic').map((node) => [node.attributes.id!, node.text]),
  );
  return named(schema, 'pattern')
    .flatMap((pattern) => named(pattern, 'rule').flatMap(questions))
    .map((node) => ({
      id: node.attributes.id!,
      diagnostic: explained.get(node.attributes.diagnostics ?? '')?.trim() ?? '',
    }));
}

/** What the schema at `path` says of a TEI text. */
export async function check(path: string, tei: string): Promise<Said[]> {
  const document = await saxon.getResource({ type: 'xml', text: tei });
  return named(readTree(path), 'pattern').flatMap((pattern) => checkPattern(pattern, document));
}

function checkPattern(pattern: Node, document: unknown): Said[] {
  const shared = lets(pattern, document, {});
  const rules = named(pattern, 'rule');
  // Of the rules of a pattern, only the first that fits a node is asked.
  const taken: unknown[] = [];
  return rules.flatMap((rule) => {
    const path = `let $taken := $previous return (${toPath(rule.attributes.context!)}) except $taken`;
    const nodes = evaluate(path, document, { ...shared, previous: taken.slice() });
    taken.push(...nodes);
    return nodes.flatMap((node) => checkRule(rule, node, shared));
  });
}

function checkRule(rule: Node, node: unknown, shared: Variables): Said[] {
  const variables = lets(rule, node, shared);
  return questions(rule).flatMap((question) => {
    const [answer] = evaluate(`boolean(${question.attributes.test})`, node, variables);
    if (answer === (question.name === 'assert')) return [];
    const message = words(question, node, variables).replace(/\s+/g, ' ').trim();
    return [{ id: question.attributes.id!, role: question.attributes.role!, message }];
  });
}

function lets(parent: Node, context: unknown, before: Variables): Variables {
  return named(parent, 'let').reduce<Variables>(
    (known, node) => ({ ...known, [node.attributes.name!]: evaluate(node.attributes.value!, context, known) }),
    before,
  );
}

/** The words of a message, with the values it asks for. */
function words(question: Node, node: unknown, variables: Variables): string {
  const value = (part: Node): string => {
    const path = part.name === 'name' ? 'name()' : `string-join((${part.attributes.select}) ! string(), ' ')`;
    return evaluate(path, node, variables).map(String).join('');
  };
  return question.pieces.map((piece) => (typeof piece === 'string' ? piece : value(piece))).join('');
}

function evaluate(path: string, context: unknown, params: Variables): unknown[] {
  const options = { params, namespaceContext: { tei: TEI }, resultForm: 'array' };
  return saxon.XPath.evaluate(path, context, options) as unknown[];
}

/** A context is a pattern; as a path it may be anywhere. */
const toPath = (context: string): string =>
  context
    .split(' | ')
    .map((pattern) => `//${pattern}`)
    .join(' | ');

const questions = (rule: Node): Node[] =>
  rule.children.filter((node) => node.name === 'assert' || node.name === 'report');
const named = (node: Node | undefined, name: string): Node[] =>
  node?.children.filter((part) => part.name === name) ?? [];
const child = (node: Node, name: string): Node | undefined => named(node, name)[0];
