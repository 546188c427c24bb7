import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importText, type ImportTextOptions, type ImportedText } from '../../src/import/import-text.ts';
import { sourceText } from '../../src/source/text.ts';

/** A text of our own making. */
export const ownText = (name: string): string => readFileSync(path.join(import.meta.dirname, 'texts', name), 'utf8');

/** Imports a text as if it stood in a file. */
export const imported = (text: string, options: ImportTextOptions = {}, file = 'text.txt'): ImportedText =>
  importText(sourceText(file, text), options);

/** The TEI of a text on one line, without the header. */
export function teiBody(text: string, options: ImportTextOptions = {}): string {
  const { tei, findings } = imported(text, options);
  if (tei === undefined) throw new Error(findings.map((f) => f.message).join('\n'));
  return tei
    .replace(/^[^]*<body>/, '')
    .replace(/<\/body>[^]*$/, '')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .trim();
}

/** One document: heading, paragraphs, notes. */
export const page = (...blocks: string[]): string => `${blocks.join('\n\n')}\n`;
