import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import type { UnitInfo } from '../model/edition.ts';
import { freeName } from '../model/file-key.ts';
import { sha256 } from '../work/hash.ts';

/** Images of an edition: files in its folder that texts show. What lies outside the folder is never taken. */

export interface Images {
  /** Path in the built edition of an image as a unit's source names it; undefined where there is no such file. */
  readonly find: (source: string, unit: InFile) => string | undefined;
  /** What a unit's page depends on: its images by name and content. */
  readonly hashOf: (sources: readonly string[], unit: InFile) => string;
  /** The image files found so far: path in the built edition, and content. */
  readonly found: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly sha256: string }>;
}

/** Of a unit, the file it is in. */
interface InFile {
  readonly source: Pick<UnitInfo['source'], 'path'>;
}

/** Kinds of images that every browser shows. */
const isShown = (path: string): boolean => /\.(png|jpe?g|gif|svg|webp|avif)$/i.test(path);

export function findImages(folder: string): Images {
  const root = realpathSync(folder);
  const found = new Map<string, { bytes: Uint8Array; sha256: string }>();
  const known = new Map<string, string | undefined>();
  const taken = new Set<string>();

  const look = (path: string): string | undefined => {
    const full = join(root, path);
    if (!isShown(path) || !existsSync(full) || !realpathSync(full).startsWith(root + sep)) return undefined;
    const bytes = readFileSync(full);
    const [, stem, ending] = /^(.*?)(\.[^./]+)$/.exec(path.split(sep).join('/')) as unknown as [string, string, string];
    const to = freeName(`images/${stem}`, ending, taken);
    found.set(to, { bytes, sha256: sha256(bytes) });
    return to;
  };
  const find: Images['find'] = (source, unit) => {
    if (source === '' || /^[a-z][a-z0-9+.-]*:|^[/\\#]/i.test(source)) return undefined;
    const path = normalize(join(dirname(unit.source.path), source));
    if (path.startsWith('..')) return undefined;
    if (!known.has(path)) known.set(path, look(path));
    return known.get(path);
  };
  const hashOf: Images['hashOf'] = (sources, unit) =>
    sources
      .map((source) => find(source, unit))
      .map((path) => (path === undefined ? '' : `${path} ${found.get(path)!.sha256}`))
      .join('\n');
  return { find, hashOf, found };
}
