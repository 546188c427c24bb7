/** CSL-JSON (citation-style-language/schema 1.0): an array of items; `custom` keeps what is known of the original. */

import type { RecordFields, RecordFormat } from '../format.ts';
import { bibliography } from './bibliography.ts';
import { expectedFields } from './expected-fields.ts';
import { type FieldName, nameField, numberNote, pageRange, presentFields } from './fields.ts';
import type { CitationItem } from '../../model/citation/item.ts';
import { known, unitItem } from '../../model/citation/item.ts';
import type { CitationName } from '../../model/citation/name.ts';

interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author: readonly CitationName[];
  readonly editor: readonly CitationName[];
  readonly issued: { readonly 'date-parts': readonly (readonly number[])[] };
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
    'container-title': item.containerTitle,
    'collection-title': item.series,
    volume: item.volume,
    'chapter-number': item.number,
    page: pageRange(item),
    publisher: item.publisher,
    'publisher-place': item.place,
    issued: item.year === undefined ? undefined : { 'date-parts': [[Number(item.year)]] },
    ISBN: item.isbn,
    DOI: item.doi,
    URL: item.url,
    language: item.language,
    note: numberNote(item),
    custom: custom(item),
  });
}

const asFile = (items: readonly CitationItem[]): string => `${JSON.stringify(items.map(cslItem), null, 2)}\n`;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function fieldsOf(item: Partial<CslItem>): RecordFields {
  const beside = item.custom ?? {};
  const names = (value: unknown): string | undefined =>
    Array.isArray(value) ? nameField(value as CitationName[]) : undefined;
  const same = [
    'id',
    'type',
    'title',
    'container-title',
    'collection-title',
    'volume',
    'chapter-number',
    'page',
  ] as const;
  const more = ['publisher', 'publisher-place', 'ISBN', 'DOI', 'URL', 'language', 'note'] as const;
  const kept = ['document-date', 'document-date-printed', 'document-place', 'source', 'volume-label'] as const;
  return presentFields({
    ...Object.fromEntries([...same, ...more].map((name) => [name, text(item[name])])),
    ...Object.fromEntries(kept.map((name) => [name, text(beside[name])])),
    author: names(item.author),
    editor: names(item.editor),
    'general-editor': names(beside['general-editor']),
    recipient: names(beside.recipient),
    issued: item.issued?.['date-parts'][0]?.join('-'),
  });
}

const itemFields = new Set(
  (
    'id type title author editor container-title collection-title volume chapter-number page publisher publisher-place issued ISBN DOI URL ' +
    'language note custom'
  ).split(' '),
);
const customFields = new Set(
  'general-editor recipient document-date document-date-printed document-place source volume-label'.split(' '),
);

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

/** What only this format carries: of the original, and of the volume as it is printed. */
const ofOriginal: readonly FieldName[] = [
  'general-editor',
  'recipient',
  'document-date',
  'document-date-printed',
  'document-place',
  'source',
  'volume-label',
];

/** Citations as CSL-JSON: one file per unit, and `edition.csl.json` with all of them. */
export const cslJson: RecordFormat = {
  name: 'csl-json',
  carries: 'record',
  editionPath: 'edition.csl.json',
  path: (id) => `citations/${id}.json`,
  write: (unit, edition) => asFile([unitItem(unit, edition)]),
  writeEdition: (edition) => [{ path: 'edition.csl.json', content: asFile(bibliography(edition)) }],
  expected: (unit, edition) => expectedFields(unit, edition, [...ofOriginal, 'note']),
  readBack: readCslJson,
};
