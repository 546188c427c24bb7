import type { Finding } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';
import { makeSchema } from './engine/schema.ts';
import type { Schema } from './engine/schema.ts';
import { deserializeGrammar } from './grammar/deserialize.ts';
import { serializeGrammar } from './grammar/serialize.ts';
import { loadGrammar } from './load/load.ts';
import type { ResolveSchema } from './load/loader.ts';

/**
 * The door of the room, which is also what `octavo/relaxng` exports. First what validates, then what an editor needs to say what may be
 * written at a place; nothing outside the room imports anything else of it.
 */
export { readSchema, type ReadSchema, type ReadSchemaOptions } from './api/read-schema.ts';
export { readSchemaFile, type ReadSchemaFileOptions } from './api/read-schema-file.ts';
export { type StreamOptions, validate, validateStream, type ValidationOptions } from './api/validate.ts';
export type { Finding, Position, Severity, Span } from '../diagnostics/finding.ts';
export type { SourceText } from '../source/text.ts';

export type { Schema } from './engine/schema.ts';
export type { ResolveSchema } from './load/loader.ts';
export { allowedAt } from './complete/allowed.ts';
export { attributeDocumentation, elementDocumentation } from './complete/documentation.ts';
export { schemaToXml } from './schema-to-xml.ts';
export { validator, type ValidatorOptions } from './engine/validator.ts';

export { attributeInfo } from './engine/attribute-info.ts';
export { attributeSteps, endAttributesAnyway } from './engine/attributes.ts';
export { contentOf } from './engine/build.ts';
export { closeAnyway } from './engine/close.ts';
export { intern } from './engine/names.ts';
export { open, openLater } from './engine/open.ts';
export type { Pattern } from './engine/pattern.ts';
export { choice, group } from './engine/table.ts';
export { namesOf, nextElements, openAttributes, requiredAttributes, requirements } from './explain/expected.ts';
export { isEmptyElement } from './complete/empty-element.ts';
export { nearest } from './explain/nearest.ts';
export { xsdTypeInWords } from './explain/value-words.ts';
export { rankAttributes } from './explain/attribute-frequency.ts';
export { usage } from './explain/frequency.ts';
export type { AttributeNode, DataNode, ElementNode, ValueNode } from './grammar/nodes.ts';

/** Reads a schema of either syntax. `schema` is missing where it has mistakes, which `findings` tell. */
export function loadSchema(source: SourceText, resolve: ResolveSchema): { schema?: Schema; findings: Finding[] } {
  const { grammar, findings } = loadGrammar(source, resolve);
  return grammar === undefined ? { findings } : { schema: makeSchema(grammar), findings };
}

/** A schema as text, to be kept; the same schema gives the same text. What it learnt is not kept. */
export const serializeSchema = (schema: Schema): string => serializeGrammar(schema.grammar);

/**
 * Reads a kept schema, much quicker than `loadSchema`. Answers nothing where the text is of another version: then load
 * again.
 */
export function deserializeSchema(text: string): Schema | undefined {
  const grammar = deserializeGrammar(text);
  return grammar === undefined ? undefined : makeSchema(grammar);
}
