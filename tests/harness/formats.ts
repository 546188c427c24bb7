import type { BookFormat, Format } from '../../src/formats/format.ts';
import { type FormatOptions, makeBookFormats, makeFormats } from '../../src/formats/index.ts';
import { loadShells } from '../../src/formats/shells.ts';
import { formatNames } from '../../src/formats/names.ts';

const inMap = (formats: readonly Format[], more = ''): [string, Format][] =>
  formats.map((format) => [`${format.name}${more}`, format]);

/** What of a unit is in a book. */
export function chaptersOfBooks(): [string, Format] {
  const options = { generator: { name: 'octavo', version: '0' }, built: ['epub'], templates: {} };
  const [{ name, chapter }] = makeBookFormats({ ...options, textDialect: 'octavo' }) as [BookFormat];
  return [name, chapter];
}

/** The witnesses that documents made at random name; C and E are a group. In a text it does not say which one is the base. */
export const listOfWitnesses = `<listWit><witness xml:id="A"/><witness xml:id="B" n="Bβ"/><listWit xml:id="D"><witness xml:id="C"/><witness xml:id="E"/></listWit></listWit>`;
export const namedWitnesses = ['A', 'B', 'C', 'E'].map((id) => ({ id, siglum: id === 'B' ? 'Bβ' : id, name: id }));

/** All formats, the plain text in both its dialects; those of the diplomatic view only with `views`, and of the texts of `witnesses`. */
export async function allFormats(
  views = false,
  witnesses?: FormatOptions['witnesses'],
): Promise<ReadonlyMap<string, Format>> {
  const options = {
    generator: { name: 'octavo', version: '0' },
    built: formatNames,
    templates: {},
    ...(witnesses && { witnesses }),
  };
  const octavo = makeFormats({ ...options, textDialect: 'octavo' }, await loadShells(options));
  const web = makeFormats({ ...options, built: ['text'], textDialect: 'web' }, undefined);
  const all = [...inMap(octavo), ...inMap(web, ' (web)')];
  return new Map(all.filter(([, { view }]) => views || view === undefined));
}
