/**
 * `--metadata FILE`: what is known of the files next to their text, as CSV with a heading line or as JSON (an array of
 * objects).
 */
import type { Finding } from '../diagnostics/finding.ts';
import { plainCell } from '../model/spreadsheet-cell.ts';
import type { SourceText } from '../source/text.ts';

/** What a header can be filled with. Every field is optional; `file` says which file a record is for. */
export interface Metadata {
  readonly file?: string;
  readonly id?: string;
  readonly number?: string;
  readonly title?: string;
  readonly series?: string;
  readonly subseries?: string;
  /** `Volume XII` */
  readonly volume?: string;
  readonly volumeTitle?: string;
  readonly author?: string;
  readonly editor?: string;
  readonly generalEditor?: string;
  readonly publisher?: string;
  readonly pubPlace?: string;
  /** Year or date of publication. */
  readonly published?: string;
  /** Date of the document, `1962-10-26`. */
  readonly date?: string;
  readonly place?: string;
  readonly sender?: string;
  readonly recipient?: string;
  readonly archive?: string;
  readonly collection?: string;
  readonly shelfmark?: string;
  readonly licence?: string;
  readonly licenceUrl?: string;
  readonly language?: string;
  /** Where the text was taken from. */
  readonly source?: string;
}

const fields: Readonly<Record<string, keyof Metadata>> = {
  file: 'file',
  filename: 'file',
  name: 'file',
  id: 'id',
  number: 'number',
  no: 'number',
  document: 'number',
  title: 'title',
  series: 'series',
  subseries: 'subseries',
  volume: 'volume',
  volumetitle: 'volumeTitle',
  author: 'author',
  editor: 'editor',
  editors: 'editor',
  generaleditor: 'generalEditor',
  publisher: 'publisher',
  pubplace: 'pubPlace',
  published: 'published',
  year: 'published',
  date: 'date',
  place: 'place',
  sender: 'sender',
  from: 'sender',
  recipient: 'recipient',
  addressee: 'recipient',
  to: 'recipient',
  archive: 'archive',
  repository: 'archive',
  collection: 'collection',
  shelfmark: 'shelfmark',
  idno: 'shelfmark',
  licence: 'licence',
  license: 'licence',
  licenceurl: 'licenceUrl',
  licenseurl: 'licenceUrl',
  language: 'language',
  lang: 'language',
  source: 'source',
  url: 'source',
};

function fieldOf(name: string): keyof Metadata | undefined {
  const key = name.toLowerCase().replace(/[\s_-]/g, '');
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** Rows of a CSV text (RFC 4180): quotes, doubled quotes, line breaks in quotes; `;` and tab as separators too. */
export function parseCsv(text: string): string[][] {
  const first = /^[^\r\n]*/.exec(text)![0];
  const separator = [',', ';', '\t'].reduce((a, b) => (first.split(b).length > first.split(a).length ? b : a));
  const rows: string[][] = [[]];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\r\n]*))(${separator}|\r?\n|\r|$)`, 'gy');
  for (let m = cell.exec(text); m; m = cell.exec(text)) {
    rows.at(-1)!.push(m[1] === undefined ? m[2]!.trim() : m[1].replace(/""/g, '"'));
    if (m[3] === '') break;
    if (m[3] !== separator) rows.push([]);
  }
  return rows.filter((r) => r.some((c) => c !== ''));
}

export interface ReadMetadata {
  readonly records: readonly Metadata[];
  readonly findings: readonly Finding[];
}

const badMetadata = (source: SourceText, message: string, fix: string): Finding => ({
  code: 'import-metadata',
  severity: 'error',
  message,
  span: source.span(0, 0),
  fix,
});

function fromObjects(source: SourceText, objects: readonly unknown[]): ReadMetadata {
  const findings: Finding[] = [];
  const unknown = new Set<string>();
  const records = objects.flatMap((object): Metadata[] => {
    if (typeof object !== 'object' || object === null || Array.isArray(object)) {
      findings.push(
        badMetadata(
          source,
          'An entry of the metadata is not an object with fields.',
          'Write [{"file": "d194.txt", "series": "…"}, …].',
        ),
      );
      return [];
    }
    const record: Partial<Record<keyof Metadata, string>> = {};
    for (const [name, value] of Object.entries(object as Record<string, unknown>)) {
      const field = fieldOf(name);
      if (!field) unknown.add(name);
      else if ((typeof value === 'string' || typeof value === 'number') && String(value).trim() !== '')
        record[field] = plainCell(String(value).trim());
    }
    return [record];
  });
  for (const name of unknown) {
    findings.push({
      code: 'import-metadata-field',
      severity: 'note',
      message: `The metadata has a field “${name}” that Octavo does not know; it is left out.`,
      span: source.span(0, 0),
      fix: `Known fields: ${[...new Set(Object.values(fields))].join(', ')}.`,
    });
  }
  return { records, findings };
}

/** Reads a metadata file; JSON where it begins with `[` or `{`, else CSV. */
export function readMetadata(source: SourceText): ReadMetadata {
  const text = source.text.replace(/^\ufeff/, '').trim();
  if (/^[[{]/.test(text)) {
    try {
      const data: unknown = JSON.parse(text);
      return fromObjects(source, Array.isArray(data) ? data : [data]);
    } catch (error) {
      return {
        records: [],
        findings: [
          badMetadata(
            source,
            `The metadata is not valid JSON: ${(error as Error).message}`,
            'Fix the file, or write it as CSV.',
          ),
        ],
      };
    }
  }
  const [head, ...rows] = parseCsv(text);
  if (!head || rows.length === 0) {
    return {
      records: [],
      findings: [
        badMetadata(
          source,
          'The metadata file has no rows.',
          'Write a heading line (file,title,series,…) and one line for each file.',
        ),
      ],
    };
  }
  // Columns are made own properties one by one: a column called “__proto__” is a column like any other.
  return fromObjects(
    source,
    rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? '']))),
  );
}

const base = (file: string): string =>
  file
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, '')
    .toLowerCase();

/** The record for a file: common fields (records without `file`) under those of its own record. */
export function metadataFor(file: string, records: readonly Metadata[]): Metadata {
  const own = records.filter((r) => r.file !== undefined && base(r.file) === base(file));
  return Object.assign({}, ...records.filter((r) => r.file === undefined), ...own) as Metadata;
}
