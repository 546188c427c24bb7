import type { XmlTag } from '../source/xml.ts';
import {
  attributeSteps,
  choice,
  closeAnyway,
  contentOf,
  endAttributesAnyway,
  group,
  intern,
  open,
  openLater,
  type Pattern,
  type Schema,
} from '../relaxng/index.ts';
import type { OutlineBefore } from './outline-before.ts';

/** What a schema allows at a place. Where the text before it breaks the schema, it is forgiven, so that there is always an answer. */

interface Named {
  readonly uri: string;
  readonly local: string;
}

/** What is left when this element has opened; where it is not allowed at all, undefined. */
function opened({ table }: Schema, state: Pattern, { uri, local }: Named): Pattern | undefined {
  const name = intern(table.names, uri, local);
  const next = open(table, state, name);
  const found = next.kind === 'notAllowed' ? openLater(table, state, name) : next;
  return found.kind === 'notAllowed' ? undefined : found;
}

/** What may be in an element that has opened: the part of `after` that belongs to it. */
function contentsOf({ table }: Schema, after: Pattern): Pattern {
  const ways = after.kind === 'after' ? [after] : after.parts.filter((one) => one.kind === 'after');
  return choice(
    table,
    ways.map((one) => one.a!),
  );
}

/** The content of an element, attributes included; of one that is where it must not, what it may hold elsewhere. */
function enter(schema: Schema, state: Pattern, named: Named): Pattern {
  const found = opened(schema, state, named);
  if (found) return contentsOf(schema, found);
  const { table, byName } = schema;
  const definitions = byName.get(intern(table.names, named.uri, named.local)) ?? [];
  return definitions.length === 0
    ? table.anything
    : choice(
        table,
        definitions.map((one) => contentOf(table, one)),
      );
}

/** Goes past elements that are before the place. */
function pass(schema: Schema, state: Pattern, tags: readonly XmlTag[]): Pattern {
  let left = state;
  for (const tag of tags) {
    const found = opened(schema, left, tag);
    if (found) left = closeAnyway(schema.table, found);
  }
  return left;
}

/** Takes attributes that are there; those that are not allowed are passed over. */
function takeAttributes({ table }: Schema, content: Pattern, attributes: readonly Named[]): Pattern {
  let left = content;
  for (const { uri, local } of attributes) {
    const steps = attributeSteps(table, left, intern(table.names, uri, local));
    if (steps.length > 0)
      left = choice(
        table,
        steps.map(({ rest }) => rest),
      );
  }
  return left;
}

/** What may come next at the place: elements and text. */
export function contentAt(schema: Schema, { top, open: opens }: OutlineBefore): Pattern {
  const { table } = schema;
  if (opens.length === 0) return pass(schema, schema.start, top);
  let state = schema.start;
  opens.forEach(({ tag }, i) => {
    const before = i === 0 ? [] : opens[i - 1]!.children.slice(0, -1);
    const content = enter(schema, pass(schema, state, before), tag);
    state = endAttributesAnyway(table, takeAttributes(schema, content, tag.attributes));
  });
  return pass(schema, state, opens.at(-1)!.children);
}

/** What attributes an element may have at the place, next to those that are there already. */
export function attributesAt(schema: Schema, content: Pattern, element: Named, there: readonly Named[]): Pattern {
  const inside = enter(schema, content, element);
  return inside.kind === 'anything' ? schema.table.empty : takeAttributes(schema, inside, there);
}

/** Is an element of this name at the place without any content? */
export function isAlwaysEmpty(schema: Schema, content: Pattern, element: Named): boolean {
  const inside = endAttributesAnyway(schema.table, enter(schema, content, element));
  return !group(schema.table, inside, schema.table.empty).contentful;
}

/** The definition of an element at the place, else any that the schema has. */
export function definitionAt(schema: Schema, next: readonly Pattern[], element: Named): Pattern | undefined {
  const { table, byName } = schema;
  const name = intern(table.names, element.uri, element.local);
  return next.find((one) => one.name === name) ?? byName.get(name)?.[0];
}
