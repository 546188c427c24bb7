/** The pages on elements: one for each module of the schema. */
import { attributesOf, describePattern, linked, namesInClass, type Attribute, type Link } from './describe-pattern.ts';
import { explanation } from './explanation.ts';
import type { Module } from './modules.ts';
import { documentation, namesOf, patterns, type Definition, type Grammar, type Node } from './read-grammar.ts';

/** The element a definition defines, or `undefined` where it defines something else. */
export function elementIn(definition: Definition | undefined): Node | undefined {
  const [only, ...more] = definition?.body ?? [];
  return only?.name === 'element' && more.length === 0 && namesOf(only) ? only : undefined;
}

/** Everything a page on elements is made from. */
export interface Sources {
  exchange: Grammar;
  edition: Grammar;
  parents: Map<string, string[]>;
  link: Link;
}

/** In which elements each element may be: the exchange schema decides. */
export function parentsOf(grammar: Grammar): Map<string, string[]> {
  const parents = new Map<string, string[]>();
  for (const definition of grammar.definitions.values()) {
    const element = elementIn(definition);
    for (const child of element ? childrenOf(grammar, patterns(element)) : []) {
      parents.set(child, [...(parents.get(child) ?? []), definition.name]);
    }
  }
  return parents;
}

/** The names of the elements that may be directly in a content, through all families it refers to. */
function childrenOf(grammar: Grammar, nodes: readonly Node[]): Set<string> {
  const seen = new Set<string>();
  const found = new Set<string>();
  const visit = (node: Node): void => {
    if (node.name !== 'ref') return patterns(node).forEach(visit);
    const name = node.attributes.name!;
    if (seen.has(name)) return;
    seen.add(name);
    if (elementIn(grammar.definitions.get(name))) found.add(name);
    else
      grammar.definitions
        .get(name)!
        .body.filter((part) => part.name !== 'element')
        .forEach(visit);
  };
  nodes.forEach(visit);
  return found;
}

/** More parents than this are not help to a reader. */
const MANY = 40;

function parentLine(name: string, { parents, link, exchange }: Sources): string {
  const found = parents.get(name) ?? [];
  if (found.length === 0) return '**May be in:** nothing; a file begins with it.';
  if (found.length > MANY)
    return `**May be in:** ${found.length} of the ${parents.size} elements, wherever words are allowed.`;
  const inOrder = [...exchange.definitions.keys()].filter((one) => found.includes(one));
  return `**May be in:** ${inOrder.map((one) => linked(one, link)).join(', ')}`;
}

/** The page of a module, or `undefined` where it defines no element. */
export function elementPage(module: Module, sources: Sources): string | undefined {
  const names = module.defines.filter((name) => elementIn(sources.exchange.definitions.get(name)));
  if (names.length === 0) return undefined;
  const sections = names.map((name) => elementSection(name, sources));
  return [`# ${title(module)}`, module.about, ...sections].join('\n\n') + '\n';
}

/** The heading of a module's page. */
export function title(module: Module): string {
  const words = module.name.replace(/^base\//, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function elementSection(name: string, sources: Sources): string {
  const definition = sources.exchange.definitions.get(name)!;
  const { words, example } = explanation(definition.doc);
  const content = describePattern(patterns(elementIn(definition)!), sources.link);
  const elements = namesOf(elementIn(definition)!)!;
  const parts = [
    `## ${name}`,
    words,
    elements.length > 1 ? `**Elements:** ${elements.map((one) => `\`${one}\``).join(' ')}` : '',
    example ? `\`\`\`xml\n${example}\n\`\`\`` : '',
    `**Content:** ${content === '' ? 'none' : content}`,
    parentLine(name, sources),
    attributeLines(patterns(elementIn(definition)!), sources.exchange, sources.link),
    editionLines(name, sources),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** The attributes of an element: the classes it belongs to, and a table of its own ones. */
export function attributeLines(nodes: readonly Node[], grammar: Grammar, link: Link): string {
  const { own, classes } = attributesOf(nodes);
  const shown = classes.filter((one) => one === 'a.global' || namesInClass(grammar, one).length > 0);
  const names = (one: string): string =>
    one === 'a.global'
      ? 'what every element may carry'
      : namesInClass(grammar, one)
          .map((name) => `\`${name}\``)
          .join(' ');
  const lines = shown.map((one) => `${linked(one, link)} (${names(one)})`);
  const heading = lines.length > 0 ? `**Attributes:** ${lines.join('; ')}` : '';
  return [heading, attributeTable(own, link)].filter((part) => part !== '').join('\n\n');
}

/** A table of attributes: name, whether it must be there, what it may be, what it is for. */
function attributeTable(attributes: readonly Attribute[], link: Link): string {
  if (attributes.length === 0) return '';
  const rows = attributes.map(({ name, needed, node }) => {
    const value = describePattern(patterns(node), link) || 'text';
    const cells = [`\`${name}\``, needed ? 'yes' : '', value, explanation(documentation(node)).words];
    return `| ${cells.map((cell) => cell.replaceAll(/\\?\|/g, '\\|')).join(' | ')} |`;
  });
  return ['| attribute | needed | value | what it is for |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** What the edition schema asks beyond the exchange schema. */
function editionLines(name: string, { exchange, edition, link }: Sources): string {
  const ours = edition.definitions.get(name);
  const element = elementIn(ours);
  if (!ours || !element) return '**Edition:** not in the edition schema.';
  const theirs = elementIn(exchange.definitions.get(name))!;
  const plain = (node: Node): string => describePattern(patterns(node), () => undefined);
  const attributes = (node: Node): string => JSON.stringify(attributesOf(patterns(node)).classes);
  const sameContent = plain(element) === plain(theirs);
  if (sameContent && attributes(element) === attributes(theirs)) return '';
  const { own, classes } = attributesOf(patterns(element));
  const more = classes.filter((one) => !attributesOf(patterns(theirs)).classes.includes(one));
  const parts = [
    `**Edition:** ${explanation(ours.doc).words}`,
    sameContent ? '' : `Content: ${describePattern(patterns(element), link)}`,
    more.length > 0 ? `Attributes: ${more.map((one) => linked(one, link)).join(', ')}` : '',
    attributeTable(own, link),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
