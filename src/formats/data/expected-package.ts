import type { Edition } from '../../model/edition.ts';
import type { RecordFields } from '../format.ts';
import type { TableKind } from './columns.ts';

/** What `datapackage.json` must say: of the package, then of each table. */

export function expectedPackage(
  edition: Edition,
  tables: readonly TableKind[],
  version: string | undefined,
): RecordFields[] {
  const { licence } = edition;
  const about: RecordFields = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: edition.id
      .toLowerCase()
      .split(/[^a-z0-9._-]+/)
      .join('-'),
    title: edition.title || edition.id,
    ...(version === undefined ? {} : { version }),
    ...(edition.baseUrl === undefined ? {} : { homepage: edition.baseUrl.split('{id}')[0]! }),
    ...(licence?.url === undefined ? {} : { licenses: JSON.stringify([{ path: licence.url, title: licence.text }]) }),
  };
  return [about, ...tables.map(resource)];
}

function resource({ file, about, columns, refers }: TableKind): RecordFields {
  const [name, format] = file.split('.') as [string, string];
  const isCsv = format === 'csv';
  const schema: Record<string, unknown> = {
    fields: columns.map((column) => ({ name: column.name, type: column.type, description: column.about })),
  };
  if (columns[0]!.name === 'id') schema['primaryKey'] = ['id'];
  if (refers)
    schema['foreignKeys'] = Object.keys(refers).map((field) => ({
      fields: [field],
      reference: { resource: refers[field], fields: ['id'] },
    }));
  return {
    name,
    path: file,
    title: about,
    format,
    mediatype: isCsv ? 'text/csv' : 'application/jsonl',
    encoding: 'utf-8',
    ...(isCsv && { dialect: JSON.stringify({ lineTerminator: '\r\n', doubleQuote: true, header: true }) }),
    schema: JSON.stringify(schema),
  };
}
