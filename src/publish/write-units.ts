import { type Edition, neighbourOf, type Unit } from '../model/edition.ts';
import type { Format } from '../formats/format.ts';
import type { Cache } from '../work/cache.ts';
import { hashOf, sha256 } from '../work/hash.ts';
import type { Draft } from './output-folder.ts';
import { unitTei } from '../edition/plan.ts';
import type { Prepared, PreparedUnit } from '../edition/prepare.ts';
import {
  type BuildMemory,
  filesKey,
  isUntouched,
  type Question,
  type UnitMemory,
  type UnitRecord,
} from '../edition/record.ts';
import type { Questions } from './questions.ts';

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
  readonly questions: Questions;
  /** What all files depend on: program, settings, formats. */
  readonly stamp: string;
}

/** A unit as the writers get it, but for its reading tree, which is made only where it is needed. */
type Given = Omit<Unit, 'reading'>;

/** Everything a unit's files are made from, but for the answers to the writers' questions. */
const hashOfGiven = (shared: string, key: string, { tei, ...rest }: Given): string =>
  hashOf(shared, key, tei, JSON.stringify(rest));

/** Writes units one by one. What is kept or taken from the cache was made from the very same values (questions.ts). */
export function unitWriter(options: UnitWriterOptions): UnitWriter {
  const { prepared, edition, formats, cache, draft, memory, out, questions } = options;
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
  const given = ({ named, info }: PreparedUnit): Given => {
    const i = place.get(named.id)!;
    const [previous, next] = [units[i - 1], units[i + 1]];
    return {
      ...info,
      tei: unitTei(named, prepared.at),
      ...(previous && { previous: neighbourOf(previous) }),
      ...(next && { next: neighbourOf(next) }),
    };
  };
  /** Keeps the files of the present edition, if all are as the last build left them. */
  const keep = (paths: readonly string[]): boolean => {
    const isSame = (path: string): boolean => isUntouched(out, path, memory?.files[path]);
    if (!paths.every(isSame) || !draft.keep(paths)) return false;
    for (const path of paths) sums.set(path, memory!.files[path]!.sha256);
    return true;
  };
  const make = (unit: PreparedUnit, from: Given, asked: Question[]): UnitFile[] => {
    const context = questions.context(edition, asked);
    const whole: Unit = { ...from, reading: prepared.reading(unit) };
    return formats.map((format) => [format.path(unit.named.id), Buffer.from(format.write(whole, context))]);
  };
  /** The files of a unit as an earlier build made them. */
  const remembered = (key: string, record: UnitRecord): UnitFile[] | undefined => {
    const bytes = record.files && cache.readBytes(filesKey(key));
    let at = 0;
    return bytes && record.files.map(([path, length]) => [path, bytes.subarray(at, (at += length))]);
  };

  const write = (unit: PreparedUnit): void => {
    const { named, key } = unit;
    const from = given(unit);
    const hash = hashOfGiven(shared, key, from);
    const { found, counts, unknown, images } = unit.memory;
    const paths = formats.map((format) => format.path(named.id));
    const isSame = (record: Pick<UnitRecord, 'asked' | 'outputKey'> | undefined): boolean =>
      record?.asked !== undefined && record.outputKey === hashOf(hash, questions.answers(record.asked));
    const remember = ({ asked, outputKey }: Pick<UnitRecord, 'asked' | 'outputKey'>): void =>
      void memories.set(named.id, {
        found,
        counts,
        unknown,
        images,
        ...(asked && { asked }),
        ...(outputKey && { outputKey }),
        paths,
      });

    const last = memory?.units[key];
    if (last && isSame(last) && keep(paths)) return remember(last);
    const record = cache.read(key) as UnitRecord | undefined;
    const known = record && isSame(record) ? remembered(key, record) : undefined;
    if (known) remember(record!);
    const asked: Question[] = [];
    const files = known ?? make(unit, from, asked);
    for (const [path, content] of files) put(draft, path, content);
    if (known) return;
    const outputKey = hashOf(hash, questions.answers(asked));
    remember({ asked, outputKey });
    cache.writeBytes(
      filesKey(key),
      files.map(([, content]) => content),
    );
    const lengths = files.map(([path, content]) => [path, content.length] as const);
    cache.write(key, { found, counts, unknown, images, asked, outputKey, files: lengths } satisfies UnitRecord);
  };
  return { write, put, sums, memory: memories };
}
