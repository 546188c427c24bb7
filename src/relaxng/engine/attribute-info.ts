import type { QName } from './names.ts';
import type { AttributeInfo, AttributeSpec, Pattern } from './pattern.ts';
import { group, interleave } from './table.ts';
import type { PatternTable } from './table.ts';

/** Takes the attributes of a content apart. The answer is kept. */
export function attributeInfo(table: PatternTable, content: Pattern): AttributeInfo {
  if (content.info !== undefined) return content.info;
  const specs = new Map<QName, AttributeSpec>();
  const rest = strip(table, content, specs);
  const required = [...specs.values()].filter((spec) => spec.required);
  return (content.info = { specs, required, content: rest });
}

/** Moves attributes from a pattern into `specs`. Attributes that stand together have different names (section 7.3). */
function strip(table: PatternTable, pattern: Pattern, specs: Map<QName, AttributeSpec>): Pattern {
  if (!pattern.attributed) return pattern;
  if (pattern.kind === 'group') {
    return group(table, strip(table, pattern.a!, specs), strip(table, pattern.b!, specs));
  }
  if (pattern.kind === 'interleave') {
    return interleave(table, strip(table, pattern.a!, specs), strip(table, pattern.b!, specs));
  }
  const attribute = soleAttribute(pattern);
  // An attribute that can have one of two names depends on what is there.
  if (attribute?.name === undefined) return pattern;
  specs.set(attribute.name, { attribute, required: attribute === pattern });
  return table.empty;
}

/** The attribute in `attribute` or `attribute?`. */
function soleAttribute(pattern: Pattern): Pattern | undefined {
  if (pattern.kind === 'attribute') return pattern;
  if (pattern.kind !== 'choice' || pattern.parts.length !== 2) return undefined;
  const [first, second] = pattern.parts as readonly [Pattern, Pattern];
  if (first.kind === 'empty' && second.kind === 'attribute') return second;
  return second.kind === 'empty' && first.kind === 'attribute' ? first : undefined;
}
