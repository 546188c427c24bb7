/** The page on everything that is not an element: families of elements, kinds of content, attributes, datatypes. */
import { attributesOf, describePattern, type Link } from './describe-pattern.ts';
import { attributeLines, elementIn } from './element-pages.ts';
import { explanation } from './explanation.ts';
import type { Module } from './modules.ts';
import { patterns, type Definition, type Grammar } from './read-grammar.ts';

/** The anchor of a definition on its page. */
export const anchor = (name: string): string => name.toLowerCase().replaceAll('.', '');

const KINDS = [
  { prefix: 'd', title: 'What a value may look like' },
  { prefix: 'a', title: 'Attributes' },
  { prefix: 'm', title: 'Families of elements' },
  { prefix: 'c', title: 'Kinds of content' },
];

/** The page of all patterns that are not elements, from the modules of the base and of one schema. */
export function classPage(heading: string, modules: readonly Module[], grammar: Grammar, link: Link): string {
  const defined = new Set(modules.flatMap((module) => module.defines));
  const names = [...defined].filter(
    (name) => grammar.definitions.has(name) && !elementIn(grammar.definitions.get(name)),
  );
  const sections = KINDS.flatMap(({ prefix, title }) => {
    const members = names.filter((name) => name.startsWith(`${prefix}.`)).toSorted();
    return members.length === 0
      ? []
      : [`## ${title}`, ...members.map((name) => section(grammar.definitions.get(name)!, grammar, link))];
  });
  const others = names.filter((name) => !KINDS.some(({ prefix }) => name.startsWith(`${prefix}.`)));
  const rest = others.map((name) => section(grammar.definitions.get(name)!, grammar, link));
  return [`# ${heading}`, ...sections, ...(rest.length > 0 ? ['## Other patterns', ...rest] : [])].join('\n\n') + '\n';
}

function section(definition: Definition, grammar: Grammar, link: Link): string {
  const nodes = definition.body.flatMap((node) => (node.name === 'element' ? patterns(node) : [node]));
  const { own, classes } = attributesOf(nodes);
  const about = own.length + classes.length > 0 ? attributeLines(nodes, grammar, link) : '';
  const content = describePattern(nodes, link);
  const parts = [`### ${definition.name}`, explanation(definition.doc).words, about, content];
  return parts.filter((part) => part !== '').join('\n\n');
}
