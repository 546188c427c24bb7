import { holds } from '../grammar/name-class.ts';
import type { AttributeNode } from '../grammar/nodes.ts';
import type { QName } from './names.ts';
import type { AttributeStep, Pattern } from './pattern.ts';
import { after, choice, group, interleave, oneOrMore, optional } from './table.ts';
import type { PatternTable } from './table.ts';

/** The ways in which a pattern can take an attribute of this name, whatever its value. */
export function attributeSteps(table: PatternTable, pattern: Pattern, name: QName): readonly AttributeStep[] {
  if (!pattern.attributed) return none;
  const known = pattern.attributeSteps?.get(name);
  if (known !== undefined) return known;
  const steps = computeSteps(table, pattern, name);
  (pattern.attributeSteps ??= new Map()).set(name, steps);
  return steps;
}

const none: readonly AttributeStep[] = [];

function computeSteps(table: PatternTable, pattern: Pattern, name: QName): readonly AttributeStep[] {
  const { a, b } = pattern;
  const along = (one: Pattern, change: (rest: Pattern) => Pattern): AttributeStep[] =>
    attributeSteps(table, one, name).map(({ attribute, rest }) => ({ attribute, rest: change(rest) }));
  switch (pattern.kind) {
    case 'attribute': {
      const fits =
        pattern.name === undefined
          ? holds((pattern.leaf as AttributeNode).names, name.uri, name.local)
          : pattern.name === name;
      return fits ? [{ attribute: pattern, rest: table.empty }] : none;
    }
    case 'choice':
      return pattern.parts.flatMap((one) => attributeSteps(table, one, name));
    case 'group':
      return [...along(a!, (rest) => group(table, rest, b!)), ...along(b!, (rest) => group(table, a!, rest))];
    case 'interleave':
      return [...along(a!, (rest) => interleave(table, rest, b!)), ...along(b!, (rest) => interleave(table, a!, rest))];
    case 'oneOrMore':
      return along(a!, (rest) => group(table, rest, optional(table, pattern)));
    case 'after':
      return along(a!, (rest) => after(table, rest, b!));
    default:
      return none;
  }
}

/** What is left when there are no more attributes: those that were not there must have been optional. */
export function endAttributes(table: PatternTable, pattern: Pattern): Pattern {
  if (!pattern.attributed) return pattern;
  return (pattern.withoutAttributes ??= replaceAttributes(table, pattern, table.notAllowed));
}

/** The same, as if attributes that are missing were there. */
export const endAttributesAnyway = (table: PatternTable, pattern: Pattern): Pattern =>
  replaceAttributes(table, pattern, table.empty);

function replaceAttributes(table: PatternTable, pattern: Pattern, by: Pattern): Pattern {
  if (!pattern.attributed) return pattern;
  const { a, b } = pattern;
  const within = (one: Pattern): Pattern => replaceAttributes(table, one, by);
  switch (pattern.kind) {
    case 'attribute':
      return by;
    case 'choice':
      return choice(table, pattern.parts.map(within));
    case 'group':
      return group(table, within(a!), within(b!));
    case 'interleave':
      return interleave(table, within(a!), within(b!));
    case 'oneOrMore':
      return oneOrMore(table, within(a!));
    case 'after':
      return after(table, within(a!), b!);
    default:
      return pattern;
  }
}
