import type { Edition, UnitInfo } from '../../model/edition.ts';
import { plainCell } from '../../model/spreadsheet-cell.ts';
import type { RecordFields } from '../format.ts';
import { dateField } from './expected-fields.ts';
import { agentField } from './expected-names.ts';
import { recommendedCitation, type RecommendedOptions } from './recommended.ts';

/** The proof of the table of documents: its rows read back, and what each cell must say. Shares nothing with the writer but the recommended citation. */

type Column = (unit: UnitInfo, edition: Edition, options: RecommendedOptions) => string | undefined;

const people =
  (role: 'senders' | 'recipients'): Column =>
  (unit, edition) =>
    unit.facts[role].map((agent) => agentField(agent, unit, edition)).join('; ');

const columns: Readonly<Record<string, Column>> = {
  id: ({ facts }) => facts.id,
  number: ({ facts }) => facts.number,
  title: ({ facts }) => facts.title,
  date: ({ facts }) => dateField(facts.date),
  'printed date': ({ facts }) => facts.date?.text,
  sender: people('senders'),
  recipient: people('recipients'),
  place: ({ facts }) => facts.place,
  'first page': ({ facts: { pages } }) => pages[0],
  'last page': ({ facts: { pages } }) => pages[pages.length - 1],
  notes: ({ facts }) => `${facts.notes}`,
  words: ({ facts }) => `${facts.words}`,
  citation: (unit, edition, options) => recommendedCitation(unit, edition, options).text,
};

/** Reads lines of cells (RFC 4180). Throws where a line is not one. */
function readLines(content: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (cell.lastIndex < content.length) {
    const at = cell.lastIndex;
    const [whole, quoted, bare = '', end] = cell.exec(content) ?? [];
    if (whole === undefined) throw new Error(`a cell is not understood: “${content.slice(at, at + 80)}”`);
    line.push(plainCell(quoted?.replaceAll('""', '"') ?? bare));
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  if (line.length > 0) throw new Error('the last line does not end');
  return lines;
}

/** Where the table is. */
export const documentsPath = 'documents.csv';

/** The rows of the table by the names of their columns; the first line names them. */
export function readDocumentsTable(content: string): RecordFields[] {
  if (!content.startsWith('\uFEFF'))
    throw new Error('the byte order mark is missing, without which spreadsheets garble letters');
  const [names = [], ...rows] = readLines(content.slice(1));
  if (names.join() !== Object.keys(columns).join()) throw new Error('the first line does not name the columns');
  return rows.map((row) => {
    if (row.length !== names.length) throw new Error(`a line has ${row.length} cells instead of ${names.length}`);
    return Object.fromEntries(names.map((name, i) => [name, row[i]!]));
  });
}

/** The rows that the table must have: the documents in reading order. */
export const expectedDocuments = (edition: Edition, options: RecommendedOptions = {}): RecordFields[] =>
  edition.units
    .filter(({ facts }) => facts.kind === 'document')
    .map((unit) =>
      Object.fromEntries(Object.entries(columns).map(([name, of]) => [name, of(unit, edition, options) ?? ''])),
    );
