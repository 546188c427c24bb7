/**
 * What every kind of source implements: say how likely a text is of this kind, and read it into a document. A new kind is a folder
 * next to this file and one line in `kinds.ts`.
 */
import type { Finding } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';
import type { Chooser } from './decisions.ts';
import type { ImportedDocument } from './document.ts';
import type { Metadata } from './metadata.ts';

/** A file that goes with the TEI: a picture. */
export interface AttachedFile {
  /** Relative to the TEI file. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ReadResult {
  readonly document: ImportedDocument;
  readonly findings: readonly Finding[];
  /** What the source says of itself next to its text; `--metadata` overrides it. */
  readonly metadata?: Metadata;
  readonly files?: readonly AttachedFile[];
  /**
   * The text the TEI must tell again, character by character (white space aside): running text, `[Page 591]`, calls, bullets, numbers,
   * then the notes, each with its number and a full stop. It is made from the source alone; `placeOf` leads from the n-th
   * character back into the source.
   */
  readonly expected: string;
  placeOf(character: number): number;
}

export interface Reader {
  /** The word for `--from`. */
  readonly kind: string;
  /** What it reads, for a person. */
  readonly title: string;
  /** Between 0 (certainly not) and 1 (certainly). */
  detect(source: SourceText): number;
  /** Whether it can read the source at all; where it is left out, it can read any text. */
  reads?(source: SourceText): boolean;
  read(source: SourceText, chooser: Chooser): ReadResult;
}
