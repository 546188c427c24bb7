import type { Edition, UnitInfo } from '../../model/edition.ts';
import { safeCell } from '../../model/spreadsheet-cell.ts';
import { csvLine } from '../csv-line.ts';
import type { OutputFile } from '../format.ts';
import { isoDate } from '../../model/citation/item.ts';
import { agentCitationName, invertedName } from '../../model/citation/name.ts';
import { recommendedCitation } from './recommended.ts';
import type { RecommendedOptions } from './recommended.ts';

const columns = [
  'id',
  'number',
  'title',
  'date',
  'printed date',
  'sender',
  'recipient',
  'place',
  'first page',
  'last page',
  'notes',
  'words',
  'citation',
] as const;

function rowOf(
  unit: UnitInfo,
  edition: Edition,
  options: RecommendedOptions,
): Record<(typeof columns)[number], string> {
  const { facts } = unit;
  const names = (agents: typeof facts.senders): string =>
    agents.map((agent) => invertedName(agentCitationName(agent, unit, edition))).join('; ');
  return {
    id: facts.id,
    number: facts.number ?? '',
    title: facts.title,
    date: isoDate(facts.date) ?? '',
    'printed date': facts.date?.text ?? '',
    sender: names(facts.senders),
    recipient: names(facts.recipients),
    place: facts.place ?? '',
    'first page': facts.pages[0] ?? '',
    'last page': facts.pages.at(-1) ?? '',
    notes: String(facts.notes),
    words: String(facts.words),
    citation: recommendedCitation(unit, edition, options).text,
  };
}

/** Columns in which a negative number is a number, not a formula. */
const numeric: ReadonlySet<string> = new Set(['number', 'first page', 'last page', 'notes', 'words']);

/**
 * The documents of an edition as a table (CSV, RFC 4180, UTF-8), in reading order; the sections around them are left out. It begins with a byte order
 * mark, without which spreadsheet programs garble every letter that is not ASCII. A cell that a spreadsheet would compute is made plain text
 * (`safeCell`).
 */
export function documentsTable(edition: Edition, options: RecommendedOptions = {}): OutputFile {
  const rows = edition.units
    .filter((unit) => unit.facts.kind === 'document')
    .map((unit) => rowOf(unit, edition, options))
    .map((row) => csvLine(columns.map((column) => safeCell(row[column], numeric.has(column)))));
  return { path: 'documents.csv', content: `\uFEFF${csvLine(columns)}${rows.join('')}` };
}
