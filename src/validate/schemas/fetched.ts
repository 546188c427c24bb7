import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../source/make-folder.ts';
import { cacheFolder } from '../../work/cache.ts';
import { sha256 } from '../../work/hash.ts';
import { schemaKind, type NamedSchema } from './named-schemas.ts';

/** Schemas of the web as they were fetched once: in the user's cache, in folders like those of the web, so that they find their parts. */

/** Does this name something on the web? */
export const isRemote = (href: string): boolean => /^https?:\/\//i.test(href) && URL.canParse(href);

const safe = (part: string): string => encodeURIComponent(part).replace(/^\.+/, '_').slice(0, 100);

const endings: Readonly<Record<NamedSchema['kind'], string>> = { relaxng: 'rng', xsd: 'xsd', schematron: 'sch' };

/** Where the copy of an address is, or would be; `kind` says what it is where its name does not. */
export function fetchedPath(address: string, kind?: NamedSchema['kind']): string {
  const { protocol, host, pathname, search } = new URL(address);
  const parts = pathname.split('/').filter((part) => part !== '');
  const name = parts.pop() ?? 'index';
  const asked = search === '' ? '' : `${sha256(search).slice(0, 16)}-`;
  const ending = kind !== undefined && schemaKind(name) !== kind ? `.${endings[kind]}` : '';
  return join(
    cacheFolder(),
    'fetched',
    protocol.slice(0, -1),
    safe(host),
    ...parts.map(safe),
    `${asked}${safe(name)}${ending}`,
  );
}

export const isFetched = (path: string): boolean => existsSync(path);

/** Keeps a copy; another program that reads it never sees half of it. */
export function keepFetched(path: string, bytes: Uint8Array): void {
  makeFolder(dirname(path));
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
}
