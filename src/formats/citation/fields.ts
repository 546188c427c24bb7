import type { RecordFields } from '../format.ts';
import type { CitationItem } from '../../model/citation/item.ts';
import type { CitationName } from '../../model/citation/name.ts';
import { invertedName } from '../../model/citation/name.ts';

/** Names as one field: inverted, separated by semicolons. */
export const nameField = (names: readonly CitationName[]): string => names.map(invertedName).join('; ');

/** What BibTeX and RIS call differently is compared under these names (those of CSL-JSON). */
type FieldName =
  | 'id'
  | 'type'
  | 'title'
  | 'author'
  | 'editor'
  | 'container-title'
  | 'collection-title'
  | 'volume'
  | 'chapter-number'
  | 'page'
  | 'publisher'
  | 'publisher-place'
  | 'issued'
  | 'ISBN'
  | 'DOI'
  | 'URL'
  | 'language'
  | 'langid'
  | 'note'
  | 'general-editor'
  | 'recipient'
  | 'document-date'
  | 'document-date-printed'
  | 'document-place'
  | 'source'
  | 'volume-label';

/** Field name → value, empty values left out. */
export function presentFields(fields: Partial<Record<FieldName, string | undefined>>): RecordFields {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** `590-595`: a hyphen, as CSL wants it. */
export const pageRange = (item: CitationItem): string | undefined =>
  item.lastPage === undefined ? item.firstPage : `${item.firstPage}-${item.lastPage}`;

/** `Document 194` */
export const numberNote = (item: CitationItem): string | undefined =>
  item.number === undefined ? undefined : `Document ${item.number}`;

/** The fields every citation format carries. */
export function sharedFields(item: CitationItem): RecordFields {
  return presentFields({
    id: item.id,
    type: item.type,
    title: item.title,
    author: nameField(item.authors),
    editor: nameField(item.editors),
    'container-title': item.containerTitle,
    'collection-title': item.series,
    volume: item.volume,
    'chapter-number': item.number,
    page: pageRange(item),
    publisher: item.publisher,
    'publisher-place': item.place,
    issued: item.year,
    ISBN: item.isbn,
    DOI: item.doi,
    URL: item.url,
    language: item.language,
  });
}

/** What only CSL-JSON carries. */
export function besideFields({ generalEditors, beside }: CitationItem): RecordFields {
  return presentFields({
    'general-editor': nameField(generalEditors),
    recipient: nameField(beside.recipients),
    'document-date': beside.date,
    'document-date-printed': beside.printedDate,
    'document-place': beside.place,
    source: beside.source,
    'volume-label': beside.volumeLabel,
  });
}
