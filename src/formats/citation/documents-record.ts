import type { Edition, UnitInfo } from '../../model/edition.ts';
import { readCsv } from '../csv.ts';
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

/** Where the table is. */
export const documentsPath = 'documents.csv';

/** The rows of the table by the names of their columns; the first line names them. */
export function readDocumentsTable(content: string): RecordFields[] {
  if (!content.startsWith('\uFEFF'))
    throw new Error('the byte order mark is missing, without which spreadsheets garble letters');
  return readCsv(Object.keys(columns), content.slice(1));
}

/** The rows that the table must have: the documents in reading order. */
export const expectedDocuments = (edition: Edition, options: RecommendedOptions = {}): RecordFields[] =>
  edition.units
    .filter(({ facts }) => facts.kind === 'document')
    .map((unit) =>
      Object.fromEntries(Object.entries(columns).map(([name, of]) => [name, of(unit, edition, options) ?? ''])),
    );
