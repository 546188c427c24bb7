import type { Edition, EditionContext, Entity, RegisterEntry, UnitInfo } from './edition.ts';
import { type Entities, entitiesOf } from './entities.ts';
import type { FileReading } from './read-tei/read-file.ts';
import { unitsById } from './read-tei/unit-index.ts';
import type { UnitCut } from './read-tei/units.ts';
import { freeName, fileKey } from './file-key.ts';
import { fileIdOf, type NamedUnit } from './unit-ids.ts';

/** Follows pointers between the files of an edition: `#d65`, `people.xml#KHA`, `frus1961-63v06#d65`, `L04095`. */

/** What a pointer leads to: a file of the edition and, where it names one, an id in it. */
interface Found {
  readonly file: FileReading;
  readonly id?: string;
}

export interface Addresses {
  /** The unit and id a pointer in file `from` leads to; undefined where it leads to no unit. */
  resolve(target: string, from: string): ReturnType<EditionContext['resolve']>;
  register(target: string, from: string): RegisterEntry | undefined;
  /** What the registers have entries of. */
  readonly entities: readonly Entity[];
  /** The key of the entity a pointer in file `from` leads to. */
  entity(target: string, from: string): string | undefined;
  /** The file a pointer leads to, where it is one of the edition. */
  file(target: string, from: string): Found | undefined;
  /** Files without text, such as registers, with the names under which they are in `tei/`. */
  readonly registerFiles: ReadonlyMap<FileReading, string>;
}

/** A file keeps its name, unless a unit or an earlier file has it: registers of one name may be in several folders. */
function nameRegisters(files: readonly FileReading[], units: readonly NamedUnit[]): Map<FileReading, string> {
  const taken = new Set(units.map(({ id }) => fileKey(`${id}.xml`)));
  const names = new Map<FileReading, string>();
  for (const file of files) {
    if (file.units.length > 0) continue;
    const [, stem, ending] = /([^/]*?)(\.[^./]*)?$/.exec(file.source.file) as unknown as [string, string, string?];
    names.set(file, freeName(stem, ending ?? '', taken));
  }
  return names;
}

/** Joins a relative path to the folder of `from`; both with `/`. */
function relativePath(path: string, from: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.' && step !== '') parts.push(step);
  }
  return parts.join('/');
}

export const addresses = (files: readonly FileReading[], units: readonly NamedUnit[]): Addresses =>
  new EditionAddresses(files, units);

class EditionAddresses implements Addresses {
  readonly registerFiles: ReadonlyMap<FileReading, string>;
  readonly #byPath: ReadonlyMap<string, FileReading>;
  readonly #byId: ReadonlyMap<string, FileReading>;
  readonly #idOf: ReadonlyMap<UnitCut, string>;
  readonly #files: readonly FileReading[];
  #entities: Entities | undefined;
  readonly #indexes = new Map<FileReading, Map<string, UnitCut>>();

  constructor(files: readonly FileReading[], units: readonly NamedUnit[]) {
    this.#files = files;
    this.registerFiles = nameRegisters(files, units);
    // A file that is included is where the text is that includes it; a file of its own comes before.
    const parts = files.flatMap((file) => (file.source.origin?.parts ?? []).map((path) => [path, file] as const));
    this.#byPath = new Map([...parts.reverse(), ...files.map((file) => [file.source.file, file] as const)]);
    this.#byId = new Map(files.map((file) => [fileIdOf(file), file]));
    this.#idOf = new Map(units.map(({ unit, id }) => [unit, id]));
  }

  file(target: string, from: string): Found | undefined {
    for (const one of target.split(/\s+/)) {
      const found = this.#findOne(one, from);
      if (found) return found;
    }
    return undefined;
  }

  resolve(target: string, from: string): ReturnType<Addresses['resolve']> {
    const found = this.file(target, from);
    if (!found) return undefined;
    const unit = found.id === undefined ? found.file.units[0] : this.#index(found.file).get(found.id);
    const id = unit && this.#idOf.get(unit);
    if (id === undefined) return undefined;
    const { file } = found;
    const isOwn = file.source.file === from && file.structure.parts.length === 1;
    return {
      unit: id,
      ...(found.id !== undefined && { id: found.id }),
      ...(isOwn && unit?.kind === 'record' && { inOwnHeader: true }),
    };
  }

  register(target: string, from: string): RegisterEntry | undefined {
    const found = this.file(target, from);
    return found?.id === undefined ? undefined : found.file.registers.get(found.id);
  }

  get entities(): readonly Entity[] {
    return this.#known().list;
  }

  entity(target: string, from: string): string | undefined {
    const entry = this.register(target, from);
    return entry && this.#known().keys.get(entry);
  }

  #known(): Entities {
    return (this.#entities ??= entitiesOf(this.#files));
  }

  #index(file: FileReading): Map<string, UnitCut> {
    const known = this.#indexes.get(file) ?? unitsById(file);
    this.#indexes.set(file, known);
    return known;
  }

  #findFile(name: string, from: string): FileReading | undefined {
    if (name === '') return this.#byPath.get(from);
    const path = relativePath(name, from);
    return (
      this.#byPath.get(path) ??
      this.#byPath.get(`${path}.xml`) ??
      this.#byPath.get(`${path}.tei`) ??
      this.#byId.get(name)
    );
  }

  #findOne(target: string, from: string): Found | undefined {
    if (target === '' || /^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('/') || target.includes('%'))
      return undefined;
    const hash = target.indexOf('#');
    const name = hash < 0 ? target : target.slice(0, hash);
    const id = hash < 0 ? '' : target.slice(hash + 1);
    const file = this.#findFile(name, from);
    return file && (id === '' ? { file } : { file, id });
  }
}

type Followers = Pick<Edition, 'resolve' | 'register' | 'registerFile' | 'entity' | 'entities'>;

/** What of an edition follows pointers, and what they lead to in registers. */
export const followers = (at: Addresses): Followers => ({
  entities: at.entities,
  entity: (target: string, from: UnitInfo) => at.entity(target, from.source.path),
  resolve: (target: string, from: UnitInfo) => at.resolve(target, from.source.path),
  register: (target: string, from: UnitInfo) => at.register(target, from.source.path),
  registerFile: (target: string, from: UnitInfo) => {
    const found = at.file(target, from.source.path);
    const isOwn = found?.file.source.file === from.source.path;
    return found?.id === undefined || isOwn ? undefined : at.registerFiles.get(found.file);
  },
});
