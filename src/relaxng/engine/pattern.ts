import type { AttributeNode, DataNode, ElementNode, ValueNode } from '../grammar/nodes.ts';
import type { QName } from './names.ts';

/**
 * A pattern during validation. Equal patterns are the same object, so what was found out about one is kept on it: after a few hundred
 * elements nearly every step is a look into a table. `after` is an element that is open: `a` is what its content may still be, `b` what
 * may follow it.
 */
export interface Pattern {
  readonly id: number;
  readonly kind: PatternKind;
  /** Can it be nothing at all? */
  readonly nullable: boolean;
  /** Does it hold attributes? */
  readonly attributed: boolean;
  /** Does it hold anything but attributes: elements, text, values? */
  readonly contentful: boolean;
  /** Does it hold values, so that the text itself matters and not only that there is some? */
  readonly valued: boolean;
  readonly a: Pattern | undefined;
  readonly b: Pattern | undefined;
  /** The alternatives of a choice, in the order of their ids. */
  readonly parts: readonly Pattern[];
  readonly leaf: AttributeNode | DataNode | ElementNode | ValueNode | undefined;
  /** The name of an element or attribute that has just one. */
  readonly name: QName | undefined;

  /** What is found out in time. */
  opened: Map<QName, Pattern> | undefined;
  byName: Map<QName, Pattern[]> | undefined;
  unnamed: readonly Pattern[] | undefined;
  afterText: Pattern | undefined;
  afterClose: Pattern | undefined;
  withoutAttributes: Pattern | undefined;
  attributeSteps: Map<QName, readonly AttributeStep[]> | undefined;
  info: AttributeInfo | undefined;
  content: Pattern | undefined;
  values: ValueIndex | undefined;
}

export type PatternKind =
  | 'notAllowed'
  | 'empty'
  | 'text'
  | 'choice'
  | 'group'
  | 'interleave'
  | 'oneOrMore'
  | 'list'
  | 'data'
  | 'value'
  | 'attribute'
  | 'element'
  | 'after'
  /** The content of an element that the schema does not know. */
  | 'anything';

/** One way to take an attribute: what its value must match, and what remains of the pattern then. */
export interface AttributeStep {
  readonly attribute: Pattern;
  readonly rest: Pattern;
}

/** The values among the alternatives of a choice, so that they need not be tried one by one. */
export interface ValueIndex {
  readonly byType: ReadonlyMap<DataNode['type'], ReadonlySet<string>>;
  readonly others: readonly Pattern[];
}

/** An attribute that an element can or must have, whatever else it has. */
export interface AttributeSpec {
  readonly attribute: Pattern;
  readonly required: boolean;
}

/**
 * The attributes of an element, taken apart from its content. Nearly all attributes of nearly all schemas are side by
 * side, optional or required, and need but a look into a table. Those that depend on each other, on the content, or on
 * wildcards stay in `content`.
 */
export interface AttributeInfo {
  readonly specs: ReadonlyMap<QName, AttributeSpec>;
  readonly required: readonly AttributeSpec[];
  readonly content: Pattern;
}
