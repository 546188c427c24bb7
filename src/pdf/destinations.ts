import type { Destination } from './document.ts';
import type { PdfFile } from './pdf-file.ts';
import { keyOf } from './text-string.ts';
import { treeEntries } from './trees.ts';
import { isArray, isDict, Name, nameOf, numberOf, Ref, type Value } from './values.ts';

/** Places of a document (ISO 32000-1, 12.3.2), with names or without. */

export interface Places {
  readonly named: ReadonlyMap<string, Destination>;
  /** The name that a value is, and the place that it is or names. */
  find(value: Value | undefined): { readonly name?: string; readonly destination?: Destination };
}

function explicit(
  file: PdfFile,
  value: Value | undefined,
  pages: ReadonlyMap<number, number>,
): Destination | undefined {
  const found = file.resolve(value);
  const list = isDict(found) ? file.resolve(found.get('D')) : found;
  if (!isArray(list)) return undefined;
  const [target, kind, left, top] = list;
  const page = target instanceof Ref ? pages.get(target.number) : numberOf(target);
  const isPoint = nameOf(file.resolve(kind)) === 'XYZ';
  const [x, y] = isPoint ? [file.number(left), file.number(top)] : [undefined, undefined];
  return { page, ...(x !== undefined && { x }), ...(y !== undefined && { y }) };
}

/** `pages`: the index of a page by the number of its object. */
export function readPlaces(file: PdfFile, pages: ReadonlyMap<number, number>): Places {
  const named = new Map<string, Destination>();
  const put = (name: string | undefined, value: Value): void => {
    const destination = explicit(file, value, pages);
    if (name !== undefined && destination && !named.has(name)) named.set(name, destination);
  };
  for (const [key, value] of treeEntries(file, file.dict(file.catalog.get('Names')).get('Dests'), 'Names'))
    put(keyOf(key), value);
  // Before PDF 1.2, names were in a dictionary.
  for (const [key, value] of file.dict(file.catalog.get('Dests'))) put(key, value);
  return {
    named,
    find: (value) => {
      const found = file.resolve(value);
      const name = found instanceof Name ? found.name : keyOf(found);
      const destination = name === undefined ? explicit(file, found, pages) : named.get(name);
      return { ...(name !== undefined && { name }), ...(destination && { destination }) };
    },
  };
}
