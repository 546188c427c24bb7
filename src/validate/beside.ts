import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { decode } from '../source/decode.ts';
import { readRegularFile } from '../source/regular-file.ts';
import type { RuleRun } from './rule.ts';

/** What lies in the edition's folder next to the files that are checked. Nothing outside the folder is ever read. */
export type Beside = Pick<RuleRun, 'readText' | 'idsBeside'>;

/** A file in a folder, by its path in it; undefined where there is none, or where a link leads out of the folder. */
function inside(folder: string, path: string): string | undefined {
  if (path === '' || path.includes('\0')) return undefined;
  const full = resolve(folder, path);
  if (!existsSync(full) || !statSync(full).isFile()) return undefined;
  return realpathSync(full).startsWith(realpathSync(folder) + sep) ? full : undefined;
}

/** Comments and CDATA sections, which hold no tags (one that never ends is the rest of the file), and tags with an id. */
const idOrSection =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<[^<!?/][^<]*?\sxml:id\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/** The ids of a file that is pointed to and not checked itself: whether it is well-formed is not asked here. */
function readIds(file: string): ReadonlySet<string> {
  const { source } = decode(file, readRegularFile(file));
  const ids = [...source.text.matchAll(idOrSection)].map((found) => found[1] ?? found[2]);
  return new Set(ids.filter((id) => id !== undefined));
}

/** Looks into the folder only when it is asked, and at each file once. */
export function filesBeside(folder: string): Beside {
  const known = new Map<string, ReadonlySet<string> | undefined>();
  return {
    readText: (path) => {
      const full = inside(folder, path);
      return full === undefined ? undefined : readRegularFile(full).toString('utf8');
    },
    idsBeside: (name, from) => {
      const at = `${dirname(from)}/${name}`;
      if (known.has(at)) return known.get(at);
      const full = inside(folder, at) ?? inside(folder, `${at}.xml`);
      const ids = full === undefined ? undefined : readIds(full);
      known.set(at, ids);
      return ids;
    },
  };
}
