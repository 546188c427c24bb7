import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, TextEdit } from '../diagnostics/finding.ts';
import { decode } from '../source/decode.ts';
import { apart, applyEdits } from './apply-edits.ts';
import { type SourceText, sourceText } from '../source/text.ts';
import { scanXml } from '../source/xml.ts';

/** Mends what is certain: changes markup and never text, and writes only over the bytes that were checked. */

/** The text of a file without its markup. */
function textContent(source: SourceText): string {
  let content = '';
  scanXml(source, {
    text: (value) => {
      content += value;
    },
  });
  return content;
}

/** The edits that leave the text as it is: all of them, as a rule; else they are looked through by halves. */
function harmless(source: SourceText, edits: readonly TextEdit[], content: string): readonly TextEdit[] {
  if (edits.length === 0) return [];
  if (textContent(sourceText(source.file, applyEdits(source.text, edits))) === content) return edits;
  if (edits.length === 1) return [];
  const middle = edits.length >> 1;
  const halves = [edits.slice(0, middle), edits.slice(middle)];
  const good = halves.flatMap((half) => harmless(source, half, content));
  return textContent(sourceText(source.file, applyEdits(source.text, good))) === content ? good : [];
}

/** The text of a file with everything mended that findings know how to mend; the same text where there is nothing. */
export function mend(source: SourceText, findings: readonly Finding[]): { text: string; count: number } {
  const edits = apart(findings.flatMap(({ edit }) => (edit?.span.file === source.file ? [edit] : [])));
  const good = harmless(source, edits, textContent(source));
  return { text: applyEdits(source.text, good), count: good.length };
}

/** How often mended files are checked and mended again: one change may make the next possible. */
export const mostRounds = 8;

export interface Mended {
  /** Changes written. */
  readonly count: number;
  readonly findings: readonly Finding[];
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return !/^\uFEFF?<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i.test(text);
  } catch {
    return false;
  }
};

const again = 'Run “octavo validate --fix” again.';

const notMended = (file: string, reason: string, fix: string): Mended => ({
  count: 0,
  findings: [{ code: 'not-mended', severity: 'review', message: `${file} is not mended: ${reason}.`, fix }],
});

const changedMeanwhile = (file: string): Mended => ({
  count: 0,
  findings: [
    {
      code: 'changed-meanwhile',
      severity: 'error',
      message: `${file} was changed while it was checked, and is left as it is.`,
      why: 'A change that was worked out for the old text could damage the new one.',
      fix: again,
    },
  ],
});

/** Writes beside the file first: a full disk leaves the file as it was. */
function overwrite(path: string, text: string): void {
  const draft = `${path}.octavo-new`;
  try {
    writeFileSync(draft, text, { mode: statSync(path).mode });
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Mends one file on the disk. `checked`: the bytes that the findings are about. */
export function mendFile(folder: string, path: string, checked: Uint8Array, findings: readonly Finding[]): Mended {
  const { source } = decode(path, checked);
  const { text, count } = mend(source, findings);
  if (count === 0) return { count: 0, findings: [] };
  if (!isUtf8(checked)) return notMended(path, 'only files in UTF-8 can be', `Save it as UTF-8. ${again}`);
  const bom = checked[0] === 0xef && checked[1] === 0xbb && checked[2] === 0xbf ? '\uFEFF' : '';
  try {
    const full = realpathSync(join(folder, path));
    if (!readFileSync(full).equals(checked)) return changedMeanwhile(path);
    overwrite(full, bom + text);
  } catch (error) {
    return notMended(path, `it cannot be written (${(error as Error).message})`, `Allow writing. ${again}`);
  }
  return { count, findings: [] };
}
