/**
 * What a path is on a disk that knows neither case nor composed letters (Windows, macOS): two paths with the same key may be one file there.
 * Stricter than any one system: `ß` and `ss` count as the same.
 */
export const fileKey = (path: string): string => path.normalize('NFD').toUpperCase().toLowerCase().normalize('NFC');

/** A name that no earlier one equals by `fileKey`: with `-2`, `-3` … before its ending where it would. Adds it to `taken`. */
export function freeName(stem: string, ending: string, taken: Set<string>): string {
  let name = stem + ending;
  for (let i = 2; taken.has(fileKey(name)); i++) name = `${stem}-${i}${ending}`;
  taken.add(fileKey(name));
  return name;
}
