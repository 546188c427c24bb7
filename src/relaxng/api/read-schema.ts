import type { Finding } from '../../diagnostics/finding.ts';
import { sourceText } from '../../source/text.ts';
import { loadGrammar } from '../load/load.ts';
import { makeSchema } from '../engine/schema.ts';
import type { Schema } from '../engine/schema.ts';

export interface ReadSchemaOptions {
  /**
   * Where the schema comes from: a path with `/`, or a URL. Findings name it, and addresses in the schema are relative to it. A name that ends
   * in `.rnc` means the compact syntax, which is also recognised by the text. Default: `schema.rng`.
   */
  readonly address?: string;
  /**
   * The text of the schema at an address that the schema includes or refers to; `undefined` where there is none. Without it a schema that
   * consists of several files has findings. Nothing is read or fetched by the validator itself.
   */
  readonly load?: (address: string) => string | undefined;
}

/** A schema, or what is wrong with it: where there is no `schema`, `findings` says why. */
export interface ReadSchema {
  readonly schema?: Schema;
  readonly findings: readonly Finding[];
}

/**
 * Reads a RELAX NG schema in the XML or the compact syntax and checks all restrictions of the specification. Whatever is wrong with the
 * schema is a finding; nothing is thrown for it.
 */
export function readSchema(text: string, { address = 'schema.rng', load }: ReadSchemaOptions = {}): ReadSchema {
  const { grammar, findings } = loadGrammar(sourceText(address, text), (wanted) => {
    const found = load?.(wanted);
    return found === undefined ? undefined : sourceText(wanted, found);
  });
  return grammar === undefined ? { findings } : { schema: makeSchema(grammar), findings };
}
