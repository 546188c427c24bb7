import type { Edition } from '../../model/edition.ts';
import { type Column, tableKinds } from './columns.ts';
import type { Table } from './table.ts';

/** `datapackage.json`: what each table is and what is in its columns (Data Package 2.0, Table Schema). */

export const packagePath = 'data/datapackage.json';
const profile = 'https://datapackage.org/profiles/2.0/datapackage.json';

const nameOf = (file: string): string => file.replace(/\.\w+$/, '');

const fieldOf = ({ name, type, about }: Column): object => ({ name, type, description: about });

function resourceOf({ kind: { file, about, columns, refers = {} } }: Table): object {
  const isCsv = file.endsWith('.csv');
  const keys = Object.entries(refers).map(([field, resource]) => ({
    fields: [field],
    reference: { resource, fields: ['id'] },
  }));
  return {
    name: nameOf(file),
    path: file,
    title: about,
    format: isCsv ? 'csv' : 'jsonl',
    mediatype: isCsv ? 'text/csv' : 'application/jsonl',
    encoding: 'utf-8',
    ...(isCsv && { dialect: { lineTerminator: '\r\n', doubleQuote: true, header: true } }),
    schema: {
      fields: columns.map(fieldOf),
      ...(columns[0]!.name === 'id' && { primaryKey: ['id'] }),
      ...(keys.length > 0 && { foreignKeys: keys }),
    },
  };
}

/** The name of a package: lower-case letters, digits, `-`, `_` and `.`. */
const packageName = (id: string): string => id.toLowerCase().replace(/[^a-z0-9._-]+/g, '-');

/** The description of the tables. `version`: of the edition. */
export function packageFile(edition: Edition, tables: readonly Table[], version: string | undefined): string {
  const { id, title, licence, baseUrl } = edition;
  const content = {
    $schema: profile,
    name: packageName(id),
    title: title === '' ? id : title,
    ...(version !== undefined && { version }),
    ...(baseUrl !== undefined && { homepage: baseUrl.replace(/\{id\}.*$/, '') }),
    ...(licence?.url !== undefined && { licenses: [{ path: licence.url, title: licence.text }] }),
    resources: tableKinds.flatMap((kind) => {
      const table = tables.find((one) => one.kind === kind);
      return table ? [resourceOf(table)] : [];
    }),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
