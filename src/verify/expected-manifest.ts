import type { OutputSheet } from '../config/own-sheets.ts';
import type { BookInEdition, Format } from '../formats/format.ts';
import type { DateFact } from '../model/facts.ts';
import type { Edition, UnitInfo } from '../model/edition.ts';
import { otherViews } from '../model/views.ts';

/** What the manifest must say: each field and the fact that it comes from, written apart from what writes it (edition/manifest.ts). */

type Json = string | number | null | readonly Json[] | { readonly [name: string]: Json };

/** The beginning of a date, in W3C form. */
const beginning = (date: DateFact | undefined): string | null =>
  [date?.when, date?.from, date?.notBefore].find((one) => one !== undefined) ?? null;

function unitFields(unit: UnitInfo, { formats, books, own: ofStylesheets }: About): Json {
  const { facts, source } = unit;
  const own = formats.filter(({ view }) => view === undefined || otherViews(unit).includes(view));
  const outputs = [
    ...own.map((format): [string, string] => [format.name, format.path(facts.id)]),
    ...books.flatMap(({ format, book, ids }): [string, string][] =>
      ids.has(facts.id) ? [[format.name, book.path]] : [],
    ),
    ...ofStylesheets.map(({ name, extension }): [string, string] => [name, `${name}/${facts.id}.${extension}`]),
  ];
  return {
    id: facts.id,
    kind: facts.kind,
    label: facts.number ?? null,
    title: facts.title,
    date: beginning(facts.date),
    pages: facts.pages,
    notes: facts.notes,
    words: facts.words,
    source: {
      path: source.path,
      ...(source.xmlId !== undefined && { xmlId: source.xmlId }),
      ...(source.xpath !== undefined && { xpath: source.xpath }),
      sha256: source.sha256,
      ...(source.except.length > 0 && { except: source.except }),
    },
    outputs: Object.fromEntries(outputs),
  };
}

interface About {
  readonly formats: readonly Format[];
  readonly books: readonly BookInEdition[];
  readonly own: readonly OutputSheet[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly generator: { readonly name: string; readonly version: string };
  readonly textDialect: 'octavo' | 'web';
}

/** The manifest of an edition. */
export const expectedManifest = (edition: Edition, about: About): Json => ({
  edition: {
    id: edition.id,
    title: edition.title,
    licence: edition.licence?.url ?? edition.licence?.text ?? null,
    ...(edition.signs.style === 'plain' ? {} : { signs: edition.signs.style }),
    ...(Object.keys(edition.pages ?? {}).length === 0 ? {} : { pages: edition.pages }),
    ...(Object.keys(edition.leftOut ?? {}).length === 0 ? {} : { leftOut: edition.leftOut }),
  },
  generator: about.generator,
  ...(about.textDialect !== 'octavo' && { textDialect: about.textDialect }),
  documents: edition.units.map((unit) => unitFields(unit, about)),
  outputs: about.outputs,
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A value, or its beginning. */
const brief = (json: string | undefined): string =>
  json === undefined ? 'absent' : json.length > 80 ? `${json.slice(0, 79)}…` : json;

/** What another manifest says differently, in words: `documents[3].title is … instead of …`. */
export function differences(expected: unknown, found: unknown, at = ''): string[] {
  if (!isObject(expected) || !isObject(found) || Array.isArray(expected) !== Array.isArray(found)) {
    const [a, b] = [JSON.stringify(expected), JSON.stringify(found)];
    return a === b ? [] : [`${at} is ${brief(b)} instead of ${brief(a)}`];
  }
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  const step = (name: string): string =>
    Array.isArray(expected) ? `${at}[${name}]` : at === '' ? name : `${at}.${name}`;
  return names.flatMap((name) => differences(expected[name], found[name], step(name)));
}
