import { join } from 'node:path';
import { build as buildEdition } from '../../src/publish/run.ts';
import { importText } from '../../src/import/import-text.ts';
import { openSource } from '../../src/import/open-source.ts';
import { sourceText } from '../../src/source/text.ts';
import { validate } from '../../src/validate/run.ts';
import { verify as verifyEdition } from '../../src/verify/run.ts';
import { wordFile, type WordParts } from '../import/docx-file.ts';

/** The program in this process, where its work can be counted; imported when counting has begun. */

export const check = (path: string): Promise<unknown> => validate({ paths: [path], schemas: [] });

/** Builds a folder, unchecked: what a check costs is counted by itself. Throws where nothing was built. */
export async function build(path: string): Promise<void> {
  const { findings, summary } = await buildEdition({ path, out: join(path, '..', 'dist'), check: false });
  if (!summary) throw new Error(`not built: ${findings.map(({ message }) => message).join('\n')}`);
}

/** Proves what `build` built. */
export async function verify(path: string): Promise<void> {
  const { result, losses } = await verifyEdition({ path, out: join(path, '..', 'dist') });
  if (result !== 'nothing lost') throw new Error(`lost: ${losses.map(({ message }) => message).join('\n')}`);
}

export const importFrom = (from: string, text: string): unknown => importText(sourceText('a.html', text), { from });

/** A Word file as the import gets it: its bytes. */
export const wordBytes = (parts: WordParts): Uint8Array => wordFile(parts);

export function importWord(bytes: Uint8Array): unknown {
  const { source } = openSource('a.docx', bytes);
  if (!source) throw new Error('the Word file cannot be read');
  return importText(source, { from: 'docx' });
}
