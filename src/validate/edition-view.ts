import type { FileReading } from '../model/read-tei/read-file.ts';
import { nameUnits, type NamedUnit } from '../model/unit-ids.ts';
import { addresses } from '../model/addresses.ts';
import type { SourceText } from '../source/text.ts';
import type { EditionReading } from './check.ts';
import type { FilePointers } from './file-pointers.ts';

/** All files of an edition, as rules look at them when they are read. */
export interface EditionView {
  readonly files: readonly FileReading[];
  /** The units with their ids, in reading order. */
  readonly units: readonly NamedUnit[];
  /** The ids of a file; undefined where it was not read to its end, so that nothing can be said of them. */
  ids(file: FileReading): ReadonlySet<string> | undefined;
  /** The file that the name before the `#` of a pointer in the file `from` means. */
  file(name: string, from: string): FileReading | undefined;
  /** The pointers that a file holds. */
  pointers(file: FileReading): FilePointers;
}

export function viewEdition(
  { files, broken }: EditionReading,
  pointers: ReadonlyMap<SourceText, FilePointers>,
): EditionView {
  let units: NamedUnit[] | undefined;
  const at = addresses(files, []);
  const idsOf = new Map<FileReading, ReadonlySet<string>>();
  return {
    files,
    get units() {
      return (units ??= nameUnits(files));
    },
    ids: (file) => {
      if (broken.has(file)) return undefined;
      const ids = idsOf.get(file) ?? new Set(file.structure.ids.map(({ id }) => id));
      idsOf.set(file, ids);
      return ids;
    },
    file: (name, from) => at.file(`${name}#`, from)?.file,
    pointers: ({ source }) => pointers.get(source) ?? { pointers: [], unexplained: [] },
  };
}
