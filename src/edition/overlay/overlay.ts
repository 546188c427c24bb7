import type { Finding } from '../../diagnostics/finding.ts';
import { compileOverlay } from '../../transform/overlay/compile.ts';
import type { Overlay } from '../../transform/overlay/run.ts';
import { openCache } from '../../work/cache.ts';
import { hashOf, sha256 } from '../../work/hash.ts';
import type { SheetChanges, UnitChanges } from '../../model/sheet-changes.ts';
import type { OwnSheets } from './read-sheets.ts';

/** The stylesheets of an edition, compiled: once, and then kept in the cache. */

interface Kept {
  readonly key: string;
  readonly sef: string;
}

/** Stylesheets that are ready to run, with a hash of all that their results depend on in addition to the text. */
export interface EditionOverlay extends Overlay {
  readonly hash: string;
}

export type LoadedOverlay = { readonly overlay?: EditionOverlay; readonly findings: readonly Finding[] };

/** Compiles stylesheets, or finds what was compiled before. `program`: hash of the program. Where there are none, or they have mistakes, there is no overlay. */
export async function loadOverlay({ sheets, hash }: OwnSheets, folder: string, program: string): Promise<LoadedOverlay> {
  if (sheets.length === 0) return { findings: [] };
  const key = hashOf(program, hash);
  const cache = openCache('own-stylesheets', folder);
  const kept = cache.readIndex() as Kept | undefined;
  if (kept?.key === key) return { overlay: { sheets, hash, sef: kept.sef }, findings: [] };
  const compiled = await compileOverlay(sheets);
  if ('findings' in compiled) return compiled;
  cache.finish({ key, sef: compiled.sef } satisfies Kept, new Set());
  return { overlay: { sheets, hash, sef: compiled.sef }, findings: [] };
}

/** The sums of stylesheets, as the built edition has them. */
export const sheetSums = (sheets: OwnSheets['sheets']): Readonly<Record<string, string>> =>
  Object.fromEntries(sheets.map(({ file, text }) => [file, sha256(text)]));

/** What the stylesheets of an edition changed, by the ids of its units. */
export const changesOf = (
  sheets: OwnSheets['sheets'],
  units: readonly { readonly id: string; readonly changes: UnitChanges | undefined }[],
): SheetChanges => ({
  sheets: sheetSums(sheets),
  units: Object.fromEntries(units.flatMap(({ id, changes }) => (changes ? [[id, changes] as const] : []))),
});
