import type { Finding } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';
import { makeSchema } from './engine/schema.ts';
import type { Schema } from './engine/schema.ts';
import { deserializeGrammar } from './grammar/deserialize.ts';
import { serializeGrammar } from './grammar/serialize.ts';
import { loadGrammar } from './load/load.ts';
import type { ResolveSchema } from './load/loader.ts';

export type { Schema } from './engine/schema.ts';
export type { ResolveSchema } from './load/loader.ts';
export { allowedAt } from './complete/allowed.ts';
export { attributeDocumentation, elementDocumentation } from './complete/documentation.ts';
export { schemaToXml } from './schema-to-xml.ts';
export { validator } from './engine/validator.ts';

/** Reads a schema of either syntax. `schema` is missing where it has mistakes, which `findings` tell. */
export function loadSchema(source: SourceText, resolve: ResolveSchema): { schema?: Schema; findings: Finding[] } {
  const { grammar, findings } = loadGrammar(source, resolve);
  return grammar === undefined ? { findings } : { schema: makeSchema(grammar), findings };
}

/** A schema as text, to be kept; the same schema gives the same text. What it learnt is not kept. */
export const serializeSchema = (schema: Schema): string => serializeGrammar(schema.grammar);

/** Reads a kept schema, much quicker than `loadSchema`. Answers nothing where the text is of another version: then load anew. */
export function deserializeSchema(text: string): Schema | undefined {
  const grammar = deserializeGrammar(text);
  return grammar === undefined ? undefined : makeSchema(grammar);
}
