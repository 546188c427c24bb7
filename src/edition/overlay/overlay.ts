import type { Finding } from '../../diagnostics/finding.ts';
import { compileOverlay } from '../../transform/overlay/compile.ts';
import type { Overlay } from '../../transform/overlay/ask.ts';
import { openCache } from '../../work/cache.ts';
import { hashOf } from '../../work/hash.ts';
import { sheetsHash } from './sums.ts';
import type { OwnSheets } from '../../config/own-sheets.ts';

/** The stylesheets of an edition, compiled: once, and then kept in the cache. */

interface Kept {
  readonly key: string;
  readonly sef: string;
}

/** Stylesheets that are ready to run, with a hash of all that their results depend on in addition to the text. */
export interface EditionOverlay extends Overlay {
  readonly hash: string;
}

export interface LoadedOverlay {
  readonly overlay?: EditionOverlay;
  readonly findings: readonly Finding[];
}

/** Compiles stylesheets, or finds what was compiled before. `program`: hash of the program. Where there are none, or they have mistakes, there is no overlay. */
export async function loadOverlay(own: OwnSheets, folder: string, program: string): Promise<LoadedOverlay> {
  const { sheets } = own;
  if (sheets.length === 0) return { findings: [] };
  const hash = sheetsHash(own);
  const key = hashOf(program, hash);
  const cache = openCache('own-stylesheets', folder);
  const kept = cache.readIndex() as Kept | undefined;
  if (kept?.key === key) return { overlay: { sheets, hash, sef: kept.sef }, findings: [] };
  const compiled = await compileOverlay(sheets);
  if ('findings' in compiled) return compiled;
  cache.finish({ key, sef: compiled.sef } satisfies Kept, new Set());
  return { overlay: { sheets, hash, sef: compiled.sef }, findings: [] };
}
