import { resolve } from 'node:path';
import type { Settings } from '../config/settings.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { type FileReading, readTeiFile } from '../model/read-tei/read-file.ts';
import { documentSelector } from '../model/read-tei/selector.ts';
import type { DocumentSelector } from '../model/read-tei/structure.ts';
import { decode } from '../source/decode.ts';
import { listXml, type Place, readSource, type SourceFile } from '../source/files.ts';
import type { SourceText } from '../source/text.ts';
import type { XmlHandler } from '../source/xml.ts';

/** The sources of an edition, listed and read once. */

export interface SourceList {
  readonly files: readonly SourceFile[];
  readonly findings: readonly Finding[];
}

const matcher = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`);

/** Lists and reads the XML files of a place; the output folder and what the settings exclude are left out. */
export function listSources(place: Place, settings: Settings, output?: string): SourceList {
  if (place.file !== undefined) return { files: [readSource(place.folder, place.file)], findings: [] };
  const skip = [resolve(place.folder, 'dist'), ...(output === undefined ? [] : [resolve(output)])];
  const { paths, findings } = listXml(place.folder, skip);
  const excluded = settings.exclude.map(matcher);
  const files = paths.filter((path) => !excluded.some((pattern) => pattern.test(path)));
  return { files: files.map((path) => readSource(place.folder, path)), findings };
}

/** What is validated while a file is read: handlers for its one pass, and the findings they made. */
export interface FileChecker {
  readonly handlers: readonly XmlHandler[];
  finish(reading: FileReading): readonly Finding[];
}
export type CheckFile = (source: SourceText) => FileChecker;

export interface EditionReading {
  readonly files: readonly FileReading[];
  readonly findings: readonly Finding[];
}

const badSelector = (settings: Settings): Finding => ({
  code: 'wrong-setting',
  severity: 'error',
  message: `The setting “documents” is “${settings.documents}”, which names no element.`,
  fix: "Write an element name, with one attribute where wanted: div[@type='chapter'].",
});

/** Decodes and reads all files. `check` looks at each file in the same pass. */
export function readEdition(sources: SourceList, settings: Settings, check?: CheckFile): EditionReading {
  const selector: DocumentSelector | undefined = documentSelector(settings.documents);
  if (!selector) return { files: [], findings: [badSelector(settings)] };
  const findings: Finding[] = [...sources.findings];
  const files = sources.files.map(({ path, bytes }) => {
    const decoded = decode(path, bytes);
    const checker = check?.(decoded.source);
    const reading = readTeiFile(decoded.source, selector, checker?.handlers);
    const wrongBytes = decoded.findings.length > 0;
    findings.push(...decoded.findings);
    // What follows from a file that stops at a wrong byte is no finding of its own.
    if (!wrongBytes) findings.push(...reading.findings, ...(checker?.finish(reading) ?? []));
    return reading;
  });
  return { files, findings };
}
