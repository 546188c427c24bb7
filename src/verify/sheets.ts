import { type OutputSheet, readSheets } from '../config/own-sheets.ts';
import { hasSheets, sheetSums } from '../edition/overlay/sums.ts';
import {
  type ChangeCounts,
  changed,
  changesIn,
  changesPath,
  changesText,
  countChanges,
} from '../model/sheet-changes.ts';
import { readSheetChanges } from '../model/read-sheet-changes.ts';
import type { SheetChanges, UnitChanges, ViewChanges } from '../model/sheet-changes.ts';
import type { View } from '../model/views.ts';
import type { UnitInfo } from '../model/edition.ts';
import type { UnitContent } from '../model/unit-content.ts';
import { UnreadableFile } from '../source/regular-file.ts';
import type { BuiltFiles } from './built-files.ts';
import type { Loss } from './check-unit.ts';

/**
 * What stylesheets of an edition changed, as the built edition lists it. They are not run here: looks and roles are expected as the list says, each
 * of them is counted in the proof, and everything else is expected as the source has it.
 */

export interface BuiltSheets {
  /** The file, as it must be; undefined: there is none. */
  readonly text: string | undefined;
  readonly losses: readonly Loss[];
  /** What stylesheets make. */
  readonly outputs: readonly OutputSheet[];
  /** Undefined: no stylesheets are laid over ours. */
  readonly counts: ChangeCounts | undefined;
  /** What a unit must say in a view, with what is wrong with the list. */
  contentOf(id: string, source: UnitContent, view: View): Listed;
}

/** A content under the stylesheets. */
export interface Listed {
  readonly content: UnitContent;
  readonly losses: readonly Loss[];
}

const loss = (document: string, message: string): Loss => ({ document, format: 'stylesheets', message });

const without: BuiltSheets = {
  text: undefined,
  losses: [],
  outputs: [],
  counts: undefined,
  contentOf: (_, content) => ({ content, losses: [] }),
};

function textIn(files: BuiltFiles): string | undefined {
  try {
    return files.bytes(changesPath)?.toString('utf8');
  } catch (error) {
    if (error instanceof UnreadableFile) return undefined;
    throw error;
  }
}

/** Words, their order or what parts them: a stylesheet may change them only where a row says so. */
const refusals = (id: string, { refused = [] }: UnitChanges): Loss[] =>
  refused.map((what) =>
    loss(id, `the edition’s own stylesheets change what no row of the setting “elements” says: ${what}`),
  );

function listed(id: string, content: UnitContent, changes: ViewChanges): Listed {
  const now = changed(content, changes);
  return now
    ? { content: now, losses: [] }
    : {
        content,
        losses: [loss(id, `${changesPath} lists changes that do not fit the source: build the edition again`)],
      };
}

function foundIn(changes: SheetChanges, units: ReadonlySet<string>, sums: SheetChanges['sheets']): Loss[] {
  const isSame = JSON.stringify(changes.sheets) === JSON.stringify(sums);
  return [
    ...(isSame ? [] : [loss('', 'the stylesheets have changed since the edition was built: build it again')]),
    ...Object.entries(changes.units).flatMap(([id, one]) =>
      units.has(id) ? refusals(id, one) : [loss(id, `${changesPath} speaks of a unit that is not in the edition`)],
    ),
  ];
}

/** Reads what is listed in a built edition. `folder`: of the edition. */
export function builtSheets(folder: string, units: readonly UnitInfo[], files: BuiltFiles): BuiltSheets {
  const own = readSheets(folder);
  const { outputs } = own;
  // Without stylesheets such a file is one that nothing accounts for.
  if (!hasSheets(own)) return without;
  const changes = readSheetChanges(textIn(files) ?? '');
  if (!changes)
    return {
      ...without,
      outputs,
      text: changesText({ sheets: sheetSums(own), units: {} }),
      losses: [
        loss(
          '',
          'the edition was built without its own stylesheets, or what they changed is not listed: build it again',
        ),
      ],
    };
  return {
    text: changesText(changes),
    losses: foundIn(changes, new Set(units.map(({ facts }) => facts.id)), sheetSums(own)),
    outputs,
    counts: own.sheets.length === 0 ? undefined : countChanges(changes),
    contentOf: (id, content, view) => {
      const unit = Object.hasOwn(changes.units, id) ? changes.units[id]! : {};
      const ofView = unit.refused ? undefined : changesIn(unit, view);
      return ofView ? listed(id, content, ofView) : { content, losses: [] };
    },
  };
}

/** Outputs that nobody proves, by name, with the reason. */
export const notProven = (outputs: readonly OutputSheet[]): Readonly<Record<string, string>> =>
  Object.fromEntries(outputs.map(({ name, sheet }) => [name, `made by a stylesheet of the edition, ${sheet.file}`]));
