import type { OwnSheets } from '../../config/own-sheets.ts';
import type { SheetChanges, UnitChanges } from '../../model/sheet-changes.ts';
import { hashOf, sha256 } from '../../work/hash.ts';

/** By which a build and its proof know the stylesheets of an edition. */

/** Hash of all that they say; empty where there are none. */
export const sheetsHash = ({ sheets }: OwnSheets): string =>
  sheets.length === 0 ? '' : hashOf(...sheets.flatMap(({ file, text }) => [file, text]));

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
