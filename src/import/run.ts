/**
 * `octavo import`: files in, TEI files and decisions out. This is the only file of the room that touches the disk. Each file is imported by
 * itself: one that cannot be read is a finding, and the others are imported all the same.
 */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import { diskTrouble } from '../source/disk-trouble.ts';
import { MissingPath } from '../source/files.ts';
import { makeFolder } from '../source/make-folder.ts';
import { readRegularFile, UnreadableFile } from '../source/regular-file.ts';
import { type SourceText, sourceText } from '../source/text.ts';
import { type DecisionsFile, answersFor, readDecisions, writeDecisions } from './answers.ts';
import { decodeText } from './decode-text.ts';
import { importText } from './import-text.ts';
import { readerFor, readers } from './kinds.ts';
import { besides, empty, inputs, isFolder, pageNames } from './inputs.ts';
import type { Recipe } from './layout/recipe.ts';
import { isPlainText, recipesOf } from './recipe-of-folder.ts';
import { protectedOutput, refusedOutput } from './protect-output.ts';
import { type Metadata, metadataFor, readMetadata } from './metadata.ts';
import { type OpenedSource, openSource } from './open-source.ts';
import { openPages } from './pages/source.ts';
import type { AttachedFile } from './reader.ts';
import { limitFinding } from './limits.ts';

export interface ImportOptions {
  /** Files, or folders of text files. */
  readonly files: readonly string[];
  /** `--from`: the kind of source; guessed for each file when left out. */
  readonly from?: string;
  /** `--to`: where the TEI goes; next to each source when left out. */
  readonly to?: string;
  /** `--metadata`: CSV or JSON. */
  readonly metadata?: string;
  /** `--answers`: a decisions file, or a folder of them. */
  readonly answers?: string;
  /** `--force`: overwrite outputs that were edited. */
  readonly force?: boolean;
  /** Called before each file, for a progress line. */
  readonly onProgress?: (done: number, total: number, file: string) => void;
}

export interface ImportedFile {
  readonly file: string;
  readonly output: string;
  readonly decisions: string;
  /** Decisions nobody has answered yet. */
  readonly open: number;
}

export interface ImportReport {
  /** The recipes that were used. */
  readonly recipes: readonly string[];
  readonly imported: readonly ImportedFile[];
  /** Files of which nothing was written; a finding says why. */
  readonly refused: readonly string[];
  /** In the order of the files, and in each in the order of its text. */
  readonly findings: readonly Finding[];
  /** The texts the findings point into. */
  readonly sources: readonly SourceText[];
}

/** `--from` names a kind that does not exist: wrong use. */
export class UnknownKind extends Error {}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const slashes = (path: string): string => path.split(sep).join('/');
const nameOf = (path: string): string =>
  isFolder(path) ? basename(resolve(path)) : basename(path).replace(/\.[^.]+$/, '');
function readAnswers(path: string | undefined): { files: DecisionsFile[]; findings: Finding[] } {
  if (path === undefined) return { files: [], findings: [] };
  const paths = inputsOfAnswers(path);
  const read = paths.map((p) => readDecisions(sourceText(p, readRegularFile(p).toString('utf8'))));
  return { files: read.flatMap((r) => r.files), findings: read.flatMap((r) => r.findings) };
}

function inputsOfAnswers(path: string): string[] {
  if (!existsSync(path)) throw new MissingPath(path);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((f) => f.endsWith('.decisions.json'))
    .sort()
    .map((f) => join(path, f));
}

function readMetadataFile(path: string | undefined): { records: readonly Metadata[]; findings: readonly Finding[] } {
  if (path === undefined) return { records: [], findings: [] };
  if (!existsSync(path)) throw new MissingPath(path);
  const decoded = decodeText(path, readRegularFile(path));
  return decoded.source ? readMetadata(decoded.source) : { records: [], findings: decoded.findings };
}

/** All or nothing for one file: a crash leaves the old one. A link that somebody left there is replaced, not followed. */
function write(path: string, text: string): void {
  rmSync(`${path}.part`, { force: true });
  writeFileSync(`${path}.part`, text, { flag: 'wx' });
  renameSync(`${path}.part`, path);
}

const openFolder = (folder: string): OpenedSource =>
  openPages(
    folder,
    pageNames(folder).map((name) => ({ name, bytes: readRegularFile(join(folder, name)) })),
  );

/** Pictures next to the TEI. One that is there already and differs is a person's, or of another import, and stays. */
function writeFiles(folder: string, files: readonly AttachedFile[], force: boolean): void {
  for (const { path, bytes } of files) {
    const to = join(folder, path);
    const isThere = lstatSync(to, { throwIfNoEntry: false }) !== undefined;
    if (isThere && !force) continue;
    makeFolder(dirname(to));
    if (isThere) rmSync(to);
    writeFileSync(to, bytes, { flag: 'wx' });
  }
}

interface Shared {
  readonly options: ImportOptions;
  readonly records: readonly Metadata[];
  readonly answers: readonly DecisionsFile[];
  /** By the folder they are in. */
  readonly recipes: ReadonlyMap<string, Recipe>;
  /** Outputs written in this run, to find two sources of one name. */
  readonly taken: Map<string, string>;
}

interface Outcome {
  readonly findings: readonly Finding[];
  readonly source?: SourceText;
  readonly imported?: ImportedFile;
}

function importOne(path: string, { options, records, answers, recipes, taken }: Shared): Outcome {
  const opened = isFolder(path) ? openFolder(path) : openSource(path, readRegularFile(path));
  const { findings } = opened;
  if (!opened.source) return { findings };
  const recipe = recipes.get(dirname(path));
  const source = recipe && isPlainText(path) ? { ...opened.source, recipe } : opened.source;
  const own = answersFor(basename(path), answers);
  const from = options.from ?? (source === opened.source ? undefined : 'text');
  const result = importText(source, { ...(from ? { from } : {}), metadata: metadataFor(path, records), answers: own });
  const all = [...findings, ...result.findings];
  if (result.tei === undefined) return { source, findings: all };
  const folder = options.to ?? dirname(path);
  const output = join(folder, `${nameOf(path)}.xml`);
  const decisions = join(folder, `${nameOf(path)}.decisions.json`);
  const twin = taken.get(resolve(output));
  const answered = own.some((a) => a.answer !== '');
  const made = { path: slashes(relative(resolve(folder), resolve(path))), sha256: sha256(source.text) };
  const reason =
    twin !== undefined
      ? ({ code: 'import-would-overwrite', message: `${path} and ${twin} would both become ${output}.` } as const)
      : options.force === true
        ? undefined
        : protectedOutput(output, decisions, made, answered);
  if (reason) return { source, findings: [...all, refusedOutput(source, reason)] };
  taken.set(resolve(output), path);
  makeFolder(folder);
  write(
    decisions,
    writeDecisions({ file: basename(path), source: made, output: sha256(result.tei), decisions: result.decisions }),
  );
  write(output, result.tei);
  writeFiles(folder, result.files ?? [], options.force ?? false);
  const open = result.decisions.filter((d) => d.answer === '').length;
  return { source, findings: all, imported: { file: path, output, decisions, open } };
}

const unreadable = (path: string, trouble: string): Finding => ({
  code: 'import-unreadable',
  severity: 'error',
  message: `${path} cannot be read or its TEI cannot be written: ${trouble}.`,
  span: sourceText(path, '').span(0, 0),
  why: 'None of it would reach the edition.',
  fix: 'Give the file itself, in a folder that can be read and written.',
});

const failed = (path: string, error: unknown): Finding => ({
  code: 'import-failed',
  severity: 'error',
  message: `${path} could not be imported: ${(error as Error).message}`,
  span: sourceText(path, '').span(0, 0),
  why: 'This is a fault of Octavo, not of your text.',
  fix: 'Nothing was written for this file. Please report it with the file.',
});

/** What goes wrong with one file is a finding there, so that the others are imported. */
function importSafely(path: string, shared: Shared): Outcome {
  try {
    return importOne(path, shared);
  } catch (error) {
    const trouble = error instanceof UnreadableFile ? error.trouble : diskTrouble(error);
    const limit = limitFinding(error, sourceText(path, ''));
    if (limit) return { findings: [limit] };
    return { findings: [trouble === undefined ? failed(path, error) : unreadable(path, trouble)] };
  }
}

/** Imports files. Fails with `MissingPath` or `UnknownKind` for wrong use, before anything is written. */
export async function runImport(options: ImportOptions): Promise<ImportReport> {
  return await new Promise((done) => done(importAll(options)));
}

function importAll(options: ImportOptions): ImportReport {
  if (options.from !== undefined && !readerFor(options.from)) {
    throw new UnknownKind(`There is no kind “${options.from}”. Kinds: ${readers.map((r) => r.kind).join(', ')}.`);
  }
  const paths = inputs(options.files, options.from);
  const answers = readAnswers(options.answers);
  const { records, findings } = readMetadataFile(options.metadata);
  const found = recipesOf(paths);
  const shared: Shared = { options, records, answers: answers.files, recipes: found.recipes, taken: new Map() };
  const outcomes = paths.map((path, i) => {
    options.onProgress?.(i, paths.length, path);
    return { path, ...importSafely(path, shared) };
  });
  return {
    recipes: found.files,
    imported: outcomes.flatMap((o) => (o.imported ? [o.imported] : [])),
    refused: outcomes.filter((o) => !o.imported).map((o) => o.path),
    findings: [
      ...findings,
      ...found.findings,
      ...empty(options.files, options.from),
      ...besides(options.files),
      ...answers.findings,
      ...outcomes.flatMap((o) => o.findings),
    ],
    sources: outcomes.flatMap((o) => (o.source ? [o.source] : [])),
  };
}
