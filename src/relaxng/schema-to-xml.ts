import type { Finding } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';
import { readCompact } from './compact/parse.ts';
import { resolveAddress } from './load/addresses.ts';
import { loadGrammar } from './load/load.ts';
import type { ResolveSchema } from './load/loader.ts';
import { flatten } from './syntax/flatten.ts';
import { noProblems } from './syntax/problems.ts';
import { isXmlSyntax, readSchemaSource } from './syntax/read.ts';
import type { SchemaComment, SchemaElement } from './syntax/tree.ts';
import { attributeOf } from './syntax/tree.ts';
import { writeSchemaXml } from './syntax/write-xml.ts';

export interface ToXmlOptions {
  /** Puts included files into the one that is written, and leaves out what nothing refers to. */
  readonly flatten?: boolean;
  /** A comment at the beginning, for instance from which file this one is made. */
  readonly remark?: string;
}

/**
 * A schema of either syntax written in the XML syntax, well indented, with its documentation and comments. A schema with mistakes is not
 * written; `findings` tell them.
 */
export function schemaToXml(
  source: SourceText,
  resolve: ResolveSchema,
  options: ToXmlOptions = {},
): { xml?: string; findings: Finding[] } {
  const { grammar, findings } = loadGrammar(source, resolve);
  if (grammar === undefined) return { findings };
  const { root, before, after } = readWhole(source);
  const written = options.flatten
    ? flatten(root, source.file, (include, base) => bringIn(include, base, resolve))
    : root;
  const remark: SchemaComment[] =
    options.remark === undefined ? [] : [{ kind: 'comment', value: ` ${options.remark}` }];
  return { xml: writeSchemaXml({ root: written, before: [...remark, ...before], after }), findings };
}

interface Whole {
  readonly root: SchemaElement;
  readonly before: readonly SchemaComment[];
  readonly after: readonly SchemaComment[];
}

/** The schema is known to be right. */
function readWhole(source: SourceText): Whole {
  if (isXmlSyntax(source.text)) return { root: readSchemaSource(source, noProblems())!, before: [], after: [] };
  const { root, before, after } = readCompact(source);
  return { root: root!, before: before!, after: after! };
}

function bringIn(include: SchemaElement, base: string, resolve: ResolveSchema) {
  const address = resolveAddress((attributeOf(include, 'href') ?? '').trim(), base);
  const source = resolve(address);
  return source === undefined ? undefined : { root: readWhole(source).root, address };
}
