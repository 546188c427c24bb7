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
export function openCacheIn(folder: string, made: () => void = () => undefined, largest = largestEntry): Cache {
  const packFile = join(folder, 'pack');
  const indexFile = join(folder, 'index');
  const index = readIndexFile(indexFile);
  /** Entries by key; a place in `waiting` counts from the beginning of what waits. */
  let known: Map<string, Place> | undefined;
  /** After the last whole entry of the pack; what follows, up to `seen`, was left by a build that was killed. */
  let end = 0;
  let seen = 0;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let waitingPlaces = new Map<string, Place>();

  const places = (): Map<string, Place> => {
    if (known) return known;
    const size = attempt(() => statSync(packFile).size);
    known = new Map<string, Place>();
    if (size === undefined) return known;
    seen = size;
    const trusted = (index?.size ?? Infinity) <= size ? index : undefined;
    if (trusted) known = new Map(Object.entries(trusted.places));
    end = trusted?.size === size ? size : (attempt(() => scanPack(packFile, trusted?.size ?? 0, known!)) ?? 0);
    return known;
  };
  const prepareFolder = (): void => {
    if (existsSync(folder)) return;
    makeFolder(folder);
    made();
  };
  const append = (): void => {
    prepareFolder();
    const fd = openSync(packFile, 'a');
    try {
      const { size } = fstatSync(fd);
      const base = size === seen ? end : size;
      if (base < size) ftruncateSync(fd, base);
      for (const part of waiting) for (let at = 0; at < part.length;) at += writeSync(fd, part, at);
      for (const [key, [start, length]] of waitingPlaces) known!.set(key, [base + start, length]);
      end = base + waitingBytes;
      seen = end;
    } finally {
      closeSync(fd);
    }
  };
  const flush = (): void => {
    if (waitingBytes === 0) return;
    places();
    attempt(append);
    waiting = [];
    waitingBytes = 0;
    waitingPlaces = new Map();
  };
  const readBytes = (key: string): Buffer | undefined => {
    if (waitingPlaces.has(key)) flush();
    const place = places().get(key);
    if (!place) return undefined;
    const bytes = attempt(() => readEntry(packFile, key, place));
    if (bytes === undefined) known!.delete(key);
    return bytes;
  };
  const writeBytes = (key: string, parts: readonly Uint8Array[]): void => {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    if (length > largest) return;
    waitingPlaces.set(key, [waitingBytes, length]);
    waiting.push(...entryParts(key, parts));
    waitingBytes += entryLength(key, length);
    if (waitingBytes > flushAbove) flush();
  };
  const compact = (kept: readonly (readonly [string, Place])[]): void => {
    const used = kept.reduce((sum, [key, [, length]]) => sum + entryLength(key, length), 0);
    if (used >= end * (1 - wasteAllowed)) return;
    const draft = `${packFile}.${process.pid}.new`;
    known = copyEntries(packFile, draft, kept);
    renameSync(draft, packFile);
    end = used;
    seen = used;
  };
  const finish = (value: unknown, keys: ReadonlySet<string>): void => {
    prepareFolder();
    for (const name of readdirSync(folder)) if (name.endsWith('.new')) rmSync(join(folder, name), { force: true });
    const kept = [...places()].filter(([key]) => keys.has(key)).sort(([, a], [, b]) => a[0] - b[0]);
    known = new Map(kept);
    compact(kept);
    const text = JSON.stringify({ size: end, places: Object.fromEntries(known), value } satisfies Index);
    const draft = `${indexFile}.${process.pid}.new`;
    writeFileSync(draft, `${sha256(text)}\n${text}`);
    renameSync(draft, indexFile);
  };
  return {
    readIndex: () => index?.value,
    read: (key) => {
      const bytes = readBytes(key);
      return bytes && attempt(() => JSON.parse(bytes.toString('utf8')) as unknown);
    },
    readBytes,
    // A value may be too large for a text.
    write: (key, value) => {
      const content = attempt(() => Buffer.from(JSON.stringify(value)));
      if (content) writeBytes(key, [content]);
    },
    writeBytes,
    finish: (value, keys) => {
      flush();
      attempt(() => finish(value, keys));
    },
  };
}
