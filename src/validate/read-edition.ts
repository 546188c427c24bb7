import { resolve } from 'node:path';
import { globMatcher } from '../config/glob.ts';
import type { Settings } from '../config/settings.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { type FileReading, readTeiFile } from '../model/read-tei/read-file.ts';
import type { Recorded } from '../model/read-tei/tape.ts';
import { documentSelector } from '../model/read-tei/selector.ts';
import { decode } from '../source/decode.ts';
import { listXml, type Place, readSource, sizeOf, type SourceFile } from '../source/files.ts';
import { UnreadableFile } from '../source/regular-file.ts';
import { defaultLimits } from '../source/scan/events.ts';
import type { XmlLimits } from '../source/xml.ts';
import type { Checking, EditionReading, FileChecker } from './check.ts';
import { isTei, notTei, passedOver } from './not-tei.ts';
import { settingFinding } from './setting-finding.ts';

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
  if (place.file !== undefined)
    return { ...readAll(place.folder, [place.file], settings), named: true, folder: place.folder };
  const skip = [resolve(place.folder, 'dist'), ...(output === undefined ? [] : [resolve(output)])];
  const { paths, findings } = listXml(place.folder, skip);
  const excluded = settings.exclude.map(globMatcher);
  const files = paths.filter((path) => !excluded.some((pattern) => pattern(path)));
  const read = readAll(place.folder, files, settings);
  return { files: read.files, findings: [...findings, ...read.findings], named: false, folder: place.folder };
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
  const selector = documentSelector(settings.documents);
  if (!selector) return { files: [], broken: new Set(), looked, findings: [badSelector(sources.folder, settings)] };
  const findings: Finding[] = [...sources.findings];
  const broken = new Set<FileReading>();
  const files: FileReading[] = [];
  for (const { path, bytes } of sources.files) {
    const decoded = decode(path, bytes);
    const checker: FileChecker | undefined = checking?.file(decoded.source);
    const reading = readTeiFile(decoded.source, selector, checker?.handlers, readingLimits(settings), recorded);
    const wrongBytes = decoded.findings.length > 0;
    const stopped = reading.findings.some((finding) => readingStops.has(finding.code));
    if (!isTei(reading) && !wrongBytes && checking?.anyRoot !== true) {
      findings.push(sources.named || looked === 1 ? notTei(reading) : passedOver(reading));
      continue;
    }
    files.push(reading);
    const cut = reading.findings.find(({ code }) => code === 'unclosed-element')?.span?.start.offset;
    if (wrongBytes || stopped || cut !== undefined) broken.add(reading);
    // What follows from a file that stops in its middle is not a finding of its own.
    findings.push(...(wrongBytes ? decoded.findings : (checker?.faults?.(reading) ?? reading.findings)));
    if (wrongBytes || stopped) continue;
    const found = checker?.finish(reading) ?? [];
    findings.push(...(cut === undefined ? found : found.filter(({ span }) => !span || span.start.offset < cut)));
  }
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
