import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import { decode } from '../source/decode.ts';
import { encodeLike } from '../source/encode.ts';
import { guarded, refusal } from './guard.ts';

/** Fixes what is certain: changes markup and never text, and overwrites only the bytes that were checked. */

/** How often a file is checked and changed again: one change may make the next possible. */
export const mostRounds = 8;

export interface FixedBytes {
  readonly bytes: Uint8Array;
  /** Changes made. */
  readonly count: number;
  readonly findings: readonly Finding[];
}

const again = 'Run “octavo validate --fix” again.';

const notFixed = (file: string, reason: string, fix: string): Finding => ({
  code: 'not-fixed',
  severity: 'review',
  message: `${file} is not changed: ${reason}.`,
  fix,
});

/** A file with all changes made that findings call certain and that leave its text as it was. Nothing is written. */
export function fixBytes(path: string, bytes: Uint8Array, findings: readonly Finding[]): FixedBytes {
  const unchanged = { bytes, count: 0 };
  if (!findings.some(({ edit }) => edit?.span.file === path)) return { ...unchanged, findings: [] };
  const { source, findings: wrongBytes } = decode(path, bytes);
  if (wrongBytes.length > 0) return { ...unchanged, findings: [] };
  const { text, made, refused } = guarded(source, findings);
  const refusals = refusal(refused, 'it would have changed the text');
  if (made.length === 0) return { ...unchanged, findings: refusals };
  const changed = encodeLike(bytes, source.text, text);
  if (changed !== undefined) return { bytes: changed, count: made.length, findings: refusals };
  const reason = 'only files in UTF-8 or UTF-16 can be';
  return { ...unchanged, findings: [...refusals, notFixed(path, reason, `Save it as UTF-8. ${again}`)] };
}

const changedMeanwhile = (file: string): Finding => ({
  code: 'changed-meanwhile',
  severity: 'error',
  message: `${file} was changed while it was checked, and is left as it is.`,
  why: 'A change that was computed for the old text could damage the new one.',
  fix: again,
});

/** Writes next to the file first: a full disk leaves the file as it was. */
function overwrite(path: string, bytes: Uint8Array): void {
  const draft = `${path}.octavo-new`;
  try {
    writeFileSync(draft, bytes, { mode: statSync(path).mode });
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Overwrites a file, if it still holds the bytes that were checked; answers what stood in the way. */
export function writeFixed(folder: string, path: string, checked: Uint8Array, fixed: Uint8Array): Finding | undefined {
  try {
    const full = realpathSync(join(folder, path));
    if (!readFileSync(full).equals(checked)) return changedMeanwhile(path);
    overwrite(full, fixed);
    return undefined;
  } catch (error) {
    return notFixed(path, `it cannot be written (${(error as Error).message})`, `Allow writing. ${again}`);
  }
}
