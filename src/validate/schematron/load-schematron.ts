import type { Finding } from '../../diagnostics/finding.ts';
import { version } from '../../source/version.ts';
import { type Compiled, compileStylesheet } from '../../transform/compile-stylesheet.ts';
import type { RefusedCode } from '../../transform/refused-code.ts';
import { openCache } from '../../work/cache.ts';
import { hashOf } from '../../work/hash.ts';
import type { SchemaFiles } from '../schemas/schema-files.ts';
import type { SchAssertion } from './model.ts';
import { readSchematron } from './read-schema.ts';
import { refusedByRules, schemaFault } from './schema-fault.ts';
import { readTree, type SchNode } from './tree.ts';
import { type SchematronStylesheet, writeStylesheet } from './write-stylesheet.ts';

/** A Schematron schema, compiled: once, and then kept in the cache. */
export interface LoadedSchematron {
  readonly sef: string;
  readonly assertions: readonly SchAssertion[];
  /** Hash of all that its findings depend on in addition to the file and the documents that its rules read. */
  readonly key: string;
}

interface Kept {
  readonly key: string;
  readonly sef: string;
}

/** The part of the schema that a line of its stylesheet comes from; the outermost element where it comes from none. */
function originOf(files: SchemaFiles, { origins }: SchematronStylesheet, line: number | undefined): SchNode {
  return (line === undefined ? undefined : origins.get(line)) ?? readTree(files.sources.get(files.path)!).root!;
}

/** What is wrong with a schema that does not compile or that may not run: each place once. */
function faultsOf(
  files: SchemaFiles,
  stylesheet: SchematronStylesheet,
  compiled: Exclude<Compiled, { sef: string }>,
): Finding[] {
  if ('error' in compiled)
    return [schemaFault(originOf(files, stylesheet, compiled.line), `The schema cannot be used: ${compiled.error}.`)];
  const byPlace = new Map<SchNode, RefusedCode[]>();
  for (const one of compiled.refused) {
    const origin = originOf(files, stylesheet, one.line);
    byPlace.set(origin, [...(byPlace.get(origin) ?? []), one]);
  }
  return [...byPlace].map(([node, refused]) =>
    refusedByRules(
      node,
      refused.map(({ name }) => name),
    ),
  );
}

/** Compiles a schema, or finds what was compiled before. Where it has mistakes there are only `findings`. */
export async function loadSchematron(
  files: SchemaFiles,
  phase?: string,
): Promise<{ loaded?: LoadedSchematron; findings: Finding[] }> {
  const { schema, findings } = readSchematron(files, phase);
  if (!schema) return { findings };
  const stylesheet = writeStylesheet(schema);
  const { text, assertions } = stylesheet;
  const key = hashOf(version(), text);
  const cache = openCache('schematron', files.path, phase ?? '');
  const kept = cache.readIndex() as Kept | undefined;
  const all = { assertions, key: hashOf(key, files.hash) };
  if (kept?.key === key) return { loaded: { ...all, sef: kept.sef }, findings: [] };
  const compiled = await compileStylesheet(text);
  if (!('sef' in compiled)) return { findings: faultsOf(files, stylesheet, compiled) };
  cache.finish({ key, sef: compiled.sef } satisfies Kept, new Set());
  return { loaded: { ...all, sef: compiled.sef }, findings: [] };
}
