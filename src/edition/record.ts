import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import type { SpineCounts } from '../model/spine.ts';
import type { FoundFacts, HeaderFacts } from '../transform/facts.ts';

/** What a build remembers for the next one, in the cache. */

/** What phase 1 found of a unit, and the files that were written from it. */
export interface UnitRecord {
  readonly found: FoundFacts;
  readonly counts: SpineCounts;
  /** Names of elements that phase 1 did not know, with how often they occur. */
  readonly unknown: Readonly<Record<string, number>>;
  /** Images as the source names them. */
  readonly images: readonly string[];
  /** Hash of all that the files depend on. */
  readonly outputKey?: string;
  /** Path and length in bytes; the contents stand one after the other in the cache (`filesKey`). */
  readonly files?: readonly (readonly [path: string, length: number])[];
}

/** Where the cache has the files of the unit with this key. */
export const filesKey = (key: string): string => `${key}.files`;

/** The same without the files. */
export interface UnitMemory extends Omit<UnitRecord, 'files'> {
  readonly paths: readonly string[];
}

/** A file of the built edition as it was left. */
export interface FileMemory {
  readonly sha256: string;
  readonly size: number;
  /** Time of the last change, in milliseconds: a file changed by hand is written anew. Never part of an output. */
  readonly changed: number;
}

export interface BuildMemory {
  /** Hash of all that the build depends on. */
  readonly key: string;
  readonly headers: Readonly<Record<string, HeaderFacts>>;
  readonly units: Readonly<Record<string, UnitMemory>>;
  readonly files: Readonly<Record<string, FileMemory>>;
  /** Images that units show, by the unit's file: one that changes or appears is seen. */
  readonly images: readonly { readonly path: string; readonly sources: readonly string[]; readonly hash: string }[];
  readonly findings: readonly Finding[];
  readonly summary: BuildSummary;
}

/** What a build made, counted. */
export interface BuildSummary {
  readonly documents: number;
  readonly sections: number;
  readonly words: number;
  readonly pages: number;
  readonly notes: number;
  readonly formats: readonly string[];
  readonly files: number;
  /** Source files that were looked at. */
  readonly sources: number;
}

/** Whether a file of the built edition is still as the build left it. */
export function isUntouched(out: string, path: string, memory: FileMemory | undefined): boolean {
  if (!memory) return false;
  try {
    const { size, mtimeMs } = statSync(join(out, path));
    return size === memory.size && mtimeMs === memory.changed;
  } catch {
    return false;
  }
}
