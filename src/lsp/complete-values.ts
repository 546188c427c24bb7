import { pointerKind } from '../validate/pointers.ts';
import type { DataNode, Pattern, Schema, ValueNode } from '../relaxng/index.ts';
import type { Offer } from './complete-markup.ts';
import { documented } from './documentation.ts';
import type { Neighbours } from './neighbours.ts';
import { itemKind } from './item-kinds.ts';

/** Values of attributes: those that the schema names, and the ids to which pointers can lead. */

/** The values that are named one by one. */
export function valuesOf(pattern: Pattern): Pattern[] {
  if (pattern.kind === 'value') return [pattern];
  if (pattern.kind === 'choice') return pattern.parts.flatMap(valuesOf);
  if (pattern.kind === 'group') return [...valuesOf(pattern.a!), ...valuesOf(pattern.b!)];
  return pattern.kind === 'list' || pattern.kind === 'oneOrMore' ? valuesOf(pattern.a!) : [];
}

function typeNames(pattern: Pattern): string[] {
  if (pattern.kind === 'data') return [(pattern.leaf as DataNode).type.name];
  if (pattern.kind === 'choice') return pattern.parts.flatMap(typeNames);
  return pattern.a === undefined ? [] : [...typeNames(pattern.a), ...(pattern.b ? typeNames(pattern.b) : [])];
}

const rank = (i: number): string => String(i).padStart(5, '0');

function offerNamed(schema: Schema, attribute: Pattern): Offer[] {
  const values = valuesOf(attribute.a!);
  const offers = values.map((value, i): Offer => {
    const { literal, documentation } = value.leaf as ValueNode;
    return {
      label: literal,
      kind: itemKind.value,
      sortText: rank(i),
      ...documented(schema, documentation),
      text: literal,
    };
  });
  const truth = typeNames(attribute.a!).includes('boolean') ? ['true', 'false'] : [];
  return [...offers, ...truth.map((text): Offer => ({ label: text, kind: itemKind.value, text, sortText: text }))];
}

/** More ids than anybody looks through: then what is typed chooses. */
const mostIds = 500;

export interface ValuePlace {
  readonly element: string;
  readonly attribute: string;
  /** What is written of the value, up to the cursor. */
  readonly typed: string;
}

/** What the register entries of an element are called, for the order in which ids are offered. */
const entriesOf: Readonly<Record<string, readonly string[]>> = {
  persName: ['person', 'persName'],
  placeName: ['place', 'placeName'],
  orgName: ['org', 'orgName'],
  term: ['category', 'term', 'item'],
  gloss: ['term', 'item'],
  rs: ['person', 'place', 'org', 'term', 'category'],
  ref: ['div', 'note'],
};

function offerIds(neighbours: Neighbours, { element, typed }: ValuePlace): { offers: Offer[]; whole: boolean } {
  const wanted = entriesOf[element] ?? [];
  const search = typed.toLowerCase();
  const fitting = neighbours
    .ids()
    .map((one) => ({ ...one, pointer: `${one.name}#${one.id}` }))
    .filter(({ pointer, label }) => search === '' || `${pointer} ${label}`.toLowerCase().includes(search));
  const order = (one: (typeof fitting)[number]): number =>
    (wanted.includes(one.element) ? 0 : 2) + (one.name === '' ? 0 : 1);
  const ordered = fitting.sort((a, b) => order(a) - order(b) || (a.pointer < b.pointer ? -1 : 1));
  const offers = ordered.slice(0, mostIds).map(({ pointer, label, element: bearer }, i): Offer => ({
    label: pointer,
    kind: itemKind.reference,
    detail: label === '' ? `<${bearer}>` : `<${bearer}> ${label}`,
    sortText: rank(i),
    text: pointer,
  }));
  return { offers, whole: fitting.length <= mostIds };
}

/** All values that can be in an attribute. Without `whole`, more are there for those who type more. */
export function offerValues(
  schema: Schema,
  attributes: readonly Pattern[],
  place: ValuePlace,
  neighbours: Neighbours,
): { offers: Offer[]; whole: boolean } {
  const named = attributes.flatMap((attribute) => offerNamed(schema, attribute));
  const unique = [...new Map(named.map((one) => [one.label, one])).values()];
  if (pointerKind(place.attribute) === undefined) return { offers: unique, whole: true };
  const { offers, whole } = offerIds(neighbours, place);
  return { offers: [...unique, ...offers], whole };
}
