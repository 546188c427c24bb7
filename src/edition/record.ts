import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import type { LeftOut } from '../model/decides/sums.ts';
import type { ChangeCounts, UnitChanges } from '../model/sheet-changes.ts';
import type { SpineCounts } from '../model/spine-items.ts';
import type { FoundFacts, HeaderFacts } from '../transform/facts.ts';
import type { Cache } from '../work/cache.ts';
import { sha256 } from '../work/hash.ts';

/** What a build remembers for the next one, in the cache. */

/** A question of a writer: what it asked, about which pointer or image, as written in which source file. */
export type Question = readonly [kind: 'unit' | 'register' | 'entity' | 'image', target: string, file: string];

/** What phase 1 found of a unit, and the files that were written from it. */
export interface UnitRecord {
  readonly found: FoundFacts;
  readonly counts: SpineCounts;
  /** Names of elements that phase 1 did not know, with how often they occur. */
  readonly unknown: Readonly<Record<string, number>>;
  /** Images as the source names them. */
  readonly images: readonly string[];
  /** Formulas that pages show as their source. */
  readonly formulas?: readonly string[];
  /** What stylesheets of the edition changed. */
  readonly changes?: UnitChanges;
  /** What the writers asked about other units, registers and images, in order. */
  readonly asked?: readonly Question[];
  /** Hash of everything the writers were given, the answers to their questions included. */
  readonly outputKey?: string;
  /** Path and length in bytes; the contents are one after the other in the cache (`filesKey`). */
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
  /** Time of the last change to the content, and to the file in any way, in milliseconds. Never part of an output. */
  readonly changed: number;
  readonly touched: number;
}

/** What a format of the whole edition wrote. */
export interface WholeMemory {
  /** What the files were made from, as a hash. */
  readonly key: string;
  readonly paths: readonly string[];
  readonly findings: readonly Finding[];
}

export interface BuildMemory {
  /** The program that built: what another one left is not used. */
  readonly program: string;
  /** Hash of all that the build depends on. */
  readonly key: string;
  readonly headers: Readonly<Record<string, HeaderFacts>>;
  readonly units: Readonly<Record<string, UnitMemory>>;
  readonly files: Readonly<Record<string, FileMemory>>;
  /** Images that units show, by the unit's file: one that changes or appears is seen. */
  readonly images: readonly { readonly path: string; readonly sources: readonly string[]; readonly hash: string }[];
  /** What books were bound from, by their paths, as hashes; absent: there are none. */
  readonly books?: Readonly<Record<string, string>>;
  /** Absent: there are no formats of the whole edition. */
  readonly whole?: Readonly<Record<string, WholeMemory>>;
  /** What outputs of the edition’s own were made from, by their paths, as hashes; absent: there are none. */
  readonly outputs?: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
  readonly summary: BuildSummary;
}

/** What a build made, counted. */
export interface BuildSummary {
  readonly documents: number;
  readonly sections: number;
  /** Records of texts; absent: there are none. */
  readonly records?: number;
  readonly words: number;
  readonly pages: number;
  readonly notes: number;
  readonly formats: readonly string[];
  readonly files: number;
  /** Source files that were looked at. */
  readonly sources: number;
  /** The style of the signs; absent: `plain`. */
  readonly signs?: string;
  /** Words that the edition’s own table leaves out, by the selector of the row; absent: none. */
  readonly leftOut?: LeftOut;
  /** What stylesheets of the edition changed; absent: there are none. */
  readonly changed?: ChangeCounts;
  /** Entries of an apparatus without a lemma, by the witness that is the base of their text; absent: there are none. */
  readonly bases?: readonly BaseUse[];
}

/** Which witness is in the text where entries have no lemma, and how often: `none` where it has no reading, so that the first one is there. */
export interface BaseUse {
  /** Its id; absent: no witness is listed. */
  readonly base?: string;
  readonly isSet: boolean;
  readonly entries: number;
  readonly none: number;
}

/** What the last build left in the cache; undefined where it was another program, or nothing is left. */
export function rememberedBuild(cache: Cache, program: string): BuildMemory | undefined {
  const memory = cache.readIndex() as BuildMemory | undefined;
  return memory?.program === program ? memory : undefined;
}

/** How a file of the built edition is on the disk. */
export function fileMemory(out: string, path: string, sha256: string): FileMemory {
  const { size, mtimeMs, ctimeMs } = statSync(join(out, path));
  return { sha256, size, changed: mtimeMs, touched: ctimeMs };
}

/** Whether a file of the built edition still has the bytes that the build left: only where its times have changed is it read. */
export function isUntouched(out: string, path: string, memory: FileMemory | undefined): boolean {
  if (!memory) return false;
  try {
    const { size, mtimeMs, ctimeMs } = statSync(join(out, path));
    if (size !== memory.size) return false;
    if (mtimeMs === memory.changed && ctimeMs === memory.touched) return true;
    return sha256(readFileSync(join(out, path))) === memory.sha256;
  } catch {
    return false;
  }
}
