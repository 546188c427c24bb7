import type { MarkupContent } from 'vscode-languageserver-protocol';
import type { Schema } from '../relaxng/index.ts';

/** The words of a schema, made fit to be shown. */

/** Signs that Markdown would take for markup. */
const quoted = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');

/** Says a text of the schema; without the numbers of chapters at its end, which lead nowhere here. */
export function saidBy(schema: Schema, documentation: number): string {
  return schema.grammar
    .documentation(documentation)
    .replace(/\s*\[[\d. A-Z]*\]\s*$/gm, '')
    .trim();
}

export const markdown = (value: string): MarkupContent => ({ kind: 'markdown', value });

/** Plain words as Markdown, line by line. */
export const asMarkdown = (text: string): string => quoted(text).replace(/\n/g, '  \n');

export function documented(schema: Schema, documentation: number): { documentation?: MarkupContent } {
  const text = saidBy(schema, documentation);
  return text === '' ? {} : { documentation: markdown(asMarkdown(text)) };
}
