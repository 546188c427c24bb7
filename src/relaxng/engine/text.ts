import type { DataNode, ValueNode } from '../grammar/nodes.ts';
import type { Datatype, ValueContext } from '../datatypes/datatype.ts';
import { patternOf } from './build.ts';
import type { Pattern, ValueIndex } from './pattern.ts';
import { after, choice, group, interleave, optional } from './table.ts';
import type { PatternTable } from './table.ts';

/** Is there nothing but white space? */
export function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 32 && unit !== 10 && unit !== 9 && unit !== 13) return false;
  }
  return true;
}

/**
 * What is left of a pattern after a text. Where the pattern holds no values, any text will do and the answer is kept.
 */
export function takeText(
  table: PatternTable,
  pattern: Pattern,
  text: string,
  context: ValueContext,
  taken: Taken = new Map(),
): Pattern {
  if (pattern.valued) {
    const known = taken.get(pattern);
    if (known !== undefined) return known;
    const rest = step(table, pattern, text, context, taken);
    taken.set(pattern, rest);
    return rest;
  }
  return (pattern.afterText ??= step(table, pattern, text, context, taken));
}

/** What is left of patterns after one text: a pattern that is part of many is asked once. */
type Taken = Map<Pattern, Pattern>;

function step(table: PatternTable, pattern: Pattern, text: string, context: ValueContext, taken: Taken): Pattern {
  const { a, b } = pattern;
  const take = (one: Pattern): Pattern => takeText(table, one, text, context, taken);
  switch (pattern.kind) {
    case 'text':
    case 'anything':
      return pattern;
    case 'data':
    case 'value':
    case 'list':
      return isValue(table, pattern, text, context) ? table.empty : table.notAllowed;
    case 'choice':
      return pattern.valued
        ? takeFromValues(table, pattern, take, text, context)
        : choice(table, pattern.parts.map(take));
    case 'group': {
      const first = group(table, take(a!), b!);
      return a!.nullable ? choice(table, [first, take(b!)]) : first;
    }
    case 'interleave':
      return choice(table, [interleave(table, take(a!), b!), interleave(table, a!, take(b!))]);
    case 'oneOrMore':
      return group(table, take(a!), optional(table, pattern));
    case 'after':
      return after(table, take(a!), b!);
    default:
      return table.notAllowed;
  }
}

/** Does a whole text, of an attribute or of an element without children, match? (Specification, section 6.2.7.) */
export function matches(table: PatternTable, pattern: Pattern, text: string, context: ValueContext): boolean {
  switch (pattern.kind) {
    case 'text':
      return true;
    case 'data':
    case 'value':
    case 'list':
      return isValue(table, pattern, text, context);
    case 'choice':
      return matchesOne(table, pattern, text, context);
    default:
      return takeText(table, pattern, text, context).nullable || (pattern.nullable && isBlank(text));
  }
}

/** Values are what most choices consist of; no pattern need be made to find out whether one fits. */
function matchesOne(table: PatternTable, pattern: Pattern, text: string, context: ValueContext): boolean {
  const { byType, others } = (pattern.values ??= indexValues(pattern));
  for (const [type, keys] of byType) {
    const key = type.key(text, context);
    if (key !== undefined && keys.has(key)) return true;
  }
  for (const one of others) if (matches(table, one, text, context)) return true;
  return false;
}

function isValue(table: PatternTable, pattern: Pattern, text: string, context: ValueContext): boolean {
  if (pattern.kind === 'data') return isData(table, pattern.leaf as DataNode, text, context);
  if (pattern.kind === 'list') return isList(table, pattern.a!, text, context);
  const { type, key } = pattern.leaf as ValueNode;
  return type.key(text, context) === key;
}

function isData(table: PatternTable, { type, except }: DataNode, text: string, context: ValueContext): boolean {
  if (!type.allows(text, context)) return false;
  return except === undefined || !matches(table, patternOf(table, except), text, context);
}

function isList(table: PatternTable, items: Pattern, text: string, context: ValueContext): boolean {
  const { a } = items;
  if (items.kind === 'oneOrMore' && isItem(a!)) {
    const all = tokens(text);
    return all.length > 0 && all.every((item) => matches(table, a!, item, context));
  }
  let left = items;
  for (const item of tokens(text)) {
    left = takeText(table, left, item, context);
    if (left.kind === 'notAllowed') return false;
  }
  return left.nullable;
}

/** Is this something that one item of a list can be? */
const isItem = (pattern: Pattern): boolean =>
  pattern.kind === 'data' || pattern.kind === 'value' || (pattern.kind === 'choice' && pattern.parts.every(isItem));

/** The pieces of a text between white space. */
export function tokens(text: string): string[] {
  if (!/[ \t\n\r]/.test(text)) return text === '' ? [] : [text];
  const trimmed = text.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '');
  return trimmed === '' ? [] : trimmed.split(/[ \t\n\r]+/);
}

function takeFromValues(
  table: PatternTable,
  pattern: Pattern,
  take: (one: Pattern) => Pattern,
  text: string,
  context: ValueContext,
): Pattern {
  const { byType, others } = (pattern.values ??= indexValues(pattern));
  const results = others.map(take);
  for (const [type, keys] of byType) {
    const key = type.key(text, context);
    if (key !== undefined && keys.has(key)) results.push(table.empty);
  }
  return results.length === 1 ? results[0]! : choice(table, results);
}

function indexValues(pattern: Pattern): ValueIndex {
  const byType = new Map<Datatype, Set<string>>();
  const others: Pattern[] = [];
  for (const one of pattern.parts) {
    if (one.kind !== 'value') {
      others.push(one);
      continue;
    }
    const { type, key } = one.leaf as ValueNode;
    const keys = byType.get(type);
    if (keys === undefined) byType.set(type, new Set([key]));
    else keys.add(key);
  }
  return { byType, others };
}
