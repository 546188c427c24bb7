import type { CompletionItem } from 'vscode-languageserver-protocol';
import {
  type AttributeNode,
  type ElementNode,
  intern,
  namesOf,
  nextElements,
  openAttributes,
  type Pattern,
  requiredAttributes,
  requirements,
  rankAttributes,
  type Schema,
  usage,
} from '../relaxng/index.ts';
import { attributesAt, isAlwaysEmpty } from './allowed-at.ts';
import { documented } from './documentation.ts';
import { itemKind } from './item-kinds.ts';
import type { Prefixes } from './outline-before.ts';

/** Names of elements and attributes that the schema allows, ready to be put in. */

interface Named {
  readonly uri: string;
  readonly local: string;
}

/** An item before it has its place in the text. */
export type Offer = Pick<CompletionItem, 'label' | 'kind' | 'detail' | 'documentation' | 'sortText' | 'command'> & {
  /** What is put in; `$1`, `$0` are the stops of a snippet where `snippet` is set. */
  readonly text: string;
  readonly snippet?: boolean;
};

const rank = (i: number): string => String(i).padStart(5, '0');

/** How much of an element is put in. */
export interface Wanted {
  /** Only the name: the rest of the tag is there. */
  readonly nameOnly: boolean;
  /** The editor knows snippets. */
  readonly snippets: boolean;
}

const isRequired = (content: Pattern, one: Pattern): boolean => requirements(content)[0]?.includes(one) === true;

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** `persName ref="$1">$0</persName>`, as far as it is wanted. */
function elementText(
  schema: Schema,
  content: Pattern,
  named: Named,
  name: string,
  prefixes: Prefixes,
  { nameOnly, snippets }: Wanted,
): { text: string; snippet?: boolean } {
  if (nameOnly || !snippets) return { text: name };
  const attributes = attributesAt(schema, content, named, []);
  const required = requiredAttributes(attributes)
    .filter((ways) => ways.length === 1)
    .flatMap(([one]) => namesOf(one!).slice(0, 1))
    .map(({ uri, local }, i) => ` ${prefixes.write(uri, local, true)}="$${i + 1}"`);
  const root = prefixes.uriOf('') === undefined && named.uri !== '' && !name.includes(':');
  const start = `${escaped(name)}${root ? ` xmlns="${escaped(named.uri)}"` : ''}${required.join('')}`;
  const empty = isAlwaysEmpty(schema, content, named);
  return { text: empty ? `${start}/>$0` : `${start}>$0</${escaped(name)}>`, snippet: true };
}

/** The elements that may be at a place: those that must come first, then by how much they are used. */
export function offerElements(schema: Schema, content: Pattern, prefixes: Prefixes, wanted: Wanted): Offer[] {
  const found = new Map<string, { named: Named; element: Pattern; order: number }>();
  for (const element of nextElements(content)) {
    for (const named of namesOf(element)) {
      const name = prefixes.write(named.uri, named.local, false);
      const order = usage(named.local) - (isRequired(content, element) ? 100_000 : 0);
      if (!found.has(name)) found.set(name, { named, element, order });
    }
  }
  const ordered = [...found].sort(([a, x], [b, y]) => x.order - y.order || (a < b ? -1 : 1));
  return ordered.map(([name, { named, element, order }], i) => ({
    label: name,
    kind: itemKind.element,
    sortText: rank(i),
    ...(order < 0 && { detail: 'must come here' }),
    ...documented(schema, (element.leaf as ElementNode).documentation),
    ...elementText(schema, content, named, name, prefixes, wanted),
  }));
}

/** The attributes that the element called `element` may still have: those that it must have first, then by how much they are used. */
export function offerAttributes(
  schema: Schema,
  element: string,
  attributes: Pattern,
  prefixes: Prefixes,
  wanted: Wanted,
): Offer[] {
  const required = new Set(requiredAttributes(attributes).flat());
  const found = new Map<string, { attribute: Pattern; must: boolean }>();
  for (const attribute of openAttributes(attributes)) {
    for (const { uri, local } of namesOf(attribute)) {
      const name = prefixes.write(uri, local, true);
      if (!found.has(name)) found.set(name, { attribute, must: required.has(attribute) });
    }
  }
  const ordered = rankAttributes(element, [...found.keys()])
    .map((name) => ({ name, ...found.get(name)! }))
    .sort((a, b) => Number(b.must) - Number(a.must));
  return ordered.map(({ name, attribute, must }, i) => ({
    label: name,
    kind: itemKind.attribute,
    sortText: rank(i),
    ...(must && { detail: 'required' }),
    ...documented(schema, (attribute.leaf as AttributeNode).documentation),
    text: wanted.nameOnly ? name : wanted.snippets ? `${escaped(name)}="$1"$0` : `${name}=""`,
    ...(!wanted.nameOnly && wanted.snippets && { snippet: true }),
    // The editor asks for the values at once.
    ...(!wanted.nameOnly && { command: { title: 'Suggest values', command: 'editor.action.triggerSuggest' } }),
  }));
}

/** The patterns of one attribute of those that are possible. */
export function attributeNamed(schema: Schema, attributes: Pattern, { uri, local }: Named): Pattern[] {
  const name = intern(schema.table.names, uri, local);
  return openAttributes(attributes).filter(
    (one) => one.name === name || namesOf(one).some((each) => each.uri === uri && each.local === local),
  );
}
