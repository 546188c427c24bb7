import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import { readPart } from '../source/resolve/part-files.ts';
import { sourceText } from '../source/text.ts';
import { type Sheet, sheetFault } from './sheet-fault.ts';

/** The stylesheets of an edition as they are in its folder. */

export interface OwnSheets {
  /** In the order of their names. */
  readonly sheets: readonly Sheet[];
  readonly findings: readonly Finding[];
}

/** The folder in that of the edition. */
const folderName = 'xslt';

/** A stylesheet is never longer, and there are never more. */
const longest = 1 << 20;
const most = 50;

/** A file that does not name our modes is for something else: many editions have a folder of that name. */
const isLaidOver = (text: string): boolean => text.includes('urn:octavo:mode');

const passedOver = (sheet: Sheet): Finding => ({
  code: 'stylesheet-passed-over',
  severity: 'note',
  span: sheet.span(0, 0),
  message: `${sheet.file} is not laid over the stylesheets of Octavo: it does not name the namespace urn:octavo:mode.`,
  why: 'A folder with this name may hold stylesheets for other programs.',
  fix: 'Nothing needs to be done; if it is meant for Octavo, write it as docs/how-to/own-stylesheets.md shows.',
});

/** The names of the stylesheets in a folder, in order. */
function namesIn(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => /\.xslt?$/.test(name) && !name.startsWith('.'))
    .sort();
}

function readSheet(folder: string, path: string): Sheet | Finding {
  const nowhere = sourceText(path, '').span(0, 0);
  const wrong = (message: string): Finding =>
    sheetFault(
      'stylesheet-broken',
      nowhere,
      `${path} ${message}`,
      'Correct the file, or take it out of the folder xslt.',
    );
  const read = readPart(folder, path, longest);
  if (!('bytes' in read)) return wrong(read.trouble === 'refused' ? read.why : 'is a link that leads nowhere.');
  try {
    return sourceText(path, new TextDecoder('utf-8', { fatal: true }).decode(read.bytes));
  } catch {
    return wrong('is not a text in UTF-8.');
  }
}

/** Reads the stylesheets of the edition in `folder`. */
export function readSheets(folder: string): OwnSheets {
  const names = namesIn(join(folder, folderName));
  const read = names.slice(0, most).map((name) => readSheet(folder, `${folderName}/${name}`));
  const findings = read.flatMap((one) => ('code' in one ? [one] : isLaidOver(one.text) ? [] : [passedOver(one)]));
  const sheets = read.flatMap((one) => (!('code' in one) && isLaidOver(one.text) ? [one] : []));
  if (names.length > most)
    findings.push(
      sheetFault(
        'stylesheet-broken',
        undefined,
        `There are more than ${most} files in the folder xslt.`,
        'Put templates together.',
      ),
    );
  return { sheets, findings };
}
