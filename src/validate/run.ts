import { isAbsolute, join, relative, sep } from 'node:path';
import { loadSettings, type Settings } from '../config/settings.ts';
import type { Finding, Span } from '../diagnostics/finding.ts';
import { findPlace, type Place } from '../source/files.ts';
import type { Checking, EditionReading } from './check.ts';
import { type CheckRun, togetherOf } from './check-run.ts';
import { fixEdition, type FixedEdition } from './fix-rounds.ts';
import { prepareChecking } from './checking.ts';
import { noText } from './no-text.ts';
import { checkEdition, listSources, type SourceList } from './read-edition.ts';
import { fetchSchemas } from './schemas/fetch-schemas.ts';
import { isRemote } from './schemas/fetched.ts';
import { namedSchemas } from './schemas/named-schemas.ts';
import type { SchemaWishes } from './schemas/choose-schemas.ts';

/** The validation of editions, whole. */

export interface ValidateOptions extends Omit<Partial<SchemaWishes>, 'failures'> {
  /** TEI files, folders of them, or folders with `octavo.config.json`. */
  readonly paths: readonly string[];
  /** Schemas of the web that are not available are fetched. */
  readonly allowNetwork?: boolean;
  /** Fix what is certain, in the files. */
  readonly fix?: boolean;
  /** Called with each file that is read. */
  readonly progress?: (done: number, total: number) => void;
}

export interface ValidateResult {
  /** File names as the user would type them: relative to the working folder, or absolute. */
  readonly findings: readonly Finding[];
  /** Files that were looked at. */
  readonly files: number;
  /** Changes that were written into the files. */
  readonly fixed: number;
  /** What the files were checked by. */
  readonly checks: readonly CheckRun[];
}

/** The path of an edition's folder as it was typed, or as it would be typed. */
function shownFolder(path: string, { file }: Place): string {
  const folder = file === undefined ? path : path.slice(0, Math.max(0, path.length - file.length));
  return join(folder, '.');
}

/**
 * Reports files as the user knows them: those of the edition by the way to its folder, others (schemas) by the way from
 * here.
 */
function showFiles(findings: readonly Finding[], folder: string): Finding[] {
  const name = (file: string): string => {
    if (!isAbsolute(file)) return join(folder, file).split(sep).join('/');
    const way = relative(process.cwd(), file);
    return way.startsWith('..') ? file : way;
  };
  const move = (span: Span): Span => ({ ...span, file: name(span.file) });
  return findings.map((finding) => ({
    ...finding,
    ...(finding.span && { span: move(finding.span) }),
    ...(finding.edit && { edit: { ...finding.edit, span: move(finding.edit.span) } }),
    ...(finding.suggestion && { suggestion: { ...finding.suggestion, span: move(finding.suggestion.span) } }),
    ...(finding.suggestions && {
      suggestions: finding.suggestions.map(({ title, edits }) => ({
        title,
        edits: edits.map((one) => ({ ...one, span: move(one.span) })),
      })),
    }),
    ...(finding.related && { related: finding.related.map((one) => ({ ...one, span: move(one.span) })) }),
  }));
}

/** Fetches what was asked for, or what the files name, as far as it is on the web. */
function fetchAll(wishes: SchemaWishes, { files }: SourceList): Promise<Map<string, string>> {
  const asked = [...wishes.schemas, ...(wishes.schematrons ?? [])].map((address) => ({ address }));
  const own = wishes.schemas.length > 0 || wishes.level !== undefined;
  const named = (own ? [] : files).flatMap(({ bytes }) =>
    namedSchemas({ text: Buffer.from(bytes.subarray(0, 20_000)).toString('latin1') }),
  );
  const all = [...asked, ...named.map(({ href, kind }) => ({ address: href, kind }))];
  return fetchSchemas(all.filter(({ address }) => isRemote(address) && URL.canParse(address)));
}

/** Checks, and where it was asked for fixes the files and checks again, until there is nothing more to fix. */
async function checkAndFix(
  place: Place,
  settings: Settings,
  { fix, progress, allowNetwork, ...asked }: Omit<ValidateOptions, 'paths'>,
): Promise<FixedEdition> {
  const sources = listSources(place, settings);
  const given: SchemaWishes = { ...asked, schemas: asked.schemas ?? [] };
  const failures = allowNetwork === true ? await fetchAll(given, sources) : undefined;
  const wishes: SchemaWishes = failures ? { ...given, failures } : given;
  const check = async (files: SourceList['files']): Promise<EditionReading> => {
    const checking = prepareChecking(settings, place, wishes);
    let done = 0;
    const file: Checking['file'] = (source) => {
      progress?.(++done, files.filter(({ part }) => part !== true).length);
      return checking.file(source);
    };
    return checkEdition({ ...sources, files }, settings, { ...checking, file });
  };
  if (fix === true) return fixEdition(place.folder, sources.files, check);
  return { reading: await check(sources.files), findings: [], count: 0 };
}

async function validateOne(path: string, options: Omit<ValidateOptions, 'paths'>): Promise<ValidateResult> {
  const place = findPlace(path);
  const loaded = loadSettings(place.folder);
  const folder = shownFolder(path, place);
  if (loaded.findings.some(({ severity }) => severity === 'error'))
    return { findings: showFiles(loaded.findings, folder), files: 0, fixed: 0, checks: [] };
  const { reading, findings, count } = await checkAndFix(place, loaded.settings, options);
  const found = [...findings, ...reading.findings];
  if (reading.files.length === 0 && !found.some(({ severity }) => severity === 'error'))
    found.push(noText(place, 'check'));
  return {
    findings: showFiles(found, folder),
    files: reading.looked,
    fixed: count,
    checks: reading.checks ?? [],
  };
}

/** Validates files, folders and editions. Throws `MissingPath` where a path leads nowhere. */
export async function validate({ paths, ...options }: ValidateOptions): Promise<ValidateResult> {
  const results: ValidateResult[] = [];
  for (const path of paths) results.push(await validateOne(path, options));
  const sum = (count: (one: ValidateResult) => number): number => results.reduce((all, one) => all + count(one), 0);
  return {
    findings: results.flatMap(({ findings }) => findings),
    files: sum(({ files }) => files),
    fixed: sum(({ fixed }) => fixed),
    checks: togetherOf(results.flatMap(({ checks }) => checks)),
  };
}
