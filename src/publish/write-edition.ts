import { editionTables, type FormatOptions, makeBookFormats, makeFormats } from '../formats/index.ts';
import { type BookInEdition, booksIn, type Format } from '../formats/format.ts';
import type { Addresses } from '../model/addresses.ts';
import type { Edition } from '../model/edition.ts';
import type { EditionReading } from '../validate/check.ts';
import { hashOf } from '../work/hash.ts';
import { editionOf } from '../edition/edition.ts';
import { findImages } from '../edition/images.ts';
import { manifestOf, toJson } from '../edition/manifest.ts';
import { registerTei } from '../edition/plan.ts';
import { prepare } from '../edition/prepare.ts';
import type { Job } from './job.ts';
import type { Draft } from './output-folder.ts';
import { bookBinder } from './write-books.ts';
import { questions } from './questions.ts';
import type { Written } from './report.ts';
import { type UnitWriter, unitWriter } from './write-units.ts';

/** Writes an edition in every format. Loaded only where something is to be written: a build that finds all as it was loads none of it. */

/** Writes all files of an edition into a draft. */
export async function writeEdition(job: Job, reading: EditionReading, draft: Draft): Promise<Written> {
  const { cache, memory, stamp, out, settings, formatOptions, options } = job;
  const progress = options.progress ?? (() => undefined);
  const images = findImages(job.place.folder);
  const prepared = prepare({ files: reading.files, cache, memory, stamp, progress });
  // In the order of the text, so that names do not depend on which units are written again.
  for (const { info, memory: shown } of prepared.units) for (const source of shown.images) images.find(source, info);
  const edition = editionOf(prepared, settings);
  const bookOf = bookPaths(booksIn(edition, makeBookFormats(formatOptions)));
  const asking = questions(prepared.at, images, bookOf);
  const withImages = { ...formatOptions, findAsset: asking.findAsset };
  const formats = await makeFormats(withImages);
  const books = booksIn(edition, makeBookFormats(withImages));
  const allStamp = hashOf(stamp, JSON.stringify([formatOptions, settings]));
  const shared = { books, edition, draft, memory, stamp: allStamp };
  const writer = unitWriter({ ...shared, prepared, formats, questions: asking, cache, out });
  const binder = bookBinder({ ...shared, images, writer });
  for (const unit of prepared.units) {
    writer.write(unit);
    await binder.written(unit);
  }
  for (const [path, { bytes }] of images.found) writer.put(draft, path, bytes());
  const outputs = writeWhole(edition, formats, formatOptions, prepared.at, writer, draft);
  for (const { format, book } of books) outputs[format.name] ??= book.path;
  writeLists(edition, formats, books, formatOptions, outputs, writer, draft);
  return { prepared, formats, books, bound: binder, writer, images, signs: edition.signs };
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
  formats: readonly Format[],
  books: readonly BookInEdition[],
  options: FormatOptions,
  outputs: Record<string, string>,
  writer: UnitWriter,
  draft: Draft,
): void {
  const manifest = manifestOf(edition, formats, books, outputs, options.generator, options.textDialect);
  writer.put(draft, 'manifest.json', toJson(manifest));
  const sums = [...writer.sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, sum]) => `${sum}  ${path}\n`);
  writer.put(draft, 'SHA256SUMS', sums.join(''));
}
