import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Finding } from '../../diagnostics/finding.ts';
import { version } from '../../source/version.ts';
import { scanXml } from '../../source/xml.ts';
import { sourceText } from '../../source/text.ts';
import { compileStylesheet } from '../../transform/compile-stylesheet.ts';
import { openCache } from '../../work/cache.ts';
import { hashOf } from '../../work/hash.ts';
import type { SchemaFiles } from '../schemas/schema-files.ts';
import type { SchAssertion } from './model.ts';
import { readSchematron } from './read-schema.ts';
import { schemaFault } from './schema-fault.ts';
import { readTree } from './tree.ts';
import { writeStylesheet } from './write-stylesheet.ts';

/** A Schematron schema, compiled: once, and then kept in the cache. */
export interface LoadedSchematron {
  readonly sef: string;
  readonly assertions: readonly SchAssertion[];
  /** XML texts that stand for addresses of the web, from the catalog beside the schema. */
  readonly documents: Readonly<Record<string, string>>;
  /** Hash of all that its findings depend on besides the file. */
  readonly key: string;
}

interface Kept {
  readonly key: string;
  readonly sef: string;
}

/**
 * Documents that a schema reads from the web are given by an OASIS XML catalog named `catalog.xml` beside it:
 * `<uri name="https://…" uri="file.xml"/>`. Nothing is fetched.
 */
function catalogDocuments(schema: string): Record<string, string> {
  const folder = dirname(schema);
  const catalog = join(folder, 'catalog.xml');
  const documents: Record<string, string> = {};
  if (!existsSync(catalog)) return documents;
  scanXml(sourceText('catalog.xml', readFileSync(catalog, 'utf8')), {
    open: ({ local, attributes }) => {
      const value = (name: string): string | undefined => attributes.find((one) => one.name === name)?.value;
      const [name, uri] = [value('name'), value('uri')];
      if (local !== 'uri' || name === undefined || uri === undefined || uri.includes(':')) return;
      const path = resolve(folder, uri);
      if (existsSync(path)) documents[name] = readFileSync(path, 'utf8');
    },
  });
  return documents;
}

/** Compiles a schema, or finds what was compiled before. Where it has mistakes there is only what `findings` tell. */
export async function loadSchematron(
  files: SchemaFiles,
  phase?: string,
): Promise<{ loaded?: LoadedSchematron; findings: Finding[] }> {
  const { schema, findings } = readSchematron(files, phase);
  if (!schema) return { findings };
  const { text, assertions, origins } = writeStylesheet(schema);
  const documents = catalogDocuments(files.path);
  const key = hashOf(version(), text);
  const cache = openCache('schematron', files.path, phase ?? '');
  const kept = cache.readIndex() as Kept | undefined;
  const all = { assertions, documents, key: hashOf(key, files.hash, JSON.stringify(documents)) };
  if (kept?.key === key) return { loaded: { ...all, sef: kept.sef }, findings: [] };
  const compiled = await compileStylesheet(text);
  if ('error' in compiled) {
    const origin =
      (compiled.line === undefined ? undefined : origins.get(compiled.line)) ??
      readTree(files.sources.get(files.path)!).root!;
    return { findings: [schemaFault(origin, `The schema cannot be used: ${compiled.error}.`)] };
  }
  cache.finish({ key, sef: compiled.sef } satisfies Kept, new Set());
  return { loaded: { ...all, sef: compiled.sef }, findings: [] };
}
