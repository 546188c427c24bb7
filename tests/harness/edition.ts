import { editionOf } from '../../src/build/edition.ts';
import { unitTei } from '../../src/build/plan.ts';
import { prepare } from '../../src/build/prepare.ts';
import { loadSettings } from '../../src/config/settings.ts';
import type { Edition, Unit } from '../../src/model/edition.ts';
import { readTeiFile, unitSpine } from '../../src/model/read-tei/read-file.ts';
import { documentSelector } from '../../src/model/read-tei/selector.ts';
import { sourceText } from '../../src/source/text.ts';
import type { Cache } from '../../src/work/cache.ts';
import { newFolder } from './scratch.ts';

/** An edition read in memory, as a build reads it: every unit with its reading tree, its TEI and its spine. */

const noCache: Cache = {
  read: () => undefined,
  write: () => undefined,
  readIndex: () => undefined,
  finish: () => undefined,
};

export interface ReadEdition {
  readonly edition: Edition;
  readonly units: readonly Unit[];
}

/** Reads TEI files, given by path. Throws where one is not well-formed. */
export function readFiles(files: Readonly<Record<string, string>>): ReadEdition {
  const { settings } = loadSettings(newFolder());
  const selector = documentSelector(settings.documents)!;
  const readings = Object.entries(files).map(([path, text]) => readTeiFile(sourceText(path, text), selector));
  const fault = readings.flatMap(({ findings }) => findings).find(({ severity }) => severity === 'error');
  if (fault) throw new Error(`${fault.message} (${JSON.stringify(fault.span?.start)})`);
  const prepared = prepare({
    files: readings,
    cache: noCache,
    memory: undefined,
    stamp: 'test',
    progress: () => undefined,
  });
  const edition = editionOf(prepared, settings);
  const units = prepared.units.map((unit, i): Unit => {
    const [previous, next] = [edition.units[i - 1], edition.units[i + 1]];
    return {
      ...unit.info,
      reading: prepared.reading(unit),
      tei: unitTei(unit.named, prepared.at),
      spine: unitSpine(unit.named.file.tape, unit.named.unit),
      ...(previous && { previous }),
      ...(next && { next }),
    };
  });
  return { edition, units };
}
