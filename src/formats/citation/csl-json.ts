/** CSL-JSON (citation-style-language/schema 1.0): an array of items; `custom` keeps what is known of the original. */

import type { RecordFields, RecordFormat } from '../format.ts';
import { bibliography } from './bibliography.ts';
import { expectedFields } from './expected-fields.ts';
import { type FieldName, nameField, numberNote, pageRange, presentFields } from './fields.ts';
import { unitItem } from '../../model/citation/item.ts';
import { type CitationItem, known } from '../../model/citation/record.ts';
import { type CslDate, cslDate } from './csl-date.ts';
import type { CitationName } from '../../model/citation/name.ts';

interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author: readonly CitationName[];
  readonly editor: readonly CitationName[];
  readonly issued: CslDate;
  readonly 'original-date': CslDate;
  readonly custom: Readonly<Record<string, string | readonly CitationName[]>>;
  readonly [field: string]: unknown;
}

const nonEmpty = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

function custom({ beside, generalEditors }: CitationItem): CslItem['custom'] | undefined {
  const fields = known<CslItem['custom']>({
    'general-editor': nonEmpty(generalEditors),
    recipient: nonEmpty(beside.recipients),
    'document-date': beside.date,
    'document-date-printed': beside.printedDate,
    'document-place': beside.place,
    source: beside.source,
    'volume-label': beside.volumeLabel,
    rights: beside.rights,
    archive: beside.archive,
    'archive-place': beside.archivePlace,
    shelfmark: beside.shelfmark,
  });
  return Object.keys(fields).length === 0 ? undefined : fields;
}

/** The CSL item of a citation. */
function cslItem(item: CitationItem): object {
  return known<CslItem>({
    id: item.id,
    type: item.type,
    title: item.title,
    author: nonEmpty(item.authors),
    editor: nonEmpty(item.editors),
    translator: nonEmpty(item.translators),
    'container-title': item.containerTitle,
    'collection-title': item.series,
    volume: item.volume,
    issue: item.issue,
    'chapter-number': item.number,
    page: pageRange(item),
    publisher: item.publisher,
    'publisher-place': item.place,
    issued: cslDate(item.date),
    'original-title': item.original.title,
    'original-date': cslDate(item.original.date),
    'original-publisher': item.original.publisher,
    'original-publisher-place': item.original.place,
    archive: item.archive,
    'archive-place': item.archivePlace,
    archive_location: item.shelfmark,
    ISBN: item.isbn,
    ISSN: item.issn,
    DOI: item.doi,
    URL: item.url,
    language: item.language,
    note: numberNote(item),
    custom: custom(item),
  });
}

const asFile = (items: readonly CitationItem[]): string => `${JSON.stringify(items.map(cslItem), null, 2)}\n`;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Fields whose value is a text, by their names in an item and under `custom`. */
const texts = [
  ...([
    'id',
    'type',
    'title',
    'container-title',
    'collection-title',
    'volume',
    'issue',
    'chapter-number',
    'page',
  ] as const),
  ...(['publisher', 'publisher-place', 'original-title', 'original-publisher', 'original-publisher-place'] as const),
  ...(['archive', 'archive-place', 'archive_location', 'ISBN', 'ISSN', 'DOI', 'URL', 'language', 'note'] as const),
];
const textsBeside = [
  ...(['document-date', 'document-date-printed', 'document-place', 'source', 'volume-label', 'rights'] as const),
  ...(['archive', 'archive-place', 'shelfmark'] as const),
];

/** A date as its own field in the proof, with all that is in it. */
const dateField = (date: CslDate | undefined): string | undefined => date && JSON.stringify(date);

function fieldsOf(item: Partial<CslItem>): RecordFields {
  const beside = item.custom ?? {};
  const names = (value: unknown): string | undefined =>
    Array.isArray(value) ? nameField(value as CitationName[]) : undefined;
  return presentFields({
    ...Object.fromEntries(texts.map((name) => [name, text(item[name])])),
    ...Object.fromEntries(textsBeside.map((name) => [`custom ${name}`, text(beside[name])])),
    author: names(item.author),
    editor: names(item.editor),
    translator: names(item['translator']),
    'custom general-editor': names(beside['general-editor']),
    'custom recipient': names(beside['recipient']),
    'CSL issued': dateField(item.issued),
    'CSL original-date': dateField(item['original-date']),
  });
}

const itemFields = new Set<string>([...texts, 'author', 'editor', 'translator', 'issued', 'original-date', 'custom']);
const customFields = new Set<string>([...textsBeside, 'general-editor', 'recipient']);

function checkFields(of: object, known: ReadonlySet<string>): void {
  const unknown = Object.keys(of).find((name) => !known.has(name));
  if (unknown !== undefined) throw new Error(`the field ${unknown} is not known`);
}

/** The records of a CSL-JSON file. A file that is not as JSON is written here could hide a doubled field. */
function readCslJson(content: string): RecordFields[] {
  const items: unknown = JSON.parse(content);
  if (!Array.isArray(items)) throw new Error('it is not a list');
  if (`${JSON.stringify(items, null, 2)}\n` !== content)
    throw new Error('a field is doubled, or it is not laid out as it was written');
  return items.map((item: Partial<CslItem>) => {
    checkFields(item, itemFields);
    checkFields(item.custom ?? {}, customFields);
    return fieldsOf(item);
  });
}

/** What only this format carries: dates in its form, and what is known of the original, and of the volume as it is printed. */
const own: readonly FieldName[] = [
  ...([
    'CSL issued',
    'CSL original-date',
    'archive',
    'archive-place',
    'archive_location',
    'custom general-editor',
  ] as const),
  ...textsBeside.map((name) => `custom ${name}` as const),
  ...([
    'custom recipient',
    'original-title',
    'original-publisher',
    'original-publisher-place',
    'ISSN',
    'note',
  ] as const),
];

/** Citations as CSL-JSON: one file per unit, and `edition.csl.json` with all of them. */
export const cslJson: RecordFormat = {
  name: 'csl-json',
  carries: 'record',
  editionPath: 'edition.csl.json',
  path: (id) => `citations/${id}.json`,
  write: (unit, edition) => asFile([unitItem(unit, edition)]),
  writeEdition: (edition) => [{ path: 'edition.csl.json', content: asFile(bibliography(edition)) }],
  expected: (unit, edition) => expectedFields(unit, edition, own),
  readBack: readCslJson,
};
