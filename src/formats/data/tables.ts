import { authorityOf, authorityNames } from '../../model/authorities.ts';
import type { Edition, Entity, UnitInfo } from '../../model/edition.ts';
import * as kinds from './columns.ts';
import { dateCells } from '../dates.ts';
import { letterRow, lettersOf, networkOf } from './letters-rows.ts';
import { pageRows } from './page-rows.ts';
import type { Row, Table } from './table.ts';
import type { UnitWithRows } from './unit-rows.ts';

/** The tables of an edition, from the facts of its units and what each unit gave. Tables without a row are left out. */

function documentRow({ facts, volume }: UnitInfo): Row {
  return {
    id: facts.id,
    kind: facts.kind,
    volume: volume.id,
    number: facts.number,
    title: facts.title,
    ...dateCells(facts.date),
    date_printed: facts.date?.text,
    place: facts.place,
    first_page: facts.pages[0],
    last_page: facts.pages.at(-1),
    notes: facts.notes,
    words: facts.words,
    language: facts.language,
  };
}

/** How often something is mentioned, and in how many units. */
interface Use {
  mentions: number;
  readonly documents: Set<string>;
}

function usesOf(units: readonly UnitWithRows[]): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const { unit, rows } of units) {
    for (const { entity } of rows.mentions) {
      const use = uses.get(entity) ?? { mentions: 0, documents: new Set() };
      uses.set(entity, use);
      use.mentions++;
      use.documents.add(unit.facts.id);
    }
  }
  return uses;
}

function entityRow({ key, name, family, given, same = [] }: Entity, use: Use | undefined): Row {
  const ids = same.flatMap((address) => authorityOf(address) ?? []);
  const idIn = (authority: string): string | undefined => ids.find((one) => one.authority === authority)?.id;
  return {
    id: key,
    name,
    family_name: family,
    given_name: given,
    mentions: use?.mentions ?? 0,
    documents: use?.documents.size ?? 0,
    ...Object.fromEntries(authorityNames.map((authority) => [authority, idIn(authority)])),
    same_as: same.join(' '),
  };
}

function entityTables(edition: Edition, units: readonly UnitWithRows[]): Table[] {
  const uses = usesOf(units);
  return Object.entries(kinds.entityTables).map(([name, kind]) => ({
    kind,
    rows: (edition.entities ?? [])
      .filter((entity) => entity.kind === name)
      .map((entity) => entityRow(entity, uses.get(entity.key))),
  }));
}

function mentionRows(units: readonly UnitWithRows[], edition: Edition): Row[] {
  const kindOf = new Map((edition.entities ?? []).map(({ key, kind }) => [key, kind]));
  return units.flatMap(({ unit, rows }) =>
    rows.mentions.map(({ note, role, ...mention }) => ({
      document: unit.facts.id,
      ...mention,
      note: note === 0 ? undefined : note,
      kind: kindOf.get(mention.entity) ?? role,
    })),
  );
}

const noteRows = ({ unit, rows: { notes } }: UnitWithRows): Row[] =>
  notes.map((note, i) => ({ document: unit.facts.id, number: i + 1, ...note }));

function paragraphRows({ unit, rows: { flow } }: UnitWithRows): Row[] {
  const rows: { document: string; number: number; kind: string; page: string; text: string }[] = [];
  let page = unit.open?.startsOn ?? '';
  for (const one of flow) {
    if ('turn' in one) page = one.turn;
    else if ('resume' in one) page = one.resume;
    else if (rows.at(-1)?.number === one.paragraph) rows.at(-1)!.text += ` ${one.text}`;
    else rows.push({ document: unit.facts.id, number: one.paragraph, kind: one.kind, page, text: one.text });
  }
  return rows;
}

const readingRows = ({ unit, rows: { readings } }: UnitWithRows): Row[] =>
  readings.map(({ role, text, ...reading }) => ({ document: unit.facts.id, ...reading, kind: role, reading: text }));

/** All tables that have rows. */
export function tablesOf(edition: Edition, units: readonly UnitWithRows[]): Table[] {
  const network = networkOf(edition);
  const tables: Table[] = [
    { kind: kinds.documents, rows: edition.units.map(documentRow) },
    ...entityTables(edition, units),
    { kind: kinds.mentions, rows: mentionRows(units, edition) },
    { kind: kinds.letters, rows: lettersOf(edition).map((unit) => letterRow(unit, edition)) },
    { kind: kinds.nodes, rows: network.nodes },
    { kind: kinds.edges, rows: network.edges },
    { kind: kinds.pages, rows: pageRows(units) },
    { kind: kinds.notes, rows: units.flatMap(noteRows) },
    { kind: kinds.paragraphs, rows: units.flatMap(paragraphRows) },
    { kind: kinds.apparatus, rows: units.flatMap(readingRows) },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}
