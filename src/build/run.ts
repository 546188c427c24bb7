import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadSettings, type Settings } from '../config/settings.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { Format } from '../formats/format.ts';
import { editionTables, type FormatOptions, makeFormats, readTemplates } from '../formats/index.ts';
import type { Edition } from '../model/edition.ts';
import { packageFile } from '../source/package-files.ts';
import { findPlace, type Place } from '../source/files.ts';
import { version } from '../source/version.ts';
import { phase1Hash } from '../transform/compiled.ts';
import type { Checking, EditionReading } from '../validate/check.ts';
import { checkEdition, listSources, readEdition, type SourceList } from '../validate/read-edition.ts';
import { type Cache, openCache } from '../work/cache.ts';
import { hashOf, sha256 } from '../work/hash.ts';
import { editionOf } from './edition.ts';
import { findImages, type Images } from './images.ts';
import { manifestOf, toJson } from './manifest.ts';
import { type Draft, draftOutput, recoverOutput } from './output-folder.ts';
import { prepare, type Prepared, type Progress } from './prepare.ts';
import { type BuildMemory, type BuildSummary, type FileMemory, isUntouched } from './record.ts';
import { registerFile } from './plan.ts';
import { type UnitWriter, unitWriter } from './write-units.ts';

/** The build: sources in, the edition in every format out, whole or not at all. */

export interface BuildOptions {
  /** A TEI file, a folder of them, or a folder with `octavo.config.json`. */
  readonly path: string;
  /** Default: `dist` in the working folder. */
  readonly out?: string;
  /** Default: what the settings say, else all. */
  readonly formats?: readonly string[];
  readonly textDialect?: 'octavo' | 'web';
  /** Build what can be built in spite of errors. */
  readonly keepGoing?: boolean;
  readonly check?: (settings: Settings, place: Place) => Promise<Checking>;
  readonly progress?: Progress;
}

export interface BuildResult {
  readonly findings: readonly Finding[];
  /** Absent where nothing was built. */
  readonly summary?: BuildSummary;
  /** Nothing had changed, nothing was written. */
  readonly unchanged: boolean;
  readonly out: string;
}

const isError = (finding: Finding): boolean => finding.severity === 'error';

/** Hash of the program itself: results of another version are never taken for ours. */
export function programHash(): string {
  const id = packageFile('lib', 'build-id');
  return hashOf(version(), existsSync(id) ? readFileSync(id, 'utf8') : phase1Hash());
}

interface Job {
  readonly place: Place;
  readonly out: string;
  readonly settings: Settings;
  readonly options: BuildOptions;
  readonly formatOptions: FormatOptions;
  readonly sources: SourceList;
  readonly checking: Checking | undefined;
  readonly cache: Cache;
  readonly memory: BuildMemory | undefined;
  readonly stamp: string;
  readonly key: string;
}

async function startJob(options: BuildOptions): Promise<Job | BuildResult> {
  const place = findPlace(options.path);
  const out = resolve(options.out ?? 'dist');
  const { settings, findings } = loadSettings(place.folder);
  if (findings.some(isError)) return { findings, unchanged: false, out };
  const built = options.formats ?? settings.formats;
  const formatOptions: FormatOptions = {
    textDialect: options.textDialect ?? 'octavo',
    citation: settings.citation,
    version: settings.version,
    date: settings.date,
    generator: { name: 'octavo', version: version() },
    built,
    templates: readTemplates(join(place.folder, 'templates')),
  };
  const sources = listSources(place, settings, out);
  const checking = await options.check?.(settings, place);
  const cache = openCache(place.folder, place.file ?? '', out);
  const stamp = programHash();
  const key = hashOf(
    stamp,
    JSON.stringify([settings, formatOptions, options.keepGoing ?? false, checking?.hash ?? '']),
    ...sources.files.flatMap(({ path, bytes }) => [path, bytes]),
  );
  const memory = cache.readIndex() as BuildMemory | undefined;
  return { place, out, settings, options, formatOptions, sources, checking, cache, memory, stamp, key };
}

/** Whether the edition that is there is the one that would be built. */
function isCurrent({ memory, key, out, place }: Job): boolean {
  if (memory?.key !== key) return false;
  if (!Object.entries(memory.files).every(([path, file]) => isUntouched(out, path, file))) return false;
  const images = findImages(place.folder);
  return memory.images.every(({ path, sources, hash }) => images.hashOf(sources, { source: { path } }) === hash);
}

const noText = (place: Place): Finding => ({
  code: 'no-text',
  severity: 'error',
  message: `There is no text to build in ${place.file ?? 'this folder'}: no XML file with a TEI “text” element was found.`,
  fix: 'Name a TEI file or a folder of TEI files; `octavo init` makes an example.',
});

/** Builds an edition. Throws `MissingPath` and `OutputFault`; everything about the edition itself is a finding. */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const job = await startJob(options);
  if (!('cache' in job)) return job;
  const { out, memory } = job;
  recoverOutput(out);
  if (isCurrent(job)) return { findings: memory!.findings, summary: memory!.summary, unchanged: true, out };

  const { sources, settings, checking } = job;
  const reading = checking ? await checkEdition(sources, settings, checking) : readEdition(sources, settings);
  const findings = [...reading.findings];
  if (findings.some(isError) && options.keepGoing !== true) return { findings, unchanged: false, out };
  if (reading.files.every((file) => file.units.length === 0)) {
    return { findings: findings.some(isError) ? findings : [...findings, noText(job.place)], unchanged: false, out };
  }
  return writeEdition(job, reading, findings);
}

async function writeEdition(job: Job, reading: EditionReading, findings: Finding[]): Promise<BuildResult> {
  const { cache, memory, stamp, out, settings, formatOptions, options } = job;
  const progress = options.progress ?? (() => undefined);
  // The draft comes first: a folder that cannot be written is said before the work is done.
  const draft = draftOutput(out);
  try {
    const images = findImages(job.place.folder);
    const formats = await makeFormats({ ...formatOptions, findAsset: images.find });
    const prepared = prepare({ files: reading.files, cache, memory, stamp, progress });
    const edition = editionOf(prepared, settings);
    const writer = unitWriter({
      prepared,
      edition,
      formats,
      images,
      cache,
      draft,
      memory,
      out,
      stamp: hashOf(stamp, JSON.stringify([formatOptions, settings])),
    });
    for (const unit of prepared.units) writer.write(unit);
    for (const [path, { bytes }] of images.found) writer.put(draft, path, bytes);
    const outputs = writeWhole(edition, formats, formatOptions, reading, writer, draft);
    writeLists(edition, formats, formatOptions, outputs, writer, draft);
    const summary = summarize(prepared, formats, writer);
    findings.push(...unknownFindings(prepared));
    draft.finish();
    remember(job, prepared, writer, images, findings, summary);
    return { findings, summary, unchanged: false, out };
  } finally {
    draft.discard();
  }
}

/** Files of the whole edition; gives their names for the manifest. */
function writeWhole(
  edition: Edition,
  formats: readonly Format[],
  options: FormatOptions,
  reading: EditionReading,
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
  // Registers that stand in files of their own: the TEI of the documents points to them.
  if (formats.some((format) => format.name === 'tei')) {
    for (const file of reading.files)
      if (file.units.length === 0) writer.put(draft, `tei/${registerFile(file)}`, file.source.text);
  }
  return names;
}

function writeLists(
  edition: Edition,
  formats: readonly Format[],
  options: FormatOptions,
  outputs: Record<string, string>,
  writer: UnitWriter,
  draft: Draft,
): void {
  const manifest = manifestOf(edition, formats, outputs, options.generator, options.textDialect);
  writer.put(draft, 'manifest.json', toJson(manifest));
  const sums = [...writer.sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, sum]) => `${sum}  ${path}\n`);
  draft.write('SHA256SUMS', sums.join(''));
}

function summarize(prepared: Prepared, formats: readonly Format[], writer: UnitWriter): BuildSummary {
  const facts = prepared.units.map((unit) => unit.info.facts);
  const sum = (count: (i: number) => number): number => facts.reduce((total, _, i) => total + count(i), 0);
  return {
    documents: facts.filter((fact) => fact.kind === 'document').length,
    sections: facts.filter((fact) => fact.kind === 'section').length,
    words: sum((i) => facts[i]!.words),
    pages: sum((i) => prepared.units[i]!.memory.counts.pages),
    notes: sum((i) => facts[i]!.notes),
    formats: formats.map((format) => format.name),
    files: writer.sums.size + 1,
  };
}

/** Elements that phase 1 did not know, each once with a count. */
function unknownFindings(prepared: Prepared): Finding[] {
  const counts = new Map<string, number>();
  for (const { memory } of prepared.units)
    for (const [name, n] of Object.entries(memory.unknown)) counts.set(name, (counts.get(name) ?? 0) + n);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, n]) => ({
      code: 'unknown-element',
      severity: 'note',
      message: `<${name}> is not known to the reading edition (${n} ${n === 1 ? 'time' : 'times'}); its words are kept as they stand.`,
      why: 'No rule says how it should be shown.',
      fix: 'Tell how to show it: docs/how-to/add-an-element.md.',
    }));
}

function remember(
  job: Job,
  prepared: Prepared,
  writer: UnitWriter,
  images: Images,
  findings: readonly Finding[],
  summary: BuildSummary,
): void {
  const files: Record<string, FileMemory> = {};
  for (const [path, sum] of [...writer.sums, ['SHA256SUMS', sha256('')] as const]) {
    const { size, mtimeMs } = statSync(join(job.out, path));
    files[path] = { sha256: sum, size, changed: mtimeMs };
  }
  const units = Object.fromEntries(prepared.units.map(({ key, named }) => [key, writer.memory.get(named.id)!]));
  const shown = prepared.units.filter((unit) => unit.memory.images.length > 0);
  const imageMemory = shown.map(({ info, memory: { images: sources } }) => ({
    path: info.source.path,
    sources,
    hash: images.hashOf(sources, info),
  }));
  const memory: BuildMemory = {
    key: job.key,
    headers: prepared.headers,
    units,
    files,
    images: imageMemory,
    findings,
    summary,
  };
  job.cache.finish(memory, new Set(Object.keys(units)));
}
