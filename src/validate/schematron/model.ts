import type { Severity } from '../../diagnostics/finding.ts';
import type { SchNode } from './tree.ts';

/** A Schematron schema, made plain: nothing included, nothing abstract, only the phase that is active. */

export interface SchVariable {
  readonly name: string;
  /** XPath; absent where the value is made of elements. */
  readonly value: string | undefined;
  readonly node: SchNode;
}

/** A change of the document, at every node that `match` selects from the context; all but names are XPath. */
export type SchFixStep =
  | { readonly kind: 'delete'; readonly match: string }
  | { readonly kind: 'rename'; readonly match: string; readonly target: string }
  | {
      readonly kind: 'add-attribute' | 'replace-attribute';
      readonly match: string;
      readonly target: string;
      readonly content: string;
    };

/** A quick fix (SQF). */
export interface SchFix {
  readonly title: string;
  /** XPath: whether it is offered. */
  readonly when: string | undefined;
  /** Empty where it can only be described. */
  readonly steps: readonly SchFixStep[];
  readonly node: SchNode;
}

export interface SchAssertion {
  readonly kind: 'assert' | 'report';
  readonly test: string;
  readonly id: string | undefined;
  readonly severity: Severity;
  /** XPath to the node it is about, where that is not the context. */
  readonly subject: string | undefined;
  /** What is said: text, and `value-of`, `name` and the like. */
  readonly content: SchNode['children'];
  /** Diagnostics: said as the reason. */
  readonly diagnostics: readonly SchNode[];
  readonly fixes: readonly SchFix[];
  readonly node: SchNode;
  /** Values for the parameters of an abstract pattern. */
  readonly parameters: Parameters;
}

export interface SchRule {
  readonly context: string;
  readonly variables: readonly SchVariable[];
  readonly assertions: readonly SchAssertion[];
  readonly node: SchNode;
  readonly parameters: Parameters;
}

export interface SchPattern {
  readonly variables: readonly SchVariable[];
  readonly rules: readonly SchRule[];
  readonly parameters: Parameters;
}

export interface Schematron {
  /** Prefix and namespace. */
  readonly namespaces: readonly (readonly [string, string])[];
  readonly variables: readonly SchVariable[];
  readonly patterns: readonly SchPattern[];
  /** Functions, keys and the like of XSLT, as they are written. */
  readonly foreign: readonly SchNode[];
}

/** Names and values of `param`, the longest names first. */
export type Parameters = readonly (readonly [string, string])[];

/** Puts the values of parameters into an XPath (ISO 19757-3, section 6.3: as text). */
export const fill = (text: string, parameters: Parameters): string =>
  parameters.reduce((filled, [name, value]) => filled.replaceAll(`$${name}`, value), text);
