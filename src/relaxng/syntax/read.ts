import type { SourceText } from '../../source/text.ts';
import { readCompact } from '../compact/parse.ts';
import { checkSyntax } from './check.ts';
import type { Problems } from './problems.ts';
import { readSchemaXml } from './read-xml.ts';
import type { SchemaElement } from './tree.ts';

/** Is this the XML syntax? The compact syntax never begins with `<`. */
export const isXmlSyntax = (text: string): boolean => /^\uFEFF?[ \t\r\n]*</.test(text);

/** Reads a schema file of either syntax. What is wrong is added to `problems`; then there is no tree. */
export function readSchemaSource(source: SourceText, problems: Problems): SchemaElement | undefined {
  const { root, findings } = isXmlSyntax(source.text) ? readSchemaXml(source) : readCompact(source);
  problems.findings.push(...findings);
  if (root === undefined) return undefined;
  const before = problems.findings.length;
  checkSyntax(root, problems);
  return problems.findings.length > before ? undefined : root;
}
