import type { SourceText } from '../../source/text.ts';
import type { Problems } from '../syntax/problems.ts';
import type { SchemaElement } from '../syntax/tree.ts';
import type { Env, Raw } from './raw.ts';
import type { DatatypeTable } from './values.ts';

/** Hands out the schema file at an address; `undefined` where there is none. The engine itself opens no file and calls nobody. */
export type ResolveSchema = (address: string) => SourceText | undefined;

/** What is needed while a schema is read. */
export interface Loader {
  readonly resolve: ResolveSchema;
  readonly problems: Problems;
  readonly datatypes: DatatypeTable;
  /** Reads a pattern; here so that files, grammars and patterns, which hold each other, need not know each other. */
  readonly pattern: (element: SchemaElement, env: Env) => Raw;
  /** Trees of the files that are read, by address. */
  readonly trees: Map<string, SchemaElement | undefined>;
}
