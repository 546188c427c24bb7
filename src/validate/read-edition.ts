import { resolve } from 'node:path';
import { globMatcher } from '../config/glob.ts';
import { baseFor } from '../config/base.ts';
import { pagesFor, pathsOf } from '../config/pages.ts';
import type { Settings } from '../config/settings.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { type FileReading, readTeiFile } from '../model/read-tei/read-file.ts';
import type { Recorded } from '../model/read-tei/tape.ts';
import { documentSelector, elementOfPages } from '../model/read-tei/selector.ts';
import type { DocumentSelector } from '../model/read-tei/structure.ts';
import { decode, type Decoded } from '../source/decode.ts';
import { listXml, type Place, readSource, sizeOf, type SourceFile } from '../source/files.ts';
import { UnreadableFile } from '../source/regular-file.ts';
import { placed } from '../source/resolve/placed.ts';
import { mayInclude, type Resolved, Resolver } from '../source/resolve/resolve.ts';
import { defaultLimits } from '../source/scan/events.ts';
import type { XmlLimits } from '../source/xml.ts';
import type { Checking, EditionReading, FileChecker } from './check.ts';
import { isTei, notTei, passedOver } from './not-tei.ts';
import { settingFinding } from './setting-finding.ts';
import { rowsNotFollowed, tableOf, unusedRows } from './edition-table.ts';

/** The sources of an edition, listed, read and checked in one pass each. */

export interface SourceList {
  readonly files: readonly SourceFile[];
  readonly findings: readonly Finding[];
  /** The place is one file that was named. */
  readonly named: boolean;
  readonly folder: string;
}

/** Lists and reads the XML files of a place; the output folder and what the settings exclude are left out. */
export function listSources(place: Place, settings: Settings, output?: string): SourceList {
  const { folder } = place;
  if (place.file !== undefined) {
    const { files, findings } = readAll(folder, [place.file], settings);
    return { files: withParts(folder, files, settings), findings, named: true, folder };
  }
  const skip = [resolve(place.folder, 'dist'), ...(output === undefined ? [] : [resolve(output)])];
  const { paths, findings } = listXml(place.folder, skip);
  const excluded = settings.exclude.map(globMatcher);
  const files = paths.filter((path) => !excluded.some((pattern) => pattern(path)));
  const read = readAll(place.folder, files, settings);
  const all = withParts(folder, read.files, settings);
  return { files: all, findings: [...findings, ...read.findings], named: false, folder };
}

/** The files, and those that they include and that are not among them: what is built depends on these too. */
function withParts(folder: string, files: readonly SourceFile[], settings: Settings): readonly SourceFile[] {
  const including = files.filter(({ bytes }) => mayInclude(bytes));
  if (including.length === 0) return files;
  const resolver = new Resolver({ folder, files, limits: readingLimits(settings) });
  for (const { path, bytes } of including) resolver.resolve(decode(path, bytes).source);
  return [...files, ...resolver.loaded];
}

/** Reads the files that are not too large: the others would fill the memory before anything could be said of them. */
function readAll(
  folder: string,
  paths: readonly string[],
  { limits }: Settings,
): Pick<SourceList, 'files' | 'findings'> {
  const limit = limits.fileLength ?? defaultLimits.fileLength;
  const files: SourceFile[] = [];
  const findings: Finding[] = [];
  for (const path of paths) {
    try {
      const size = sizeOf(folder, path);
      if (size > limit) findings.push(tooLarge(path, size, limit));
      else files.push(readSource(folder, path));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      findings.push(unreadable(path, error));
    }
  }
  return { files, findings };
}

/** A name that is not UTF-8 cannot be asked for: what the system gives us of it is not its name. */
function unreadable(file: string, { trouble }: UnreadableFile): Finding {
  const start = { line: 1, column: 1, offset: 0 };
  const badName = file.includes('\ufffd');
  return {
    code: 'unreadable-file',
    severity: 'error',
    message: badName ? 'The name of this file is not UTF-8.' : `The file cannot be read: ${trouble}.`,
    span: { file, start, end: start },
    why: 'Its text would be missing in the edition.',
    fix: badName
      ? 'Rename the file.'
      : 'Put the file itself there, readable, or name it under “exclude” in the settings.',
  };
}

function tooLarge(file: string, size: number, limit: number): Finding {
  const start = { line: 1, column: 1, offset: 0 };
  return {
    code: 'file-too-large',
    severity: 'error',
    message: `The file has ${size} bytes; ${limit} are allowed.`,
    span: { file, start, end: start },
    why: 'It is not read, so that no file can bring the program to a halt.',
    fix: 'Split it, or raise the limit fileLength in the settings.',
  };
}

const badSelector = (folder: string, settings: Settings): Finding =>
  settingFinding(folder, ['documents'], {
    code: 'wrong-setting',
    severity: 'error',
    message: `The setting “documents” is “${settings.documents}”, which does not name an element.`,
    fix: "Write an element name, with one attribute where wanted: div[@type='chapter'].",
  });

/** Limits of the reader: after one of these nothing more of a file was read. */
const readingStops: ReadonlySet<string> = new Set(
  'too-deep too-many-attributes name-too-long file-too-large too-many-mistakes'.split(' '),
);

/** The limits of the reader of XML, as far as they are set. */
function readingLimits({ limits }: Settings): Partial<XmlLimits> {
  const { schematronSeconds: _seconds, schematronMegabytes: _megabytes, ...reading } = limits;
  return reading;
}

/** What the settings say of pages and of an apparatus, as the reader wants it. */
const readerSettings = ({
  pages,
  base,
  witnessTexts,
}: Settings): Pick<DocumentSelector, 'pages' | 'pageElements' | 'base' | 'witnessTexts'> => ({
  ...(witnessTexts !== undefined && { witnessTexts }),
  pages: pagesFor(pages),
  base: baseFor(base),
  pageElements: new Set(pathsOf(pages).flatMap((path) => elementOfPages(path) ?? [])),
});

/** A file as it is read: with its includes and entities, or as it is where it has none. */
interface Readable extends Pick<Decoded, 'source'> {
  readonly wrongBytes: readonly Finding[];
  readonly resolved: Resolved | undefined;
}

/** Decodes and resolves all files; those that others include are part of these, and not among them. */
function resolveAll(
  { files, folder }: SourceList,
  settings: Settings,
): { readonly readable: readonly Readable[]; readonly findings: readonly Finding[] } {
  const resolver = new Resolver({ folder, files, limits: readingLimits(settings) });
  const own = files.filter(({ part }) => part !== true);
  const all = own.map(({ path, bytes }): Readable => {
    const { source, findings: wrongBytes } = decode(path, bytes);
    const resolved = wrongBytes.length > 0 ? undefined : resolver.resolve(source);
    return { source: resolved?.source ?? source, wrongBytes, resolved };
  });
  const parts = resolver.parts();
  if (parts.size === 0) return { readable: all, findings: [] };
  const readable = all.filter(({ source }) => !parts.has(source.file));
  return { readable, findings: resolver.leftOut(own.flatMap(({ path }) => (parts.has(path) ? [path] : []))) };
}

/** The findings of one file, and whether it was read to its end. */
function findingsOf(
  { source, wrongBytes, resolved }: Readable,
  reading: FileReading,
  checker: FileChecker | undefined,
): { readonly findings: readonly Finding[]; readonly broken: boolean } {
  if (wrongBytes.length > 0) return { findings: wrongBytes, broken: true };
  const stopped = reading.findings.some((finding) => readingStops.has(finding.code));
  const cut = reading.findings.find(({ code }) => code === 'unclosed-element')?.span?.start.offset;
  const faults = checker?.faults?.(reading) ?? reading.findings;
  const found = stopped ? [] : (checker?.finish(reading) ?? []);
  // What follows from a file that stops in its middle is not a finding of its own.
  const sure = cut === undefined ? found : found.filter(({ span }) => !span || span.start.offset < cut);
  return {
    findings: [...(resolved?.findings ?? []), ...placed([...faults, ...sure], [source])],
    broken: stopped || cut !== undefined || resolved?.incomplete === true,
  };
}

/**
 * Decodes and reads all files. `checking` looks at each file in the same pass; what it concludes of all files is left to `checkEdition`. `recorded`
 * is what the tapes hold, by default the words.
 */
export function readEdition(
  sources: SourceList,
  settings: Settings,
  checking?: Pick<Checking, 'file' | 'anyRoot'>,
  recorded?: Recorded,
): EditionReading {
  const looked = sources.files.length;
  const documents = documentSelector(settings.documents);
  if (!documents) return { files: [], broken: new Set(), looked, findings: [badSelector(sources.folder, settings)] };
  const { table, findings: wrongRows } = tableOf(settings, sources.folder);
  const selector = { ...documents, ...readerSettings(settings), ...(table && { table }) };
  const { readable, findings: leftOut } = resolveAll(sources, settings);
  const findings: Finding[] = [...wrongRows, ...sources.findings, ...leftOut];
  const broken = new Set<FileReading>();
  const files: FileReading[] = [];
  for (const one of readable) {
    const checker: FileChecker | undefined = checking?.file(one.source);
    const { handlers, asDecided } = checker ?? {};
    const reading = readTeiFile(one.source, selector, handlers, readingLimits(settings), recorded, asDecided);
    if (!isTei(reading) && one.wrongBytes.length === 0 && checking?.anyRoot !== true) {
      const said = sources.named || looked === 1 ? notTei(reading) : passedOver(reading);
      findings.push(...(one.resolved?.findings ?? []), ...placed([said], [one.source]));
      continue;
    }
    files.push(reading);
    const own = findingsOf(one, reading, checker);
    findings.push(...own.findings);
    if (own.broken) broken.add(reading);
  }
  // Of one file that was named no row can be blamed: it may be for another.
  if (!sources.named) findings.push(...unusedRows(files, table, sources.folder));
  findings.push(
    ...placed(
      rowsNotFollowed(files, table),
      readable.map(({ source }) => source),
    ),
  );
  return { files, broken, looked, findings };
}

/** Reads and checks all files; the findings are complete and in the order of the text. */
export async function checkEdition(
  sources: SourceList,
  settings: Settings,
  checking: Checking,
): Promise<EditionReading> {
  const reading = readEdition(sources, settings, checking);
  const findings = await checking.conclude(reading);
  return { ...reading, findings, checks: checking.ran() };
}
