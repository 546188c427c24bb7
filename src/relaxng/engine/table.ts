import type { ElementNode, Node } from '../grammar/nodes.ts';
import type { NameTable, QName } from './names.ts';
import type { Pattern, PatternKind } from './pattern.ts';

/** All patterns of one schema. It grows while documents are validated; `count` says how far. */
export interface PatternTable {
  count: number;
  /** So many patterns are too many to keep (forget.ts). */
  forgetAbove: number;
  readonly names: NameTable;
  readonly fromNodes: Map<Node, Pattern>;
  readonly pairs: Map<number, Pattern>;
  readonly singles: Map<number, Pattern>;
  readonly choices: Map<string, Pattern>;
  readonly empty: Pattern;
  readonly notAllowed: Pattern;
  readonly text: Pattern;
  readonly anything: Pattern;
}

/** More patterns than any sane edition makes; then a schema forgets what it learnt. */
export const MOST_PATTERNS = 500_000;

/** Ids are below this; two of them make one number without loss. */
const ID_LIMIT = 0x1000000;

/** A table with nothing in it but the four patterns that need no others. */
export function newTable(): PatternTable {
  const constant = (id: number, kind: PatternKind): Pattern =>
    fresh(id, kind, { nullable: kind !== 'notAllowed', contentful: kind === 'text' || kind === 'anything' });
  return {
    count: 4,
    forgetAbove: Infinity,
    names: new Map(),
    fromNodes: new Map(),
    pairs: new Map(),
    singles: new Map(),
    choices: new Map(),
    empty: constant(0, 'empty'),
    notAllowed: constant(1, 'notAllowed'),
    text: constant(2, 'text'),
    anything: constant(3, 'anything'),
  };
}

/** The properties that differ from those of an empty pattern. */
type Given = Partial<
  Pick<Pattern, 'nullable' | 'attributed' | 'contentful' | 'valued' | 'a' | 'b' | 'parts' | 'leaf' | 'name'>
>;

const noParts: readonly Pattern[] = [];

/** All patterns are made here, with all properties in one order: that keeps access to them quick. */
function fresh(id: number, kind: PatternKind, given: Given): Pattern {
  return {
    id,
    kind,
    nullable: given.nullable ?? false,
    attributed: given.attributed ?? false,
    contentful: given.contentful ?? false,
    valued: given.valued ?? false,
    a: given.a,
    b: given.b,
    parts: given.parts ?? noParts,
    leaf: given.leaf,
    name: given.name,
    opened: undefined,
    byName: undefined,
    unnamed: undefined,
    afterText: undefined,
    afterClose: undefined,
    withoutAttributes: undefined,
    attributeSteps: undefined,
    info: undefined,
    content: undefined,
    values: undefined,
  };
}

/** A pattern that stands for an element, an attribute or a value of the schema. */
export function leaf(
  table: PatternTable,
  leaf: NonNullable<Pattern['leaf']>,
  name: QName | undefined,
  a?: Pattern,
): Pattern {
  return fresh(table.count++, leaf.kind, {
    leaf,
    name,
    a,
    attributed: leaf.kind === 'attribute',
    contentful: leaf.kind !== 'attribute',
    valued: leaf.kind === 'data' || leaf.kind === 'value',
  });
}

const joins = {
  group: (a: Pattern, b: Pattern) => a.nullable && b.nullable,
  interleave: (a: Pattern, b: Pattern) => a.nullable && b.nullable,
  after: () => false,
};

const salts = { group: 0, interleave: 1, after: 2 } as const;

/** The key of a pair; the table is emptied before ids reach their limit. */
export const pairKey = (kind: keyof typeof salts, a: Pattern, b: Pattern): number =>
  (a.id * ID_LIMIT + b.id) * 4 + salts[kind];

function pair(table: PatternTable, kind: 'group' | 'interleave' | 'after', a: Pattern, b: Pattern): Pattern {
  const key = pairKey(kind, a, b);
  const known = table.pairs.get(key);
  if (known !== undefined) return known;
  const made = fresh(table.count++, kind, {
    a,
    b,
    nullable: joins[kind](a, b),
    // What follows an open element does not belong to it.
    attributed: a.attributed || (kind !== 'after' && b.attributed),
    contentful: a.contentful || b.contentful,
    valued: a.valued || (kind !== 'after' && b.valued),
  });
  table.pairs.set(key, made);
  return made;
}

/** `a`, then `b`. */
export function group(table: PatternTable, a: Pattern, b: Pattern): Pattern {
  if (a.kind === 'notAllowed' || b.kind === 'notAllowed') return table.notAllowed;
  if (a.kind === 'empty') return b;
  if (b.kind === 'empty') return a;
  if (a.kind === 'group') return group(table, a.a!, group(table, a.b!, b));
  return pair(table, 'group', a, b);
}

/** `a` and `b`, their parts in any mixture. */
export function interleave(table: PatternTable, a: Pattern, b: Pattern): Pattern {
  if (a.kind === 'notAllowed' || b.kind === 'notAllowed') return table.notAllowed;
  if (a.kind === 'empty') return b;
  if (b.kind === 'empty') return a;
  return a.id <= b.id ? pair(table, 'interleave', a, b) : pair(table, 'interleave', b, a);
}

/** An open element. */
export function after(table: PatternTable, content: Pattern, rest: Pattern): Pattern {
  if (content.kind === 'notAllowed' || rest.kind === 'notAllowed') return table.notAllowed;
  return pair(table, 'after', content, rest);
}

export const singleKey = (kind: 'oneOrMore' | 'list', a: Pattern): number => a.id * 2 + (kind === 'list' ? 1 : 0);

function single(table: PatternTable, kind: 'oneOrMore' | 'list', a: Pattern): Pattern {
  const key = singleKey(kind, a);
  const known = table.singles.get(key);
  if (known !== undefined) return known;
  const repeated = kind === 'oneOrMore';
  const made = fresh(table.count++, kind, {
    a,
    nullable: repeated && a.nullable,
    attributed: repeated && a.attributed,
    contentful: repeated ? a.contentful : true,
    valued: repeated ? a.valued : true,
  });
  table.singles.set(key, made);
  return made;
}

/** `a`, once or more often. */
export function oneOrMore(table: PatternTable, a: Pattern): Pattern {
  if (a.kind === 'notAllowed' || a.kind === 'empty' || a.kind === 'text' || a.kind === 'oneOrMore') return a;
  return single(table, 'oneOrMore', a);
}

/** Text that is split at white space, its pieces matching `a`. */
export const list = (table: PatternTable, a: Pattern): Pattern =>
  a.kind === 'notAllowed' ? a : single(table, 'list', a);

/** `a` or nothing. */
export const optional = (table: PatternTable, a: Pattern): Pattern =>
  a.nullable ? a : choice(table, [a, table.empty]);

/** One of several. Doubles are dropped, and open elements with the same content, or the same rest, are put together. */
export function choice(table: PatternTable, given: readonly Pattern[]): Pattern {
  const flat = new Set<Pattern>();
  let afters = 0;
  for (const one of given) {
    if (one.kind === 'choice') for (const part of one.parts) flat.add(part);
    else if (one.kind !== 'notAllowed') flat.add(one);
  }
  for (const one of flat) if (one.kind === 'after') afters++;
  if (afters > 1) mergeAfters(table, flat);
  if (flat.size > 1 && flat.has(table.empty) && hasOtherNullable(flat)) flat.delete(table.empty);
  if (flat.size <= 1) return flat.values().next().value ?? table.notAllowed;
  return rawChoice(
    table,
    [...flat].sort((a, b) => a.id - b.id),
  );
}

function hasOtherNullable(parts: ReadonlySet<Pattern>): boolean {
  for (const one of parts) if (one.nullable && one.kind !== 'empty') return true;
  return false;
}

export function choiceKey(parts: readonly Pattern[]): string {
  let key = '';
  for (const one of parts) key += `${one.id.toString(36)} `;
  return key;
}

function rawChoice(table: PatternTable, parts: readonly Pattern[]): Pattern {
  const key = choiceKey(parts);
  const known = table.choices.get(key);
  if (known !== undefined) return known;
  const made = fresh(table.count++, 'choice', {
    parts,
    nullable: parts.some((one) => one.nullable),
    attributed: parts.some((one) => one.attributed),
    contentful: parts.some((one) => one.contentful),
    valued: parts.some((one) => one.valued),
  });
  table.choices.set(key, made);
  return made;
}

/** after(c, r) | after(c, s) = after(c, r|s), and after(c, r) | after(d, r) = after(c|d, r). */
function mergeAfters(table: PatternTable, parts: Set<Pattern>): void {
  const byContent = new Map<Pattern, Pattern[]>();
  for (const one of parts) {
    if (one.kind !== 'after') continue;
    const same = byContent.get(one.a!);
    if (same === undefined) byContent.set(one.a!, [one.b!]);
    else same.push(one.b!);
    parts.delete(one);
  }
  const byRest = new Map<Pattern, Pattern[]>();
  for (const [content, rests] of byContent) {
    const rest = choice(table, rests);
    const same = byRest.get(rest);
    if (same === undefined) byRest.set(rest, [content]);
    else same.push(content);
  }
  for (const [rest, contents] of byRest) parts.add(after(table, choice(table, contents), rest));
}

/** The element node of a pattern that is one. */
export const elementOf = (pattern: Pattern): ElementNode => pattern.leaf as ElementNode;
