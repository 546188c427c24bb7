import { takesAll, type TakesParts, type WholeFormat } from '../formats/format.ts';
import type { Edition } from '../model/edition.ts';
import type { PreparedUnit } from '../edition/prepare.ts';
import type { BuildMemory, WholeMemory } from '../edition/record.ts';
import { hashOf } from '../work/hash.ts';
import type { Draft } from './output-folder.ts';
import type { UnitWriter } from './write-units.ts';

/** Writes the files of formats of the whole edition, or keeps those that would be the same. */

export interface WholeTaker {
  readonly format: WholeFormat;
  readonly taker: TakesParts;
}

export const wholeTakers = (formats: readonly WholeFormat[], edition: Edition): WholeTaker[] =>
  formats.map((format) => ({ format, taker: takesAll(format, edition) }));

export interface WholeOptions {
  readonly edition: Edition;
  readonly units: readonly PreparedUnit[];
  readonly writer: UnitWriter;
  readonly draft: Draft;
  readonly memory: BuildMemory | undefined;
  /** What all files depend on: program, settings, formats. */
  readonly stamp: string;
}

/** Everything the files are made from: the units as they were written, and what the edition says of itself and its registers. */
function keyOf({ edition, units, writer, stamp }: WholeOptions): string {
  const { id, title, licence, language, baseUrl, entities, units: infos } = edition;
  const shared = JSON.stringify([id, title, licence, language, baseUrl, entities, infos]);
  return hashOf(stamp, shared, JSON.stringify(units.map(({ named }) => writer.memory.get(named.id)?.outputKey)));
}

/** Writes what formats have of the edition; gives what each wrote, by its name. */
export const writeWholeFormats = (takers: readonly WholeTaker[], options: WholeOptions): Record<string, WholeMemory> =>
  Object.fromEntries(takers.map((one) => [one.format.name, writeOne(one, options)]));

/** What the manifest names of them: the file of each that has written it. */
export const outputsOfWhole = (
  takers: readonly WholeTaker[],
  written: Readonly<Record<string, WholeMemory>>,
): Record<string, string> =>
  Object.fromEntries(
    takers
      .filter(({ format: { name, path } }) => written[name]?.paths.includes(path) === true)
      .map(({ format: { name, path } }) => [name, path]),
  );

function writeOne({ format, taker }: WholeTaker, options: WholeOptions): WholeMemory {
  const { edition, units, writer, draft, memory } = options;
  const key = keyOf(options);
  const last = memory?.whole?.[format.name];
  if (last?.key === key && writer.keep(...last.paths)) return last;
  const parts = units.map((unit) => writer.part(unit, taker));
  const files = format.files(edition, parts);
  for (const { path, content } of files) writer.put(draft, path, content);
  const findings = format.findings?.(edition, parts) ?? [];
  return { key, paths: files.map(({ path }) => path), findings };
}
