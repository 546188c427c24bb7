import { readCsv } from '../csv.ts';
import type { RecordFields } from '../format.ts';
import type { TableKind } from './columns.ts';

/** Reads tables back, from their bytes alone. Throws for whatever is not understood. */

/** A value as a field: of texts and numbers the characters, of lists their JSON. */
const asField = (value: unknown): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);

/** What a number is not written as, and a text is. */
function checkType(name: string, value: unknown, type: string): void {
  const is = Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;
  if (is !== type) throw new Error(`${name} is not of the type ${type}`);
}

function readJsonLines({ columns }: TableKind, content: string): RecordFields[] {
  if (!content.endsWith('\n')) throw new Error('the last line does not end');
  return content
    .slice(0, -1)
    .split('\n')
    .map((line) => {
      const row = JSON.parse(line) as Readonly<Record<string, unknown>>;
      if (JSON.stringify(row) !== line)
        throw new Error('a field is doubled, or a line is not laid out as it was written');
      if (Object.keys(row).join() !== columns.map(({ name }) => name).join())
        throw new Error('a line does not have the fields of the table');
      for (const { name, type } of columns) checkType(name, row[name], type);
      return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asField(value)]));
    });
}

/** The rows of a table. */
export const readTable = (kind: TableKind, content: string): RecordFields[] =>
  kind.file.endsWith('.csv')
    ? readCsv(
        kind.columns.map(({ name }) => name),
        content,
      )
    : readJsonLines(kind, content);

/** What a description of a package says: of the package, and of each table. */
export function readPackage(content: string): RecordFields[] {
  const { resources = [], ...about } = JSON.parse(content) as Readonly<Record<string, unknown>> & {
    readonly resources?: readonly Readonly<Record<string, unknown>>[];
  };
  if (`${JSON.stringify({ ...about, resources }, null, 2)}\n` !== content)
    throw new Error('a field is doubled, or it is not laid out as it was written');
  const fieldsOf = (object: Readonly<Record<string, unknown>>): RecordFields =>
    Object.fromEntries(Object.entries(object).map(([name, value]) => [name, asField(value)]));
  return [fieldsOf(about), ...resources.map(fieldsOf)];
}
