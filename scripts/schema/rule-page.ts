/** The page on the rules of the Schematron schema. */
import { readTree, type Node } from './read-grammar.ts';

/** Everything that octavo.sch asks, with the reason and the words it uses. */
export function rulePage(path: string): string {
  const schema = readTree(path);
  const reasons = new Map(
    named(schema, 'diagnostics')
      .flatMap((node) => named(node, 'diagnostic'))
      .map((node) => [node.attributes.id!, clean(node.text)]),
  );
  const sections = named(schema, 'pattern').flatMap((pattern) => [
    `## ${clean(named(pattern, 'title')[0]!.text)}`,
    ...named(pattern, 'rule').flatMap((rule) => questions(rule).map((question) => section(rule, question, reasons))),
  ]);
  const opening =
    'What no grammar can say, octavo.sch asks. An *error* makes an edition wrong, a *warning* is for a person to look at. In a message, … stands for the words in question.';
  return [`# Rules`, opening, ...sections].join('\n\n') + '\n';
}

function section(rule: Node, question: Node, reasons: Map<string, string>): string {
  const when = question.name === 'assert' ? 'It speaks unless' : 'It speaks if';
  return [
    `### ${question.attributes.id}`,
    `${capital(question.attributes.role!)}. ${reasons.get(question.attributes.diagnostics!)}`,
    `> ${clean(question.pieces.map((piece) => (typeof piece === 'string' ? piece : '…')).join(''))}`,
    `It looks at \`${rule.attributes.context}\`. ${when} \`${clean(question.attributes.test!)}\`.`,
  ].join('\n\n');
}

const named = (node: Node, name: string): Node[] => node.children.filter((child) => child.name === name);
const questions = (rule: Node): Node[] => rule.children.filter(({ name }) => name === 'assert' || name === 'report');
const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
