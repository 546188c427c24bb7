import { editionOf } from '../../src/edition/edition.ts';
import { unitTei } from '../../src/edition/plan.ts';
import { prepare } from '../../src/edition/prepare.ts';
import { loadSettings } from '../../src/config/settings.ts';
import { type Edition, neighbourOf, type Unit } from '../../src/model/edition.ts';
import { unitContent } from '../../src/model/read-tei/read-file.ts';
import type { View } from '../../src/model/views.ts';
import type { UnitContent } from '../../src/model/unit-content.ts';
import { findPlace } from '../../src/source/files.ts';
import { listSources, readEdition } from '../../src/validate/read-edition.ts';
import type { Cache } from '../../src/work/cache.ts';
import { newFolder } from './scratch.ts';

/** An edition read as a build reads it: every unit with its reading tree, its TEI and its spine. Nothing is kept and nothing written. */

export const noCache: Cache = {
  read: () => undefined,
  write: () => undefined,
  readBytes: () => undefined,
  writeBytes: () => undefined,
  readIndex: () => undefined,
  finish: () => undefined,
};

/** A unit as a format gets it, and what the proof knows of it. */
export type SourceUnit = Unit & UnitContent & { readonly contentIn: (view: View) => UnitContent };

export interface ReadEdition {
  readonly edition: Edition;
  readonly units: readonly SourceUnit[];
}

/** Reads a file or folder. Throws where a file is not well-formed. */
export function readFolder(path: string): ReadEdition {
  const place = findPlace(path);
  const { settings } = loadSettings(place.folder);
  const { files, findings } = readEdition(listSources(place, settings), settings, undefined, 'structure');
  const fault = findings.find(({ severity }) => severity === 'error');
  if (fault) throw new Error(`${fault.span?.file}:${fault.span?.start.line} ${fault.message}`);
  const prepared = prepare({ files, cache: noCache, memory: undefined, stamp: 'test', progress: () => undefined });
  const edition = editionOf(prepared, settings);
  const units = prepared.units.map((unit, i): SourceUnit => {
    const [previous, next] = [edition.units[i - 1], edition.units[i + 1]];
    return {
      ...unit.info,
      ...prepared.trees(unit),
      ...unitContent(unit.named.file, unit.named.unit),
      contentIn: (view: View) => unitContent(unit.named.file, unit.named.unit, view),
      tei: unitTei(unit.named, prepared.at),
      ...(previous && { previous: neighbourOf(previous) }),
      ...(next && { next: neighbourOf(next) }),
    };
  });
  return { edition, units };
}

/** Reads TEI files, given by path and content. */
export const readFiles = (files: Readonly<Record<string, string>>): ReadEdition => readFolder(newFolder(files));
