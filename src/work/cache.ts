import {
  appendFileSync,
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { hashOf } from './hash.ts';

/**
 * Results by the hash of all they depend on, kept outside the edition and its output. What is in a cache can be thrown away at any time; an
 * entry that cannot be read counts as missing. Two files: `pack`, to which entries are added one after the other, so that a build that is killed
 * finds what it had done, and `index`, which tells where they are. An entry is a line `KEY LENGTH`, so many bytes,
 * and a line end.
 */
export interface Cache {
  read(key: string): unknown;
  /** Adds an entry. A cache that cannot be written is no error: the work is done again. */
  write(key: string, value: unknown): void;
  readBytes(key: string): Buffer | undefined;
  /** Adds bytes, one part after the other, as one entry. */
  writeBytes(key: string, parts: readonly Uint8Array[]): void;
  /** What the last build left, whole. */
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

/** Where an entry stands in the pack, in bytes. */
type Place = readonly [start: number, length: number];

interface Index {
  readonly size: number;
  readonly places: Readonly<Record<string, Place>>;
  readonly value: unknown;
}

const lineEnd = Buffer.from('\n');

/** Bytes gathered before they are added to the pack. */
const flushAbove = 4_000_000;
/** The pack is written anew when more than this share of it is out of date. */
const wasteAllowed = 0.5;

const attempt = <T>(action: () => T): T | undefined => {
  try {
    return action();
  } catch {
    return undefined;
  }
};

/** Finds the entries from `from` to the end of the pack: what a killed build had added. */
function scanPack(bytes: Buffer, from: number, places: Map<string, Place>): void {
  for (let start = from; start < bytes.length;) {
    const end = bytes.indexOf(10, start);
    if (end < 0) return;
    const space = bytes.indexOf(32, start);
    const length = Number(bytes.toString('latin1', space + 1, end));
    if (!(space > start && space < end && end + 1 + length < bytes.length)) return;
    places.set(bytes.toString('latin1', start, space), [end + 1, length]);
    start = end + length + 2;
  }
}

/** The first line of an entry. */
const headOf = (key: string, length: number): Buffer => Buffer.from(`${key} ${length}\n`);

/** The cache of one edition built into one folder. `where` names it: absolute paths, which are hashed and stand in no output. */
export function openCache(...where: readonly string[]): Cache {
  const folder = join(cacheFolder(), hashOf(...where).slice(0, 24));
  const packFile = join(folder, 'pack');
  const indexFile = join(folder, 'index.json');
  const index = attempt(() => JSON.parse(readFileSync(indexFile, 'utf8')) as Index);
  let known: Map<string, Place> | undefined;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let size = 0;

  const places = (): Map<string, Place> => {
    if (known) return known;
    known = new Map(Object.entries(index?.places ?? {}));
    const fd = attempt(() => openSync(packFile, 'r'));
    if (fd === undefined) return (known = new Map<string, Place>());
    size = fstatSync(fd).size;
    closeSync(fd);
    if (size < (index?.size ?? 0)) known.clear();
    if (size !== index?.size) scanPack(readFileSync(packFile), index?.size ?? 0, known);
    return known;
  };
  const flush = (): void => {
    if (waiting.length === 0) return;
    const bytes = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    attempt(() => {
      mkdirSync(folder, { recursive: true });
      appendFileSync(packFile, bytes);
    });
  };
  const readPlace = ([start, length]: Place): Buffer => {
    flush();
    const fd = openSync(packFile, 'r');
    const bytes = Buffer.alloc(length);
    readSync(fd, bytes, 0, length, start);
    closeSync(fd);
    return bytes;
  };
  const compact = (keys: ReadonlySet<string>): void => {
    const kept = [...places()].filter(([key]) => keys.has(key));
    const used = kept.reduce((sum, [key, [, length]]) => sum + headOf(key, length).length + length + 1, 0);
    if (used >= size * (1 - wasteAllowed)) return;
    const moved = new Map<string, Place>();
    const parts: Uint8Array[] = [];
    let at = 0;
    for (const [key, place] of kept) {
      const head = headOf(key, place[1]);
      moved.set(key, [at + head.length, place[1]]);
      parts.push(head, readPlace(place), lineEnd);
      at += head.length + place[1] + 1;
    }
    writeFileSync(`${packFile}.new`, Buffer.concat(parts));
    renameSync(`${packFile}.new`, packFile);
    known = moved;
    size = at;
  };
  const writeBytes = (key: string, parts: readonly Uint8Array[]): void => {
    const to = places();
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const head = headOf(key, length);
    to.set(key, [size + head.length, length]);
    const whole = head.length + length + 1;
    size += whole;
    waitingBytes += whole;
    waiting.push(head, ...parts, lineEnd);
    if (waitingBytes > flushAbove) flush();
  };
  return {
    readIndex: () => index?.value,
    read: (key) => {
      const place = places().get(key);
      return place && attempt(() => JSON.parse(readPlace(place).toString('utf8')) as unknown);
    },
    readBytes: (key) => {
      const place = places().get(key);
      return place && attempt(() => readPlace(place));
    },
    write: (key, value) => writeBytes(key, [Buffer.from(JSON.stringify(value))]),
    writeBytes,
    finish: (value, keys) => {
      const all = places();
      flush();
      attempt(() => {
        mkdirSync(folder, { recursive: true });
        compact(keys);
        const kept = Object.fromEntries([...(known ?? all)].filter(([key]) => keys.has(key)));
        writeFileSync(`${indexFile}.new`, JSON.stringify({ size, places: kept, value } satisfies Index));
        renameSync(`${indexFile}.new`, indexFile);
      });
    },
  };
}
