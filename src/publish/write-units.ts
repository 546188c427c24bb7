import { type Edition, neighbourOf, type Unit } from '../model/edition.ts';
import { type Format, formatsFor, type TakesParts } from '../formats/format.ts';
import type { ReadingTrees } from '../model/reading.ts';
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
  /** Takes files of the present edition over, all of them or none, if they are as the last build left them. */
  keep(...paths: readonly string[]): boolean;
  /** What a book or a format of the whole edition takes of a unit that has been written. Gives it once. */
  part(unit: PreparedUnit, taker: TakesParts): Uint8Array;
  /** SHA-256 of every file written, by path. */
  readonly sums: ReadonlyMap<string, string>;
  /** What to remember of each unit, by id. */
  readonly memory: ReadonlyMap<string, UnitMemory>;
}

export interface UnitWriterOptions {
  readonly prepared: Prepared;
  readonly edition: Edition;
  readonly formats: readonly Format[];
  /** Books and formats of the whole edition. */
  readonly takers: readonly TakesParts[];
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
type Given = Omit<Unit, keyof ReadingTrees>;

/** Everything a unit's files are made from, but for the answers to the writers' questions. */
const hashOfGiven = (shared: string, key: string, { tei, ...rest }: Given): string =>
  hashOf(shared, key, tei, JSON.stringify(rest));

/** What is known of a unit without its files. */
function surveyOf({ found, counts, unknown, images, formulas, changes }: UnitRecord): UnitRecord {
  return { found, counts, unknown, images, ...(formulas && { formulas }), ...(changes && { changes }) };
}

/** How the files of a unit came to be, which the next build compares. */
type Origin = Pick<UnitRecord, 'asked' | 'outputKey'>;

function memoryOf({ memory }: PreparedUnit, paths: readonly string[], { asked, outputKey }: Origin): UnitMemory {
  return { ...surveyOf(memory), ...(asked && { asked }), ...(outputKey && { outputKey }), paths };
}

/** The name of a part in the cache: no path in the edition has a colon. */
const partName = ({ format }: TakesParts, id: string): string => `${format.name}:${id}`;
const isPart = (name: string): boolean => name.includes(':');

/** Writes units one by one. What is kept or taken from the cache was made from the very same values (questions.ts). */
export const unitWriter = (options: UnitWriterOptions): UnitWriter => new UnitFiles(options);

class UnitFiles implements UnitWriter {
  readonly sums = new Map<string, string>();
  readonly memory = new Map<string, UnitMemory>();
  readonly #with: UnitWriterOptions;
  readonly #place: ReadonlyMap<string, number>;
  /** What all units depend on. */
  readonly #shared: string;
  /** Parts that were made or read from the cache, until they are taken. */
  readonly #parts = new Map<string, Uint8Array>();

  constructor(options: UnitWriterOptions) {
    const { id, title, licence, language, signs, baseUrl, units } = options.edition;
    this.#with = options;
    this.#place = new Map(units.map((info, i) => [info.facts.id, i]));
    this.#shared = hashOf(options.stamp, JSON.stringify([id, title, licence, language, signs, baseUrl]));
  }

  put(draft: Draft, path: string, content: string | Uint8Array): void {
    draft.write(path, content);
    this.sums.set(path, sha256(content));
  }

  write(unit: PreparedUnit): void {
    const { formats, memory, cache } = this.#with;
    const { named, key } = unit;
    const from = this.#given(unit);
    const hash = hashOfGiven(this.#shared, key, from);
    const paths = formatsFor(unit.info, formats).map((format) => format.path(named.id));
    const remember = (origin: Origin): void => void this.memory.set(named.id, memoryOf(unit, paths, origin));

    const last = memory?.units[key];
    if (last && this.#isSame(hash, last) && this.#keep(paths)) return remember(last);
    const record = cache.read(key) as UnitRecord | undefined;
    const known = record && this.#isSame(hash, record) ? this.#remembered(key, record) : undefined;
    if (known) {
      remember(record!);
      return this.#putAll(known);
    }
    const asked: Question[] = [];
    const files = this.#make(unit, from, asked);
    this.#putAll(files);
    const origin = { asked, outputKey: this.#outputKey(hash, asked) };
    remember(origin);
    this.#store(unit, origin, files);
  }

  keep(...paths: readonly string[]): boolean {
    return this.#keep(paths);
  }

  part(unit: PreparedUnit, taker: TakesParts): Uint8Array {
    const name = partName(taker, unit.named.id);
    const known = this.#parts.get(name);
    this.#parts.delete(name);
    return known ?? this.#keptPart(unit, name) ?? this.#makePart(unit, taker);
  }

  /** A part that an earlier build made, of a unit whose files were kept. */
  #keptPart({ key }: PreparedUnit, name: string): Uint8Array | undefined {
    const record = this.#with.cache.read(key) as UnitRecord | undefined;
    const last = this.#with.memory?.units[key];
    if (record?.outputKey === undefined || record.outputKey !== last?.outputKey) return undefined;
    return this.#remembered(key, record)?.find(([path]) => path === name)?.[1];
  }

  #makePart(unit: PreparedUnit, { format, ids }: TakesParts): Uint8Array {
    const { questions, edition, prepared } = this.#with;
    const whole: Unit = { ...this.#given(unit), ...prepared.trees(unit) };
    return format.part(whole, format.context(questions.context(edition, []), ids));
  }

  /** A unit and its neighbours. */
  #given({ named, info }: PreparedUnit): Given {
    const { prepared, edition } = this.#with;
    const i = this.#place.get(named.id)!;
    const [previous, next] = [edition.units[i - 1], edition.units[i + 1]];
    return {
      ...info,
      tei: unitTei(named, prepared.at),
      ...(previous && { previous: neighbourOf(previous) }),
      ...(next && { next: neighbourOf(next) }),
    };
  }

  #outputKey(hash: string, asked: readonly Question[]): string {
    return hashOf(hash, this.#with.questions.answers(asked));
  }

  /** Whether files were made from the same values as they would be now. */
  #isSame(hash: string, { asked, outputKey }: Origin): boolean {
    return asked !== undefined && outputKey === this.#outputKey(hash, asked);
  }

  /** Keeps the files of the present edition, if all are as the last build left them. */
  #keep(paths: readonly string[]): boolean {
    const { out, memory, draft } = this.#with;
    const isSame = (path: string): boolean => isUntouched(out, path, memory?.files[path]);
    if (!paths.every(isSame) || !draft.keep(paths)) return false;
    for (const path of paths) this.sums.set(path, memory!.files[path]!.sha256);
    return true;
  }

  /** The files of a unit as an earlier build made them. */
  #remembered(key: string, record: UnitRecord): UnitFile[] | undefined {
    const bytes = record.files && this.#with.cache.readBytes(filesKey(key));
    let at = 0;
    return bytes && record.files.map(([path, length]) => [path, bytes.subarray(at, (at += length))]);
  }

  #make(unit: PreparedUnit, from: Given, asked: Question[]): UnitFile[] {
    const { questions, edition, prepared, formats } = this.#with;
    const context = questions.context(edition, asked);
    const whole: Unit = { ...from, ...prepared.trees(unit) };
    const { id } = unit.named;
    const files = formatsFor(unit.info, formats).map((format): UnitFile => [
      format.path(id),
      Buffer.from(format.write(whole, context)),
    ]);
    const parts = this.#with.takers
      .filter(({ ids }) => ids.has(id))
      .map((taker): UnitFile => {
        const { format, ids } = taker;
        return [partName(taker, id), Buffer.from(format.part(whole, format.context(context, ids)))];
      });
    return [...files, ...parts];
  }

  #putAll(files: readonly UnitFile[]): void {
    for (const [path, content] of files)
      if (isPart(path)) this.#parts.set(path, content);
      else this.put(this.#with.draft, path, content);
  }

  #store({ key, memory }: PreparedUnit, origin: Required<Origin>, files: readonly UnitFile[]): void {
    const { cache } = this.#with;
    cache.writeBytes(
      filesKey(key),
      files.map(([, content]) => content),
    );
    const lengths = files.map(([path, content]) => [path, content.length] as const);
    cache.write(key, { ...surveyOf(memory), ...origin, files: lengths } satisfies UnitRecord);
  }
}
