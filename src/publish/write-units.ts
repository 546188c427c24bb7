import type { Edition, Unit, UnitInfo } from '../model/edition.ts';
import type { Format } from '../formats/format.ts';
import type { Cache } from '../work/cache.ts';
import { hashOf, sha256 } from '../work/hash.ts';
import type { Images } from '../edition/images.ts';
import type { Draft } from './output-folder.ts';
import { pointersOf, unitTei } from '../edition/plan.ts';
import type { Prepared, PreparedUnit } from '../edition/prepare.ts';
import { type BuildMemory, filesKey, isUntouched, type UnitMemory, type UnitRecord } from '../edition/record.ts';

/** Writes the files of units: kept from the present edition where they are the same, taken from the cache, or made. */

type UnitFile = readonly [path: string, content: Buffer];

export interface UnitWriter {
  write(unit: PreparedUnit): void;
  /** Writes any file of the edition and notes its sum. */
  put(draft: Draft, path: string, content: string | Uint8Array): void;
  /** SHA-256 of every file written, by path. */
  readonly sums: ReadonlyMap<string, string>;
  /** What to remember of each unit, by id. */
  readonly memory: ReadonlyMap<string, UnitMemory>;
}

export interface UnitWriterOptions {
  readonly prepared: Prepared;
  readonly edition: Edition;
  readonly formats: readonly Format[];
  readonly cache: Cache;
  readonly draft: Draft;
  /** The last build, and the folder it was built into. */
  readonly memory: BuildMemory | undefined;
  readonly out: string;
  readonly images: Images;
  /** What all files depend on: program, settings, formats. */
  readonly stamp: string;
}

export function unitWriter(options: UnitWriterOptions): UnitWriter {
  const { prepared, edition, formats, cache, draft, memory, out, images } = options;
  const { units } = edition;
  const place = new Map(units.map((info, i) => [info.facts.id, i]));
  const sums = new Map<string, string>();
  const memories = new Map<string, UnitMemory>();
  const shared = hashOf(
    options.stamp,
    JSON.stringify([edition.id, edition.title, edition.licence, edition.language, edition.baseUrl]),
  );

  const put = (into: Draft, path: string, content: string | Uint8Array): void => {
    into.write(path, content);
    sums.set(path, sha256(content));
  };
  const outputKey = (unit: PreparedUnit, previous: UnitInfo | undefined, next: UnitInfo | undefined): string =>
    hashOf(
      shared,
      unit.key,
      JSON.stringify([unit.info, previous?.facts, next?.facts]),
      pointersOf(unit.named, unit.info, prepared.at),
      images.hashOf(unit.memory.images, unit.info),
    );

  /** Keeps the files of the present edition, if all are as the last build left them. */
  const keep = (paths: readonly string[]): boolean => {
    const isSame = (path: string): boolean => isUntouched(out, path, memory?.files[path]);
    if (!paths.every(isSame) || !paths.every((path) => draft.keep(path))) return false;
    for (const path of paths) sums.set(path, memory!.files[path]!.sha256);
    return true;
  };
  const make = (unit: PreparedUnit, previous: UnitInfo | undefined, next: UnitInfo | undefined): UnitFile[] => {
    const whole: Unit = {
      ...unit.info,
      reading: prepared.reading(unit),
      tei: unitTei(unit.named, prepared.at),
      ...(previous && { previous }),
      ...(next && { next }),
    };
    return formats.map((format) => [format.path(unit.named.id), Buffer.from(format.write(whole, edition))]);
  };
  /** The files of a unit as an earlier build made them. */
  const remembered = (key: string, wanted: string): UnitFile[] | undefined => {
    const record = cache.read(key) as UnitRecord | undefined;
    const bytes = record?.outputKey === wanted && record.files ? cache.readBytes(filesKey(key)) : undefined;
    let at = 0;
    return bytes && record!.files!.map(([path, length]) => [path, bytes.subarray(at, (at += length))]);
  };

  const write = (unit: PreparedUnit): void => {
    const { named, key } = unit;
    const i = place.get(named.id)!;
    const [previous, next] = [units[i - 1], units[i + 1]];
    const wanted = outputKey(unit, previous, next);
    const { found, counts, unknown, images: shown } = unit.memory;
    const paths = formats.map((format) => format.path(named.id));
    memories.set(named.id, { found, counts, unknown, images: shown, outputKey: wanted, paths });
    const last = memory?.units[key];
    if (last?.outputKey === wanted && keep(paths)) return;
    const known = remembered(key, wanted);
    const files = known ?? make(unit, previous, next);
    for (const [path, content] of files) put(draft, path, content);
    if (known) return;
    cache.writeBytes(
      filesKey(key),
      files.map(([, content]) => content),
    );
    const lengths = files.map(([path, content]) => [path, content.length] as const);
    const record: UnitRecord = { found, counts, unknown, images: shown, outputKey: wanted, files: lengths };
    cache.write(key, record);
  };
  return { write, put, sums, memory: memories };
}
