import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { hashOf } from './hash.ts';

/**
 * Results by the hash of all they depend on, kept outside the edition and its output. What is in a cache can be thrown away at any time; an
 * entry that cannot be read counts as missing.
 */
export interface Cache {
  read(key: string): unknown;
  /** Entries appear whole or not at all, also when the program is killed. A cache that cannot be written is no error: the work is done again. */
  write(key: string, value: unknown): void;
  /** Throws away what is not in `keys`. */
  keepOnly(keys: ReadonlySet<string>): void;
}

/** The folder for caches: `OCTAVO_CACHE`, else `octavo` in the user's cache folder. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const own = environment['OCTAVO_CACHE'];
  if (own) return own;
  const base = environment['XDG_CACHE_HOME'] ?? environment['LOCALAPPDATA'] ?? join(homedir(), '.cache');
  return join(base, 'octavo');
}

/** The cache of one edition built into one folder. `where` names it: absolute paths, which are hashed and stand in no output. */
export function openCache(...where: readonly string[]): Cache {
  const folder = join(cacheFolder(), hashOf(...where).slice(0, 24));
  const fileOf = (key: string): string => join(folder, `${key}.json`);
  let made = false;
  return {
    read: (key) => {
      try {
        return JSON.parse(readFileSync(fileOf(key), 'utf8')) as unknown;
      } catch {
        return undefined;
      }
    },
    write: (key, value) => {
      try {
        if (!made) mkdirSync(folder, { recursive: true });
        made = true;
        const draft = `${fileOf(key)}.${process.pid}`;
        writeFileSync(draft, JSON.stringify(value));
        renameSync(draft, fileOf(key));
      } catch {
        made = false;
      }
    },
    keepOnly: (keys) => {
      try {
        for (const name of readdirSync(folder)) {
          if (!keys.has(name.replace(/\.json$/, ''))) rmSync(join(folder, name), { force: true });
        }
      } catch {
        // No folder, nothing to throw away.
      }
    },
  };
}

/** A cache that keeps nothing. */
export const noCache: Cache = { read: () => undefined, write: () => undefined, keepOnly: () => undefined };
