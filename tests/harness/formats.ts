import type { BookFormat, Format } from '../../src/formats/format.ts';
import { makeBookFormats, makeFormats } from '../../src/formats/index.ts';
import { formatNames } from '../../src/formats/names.ts';

const inMap = (formats: readonly Format[], more = ''): [string, Format][] =>
  formats.map((format) => [`${format.name}${more}`, format]);

/** What of a unit is in a book. */
export function chaptersOfBooks(): [string, Format] {
  const options = { generator: { name: 'octavo', version: '0' }, built: ['epub'], templates: {} };
  const [{ name, chapter }] = makeBookFormats({ ...options, textDialect: 'octavo' }) as [BookFormat];
  return [name, chapter];
}

/** All formats, the plain text in both its dialects; those of the diplomatic view only with `views`. */
export async function allFormats(views = false): Promise<ReadonlyMap<string, Format>> {
  const options = { generator: { name: 'octavo', version: '0' }, built: formatNames, templates: {} };
  const octavo = await makeFormats({ ...options, textDialect: 'octavo' });
  const web = await makeFormats({ ...options, built: ['text'], textDialect: 'web' });
  const all = [...inMap(octavo), ...inMap(web, ' (web)')];
  return new Map(all.filter(([, { view }]) => views || view === undefined));
}
