import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import { readPart } from '../source/resolve/part-files.ts';
import { sourceText } from '../source/text.ts';
import { type Sheet, sheetFault } from './sheet-fault.ts';

/** The stylesheets of an edition as they are in its folder. */

export interface OwnSheets {
  /** Those that are laid over ours, in the order of their names. */
  readonly sheets: readonly Sheet[];
  /** Those that make an output of their own. */
  readonly outputs: readonly OutputSheet[];
  readonly findings: readonly Finding[];
}

/** A stylesheet that makes a text of each unit: `xslt/output/NAME.EXTENSION.xsl`. */
export interface OutputSheet {
  /** Of the folder in the built edition, and in the manifest. */
  readonly name: string;
  readonly extension: string;
  readonly sheet: Sheet;
}

/** Where the file of a unit is in the built edition. */
export const outputPath = ({ name, extension }: OutputSheet, id: string): string => `${name}/${id}.${extension}`;

/** The folder in that of the edition. */
const folderName = 'xslt';

/** A stylesheet is never longer, and there are never more. */
const longest = 1 << 20;
const most = 50;

/** A file that does not name our modes is for something else: many editions have a folder of that name. */
const modes = 'urn:octavo:mode';
/** The namespace of the element that such a stylesheet gets. */
const units = 'urn:octavo:unit';

const passedOver = (sheet: Sheet, namespace: string): Finding => ({
  code: 'stylesheet-passed-over',
  severity: 'note',
  span: sheet.span(0, 0),
  message: `${sheet.file} is not used: it does not name the namespace ${namespace}.`,
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

interface Read {
  readonly sheets: readonly Sheet[];
  readonly findings: readonly Finding[];
}

/** Reads the stylesheets in a folder of an edition that name a namespace. */
function sheetsIn(edition: string, folder: string, namespace: string): Read {
  const names = namesIn(join(edition, folder));
  const read = names.slice(0, most).map((name) => readSheet(edition, `${folder}/${name}`));
  const isOurs = ({ text }: Sheet): boolean => text.includes(namespace);
  const findings = read.flatMap((one) => ('code' in one ? [one] : isOurs(one) ? [] : [passedOver(one, namespace)]));
  const tooMany = sheetFault(
    'stylesheet-broken',
    undefined,
    `There are more than ${most} stylesheets in the folder ${folder}.`,
    'Put templates together.',
  );
  return {
    sheets: read.flatMap((one) => (!('code' in one) && isOurs(one) ? [one] : [])),
    findings: names.length > most ? [...findings, tooMany] : findings,
  };
}

/** Texts that no program runs when somebody opens them: pages of a built edition never hold code of a stranger. */
export const outputExtensions = ['txt', 'tex', 'typ', 'md', 'rst', 'adoc', 'json'] as const;

/** Folders of a built edition that are ours. */
const ours: ReadonlySet<string> = new Set(
  'documents text tei citations epub style images table stylesheets'.split(' '),
);
const names: ReadonlySet<string> = new Set([
  ...ours,
  'html',
  'csl-json',
  'bibtex',
  'ris',
  'text-diplomatic',
  'html-diplomatic',
]);

function outputSheet(sheet: Sheet): OutputSheet | Finding {
  const [, name = '', extension = ''] = /\/([a-z][a-z0-9-]{0,31})\.([a-z]+)\.xslt?$/.exec(sheet.file) ?? [];
  const isKnown = outputExtensions.some((one) => one === extension);
  if (name !== '' && isKnown && !names.has(name)) return { name, extension, sheet };
  return sheetFault(
    'stylesheet-broken',
    sheet.span(0, 0),
    names.has(name)
      ? `${sheet.file}: “${name}” is the name of an output of Octavo.`
      : `${sheet.file} does not say by its name what it makes.`,
    `Call it NAME.EXTENSION.xsl, with a name in small letters of its own and one of these extensions: ${outputExtensions.join(', ')}.`,
  );
}

/** Reads the stylesheets of the edition in `folder`. */
export function readSheets(folder: string): OwnSheets {
  const laidOver = sheetsIn(folder, folderName, modes);
  const output = sheetsIn(folder, `${folderName}/output`, units);
  const read = output.sheets.map(outputSheet);
  const outputs = read.flatMap((one) => ('code' in one ? [] : [one]));
  const findings = [...laidOver.findings, ...output.findings, ...read.flatMap((one) => ('code' in one ? [one] : []))];
  const twice = outputs.find(({ name }, i) => outputs.findIndex((other) => other.name === name) !== i);
  if (twice)
    findings.push(
      sheetFault(
        'stylesheet-broken',
        twice.sheet.span(0, 0),
        `There are two outputs of the name “${twice.name}”.`,
        'Rename one.',
      ),
    );
  return { sheets: laidOver.sheets, outputs, findings };
}
