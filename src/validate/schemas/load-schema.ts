import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Finding } from '../../diagnostics/finding.ts';
import { packageFile } from '../../source/package-files.ts';
import { version } from '../../source/version.ts';
import { openCache } from '../../work/cache.ts';
import { hashOf } from '../../work/hash.ts';
import { deserializeSchema, loadSchema, type Schema, serializeSchema } from '../../relaxng/index.ts';
import { readSchemaFiles, type SchemaFiles } from './schema-files.ts';
import { schemaKind } from './named-schemas.ts';

/** Schemas, each loaded once however many files are checked against it. */

export type LoadedSchema =
  | { readonly kind: 'relaxng'; readonly schema: Schema; readonly path: string }
  | { readonly kind: 'xsd'; readonly files: SchemaFiles; readonly path: string }
  | { readonly kind: 'broken'; readonly path: string };

export interface SchemaStore {
  /**
   * Loads the schema at an absolute path, which must be there. What is wrong with it is reported once, in `findings`.
   */
  load(path: string): LoadedSchema;
  readonly findings: Finding[];
  /** The files of a schema of whatever kind, read once. */
  readonly files: (path: string) => SchemaFiles;
}

interface KeptSchema {
  readonly key: string;
  readonly text: string;
}

/** Our own schemas, read and simplified when the package was built; undefined for others, or where theirs was changed since. */
function packaged(path: string, key: string): Schema | undefined {
  if (dirname(path) !== packageFile('schema')) return undefined;
  const made = packageFile('lib', `${basename(path)}.json`);
  if (!existsSync(made)) return undefined;
  const kept = JSON.parse(readFileSync(made, 'utf8')) as KeptSchema;
  return kept.key === key ? deserializeSchema(kept.text) : undefined;
}

/** What is kept of a schema: its hash, and the schema as text. Throws where it is broken: for schemas of our own. */
export function keepSchema(path: string): KeptSchema {
  const files = readSchemaFiles(path);
  const { schema } = loadSchema(files.sources.get(path)!, (address) => files.sources.get(address));
  if (!schema) throw new Error(`${path} is broken`);
  return { key: hashOf(version(), files.hash), text: serializeSchema(schema) };
}

/** Schemas that are read and simplified are kept in the cache: for a large one that is most of the work of a short run. */
function loadRelaxNg(files: SchemaFiles, findings: Finding[]): LoadedSchema {
  const { path, sources } = files;
  const key = hashOf(version(), files.hash);
  const ours = packaged(path, key);
  if (ours) return { kind: 'relaxng', schema: ours, path };
  const cache = openCache('schema', path);
  const kept = cache.readIndex() as KeptSchema | undefined;
  const known = kept?.key === key ? deserializeSchema(kept.text) : undefined;
  if (known) return { kind: 'relaxng', schema: known, path };
  const loaded = loadSchema(sources.get(path)!, (address) => sources.get(address));
  findings.push(...loaded.findings);
  if (!loaded.schema) return { kind: 'broken', path };
  cache.finish({ key, text: serializeSchema(loaded.schema) } satisfies KeptSchema, new Set());
  return { kind: 'relaxng', schema: loaded.schema, path };
}

export function schemaStore(): SchemaStore {
  const known = new Map<string, LoadedSchema>();
  const findings: Finding[] = [];
  const read = new Map<string, SchemaFiles>();
  const filesOf = (path: string): SchemaFiles => {
    const files = read.get(path) ?? readSchemaFiles(path);
    read.set(path, files);
    return files;
  };
  return {
    findings,
    files: filesOf,
    load: (path) => {
      const before = known.get(path);
      if (before) return before;
      const files = filesOf(path);
      const loaded: LoadedSchema =
        schemaKind(path) === 'xsd' ? { kind: 'xsd', files, path } : loadRelaxNg(files, findings);
      known.set(path, loaded);
      return loaded;
    },
  };
}
