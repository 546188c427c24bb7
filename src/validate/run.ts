import { isAbsolute, join, relative, sep } from 'node:path';
import { loadSettings } from '../config/settings.ts';
import type { Finding, Span } from '../diagnostics/finding.ts';
import { findPlace, type Place } from '../source/files.ts';
import { prepareChecking } from './checking.ts';
import { checkEdition, listSources } from './read-edition.ts';
import type { SchemaWishes } from './schemas/choose-schemas.ts';

/** The validation of editions, whole. */

export interface ValidateOptions extends SchemaWishes {
  /** TEI files, folders of them, or folders with `octavo.config.json`. */
  readonly paths: readonly string[];
}

export interface ValidateResult {
  /** File names as the user would type them: relative to the working folder, or absolute. */
  readonly findings: readonly Finding[];
  /** Files that were looked at. */
  readonly files: number;
}

/** The path of an edition's folder as it was typed, or as it would be typed. */
function shownFolder(path: string, { file }: Place): string {
  const folder = file === undefined ? path : path.slice(0, Math.max(0, path.length - file.length));
  return join(folder, '.');
}

/** Tells files as the user knows them: those of the edition by the way to its folder, others (schemas) by the way from here. */
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
    ...(finding.related && { related: finding.related.map((one) => ({ ...one, span: move(one.span) })) }),
  }));
}

async function validateOne(path: string, wishes: SchemaWishes): Promise<ValidateResult> {
  const place = findPlace(path);
  const { settings, findings } = loadSettings(place.folder);
  const folder = shownFolder(path, place);
  if (findings.some(({ severity }) => severity === 'error')) return { findings: showFiles(findings, folder), files: 0 };
  const sources = listSources(place, settings);
  const reading = await checkEdition(sources, settings, prepareChecking(settings, place, wishes));
  return { findings: showFiles(reading.findings, folder), files: reading.looked };
}

/** Validates files, folders and editions. Throws `MissingPath` where a path leads nowhere. */
export async function validate({ paths, ...wishes }: ValidateOptions): Promise<ValidateResult> {
  const results: ValidateResult[] = [];
  for (const path of paths) results.push(await validateOne(path, wishes));
  return {
    findings: results.flatMap(({ findings }) => findings),
    files: results.reduce((sum, { files }) => sum + files, 0),
  };
}
