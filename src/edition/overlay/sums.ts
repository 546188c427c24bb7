import type { OwnSheets } from '../../config/own-sheets.ts';
import type { Sheet } from '../../config/sheet-fault.ts';
import type { SheetChanges, UnitChanges } from '../../model/sheet-changes.ts';
import { hashOf, sha256 } from '../../work/hash.ts';

/** By which a build and its proof know the stylesheets of an edition. */

/** All of them. */
const allOf = ({ sheets, outputs }: OwnSheets): readonly Sheet[] => [...sheets, ...outputs.map(({ sheet }) => sheet)];

/** Whether an edition has any. */
export const hasSheets = (own: OwnSheets): boolean => allOf(own).length > 0;

const hashOfSheets = (sheets: readonly Sheet[]): string =>
  sheets.length === 0 ? '' : hashOf(...sheets.flatMap(({ file, text }) => [file, text]));

/** Hash of all that they say; empty where there are none. */
export const allSheetsHash = (own: OwnSheets): string => hashOfSheets(allOf(own));

/** Hash of those that are laid over ours. */
export const sheetsHash = ({ sheets }: OwnSheets): string => hashOfSheets(sheets);

/** The sums of stylesheets, as the built edition has them. */
export const sheetSums = (own: OwnSheets): Readonly<Record<string, string>> =>
  Object.fromEntries(allOf(own).map(({ file, text }) => [file, sha256(text)]));

/** What the stylesheets of an edition changed, by the ids of its units. */
export const changesOf = (
  own: OwnSheets,
  units: readonly { readonly id: string; readonly changes: UnitChanges | undefined }[],
): SheetChanges => ({
  sheets: sheetSums(own),
  units: Object.fromEntries(units.flatMap(({ id, changes }) => (changes ? [[id, changes] as const] : []))),
});
