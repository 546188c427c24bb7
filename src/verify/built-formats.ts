import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../edition/manifest.ts';
import type { BookFormat, Format, WholeFormat } from '../formats/format.ts';
import type { Edition, UnitInfo } from '../model/edition.ts';
import type { Loss } from './check-unit.ts';

/**
 * The formats that an edition was built in: those that its manifest names anywhere, and those of which there is any file. A manifest that
 * names fewer outputs than there are must not shrink what is proven.
 */
export function builtFormats(
  all: readonly Format[],
  manifest: Manifest,
  units: readonly UnitInfo[],
  out: string,
): Format[] {
  const named = new Set([manifest, ...manifest.documents].flatMap(({ outputs }) => Object.keys(outputs)));
  return all.filter(
    (format) => named.has(format.name) || units.some(({ facts }) => existsSync(join(out, format.path(facts.id)))),
  );
}

/** The formats of books that an edition was built in, likewise. */
export function builtBookFormats(
  all: readonly BookFormat[],
  manifest: Manifest,
  edition: Edition,
  out: string,
): string[] {
  const named = new Set([manifest, ...manifest.documents].flatMap(({ outputs }) => Object.keys(outputs)));
  return all
    .filter((format) => named.has(format.name) || format.books(edition).some(({ path }) => existsSync(join(out, path))))
    .map(({ name }) => name);
}

/** The formats of the whole edition that it was built in, likewise. */
export const builtWholeFormats = (all: readonly WholeFormat[], manifest: Manifest, out: string): WholeFormat[] =>
  all.filter(({ name, path }) => Object.hasOwn(manifest.outputs, name) || existsSync(join(out, path)));

/** An edition without any format proves nothing. */
export const noFormats = (formats: readonly unknown[]): Loss[] =>
  formats.length > 0
    ? []
    : [
        {
          document: '',
          format: 'manifest',
          message: 'names no format, and there are no files of any: build the edition again',
        },
      ];
