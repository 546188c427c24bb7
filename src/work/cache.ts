import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { makeFolder } from '../source/make-folder.ts';
import { readRegularFile } from '../source/regular-file.ts';
import { hashOf, sha256 } from './hash.ts';
import { copyEntries, entryLength, entryParts, type Place, readEntry, scanPack } from './pack.ts';

/**
 * Results by the hash of everything they depend on, kept outside the edition and its output. What is in a cache can be thrown away at any time.
 * Two files: `pack` (pack.ts), to which entries are added one after the other, so that a build that is killed finds
 * what it had done, and `index`, which says where they are. Both carry checksums: what is damaged counts as missing and
 * is made again. Builds that run at the same time can lose each other's entries, never mix them up.
 */
export interface Cache {
  read(key: string): unknown;
  /** Adds an entry. A cache that cannot be written is not an error: the work is done again. */
  write(key: string, value: unknown): void;
  readBytes(key: string): Buffer | undefined;
  /** Adds bytes, one part after the other, as one entry. */
  writeBytes(key: string, parts: readonly Uint8Array[]): void;
  /** What the last build left, as one value; undefined where there is nothing, or it is damaged. */
  readIndex(): unknown;
  /** Ends a build: keeps `value` for the next one and throws away what is not in `keys`, once that is worth it. */
  finish(value: unknown, keys: ReadonlySet<string>): void;
}

/** The folder for caches: `OCTAVO_CACHE`, else `octavo` in the user's cache folder. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const own = environment['OCTAVO_CACHE'];
  if (own) return own;
  const base = environment['XDG_CACHE_HOME'] ?? environment['LOCALAPPDATA'] ?? join(homedir(), '.cache');
  return join(base, 'octavo');
}

interface Index {
  readonly size: number;
  readonly places: Readonly<Record<string, Place>>;
  readonly value: unknown;
}

/** Bytes gathered before they are added to the pack. */
const flushAbove = 4_000_000;
/** The pack is written again when more than this share of it is out of date. */
const wasteAllowed = 0.5;
/** A larger entry is not kept: no buffer need hold it, and no call of the disk takes more than 2 GiB. */
const largestEntry = 1 << 30;

const attempt = <T>(action: () => T): T | undefined => {
  try {
    return action();
  } catch {
    return undefined;
  }
};

/** The index: a line with its checksum, and JSON. */
function readIndexFile(file: string): Index | undefined {
  const text = attempt(() => readRegularFile(file).toString('utf8'));
  if (text === undefined) return undefined;
  if (sha256(text.slice(65)) !== text.slice(0, 64)) return undefined;
  return JSON.parse(text.slice(65)) as Index;
}

/** Deletes caches of editions that are no longer there. */
function pruneGone(all: string): void {
  for (const name of readdirSync(all)) {
    const place = attempt(() => readRegularFile(join(all, name, 'edition')).toString('utf8'));
    if (place !== undefined && !existsSync(place)) rmSync(join(all, name), { recursive: true, force: true });
  }
}

const folderOf = (where: readonly string[]): string => join(cacheFolder(), hashOf(...where).slice(0, 24));

/** Throws a cache away, so that everything is made again. */
export const dropCache = (...where: readonly string[]): void =>
  void attempt(() => rmSync(folderOf(where), { recursive: true, force: true }));

/** The cache of one edition built into one folder. `where` names it, the edition's folder first: absolute paths, which are in no output. */
export function openCache(...where: readonly [string, ...string[]]): Cache {
  const all = cacheFolder();
  const folder = folderOf(where);
  return openCacheIn(folder, () => {
    if (isAbsolute(where[0])) writeFileSync(join(folder, 'edition'), where[0]);
    pruneGone(all);
  });
}

/** A cache in a folder of its own; `made` is called when the folder has been made. An entry of more than `largest` bytes is not kept. */
export const openCacheIn = (folder: string, made: () => void = () => undefined, largest = largestEntry): Cache =>
  new FolderCache(folder, made, largest);

/** What is to be added to the pack; its places count from the beginning of what waits. */
interface Waiting {
  readonly parts: Uint8Array[];
  bytes: number;
  readonly places: Map<string, Place>;
}

const nothing = (): Waiting => ({ parts: [], bytes: 0, places: new Map() });

class FolderCache implements Cache {
  readonly #folder: string;
  readonly #made: () => void;
  readonly #largest: number;
  readonly #packFile: string;
  readonly #indexFile: string;
  readonly #index: Index | undefined;
  /** Entries by key, once the pack has been looked at. */
  #known: Map<string, Place> | undefined;
  /** After the last whole entry of the pack; what follows, up to `seen`, was left by a build that was killed. */
  #end = 0;
  #seen = 0;
  #waiting = nothing();

  constructor(folder: string, made: () => void, largest: number) {
    this.#folder = folder;
    this.#made = made;
    this.#largest = largest;
    this.#packFile = join(folder, 'pack');
    this.#indexFile = join(folder, 'index');
    this.#index = readIndexFile(this.#indexFile);
  }

  readIndex(): unknown {
    return this.#index?.value;
  }

  read(key: string): unknown {
    const bytes = this.readBytes(key);
    return bytes && attempt(() => JSON.parse(bytes.toString('utf8')) as unknown);
  }

  readBytes(key: string): Buffer | undefined {
    if (this.#waiting.places.has(key)) this.#flush();
    const places = this.#places();
    const place = places.get(key);
    if (!place) return undefined;
    const bytes = attempt(() => readEntry(this.#packFile, key, place));
    if (bytes === undefined) places.delete(key);
    return bytes;
  }

  write(key: string, value: unknown): void {
    // A value may be too large for a text.
    const content = attempt(() => Buffer.from(JSON.stringify(value)));
    if (content) this.writeBytes(key, [content]);
  }

  writeBytes(key: string, parts: readonly Uint8Array[]): void {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    if (length > this.#largest) return;
    const waiting = this.#waiting;
    waiting.places.set(key, [waiting.bytes, length]);
    waiting.parts.push(...entryParts(key, parts));
    waiting.bytes += entryLength(key, length);
    if (waiting.bytes > flushAbove) this.#flush();
  }

  finish(value: unknown, keys: ReadonlySet<string>): void {
    this.#flush();
    attempt(() => this.#writeIndex(value, keys));
  }

  #places(): Map<string, Place> {
    return (this.#known ??= this.#findPlaces());
  }

  /** The entries of the index and those that came after it. */
  #findPlaces(): Map<string, Place> {
    const size = attempt(() => statSync(this.#packFile).size);
    if (size === undefined) return new Map();
    this.#seen = size;
    const trusted = (this.#index?.size ?? Infinity) <= size ? this.#index : undefined;
    const places = new Map(Object.entries(trusted?.places ?? {}));
    const scan = (): number => scanPack(this.#packFile, trusted?.size ?? 0, places);
    this.#end = trusted?.size === size ? size : (attempt(scan) ?? 0);
    return places;
  }

  #prepareFolder(): void {
    if (existsSync(this.#folder)) return;
    makeFolder(this.#folder);
    this.#made();
  }

  #flush(): void {
    if (this.#waiting.bytes === 0) return;
    const places = this.#places();
    attempt(() => this.#append(places));
    this.#waiting = nothing();
  }

  #append(places: Map<string, Place>): void {
    this.#prepareFolder();
    const waiting = this.#waiting;
    const fd = openSync(this.#packFile, 'a');
    try {
      const { size } = fstatSync(fd);
      const base = size === this.#seen ? this.#end : size;
      if (base < size) ftruncateSync(fd, base);
      for (const part of waiting.parts) for (let at = 0; at < part.length;) at += writeSync(fd, part, at);
      for (const [key, [start, length]] of waiting.places) places.set(key, [base + start, length]);
      this.#end = base + waiting.bytes;
      this.#seen = this.#end;
    } finally {
      closeSync(fd);
    }
  }

  #writeIndex(value: unknown, keys: ReadonlySet<string>): void {
    this.#prepareFolder();
    for (const name of readdirSync(this.#folder))
      if (name.endsWith('.new')) rmSync(join(this.#folder, name), { force: true });
    const kept = [...this.#places()].filter(([key]) => keys.has(key)).sort(([, a], [, b]) => a[0] - b[0]);
    this.#known = new Map(kept);
    this.#compact(kept);
    const index: Index = { size: this.#end, places: Object.fromEntries(this.#known), value };
    const text = JSON.stringify(index);
    const draft = `${this.#indexFile}.${process.pid}.new`;
    writeFileSync(draft, `${sha256(text)}\n${text}`);
    renameSync(draft, this.#indexFile);
  }

  #compact(kept: readonly (readonly [string, Place])[]): void {
    const used = kept.reduce((sum, [key, [, length]]) => sum + entryLength(key, length), 0);
    if (used >= this.#end * (1 - wasteAllowed)) return;
    const draft = `${this.#packFile}.${process.pid}.new`;
    this.#known = copyEntries(this.#packFile, draft, kept);
    renameSync(draft, this.#packFile);
    this.#end = used;
    this.#seen = used;
  }
}
