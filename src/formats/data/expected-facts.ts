import type { Edition, UnitInfo } from '../../model/edition.ts';
import type { Agent, DateFact } from '../../model/facts.ts';
import type { RecordFields } from '../format.ts';

/** The rows that tables must have of facts: documents, letters and their network; apart from what writes them. */

/** A date of the calendar, or the beginning of one; empty where it is none. */
function inCalendar(value: string | undefined): string {
  const date = (value ?? '').replace(/T.*$|Z$/, '');
  if (!/^-?\d{4}(?:-\d\d){0,2}$/.test(date)) return '';
  const [, month = '01', day = '01'] = date.replace(/^-/, '').split('-');
  const year = Number(date.slice(0, date.startsWith('-') ? 5 : 4));
  const time = new Date(0);
  time.setUTCFullYear(year, Number(month) - 1, Number(day));
  const isReal = time.getUTCMonth() === Number(month) - 1 && time.getUTCDate() === Number(day);
  return isReal ? date : '';
}

/** The day before the next year, month or day begins. */
function lastOf(date: string): string {
  const parts = date.split('-').map(Number);
  const time = new Date(0);
  if (parts.length === 1) time.setUTCFullYear(parts[0]! + 1, 0, 0);
  else if (parts.length === 2) time.setUTCFullYear(parts[0]!, parts[1], 0);
  else return date;
  return time.toISOString().slice(0, 10);
}

const firstOf = (date: string): string => date + '-01-01'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6);

function dateFields(fact: DateFact | undefined): RecordFields {
  const [when, from, to, notBefore, notAfter] = [fact?.when, fact?.from, fact?.to, fact?.notBefore, fact?.notAfter].map(
    inCalendar,
  ) as [string, string, string, string, string];
  const is = when ? 'day' : from || to ? 'interval' : notBefore || notAfter ? 'between' : 'none';
  const [begin, end] = { day: [when, when], interval: [from, to], between: [notBefore, notAfter], none: ['', ''] }[is] as [string, string]; // prettier-ignore
  const said = {
    day: when,
    interval: `${from || '..'}/${to || '..'}`,
    between: `[${notBefore}..${notAfter}]`,
    none: '',
  };
  const isOurs = (date: string): boolean => date !== '' && !date.startsWith('-');
  return {
    date: said[is],
    date_from: isOurs(begin) ? firstOf(begin) : '',
    date_to: isOurs(end) ? lastOf(end) : '',
    date_printed: fact?.text ?? '',
  };
}

export const expectedDocument = ({ facts, volume }: UnitInfo): RecordFields => ({
  id: facts.id,
  kind: facts.kind,
  volume: volume.id,
  number: facts.number ?? '',
  title: facts.title,
  ...dateFields(facts.date),
  place: facts.place ?? '',
  first_page: facts.pages[0] ?? '',
  last_page: facts.pages[facts.pages.length - 1] ?? '',
  notes: `${facts.notes}`,
  words: `${facts.words}`,
  language: facts.language ?? '',
});

interface Correspondent {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

const correspondents = (agents: readonly Agent[], unit: UnitInfo, edition: Edition): Correspondent[] =>
  agents.map(({ key, kind, name: { literal: name } }) => {
    const id = key !== undefined && edition.entity ? edition.entity(key, unit) : undefined;
    return { id: id ?? '', name, kind };
  });

/** Values in one cell; nothing where all are empty. */
const listed = (values: readonly string[]): string => (values.some(Boolean) ? values.join('; ') : '');

/** Rows of letters.csv, nodes.csv and edges.csv. */
export function expectedLetters(edition: Edition): Record<'letters' | 'nodes' | 'edges', RecordFields[]> {
  const letters: RecordFields[] = [];
  const nodes: RecordFields[] = [];
  const pairs: string[] = [];
  const known = new Set<string>();
  for (const unit of edition.units) {
    const { facts } = unit;
    const [from, to] = [facts.senders, facts.recipients].map((agents) => correspondents(agents, unit, edition)) as [Correspondent[], Correspondent[]]; // prettier-ignore
    if (from.length + to.length === 0) continue;
    letters.push({
      document: facts.id,
      number: facts.number ?? '',
      title: facts.title,
      sender: listed(from.map(({ name }) => name)),
      sender_id: listed(from.map(({ id }) => id)),
      recipient: listed(to.map(({ name }) => name)),
      recipient_id: listed(to.map(({ id }) => id)),
      place: facts.place ?? '',
      place_id: (facts.placeKey && edition.entity?.(facts.placeKey, unit)) ?? '',
      ...dateFields(facts.date),
    });
    for (const { id, name, kind } of [...from, ...to]) {
      const Id = id === '' ? name : id;
      if (!known.has(Id)) nodes.push({ Id, Label: name, Kind: kind });
      known.add(Id);
    }
    for (const one of from) for (const other of to) pairs.push(`${one.id || one.name}\0${other.id || other.name}`);
  }
  const edges = [...new Set(pairs)].map((pair) => {
    const [Source, Target] = pair.split('\0') as [string, string];
    return { Source, Target, Type: 'Directed', Weight: `${pairs.filter((one) => one === pair).length}` };
  });
  return { letters, nodes, edges };
}
