import type { Datatype } from '../datatypes/datatype.ts';
import type { SchemaElement } from '../syntax/tree.ts';
import type { NameClass } from './name-class.ts';

/**
 * A schema after simplification (specification, section 4): references are gone, `optional`, `mixed` and the like are said with the few
 * patterns of section 5, and nothing is there that can never match. Nodes that several places refer to are the same object.
 */
export type Node =
  | { readonly kind: 'empty' | 'notAllowed' | 'text' }
  | { readonly kind: 'choice' | 'group' | 'interleave'; readonly of: readonly Node[] }
  | { readonly kind: 'oneOrMore' | 'list'; readonly of: Node }
  | DataNode
  | ValueNode
  | AttributeNode
  | ElementNode;

export interface DataNode {
  readonly kind: 'data';
  readonly type: Datatype;
  readonly except: Node | undefined;
}

export interface ValueNode {
  readonly kind: 'value';
  readonly type: Datatype;
  /** As written in the schema. */
  readonly literal: string;
  /** What equal values have in common; see `Datatype.key`. */
  readonly key: string;
  /** See `Documentation`. */
  readonly documentation: number;
}

export interface AttributeNode {
  readonly kind: 'attribute';
  readonly names: NameClass;
  readonly of: Node;
  readonly documentation: number;
  /** Where the schema says so; missing where the schema comes from the cache. */
  readonly where?: SchemaElement;
}

export interface ElementNode {
  readonly kind: 'element';
  readonly names: NameClass;
  /** Looked up late, since elements contain each other. */
  content: Node;
  readonly documentation: number;
  readonly where?: SchemaElement;
}

/** What a schema says about its elements, attributes and values, in words; by number, since it is rarely asked for. 0 is nothing. */
export type Documentation = (index: number) => string;

export interface Grammar {
  readonly start: Node;
  /** Every element pattern that a document can meet, in the order in which they are reached. */
  readonly elements: readonly ElementNode[];
  readonly documentation: Documentation;
}

export const EMPTY: Node = { kind: 'empty' };
export const NOT_ALLOWED: Node = { kind: 'notAllowed' };
export const TEXT: Node = { kind: 'text' };
