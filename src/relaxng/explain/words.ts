import type { XmlTag } from '../../source/xml.ts';
import { intern } from '../engine/names.ts';
import type { Pattern } from '../engine/pattern.ts';
import type { Run } from '../engine/run.ts';
import { describeNames } from '../grammar/name-class.ts';
import type { ElementNode } from '../grammar/nodes.ts';
import { namesOf, nextElements } from './expected.ts';
import { usage } from './frequency.ts';

/** How names are said to people. */

interface Named {
  readonly uri: string;
  readonly local: string;
}

const XMLNS = 'http://www.w3.org/2000/xmlns/';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** The name of an element as one would write it at this place of the document, with prefix where it needs one. */
export function elementName(run: Run, { uri, local }: Named): string {
  const prefix = prefixOf(run, uri);
  return prefix === undefined || prefix === '' ? local : `${prefix}:${local}`;
}

/** The name of an attribute as one would write it. */
export function attributeName(run: Run, { uri, local }: Named): string {
  if (uri === '') return local;
  if (uri === XML) return `xml:${local}`;
  const prefix = attributePrefix(run, uri);
  return prefix === undefined ? local : `${prefix}:${local}`;
}

/** The prefix that stands for a namespace here; the namespace of names without prefix is not that of attributes. */
export function attributePrefix(run: Run, uri: string): string | undefined {
  if (uri === XML) return 'xml';
  const shadowed = new Set<string>();
  for (let i = run.open.length - 1; i >= 0; i--) {
    for (const one of run.open[i]!.tag.attributes) {
      if (one.uri !== XMLNS || one.name === 'xmlns' || shadowed.has(one.local)) continue;
      if (one.value === uri) return one.local;
      shadowed.add(one.local);
    }
  }
  return undefined;
}

/** The prefix that stands for a namespace here; empty where it is that of names without prefix. */
function prefixOf(run: Run, uri: string): string | undefined {
  const shadowed = new Set<string>();
  let found: string | undefined;
  for (let i = run.open.length - 1; i >= 0; i--) {
    for (const one of run.open[i]!.tag.attributes) {
      if (one.uri !== XMLNS) continue;
      const prefix = one.name === 'xmlns' ? '' : one.local;
      if (shadowed.has(prefix)) continue;
      shadowed.add(prefix);
      if (one.value === uri && (found === undefined || prefix === '')) found = prefix;
    }
  }
  return found;
}

/** The names of elements, the likeliest first: used as in most editions, then by the alphabet. */
export function rankedNames(run: Run, elements: readonly Pattern[]): string[] {
  const named = elements.flatMap((element) => namesOf(element));
  const unique = new Map(named.map((name) => [elementName(run, name), name.local]));
  const names = [...unique].sort(([a, x], [b, y]) => usage(x) - usage(y) || (a < b ? -1 : a > b ? 1 : 0));
  const wild = elements.filter((element) => namesOf(element).length === 0);
  return [...names.map(([name]) => name), ...new Set(wild.map(wildcardInWords))];
}

/** The names of the elements that may come next. */
export function expectedNames(run: Run): readonly string[] {
  const scope = run.open.findLast(({ tag }) => tag.attributes.some((one) => one.uri === XMLNS))?.tag;
  const known = run.expected.get(run.current);
  if (known !== undefined && known.scope === scope) return known.names;
  const names = rankedNames(run, nextElements(run.current));
  run.expected.set(run.current, { scope, names });
  return names;
}

const wildcardInWords = (element: Pattern): string => `(${describeNames((element.leaf as ElementNode).names)})`;

/** `<a>`, but what is in words stays so. */
export const tagged = (name: string): string => (name.startsWith('(') ? name.slice(1, -1) : `<${name}>`);

/** “a, b or c”; more than `most` are counted, not named. */
export function oneOf(words: readonly string[], most = 6, last = 'or'): string {
  if (words.length > most) return `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
  return words.length <= 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)!}`;
}

/** A text shortened for a message. */
export function short(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

/** What the schema says about an element, attribute or value: “<p> marks paragraphs in prose.” */
export function said(run: Run, name: string, documentation: number): string | undefined {
  const text = run.schema.grammar.documentation(documentation).split('\n')[0] ?? '';
  const plain = text
    .replace(/^\(([^)]*)\)\s*/, '')
    .replace(/\s*\[[\d. A-Z]*\]\s*$/, '')
    .replace(/\s*Example: <.*$/, '');
  return plain === '' ? undefined : `${name}: ${short(plain, 160)}`;
}

/** What the schema says about the element of a tag. */
export function elementSaid(run: Run, tag: XmlTag): string | undefined {
  const definition = definitionsOf(run, tag)[0];
  return definition === undefined
    ? undefined
    : said(run, `<${tag.name}>`, (definition.leaf as ElementNode).documentation);
}

/** The element patterns that bear the name of a tag. */
function definitionsOf(run: Run, tag: XmlTag): readonly Pattern[] {
  return run.schema.byName.get(intern(run.table.names, tag.uri, tag.local)) ?? [];
}
