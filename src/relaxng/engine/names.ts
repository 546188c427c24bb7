/** An expanded name, kept once, so that equal names are the same object. */
export interface QName {
  readonly uri: string;
  readonly local: string;
}

/** The names met so far, by namespace and local name. */
export type NameTable = Map<string, Map<string, QName>>;

/** The one object for this name. */
export function intern(table: NameTable, uri: string, local: string): QName {
  let names = table.get(uri);
  if (names === undefined) {
    names = new Map();
    table.set(uri, names);
  }
  let name = names.get(local);
  if (name === undefined) {
    name = { uri, local };
    names.set(local, name);
  }
  return name;
}
