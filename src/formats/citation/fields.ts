import type { RecordFields } from '../format.ts';
import type { CitationItem } from '../../model/citation/record.ts';
import type { CitationName } from '../../model/citation/name.ts';
import { invertedName } from '../../model/citation/name.ts';

/** Names as one field: inverted, separated by semicolons. */
export const nameField = (names: readonly CitationName[]): string => names.map(invertedName).join('; ');

/** What BibTeX and RIS call differently is compared under these names (those of CSL-JSON). */
export type FieldName =
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
  | 'CSL issued'
  | 'CSL original-date'
  | 'BibLaTeX date'
  | 'BibLaTeX origdate'
  | 'RIS date'
  | 'RIS archive'
  | 'RIS number'
  | 'RIS general editor'
  | 'RIS recipient'
  | 'translator'
  | 'issue'
  | 'original-title'
  | 'original-publisher'
  | 'original-publisher-place'
  | 'archive'
  | 'archive-place'
  | 'archive_location'
  | 'library'
  | 'ISSN'
  | 'ISBN'
  | 'DOI'
  | 'URL'
  | 'language'
  | 'langid'
  | 'note'
  | `custom ${'general-editor' | 'recipient' | 'document-date' | 'document-date-printed' | 'document-place' | 'source'}`
  | `custom ${'volume-label' | 'rights' | 'archive' | 'archive-place' | 'shelfmark'}`;

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
