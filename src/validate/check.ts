import type { Finding } from '../diagnostics/finding.ts';
import type { FileReading } from '../model/read-tei/read-file.ts';
import type { SourceFile } from '../source/files.ts';
import type { SourceText } from '../source/text.ts';
import type { XmlHandler } from '../source/xml.ts';
import type { CheckRun } from './check-run.ts';

/** How one pass over a file serves several checks, and what is said when all files are read. */

/** What is validated while a file is read: handlers for its one pass, and the findings they made. */
export interface FileChecker {
  readonly handlers: readonly XmlHandler[];
  /** Handlers that get each element as the edition’s table has it. */
  readonly asDecided?: readonly XmlHandler[];
  readonly finish: (reading: FileReading) => readonly Finding[];
  /** The mistakes of XML, as one who knows the schema sees them; asked for before `finish`. Absent: as the reader says. */
  readonly faults?: (reading: FileReading) => readonly Finding[];
}

export type CheckFile = (source: SourceText) => FileChecker;

/** The files of an edition as read once, with the findings of each. */
export interface EditionReading {
  /** TEI files only; what else a folder holds is passed over. */
  readonly files: readonly FileReading[];
  /** Those that could not be read to their end: what they lack proves nothing. */
  readonly broken: ReadonlySet<FileReading>;
  /** Files that were looked at, TEI or not. */
  readonly looked: number;
  readonly findings: readonly Finding[];
  /** What they were checked by, where they were checked. */
  readonly checks?: readonly CheckRun[];
}

/** The validation of one edition. */
export interface Checking {
  readonly file: CheckFile;
  /** Adds what can be said only when all files are read; answers all findings, those of `reading` included, in the order of the text. */
  readonly conclude: (reading: EditionReading) => Promise<readonly Finding[]>;
  /** What was run, when `conclude` has answered. */
  readonly ran: () => readonly CheckRun[];
  /** Any file is taken, whatever its root: it was asked for a schema of its own. */
  readonly anyRoot: boolean;
  /** Hash of all that findings depend on in addition to these files and the settings: the schemas. */
  readonly hash: (files: readonly SourceFile[]) => string;
}
