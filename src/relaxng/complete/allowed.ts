import type { SourceText } from '../../source/text.ts';
import { attributeInfo } from '../engine/attribute-info.ts';
import { attributeSteps } from '../engine/attributes.ts';
import { intern } from '../engine/names.ts';
import type { QName } from '../engine/names.ts';
import { open } from '../engine/open.ts';
import type { Pattern } from '../engine/pattern.ts';
import type { Run } from '../engine/run.ts';
import type { Schema } from '../engine/schema.ts';
import { choice, elementOf } from '../engine/table.ts';
import { ownContent } from '../explain/element.ts';
import {
  namesOf,
  nextElements,
  openAttributes,
  requiredAttributes,
  requirements,
  takesText,
} from '../explain/expected.ts';
import { usage } from '../explain/frequency.ts';
import { valueInWords } from '../explain/value-words.ts';
import { attributeName, elementName } from '../explain/words.ts';
import type { AttributeNode, ValueNode } from '../grammar/nodes.ts';
import { pointAt } from './point.ts';
import type { Point } from './point.ts';
import { stateAt } from './state-at.ts';

/** Something that may be written at a place. */
export interface Possible {
  readonly kind: 'element' | 'attribute' | 'value';
  /** As it would be written, with the prefix that it needs there. */
  readonly name: string;
  /** What the schema says about it; empty where it says nothing. */
  readonly documentation: string;
  /** Must it be there? */
  readonly required: boolean;
  /** Of an attribute: what its value is, in words. */
  readonly value?: string;
}

/** What may be written at a place of a document. */
export interface Allowed {
  readonly point: Point;
  /** The innermost element that is open, or whose tag is being written. */
  readonly inside: string | undefined;
  /** The likeliest first. */
  readonly possible: readonly Possible[];
  /** May text be here? */
  readonly text: boolean;
}

/** What the schema allows at `offset`: elements, attributes or values, with what it says about them. The document need not be right. */
export function allowedAt(schema: Schema, source: SourceText, offset: number): Allowed {
  const point = pointAt(source.text, offset);
  const run = stateAt(schema, source, point.tagStart);
  const parent = run.open.at(-1)?.tag.name;
  if (point.kind === 'elsewhere') return { point, inside: parent, possible: [], text: false };
  if (point.kind === 'content' || point.kind === 'tag-name') {
    return { point, inside: parent, possible: elements(run), text: takesText(run.current) };
  }
  if (point.kind === 'end-tag') {
    const end =
      parent === undefined ? [] : [{ kind: 'element', name: parent, documentation: '', required: true } as const];
    return { point, inside: parent, possible: end, text: false };
  }
  const possible = point.kind === 'attribute-name' ? attributes(run, point) : values(run, point);
  return { point, inside: point.tagName, possible, text: false };
}

function elements(run: Run): Possible[] {
  const required = new Set(requirements(run.current)[0] ?? []);
  const found = nextElements(run.current).flatMap((element) =>
    namesOf(element).map((name) => ({
      kind: 'element' as const,
      name: elementName(run, name),
      documentation: run.schema.grammar.documentation(elementOf(element).documentation),
      required: required.size === 1 && required.has(element),
      rank: usage(name.local),
    })),
  );
  const first = (one: { required: boolean; rank: number }): number => (one.required ? -1 : one.rank);
  const sorted = found.sort((a, b) => first(a) - first(b) || (a.name < b.name ? -1 : 1));
  return sorted.filter((one, i) => one.name !== sorted[i - 1]?.name).map(({ rank: _, ...one }) => one);
}

/** The content of the element whose tag is being written, its attributes still in it. */
function contentAt(run: Run, point: Point): Pattern {
  const name = nameOf(run, point.tagName);
  const opened = open(run.table, run.current, name);
  if (opened.kind === 'after') return opened.a!;
  if (opened.kind === 'choice')
    return choice(
      run.table,
      opened.parts.map((one) => one.a!),
    );
  return ownContent(run, run.schema.byName.get(name) ?? []);
}

/** The expanded name of a tag, by the namespaces that are open. */
function nameOf(run: Run, written: string): QName {
  const colon = written.indexOf(':');
  const prefix = colon < 0 ? '' : written.slice(0, colon);
  return intern(run.table.names, run.context.namespaceOf(prefix) ?? '', written.slice(colon + 1));
}

function attributeQName(run: Run, written: string): QName {
  return written.includes(':') ? nameOf(run, written) : intern(run.table.names, '', written);
}

/** What is left of a content when the attributes that are there already are taken. */
function withoutGiven(run: Run, content: Pattern, point: Point): Pattern {
  let left = content;
  for (const { name } of point.attributes) {
    const rests = attributeSteps(run.table, left, attributeQName(run, name)).map((step) => step.rest);
    if (rests.length > 0) left = choice(run.table, rests);
  }
  return left;
}

function attributes(run: Run, point: Point): Possible[] {
  const left = withoutGiven(run, contentAt(run, point), point);
  const required = new Set(requiredAttributes(left).flat());
  const found = openAttributes(left).flatMap((attribute) =>
    namesOf(attribute).map((name) => ({
      kind: 'attribute' as const,
      name: attributeName(run, name),
      documentation: run.schema.grammar.documentation((attribute.leaf as AttributeNode).documentation),
      required: required.has(attribute),
      value: valueInWords(attribute.a!),
    })),
  );
  const first = (one: Possible): number => (one.required ? 0 : one.name.includes(':') ? 2 : 1);
  const sorted = found.sort((a, b) => first(a) - first(b) || (a.name < b.name ? -1 : 1));
  return sorted.filter((one, i) => one.name !== sorted[i - 1]?.name);
}

function values(run: Run, point: Point): Possible[] {
  const name = attributeQName(run, point.attribute ?? '');
  const content = contentAt(run, point);
  const spec = attributeInfo(run.table, content).specs.get(name)?.attribute;
  const patterns = spec !== undefined ? [spec] : attributeSteps(run.table, content, name).map((step) => step.attribute);
  const found = patterns.flatMap((one) => listValues(run, one.a!));
  return found.filter((one, i) => found.findIndex((other) => other.name === one.name) === i);
}

function listValues(run: Run, pattern: Pattern): Possible[] {
  if (pattern.kind === 'value') {
    const { literal, documentation } = pattern.leaf as ValueNode;
    const text = run.schema.grammar.documentation(documentation);
    return [{ kind: 'value', name: literal, documentation: text, required: false }];
  }
  if (pattern.kind === 'choice') return pattern.parts.flatMap((one) => listValues(run, one));
  if (pattern.kind === 'list' || pattern.kind === 'oneOrMore') return listValues(run, pattern.a!);
  const isBoolean = pattern.kind === 'data' && (pattern.leaf as { type: { name: string } }).type.name === 'boolean';
  if (!isBoolean) return [];
  return ['true', 'false'].map((name) => ({ kind: 'value', name, documentation: '', required: false }));
}
