import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { decode } from '../../source/decode.ts';
import { readSchema, type ReadSchema } from './read-schema.ts';

export interface ReadSchemaFileOptions {
  /** The folder that files which the schema brings in must lie in: a schema of a stranger reads nothing else. Default: its own folder. */
  readonly root?: string;
}

const slashed = (path: string): string => path.split(sep).join('/');

const isBelow = (path: string, root: string): boolean => {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(root, way) === path;
};

/**
 * Reads a schema from the disk, with the files that it includes. Addresses with a scheme are never fetched. Throws what Node throws where the
 * file itself cannot be read; everything about its content is a finding.
 */
export function readSchemaFile(path: string, { root = dirname(path) }: ReadSchemaFileOptions = {}): ReadSchema {
  const own = resolve(path);
  const { source, findings } = decode(slashed(own), readFileSync(own));
  if (findings.length > 0) return { findings };
  const load = (address: string): string | undefined => {
    const file = resolve(address);
    if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(address) && !existsSync(file)) return undefined;
    if (!isBelow(file, resolve(root)) || !existsSync(file) || !statSync(file).isFile()) return undefined;
    return decode(address, readFileSync(file)).source.text;
  };
  return readSchema(source.text, { address: source.file, load });
}
