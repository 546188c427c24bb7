import { join, resolve } from 'node:path';
import { loadSettings, type Settings } from '../config/settings.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { FormatOptions } from '../formats/index.ts';
import { printFiles } from '../formats/print-files.ts';
import { ownTemplates } from '../formats/templates.ts';
import { findPlace, type Place } from '../source/files.ts';
import { version } from '../source/version.ts';
import type { Checking } from '../validate/check.ts';
import { prepareChecking } from '../validate/checking.ts';
import { listSources, type SourceList } from '../validate/read-edition.ts';
import { type Cache, dropCache, openCache } from '../work/cache.ts';
import { hashOf } from '../work/hash.ts';
import { spareMemory } from '../work/heap.ts';
import { programHash } from '../edition/program.ts';
import { type OwnSheets, readSheets } from '../config/own-sheets.ts';
import { allSheetsHash } from '../edition/overlay/sums.ts';
import { foundDamaged } from '../edition/last-proof.ts';
import { findImages } from '../edition/images.ts';
import type { Progress } from '../edition/prepare.ts';
import { type BuildMemory, isUntouched, rememberedBuild } from '../edition/record.ts';

/** What is to be built, of what, into which folder; and whether it is there already. */

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
  /** Documents of the edition that is there may vanish or move to another address. */
  readonly allowRemovals?: boolean;
  /** Validate the sources first, as `octavo validate` does; their errors stop the build. Default: true. */
  readonly check?: boolean;
  readonly progress?: Progress;
}

export interface Job {
  readonly place: Place;
  readonly out: string;
  readonly settings: Settings;
  readonly options: BuildOptions;
  readonly formatOptions: FormatOptions;
  readonly sources: SourceList;
  readonly checking: Checking | undefined;
  readonly cache: Cache;
  readonly memory: BuildMemory | undefined;
  /** Stylesheets of the edition. */
  readonly sheets: OwnSheets;
  /** What is to be said of the templates and stylesheets. */
  readonly findings: readonly Finding[];
  readonly stamp: string;
  readonly key: string;
}

const formatOptionsOf = (
  options: BuildOptions,
  settings: Settings,
  templates: FormatOptions['templates'],
  printed: FormatOptions['printed'],
): FormatOptions => ({
  textDialect: options.textDialect ?? 'octavo',
  citation: settings.citation,
  version: settings.version,
  date: settings.date,
  generator: { name: 'octavo', version: version() },
  built: options.formats ?? settings.formats,
  templates,
  print: settings.print,
  printed,
});

interface OwnFiles {
  readonly templates: FormatOptions['templates'];
  readonly sheets: ReturnType<typeof readSheets>;
  readonly printed: FormatOptions['printed'];
  readonly findings: readonly Finding[];
}

/** Templates, stylesheets and designs that the edition brings; what is wrong with one of them where it cannot be used. */
async function ownFiles(
  folder: string,
  { print }: Settings,
  formats: readonly string[],
): Promise<OwnFiles | { readonly faults: readonly Finding[] }> {
  const templates = await ownTemplates(join(folder, 'templates'));
  const sheets = readSheets(folder);
  const printed = printFiles(join(folder, 'templates', 'print'), print?.design, formats);
  const isError = ({ severity }: Finding): boolean => severity === 'error';
  for (const { findings } of [templates, sheets]) if (findings.some(isError)) return { faults: findings };
  if (printed.findings.length > 0) return { faults: printed.findings };
  const findings = [...templates.findings, ...sheets.findings];
  return { templates: templates.templates, sheets, printed: printed.files, findings };
}

/**
 * Finds out what is to be built. Throws `MissingPath`. With findings instead of a job the settings are wrong. `scratch` stands in for the
 * edition's cache.
 */
export async function startJob(
  options: BuildOptions,
  scratch?: Cache,
): Promise<Job | { readonly findings: readonly Finding[]; readonly out: string }> {
  const place = findPlace(options.path);
  const out = resolve(options.out ?? 'dist');
  const { settings, findings } = loadSettings(place.folder);
  if (findings.some(({ severity }) => severity === 'error')) return { findings, out };
  const own = await ownFiles(place.folder, settings, options.formats ?? settings.formats);
  if ('faults' in own) return { findings: own.faults, out };
  const { sheets } = own;
  const formatOptions = formatOptionsOf(options, settings, own.templates, own.printed);
  const sources = listSources(place, settings, out);
  spareMemory(sources.files);
  const checking = options.check === false ? undefined : prepareChecking(settings, place, { schemas: [] });
  const where = [place.folder, place.file ?? '', out] as const;
  if (!scratch && foundDamaged(out)) dropCache(...where);
  const cache = scratch ?? openCache(...where);
  const stamp = programHash();
  const key = hashOf(
    stamp,
    JSON.stringify([
      settings,
      formatOptions,
      options.keepGoing ?? false,
      checking?.hash(sources.files) ?? '',
      allSheetsHash(sheets),
    ]),
    ...sources.files.flatMap(({ path, bytes }) => [path, bytes]),
  );
  const memory = rememberedBuild(cache, stamp);
  return {
    place, out, settings, options, formatOptions, sources, checking, cache, memory, stamp, key, sheets, findings: own.findings,
  }; // prettier-ignore
}

/** Whether the edition that is there is the one that would be built. */
export function isCurrent({ memory, key, out, place }: Job): boolean {
  if (memory?.key !== key) return false;
  if (!Object.entries(memory.files).every(([path, file]) => isUntouched(out, path, file))) return false;
  const images = findImages(place.folder);
  return memory.images.every(({ path, sources, hash }) => images.hashOf(sources, { source: { path } }) === hash);
}
