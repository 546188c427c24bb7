import type { Finding } from '../../diagnostics/finding.ts';
import { loadSchema, type Schema } from '../relaxng/index.ts';
import { readSchemaFiles, type SchemaFiles } from './schema-files.ts';
import { schemaKind } from './named-schemas.ts';

/** Schemas, each loaded once however many files are checked against it. */

export type LoadedSchema =
  | { readonly kind: 'relaxng'; readonly schema: Schema; readonly path: string }
  | { readonly kind: 'xsd'; readonly files: SchemaFiles; readonly path: string }
  | { readonly kind: 'broken'; readonly path: string };

export interface SchemaStore {
  /** Loads the schema at an absolute path, which must be there. What is wrong with it is told once, in `findings`. */
  load(path: string): LoadedSchema;
  readonly findings: Finding[];
}

function loadRelaxNg(files: SchemaFiles, findings: Finding[]): LoadedSchema {
  const { path, sources } = files;
  const loaded = loadSchema(sources.get(path)!, (address) => sources.get(address));
  findings.push(...loaded.findings);
  return loaded.schema ? { kind: 'relaxng', schema: loaded.schema, path } : { kind: 'broken', path };
}

export function schemaStore(): SchemaStore {
  const known = new Map<string, LoadedSchema>();
  const findings: Finding[] = [];
  return {
    findings,
    load: (path) => {
      const before = known.get(path);
      if (before) return before;
      const files = readSchemaFiles(path);
      const loaded: LoadedSchema =
        schemaKind(path) === 'xsd' ? { kind: 'xsd', files, path } : loadRelaxNg(files, findings);
      known.set(path, loaded);
      return loaded;
    },
  };
}
