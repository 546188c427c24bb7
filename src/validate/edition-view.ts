import type { FileReading } from '../model/read-tei/read-file.ts';
import { nameUnits, type NamedUnit } from '../model/unit-ids.ts';
import { addresses } from '../model/addresses.ts';
import type { EditionReading } from './check.ts';

/** All files of an edition, as rules look at them when they are read. */
export interface EditionView {
  readonly files: readonly FileReading[];
  /** The units with their ids, in reading order. */
  readonly units: readonly NamedUnit[];
  /** The ids of a file; undefined where it was not read to its end, so that nothing can be said of them. */
  ids(file: FileReading): ReadonlySet<string> | undefined;
  /** The file that the name before the `#` of a pointer in the file `from` means. */
  file(name: string, from: string): FileReading | undefined;
}

export function viewEdition({ files, broken }: EditionReading): EditionView {
  const units = nameUnits(files);
  const at = addresses(files, units);
  const idsOf = new Map<FileReading, ReadonlySet<string>>();
  return {
    files,
    units,
    ids: (file) => {
      if (broken.has(file)) return undefined;
      const ids = idsOf.get(file) ?? new Set(file.structure.ids.map(({ id }) => id));
      idsOf.set(file, ids);
      return ids;
    },
    file: (name, from) => at.file(`${name}#`, from)?.file,
  };
}
