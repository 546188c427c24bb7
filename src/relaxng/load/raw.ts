import type { NameClass } from '../grammar/name-class.ts';
import type { DataNode } from '../grammar/nodes.ts';
import type { SchemaElement } from '../syntax/tree.ts';

/** A pattern with its references still in it. */
export type Raw =
  | { readonly kind: 'empty' | 'notAllowed' | 'text' }
  | { readonly kind: 'choice' | 'group' | 'interleave'; readonly of: readonly Raw[] }
  | { readonly kind: 'oneOrMore' | 'list'; readonly of: Raw }
  | { readonly kind: 'data'; readonly type: DataNode['type']; readonly except: Raw | undefined }
  | {
      readonly kind: 'value';
      readonly type: DataNode['type'];
      readonly literal: string;
      readonly key: string;
      readonly documentation: string;
    }
  | {
      readonly kind: 'attribute' | 'element';
      readonly names: NameClass;
      readonly of: Raw;
      readonly documentation: string;
      readonly where: SchemaElement;
    }
  | { readonly kind: 'ref'; readonly definition: Definition; readonly where: SchemaElement };

/** What a name stands for within a grammar. */
export interface Definition {
  /** Empty for the start. */
  readonly name: string;
  /** The elements that define it, each with what it inherits from where it stands. */
  readonly parts: { readonly element: SchemaElement; readonly env: Env; readonly combine: string | undefined }[];
  /** Filled in when all definitions are known. */
  body: Raw | undefined;
}

/** The definitions of one grammar. */
export interface Scope {
  readonly parent: Scope | undefined;
  readonly start: Definition;
  readonly definitions: Map<string, Definition>;
}

/** What an element of a schema inherits from those around it. */
export interface Env {
  /** The value of the nearest `ns` attribute. */
  readonly ns: string;
  readonly datatypeLibrary: string;
  readonly scope: Scope | undefined;
  /** The address that relative addresses start from. */
  readonly base: string;
  /** The files that are being read, to notice one that brings in itself. */
  readonly files: readonly string[];
}

/** A grammar without definitions. */
export const emptyScope = (parent: Scope | undefined): Scope => ({
  parent,
  start: { name: '', parts: [], body: undefined },
  definitions: new Map(),
});
