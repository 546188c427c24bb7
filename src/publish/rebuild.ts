import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildable } from '../edition/buildable.ts';
import { readEdition } from '../validate/read-edition.ts';
import { openCacheIn } from '../work/cache.ts';
import { comparingDraft, type FileDifference } from './comparing-draft.ts';
import { type BuildOptions, startJob } from './job.ts';
import { loadSheets } from './load-sheets.ts';
import { writeEdition } from './write-edition.ts';

export interface Rebuilt {
  /** How many files a build makes. */
  readonly files: number;
  readonly differences: readonly FileDifference[];
  readonly made: ReadonlySet<string>;
}

/**
 * Builds the edition again and compares every file with the folder `out`, byte by byte; nothing is written there and nothing is taken from the
 * cache. Reading trees of a large edition wait in a scratch folder of their own, which is deleted. Undefined where the settings are wrong.
 */
export async function rebuild(options: BuildOptions): Promise<Rebuilt | undefined> {
  const scratch = mkdtempSync(join(tmpdir(), 'octavo-'));
  try {
    const job = await startJob({ ...options, check: false }, openCacheIn(join(scratch, 'cache')));
    if (!('cache' in job)) return undefined;
    const reading = readEdition(job.sources, job.settings);
    const { loaded, findings } = await loadSheets(job);
    if (findings.length > 0) return undefined;
    const draft = comparingDraft(job.out);
    await writeEdition(job, { ...reading, files: buildable(reading) }, draft, loaded);
    return { files: draft.made.size, differences: draft.differences, made: draft.made };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
