import { singleNames } from '../grammar/name-class.ts';
import type { AttributeNode, ElementNode } from '../grammar/nodes.ts';
import type { Pattern } from '../engine/pattern.ts';

/** What a pattern waits for. */

/** The elements that may come next, each once. */
export function nextElements(pattern: Pattern): Pattern[] {
  const found = new Set<Pattern>();
  collectNext(pattern, found, new Set());
  return [...found];
}

function collectNext(pattern: Pattern, found: Set<Pattern>, seen: Set<Pattern>): void {
  if (seen.has(pattern)) return;
  seen.add(pattern);
  const { a, b } = pattern;
  if (pattern.kind === 'element') found.add(pattern);
  else if (pattern.kind === 'choice') for (const one of pattern.parts) collectNext(one, found, seen);
  else if (pattern.kind === 'group') {
    collectNext(a!, found, seen);
    if (a!.nullable) collectNext(b!, found, seen);
  } else if (pattern.kind === 'interleave') {
    collectNext(a!, found, seen);
    collectNext(b!, found, seen);
  } else if (pattern.kind === 'oneOrMore' || pattern.kind === 'after') collectNext(a!, found, seen);
}

/** May text come next? */
export function takesText(pattern: Pattern): boolean {
  const { a, b } = pattern;
  switch (pattern.kind) {
    case 'text':
    case 'data':
    case 'value':
    case 'list':
    case 'anything':
      return true;
    case 'choice':
      return pattern.parts.some(takesText);
    case 'group':
      return takesText(a!) || (a!.nullable && takesText(b!));
    case 'interleave':
      return takesText(a!) || takesText(b!);
    case 'oneOrMore':
    case 'after':
      return takesText(a!);
    default:
      return false;
  }
}

/** Something that must come: one of these elements. */
export type Requirement = readonly Pattern[];

/** What must come before the pattern is complete, in order. */
export function requirements(pattern: Pattern): Requirement[] {
  if (pattern.nullable) return [];
  const { a, b } = pattern;
  switch (pattern.kind) {
    case 'element':
      return [[pattern]];
    case 'choice': {
      const ways = pattern.parts.map(requirements);
      const common = ways[0]!.filter((one) => ways.every((way) => way.some((other) => sameElements(one, other))));
      if (common.length > 0) return common;
      const firsts = ways.map((way) => way[0] ?? []);
      return firsts.some((first) => first.length === 0) ? [] : [[...new Set(firsts.flat())]];
    }
    case 'group':
    case 'interleave':
      return [...requirements(a!), ...requirements(b!)];
    case 'oneOrMore':
    case 'after':
      return requirements(a!);
    default:
      return [];
  }
}

const sameElements = (a: Requirement, b: Requirement): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

/** What must come before an element that `opens` can find further on in the pattern. */
export function skipped(pattern: Pattern, opens: (pattern: Pattern) => boolean): Requirement[] {
  const { a, b } = pattern;
  switch (pattern.kind) {
    case 'group':
      return opens(a!) ? skipped(a!, opens) : [...requirements(a!), ...skipped(b!, opens)];
    case 'interleave':
      return skipped(opens(a!) ? a! : b!, opens);
    case 'choice': {
      const ways = pattern.parts.filter(opens).map((one) => skipped(one, opens));
      return ways.sort((x, y) => x.length - y.length)[0] ?? [];
    }
    case 'oneOrMore':
    case 'after':
      return skipped(a!, opens);
    default:
      return [];
  }
}

/** The attributes that a pattern still has room for. */
export function openAttributes(pattern: Pattern): Pattern[] {
  const found = new Set<Pattern>();
  collectAttributes(pattern, found);
  return [...found];
}

function collectAttributes(pattern: Pattern, found: Set<Pattern>): void {
  if (!pattern.attributed) return;
  if (pattern.kind === 'attribute') found.add(pattern);
  else if (pattern.kind === 'choice') for (const one of pattern.parts) collectAttributes(one, found);
  else {
    collectAttributes(pattern.a!, found);
    if (pattern.b !== undefined && pattern.kind !== 'after') collectAttributes(pattern.b, found);
  }
}

/** Attributes of which one must be there, for every such need. */
export function requiredAttributes(pattern: Pattern): Requirement[] {
  if (!pattern.attributed) return [];
  const { a, b } = pattern;
  switch (pattern.kind) {
    case 'attribute':
      return [[pattern]];
    case 'choice': {
      const ways = pattern.parts.map(requiredAttributes);
      if (ways.some((way) => way.length === 0)) return [];
      return [[...new Set(ways.flatMap((way) => way[0]!))]];
    }
    case 'group':
    case 'interleave':
      return [...requiredAttributes(a!), ...requiredAttributes(b!)];
    case 'oneOrMore':
    case 'after':
      return requiredAttributes(a!);
    default:
      return [];
  }
}

/** The names that an element or attribute pattern allows one by one. */
export const namesOf = (pattern: Pattern): { uri: string; local: string }[] =>
  singleNames((pattern.leaf as ElementNode | AttributeNode).names);
