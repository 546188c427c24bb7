import { editionTables, type FormatOptions, makeBookFormats, makeFormats, makeWholeFormats } from '../formats/index.ts';
import { loadShells } from '../formats/shells.ts';
import { type BookInEdition, booksIn, type Format } from '../formats/format.ts';
import type { Addresses } from '../model/addresses.ts';
import type { Edition } from '../model/edition.ts';
import type { EditionReading } from '../validate/check.ts';
import { nameWitnesses } from '../model/witness-names.ts';
import { hashOf } from '../work/hash.ts';
import { editionOf } from '../edition/edition.ts';
import { findImages } from '../edition/images.ts';
import { type MadeOutputs, manifestOf, toJson } from '../edition/manifest.ts';
import { registerTei } from '../edition/plan.ts';
import type { OwnOutput } from '../edition/overlay/outputs.ts';
import type { EditionOverlay } from '../edition/overlay/overlay.ts';
import { changesOf, hasSheets } from '../edition/overlay/sums.ts';
import { type Prepared, prepare } from '../edition/prepare.ts';
import { changesPath, changesText } from '../model/sheet-changes.ts';
import type { Job } from './job.ts';
import type { Draft } from './output-folder.ts';
import { writeOutputs } from './write-outputs.ts';
import { bookBinder } from './write-books.ts';
import { questions } from './questions.ts';
import type { Written } from './report.ts';
import { type UnitWriter, unitWriter } from './write-units.ts';
import { outputsOfWhole, wholeTakers, writeWholeFormats } from './write-whole.ts';

/** Writes an edition in every format. Loaded only where something is to be written: a build that finds all as it was loads none of it. */

/** Stylesheets of the edition that are ready to run. */
export interface LoadedSheets {
  readonly overlay?: EditionOverlay | undefined;
  readonly outputs?: readonly OwnOutput[];
}

/** Writes all files of an edition into a draft. Throws `TemplateFault` and `StylesheetFault`. */
export async function writeEdition(
  job: Job,
  reading: EditionReading,
  draft: Draft,
  { overlay, outputs = [] }: LoadedSheets = {},
): Promise<Written> {
  const { cache, memory, stamp, out, settings, formatOptions, options } = job;
  const progress = options.progress ?? (() => undefined);
  const images = findImages(job.place.folder);
  const { files } = reading;
  const prepared = prepare({ files, cache, memory, stamp, progress, overlay, keepTrees: outputs.length > 0 });
  // In the order of the text, so that names do not depend on which units are written again.
  for (const { info, memory: shown } of prepared.units) for (const source of shown.images) images.find(source, info);
  const edition = editionOf(prepared, settings);
  const bookOf = bookPaths(booksIn(edition, makeBookFormats(formatOptions)));
  const asking = questions(prepared.at, images, bookOf);
  const witnesses = nameWitnesses(files);
  const withImages = { ...formatOptions, witnesses, findAsset: asking.findAsset };
  const shells = await loadShells(withImages);
  const formats = makeFormats(withImages, shells);
  const books = booksIn(edition, makeBookFormats(withImages));
  const wholes = wholeTakers(makeWholeFormats(withImages, shells), edition);
  const allStamp = hashOf(stamp, JSON.stringify([formatOptions, settings, witnesses]));
  const shared = { edition, draft, memory, stamp: allStamp };
  const takers = [...books, ...wholes.map(({ taker }) => taker)];
  const writer = unitWriter({ ...shared, prepared, formats, takers, questions: asking, cache, out });
  const binder = bookBinder({ ...shared, books, images, writer });
  for (const unit of prepared.units) {
    writer.write(unit);
    await binder.written(unit);
  }
  for (const [path, { bytes }] of images.found) writer.put(draft, path, bytes());
  const whole = writeWholeFormats(wholes, { ...shared, units: prepared.units, writer });
  const outputKeys = writeOutputs(outputs, { prepared, writer, draft, memory });
  const written = { prepared, formats, books, bound: binder, whole, outputKeys, writer, images, signs: edition.signs };
  writeRest(job, edition, written, outputsOfWhole(wholes, whole), draft);
  return written;
}

/** What the units do not have. */
function writeRest(
  job: Job,
  edition: Edition,
  { prepared, formats, books, writer }: Written,
  ofWhole: Readonly<Record<string, string>>,
  draft: Draft,
): void {
  const outputs = writeWhole(edition, formats, job.formatOptions, prepared.at, writer, draft);
  for (const { format, book } of books) outputs[format.name] ??= book.path;
  Object.assign(outputs, ofWhole);
  if (hasSheets(job.sheets)) outputs['stylesheets'] = writeChanges(job, prepared, writer, draft);
  const own = job.sheets.outputs;
  writeLists(edition, { formats, books, own }, job.formatOptions, outputs, writer, draft);
}

/** What stylesheets of the edition changed, for the proof; gives the name of the file. */
function writeChanges({ sheets }: Job, prepared: Prepared, writer: UnitWriter, draft: Draft): string {
  const units = prepared.units.map(({ named, memory }) => ({ id: named.id, changes: memory.changes }));
  writer.put(draft, changesPath, changesText(changesOf(sheets, units)));
  return changesPath;
}

/** The book that a unit is in, where there are several. */
function bookPaths(books: readonly BookInEdition[]): (unit: string) => string | undefined {
  if (books.length < 2) return () => undefined;
  const paths = new Map(books.flatMap(({ book, ids }) => [...ids].map((id) => [id, book.path] as const)));
  return (unit) => paths.get(unit);
}

/** Files of the whole edition; gives their names for the manifest. */
function writeWhole(
  edition: Edition,
  formats: readonly Format[],
  options: FormatOptions,
  at: Addresses,
  writer: UnitWriter,
  draft: Draft,
): Record<string, string> {
  const names: Record<string, string> = {};
  const put = (name: string, path: string, content: string | Uint8Array): void => {
    writer.put(draft, path, content);
    names[name] ??= path;
  };
  for (const format of formats) {
    for (const { path, content } of format.writeEdition?.(edition) ?? []) put(format.name, path, content);
  }
  for (const { path, content } of editionTables(edition, options)) put('table', path, content);
  // Registers that are in files of their own: the TEI of the documents points to them.
  if (formats.some((format) => format.name === 'tei')) {
    for (const [file, name] of at.registerFiles) writer.put(draft, `tei/${name}`, registerTei(file, at));
  }
  return names;
}

function writeLists(
  edition: Edition,
  made: MadeOutputs,
  options: FormatOptions,
  outputs: Record<string, string>,
  writer: UnitWriter,
  draft: Draft,
): void {
  const manifest = manifestOf(edition, made, outputs, options.generator, options.textDialect);
  writer.put(draft, 'manifest.json', toJson(manifest));
  const sums = [...writer.sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, sum]) => `${sum}  ${path}\n`);
  writer.put(draft, 'SHA256SUMS', sums.join(''));
}
