/**
 * Documents of a folder that no reader takes: they are skipped and reported, because a person may have expected them to
 * be imported.
 */
import { join } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import { sourceText } from '../source/text.ts';

const document = /\.(?:pdf|doc|docm|odt|ott|rtf|epub|wpd|pages|djvu)$/i;

/** A finding for the documents among the names of a folder that are not imported. */
export function leftBeside(folder: string, names: readonly string[]): Finding[] {
  const left = names.filter((name) => document.test(name)).sort();
  if (left.length === 0) return [];
  const shown = `${left.slice(0, 3).join(', ')}${left.length > 3 ? ` and ${left.length - 3} more` : ''}`;
  return [
    {
      code: 'import-beside',
      severity: 'note',
      message: `Not imported from ${folder}: ${shown}.`,
      span: sourceText(join(folder, left[0]!), '').span(0, 0),
      why: 'No reader accepts files of this kind.',
      fix: 'Save them as text, Markdown, HTML or .docx, and import those.',
    },
  ];
}
