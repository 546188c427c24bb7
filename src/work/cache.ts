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
 * entry that cannot be read counts as missing. Two files: `pack`, to which entries are added line by line, so that a build that is killed finds
 * what it had done, and `index`, which tells where they are.
 */
export interface Cache {
  read(key: string): unknown;
  /** Adds an entry. A cache that cannot be written is no error: the work is done again. */
  write(key: string, value: unknown): void;
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

/** Finds the entries from `from` to the end of the pack: what a killed build had added. A line is `KEY JSON`. */
function scanPack(bytes: Buffer, from: number, places: Map<string, Place>): void {
  for (let start = from; start < bytes.length;) {
    const end = bytes.indexOf(10, start);
    if (end < 0) return;
    const space = bytes.indexOf(32, start);
    if (space > start && space < end) places.set(bytes.toString('latin1', start, space), [space + 1, end - space - 1]);
    start = end + 1;
  }
}

/** The cache of one edition built into one folder. `where` names it: absolute paths, which are hashed and stand in no output. */
export function openCache(...where: readonly string[]): Cache {
  const folder = join(cacheFolder(), hashOf(...where).slice(0, 24));
  const packFile = join(folder, 'pack');
  const indexFile = join(folder, 'index.json');
  const index = attempt(() => JSON.parse(readFileSync(indexFile, 'utf8')) as Index);
  let known: Map<string, Place> | undefined;
  let waiting: Buffer[] = [];
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
  const readBytes = ([start, length]: Place): Buffer => {
    flush();
    const fd = openSync(packFile, 'r');
    const bytes = Buffer.alloc(length);
    readSync(fd, bytes, 0, length, start);
    closeSync(fd);
    return bytes;
  };
  const compact = (keys: ReadonlySet<string>): void => {
    const kept = [...places()].filter(([key]) => keys.has(key));
    const used = kept.reduce((sum, [key, [, length]]) => sum + key.length + length + 2, 0);
    if (used >= size * (1 - wasteAllowed)) return;
    const moved = new Map<string, Place>();
    const lines: Buffer[] = [];
    let at = 0;
    for (const [key, place] of kept) {
      const line = Buffer.concat([Buffer.from(`${key} `), readBytes(place), Buffer.from('\n')]);
      moved.set(key, [at + key.length + 1, place[1]]);
      lines.push(line);
      at += line.length;
    }
    writeFileSync(`${packFile}.new`, Buffer.concat(lines));
    renameSync(`${packFile}.new`, packFile);
    known = moved;
    size = at;
  };
  return {
    readIndex: () => index?.value,
    read: (key) => {
      const place = places().get(key);
      return place && attempt(() => JSON.parse(readBytes(place).toString('utf8')) as unknown);
    },
    write: (key, value) => {
      const to = places();
      const line = Buffer.from(`${key} ${JSON.stringify(value)}\n`);
      to.set(key, [size + key.length + 1, line.length - key.length - 2]);
      size += line.length;
      waiting.push(line);
      waitingBytes += line.length;
      if (waitingBytes > flushAbove) flush();
    },
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
