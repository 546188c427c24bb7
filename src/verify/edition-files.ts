import type { OutputSheet } from '../config/own-sheets.ts';
import { toJson } from '../edition/manifest.ts';
import { registerTei } from '../edition/plan.ts';
import { formatsFor } from '../formats/format.ts';
import { tableRecords } from '../formats/index.ts';
import type { Edition } from '../model/edition.ts';
import { changesPath } from '../model/sheet-changes.ts';
import { firstDifference } from '../publish/comparing-draft.ts';
import { UnreadableFile } from '../source/regular-file.ts';
import { filesBelow } from './changed-files.ts';
import { type Loss, recordLosses } from './check-unit.ts';
import { differences, expectedManifest } from './expected-manifest.ts';
import type { WholeEdition } from './whole-edition.ts';

/**
 * Files of the whole edition: contents, bibliographies, tables, styles, registers and the manifest say what the data of the edition say, and there
 * is no file that nothing accounts for. Images are taken for what they are; their bytes are compared by `verify --rebuild`.
 */

/** Of one file, so many differences are named. */
const mostNamed = 3;

interface Expected {
  readonly format: string;
  readonly path: string;
  /** Absent where all that it says is read back: how records are laid out is no matter of the sources. */
  readonly content?: string | Uint8Array;
}

const ownFiles = ({ units }: Edition, own: readonly OutputSheet[]): Expected[] =>
  own.flatMap((output) =>
    units.map(({ facts }) => ({ format: output.name, path: `${output.name}/${facts.id}.${output.extension}` })),
  );

function expectedFiles({ edition, formats, books, wholes, options, at, sheets }: WholeEdition): Expected[] {
  const { text: changes, outputs: own } = sheets;
  const written = formats.flatMap((format): Expected[] =>
    format.carries === 'record'
      ? [{ format: format.name, path: format.editionPath }]
      : (format.writeEdition?.(edition) ?? []).map((file) => ({ ...file, format: format.name })),
  );
  const tables = [{ format: 'table', path: tableRecords(edition, options).path }];
  const registers = formats.some(({ name }) => name === 'tei')
    ? [...at.registerFiles].map(([file, name]) => ({
        format: 'tei',
        path: `tei/${name}`,
        content: registerTei(file, at),
      }))
    : [];
  const outputs: Record<string, string> = {};
  for (const { format, path } of [...written, ...tables]) outputs[format] ??= path;
  for (const { format, book } of books) outputs[format.name] ??= book.path;
  const listed = changes === undefined ? [] : [{ format: 'stylesheets', path: changesPath, content: changes }];
  Object.assign(outputs, wholes.outputs());
  if (changes !== undefined) outputs['stylesheets'] = changesPath;
  const manifest = expectedManifest(edition, { ...options, formats, books, own, outputs });
  return [
    ...written,
    ...tables,
    ...registers,
    ...listed,
    ...ownFiles(edition, own),
    { format: 'manifest', path: 'manifest.json', content: toJson(manifest) },
  ];
}

/** The differences that can be named: fields of records, cells of tables, what the manifest says. */
function namedFaults(file: Expected, content: string, { edition, formats, options }: WholeEdition): string[] {
  const { format: name } = file;
  if (name === 'manifest') return differences(JSON.parse(file.content as string), JSON.parse(content));
  if (name === 'table') {
    const { expected, readBack } = tableRecords(edition, options);
    return recordLosses(expected(), readBack(content));
  }
  const format = formats.find((one) => one.name === name);
  if (format?.carries !== 'record') return [];
  const expected = edition.units.map((unit) => format.expected(unit, edition));
  return recordLosses(expected, format.readBack(content));
}

/** What is wrong with one file, in words. */
function faultsOf(file: Expected, whole: WholeEdition): string[] {
  try {
    const found = whole.files.bytes(file.path);
    if (!found) return [`${file.path} is missing`];
    const named = namedFaults(file, found.toString('utf8'), whole).slice(0, mostNamed);
    if (named.length > 0) return named.map((fault) => `${file.path}: ${fault}`);
    const at = file.content === undefined ? undefined : firstDifference(Buffer.from(file.content), found);
    return at ? [`${file.path} does not say what the sources say, first in line ${at.line}`] : [];
  } catch (error) {
    const why = error instanceof UnreadableFile ? error.trouble : (error as Error).message;
    return [`${file.path} cannot be read: ${why}`];
  }
}

/** What the files of the whole edition lost, and files that nothing accounts for. */
export function editionLosses(whole: WholeEdition): Loss[] {
  const files = expectedFiles(whole);
  const known = new Set([...files.map(({ path }) => path), 'SHA256SUMS', 'proof.json']);
  for (const unit of whole.edition.units)
    for (const format of formatsFor(unit, whole.formats)) known.add(format.path(unit.facts.id));
  for (const { book } of whole.books) known.add(book.path);
  for (const path of whole.wholes.paths()) known.add(path);
  const foreign = filesBelow(whole.out).filter((path) => !known.has(path) && !path.startsWith('images/'));
  return [
    ...files.flatMap((file) =>
      faultsOf(file, whole).map((message) => ({ document: '', format: file.format, message })),
    ),
    ...foreign.map((path) => ({
      document: '',
      format: 'files',
      message: `${path} is a file that nothing in the edition accounts for`,
    })),
  ];
}
