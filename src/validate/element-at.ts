import type { FileReading } from '../model/read-tei/read-file.ts';

const offsets = new WeakMap<FileReading, ReadonlyMap<string, number>>();

/** The name, without prefix, of the element of a file that bears an id. */
export function elementAt(file: FileReading, id: string): string | undefined {
  const known = offsets.get(file) ?? new Map(file.structure.ids.map((one) => [one.id, one.offset]));
  offsets.set(file, known);
  const offset = known.get(id);
  if (offset === undefined) return undefined;
  const name = /<\s*(?:[^\s:<>/]+:)?([^\s:<>/]+)/y;
  name.lastIndex = offset;
  return name.exec(file.source.text)?.[1];
}
