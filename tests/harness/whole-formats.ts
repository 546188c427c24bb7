import { makeWholeFormats } from '../../src/formats/index.ts';
import type { OutputFile, WholeFormat } from '../../src/formats/format.ts';
import type { wholeNames } from '../../src/formats/names.ts';
import { recordLosses } from '../../src/verify/check-unit.ts';
import type { ReadEdition } from './edition.ts';

/** Formats of the whole edition, written and proven without a folder. */

export type WholeName = (typeof wholeNames)[number];

export function wholeFormat(name: WholeName, version?: string): WholeFormat {
  const generator = { name: 'octavo', version: '0' };
  const [format] = makeWholeFormats({ textDialect: 'octavo', generator, built: [name], templates: {}, version });
  return format!;
}

/** The files of an edition by their paths. */
export function filesOf(format: WholeFormat, { edition, units }: ReadEdition): Map<string, string> {
  const files = format.files(
    edition,
    units.map((unit) => format.part(unit, edition)),
  );
  return new Map(files.map(({ path, content }: OutputFile) => [path, content as string]));
}

/** What the proof says of files, each difference with its path. */
export function lossesOf(format: WholeFormat, { edition, units }: ReadEdition, files: ReadonlyMap<string, string>) {
  const proof = format.prove(edition);
  for (const unit of units) proof.unit(unit, unit);
  const expected = proof.files((path) => {
    const content = files.get(path);
    return content === undefined ? undefined : Buffer.from(content);
  });
  const known = new Set(expected.map(({ path }) => path));
  const faults = expected.flatMap(({ path, records, readBack }) => {
    const content = files.get(path);
    if (content === undefined) return [`${path} is missing`];
    try {
      return recordLosses(records, readBack(content)).map((fault) => `${path}: ${fault}`);
    } catch (error) {
      return [`${path} cannot be read: ${(error as Error).message}`];
    }
  });
  return [...faults, ...[...files.keys()].filter((path) => !known.has(path)).map((path) => `${path} is too many`)];
}
