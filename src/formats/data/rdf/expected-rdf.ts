import { authorityOf, isWebAddress } from '../../../model/authorities.ts';
import type { Edition, UnitInfo } from '../../../model/edition.ts';
import type { Agent } from '../../../model/facts.ts';
import type { ExpectedFile, RecordFields } from '../../format.ts';
import { expectedDocument } from '../expected-facts.ts';
import { namesIn } from './names.ts';
import { readJsonLd, readLines, readQuads, statement } from './read-rdf.ts';

/** What the files in `rdf/` must say: statement by statement from the facts, and the names of each unit as the proof found them. */

const schema = 'https://schema.org/';
const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** The keys of entities that units name, by the ids of the units; each once, in the order of the text. */
export type NamedKeys = ReadonlyMap<string, ReadonlySet<string>>;

class Statements {
  readonly all: RecordFields[] = [];
  private subject = '';
  private said = new Set<string>();

  about(subject: string, type: string): void {
    this.subject = subject;
    this.said = new Set();
    this.add('http://www.w3.org/1999/02/22-rdf-syntax-ns#type', { id: schema + type });
  }

  text(name: string, value: string | undefined, type?: string): void {
    if (value) this.add(schema + name, { value, ...(type !== undefined && { type: xsd + type }) });
  }

  link(name: string, id: string | undefined): void {
    if (id !== undefined) this.add(schema + name, { id });
  }

  private add(predicate: string, object: { id: string } | { value: string; type?: string }): void {
    const record = statement(this.subject, predicate, object);
    const key = JSON.stringify(record);
    if (!this.said.has(key)) this.all.push(record);
    this.said.add(key);
  }
}

const typeOfDate = ['gYear', 'gYearMonth', 'date'];

/** The type of a date that is a year, a month or a day. */
const dateType = (date: string): string | undefined =>
  /[^\d-]|^-/.test(date) ? undefined : typeOfDate[date.split('-').length - 1];

function unitStatements(unit: UnitInfo, keys: ReadonlySet<string>, edition: Edition, to: Statements): void {
  const names = namesIn(edition);
  const { facts } = unit;
  const row = expectedDocument(unit);
  const entityOf = (pointer: string | undefined): string | undefined =>
    pointer === undefined ? undefined : edition.entity?.(pointer, unit);
  const people = (role: string, agents: readonly Agent[]): void => {
    for (const { key, name } of agents) {
      const entity = entityOf(key);
      if (entity === undefined) to.text(role, name.literal);
      else to.link(role, names.entity(entity));
    }
  };
  to.about(names.unit(facts.id), facts.senders.length > 0 || facts.recipients.length > 0 ? 'Message' : 'CreativeWork');
  to.text('name', row['title']);
  to.text('identifier', row['id']);
  to.link('isPartOf', names.edition);
  to.text('position', row['number']);
  to.text('inLanguage', row['language']);
  to.text('dateCreated', row['date'], dateType(row['date']!));
  const place = entityOf(facts.placeKey);
  if (place === undefined) to.text('locationCreated', row['place']);
  else to.link('locationCreated', names.entity(place));
  people('sender', facts.senders);
  people('recipient', facts.recipients);
  to.text('pageStart', row['first_page']);
  to.text('pageEnd', row['last_page']);
  to.text('wordCount', row['words'], 'integer');
  for (const key of keys) to.link('mentions', names.entity(key));
}

const classes = { person: 'Person', organization: 'Organization', place: 'Place', term: 'DefinedTerm', other: 'Thing' };

function expectedStatements(edition: Edition, keys: NamedKeys): RecordFields[] {
  const names = namesIn(edition);
  const to = new Statements();
  to.about(names.edition, 'Collection');
  to.text('name', edition.title || edition.id);
  to.text('identifier', edition.id);
  to.text('inLanguage', edition.language);
  const licence = edition.licence?.url;
  if (licence === undefined || !isWebAddress(licence)) to.text('license', edition.licence?.text);
  else to.link('license', licence);
  for (const { facts } of edition.units) to.link('hasPart', names.unit(facts.id));
  for (const unit of edition.units) unitStatements(unit, keys.get(unit.facts.id) ?? new Set(), edition, to);
  for (const { key, kind, name, family, given, same } of edition.entities ?? []) {
    to.about(names.entity(key), classes[kind]);
    to.text('name', name);
    to.text('familyName', family);
    to.text('givenName', given);
    to.text('identifier', key);
    for (const address of same ?? []) to.link('sameAs', address);
  }
  return to.all;
}

const asLines = (lines: readonly string[]): RecordFields[] => lines.map((line) => ({ line }));

function expectedVoid(edition: Edition, count: number): RecordFields[] {
  const names = namesIn(edition);
  const title = (edition.title || edition.id).replace(/[\\"]/g, '\\$&');
  const licence = [edition.licence?.url ?? ''].filter((address) => isWebAddress(address));
  return asLines([
    '@prefix dcterms: <http://purl.org/dc/terms/> .',
    '@prefix void: <http://rdfs.org/ns/void#> .',
    '',
    `<${names.edition}> a void:Dataset ;`,
    `  dcterms:title "${title}" ;`,
    ...licence.map((address) => `  dcterms:license <${address}> ;`),
    `  void:dataDump <${names.file('rdf/edition.nq')}> , <${names.file('rdf/edition.jsonld')}> ;`,
    `  void:vocabulary <${schema}> ;`,
    `  void:entities ${1 + edition.units.length + (edition.entities ?? []).length} ;`,
    `  void:triples ${count} .`,
  ]);
}

const prefixes: Readonly<Record<string, string>> = {
  gnd: 'https://d-nb.info/gnd/',
  viaf: 'https://viaf.org/viaf/',
  wikidata: 'https://www.wikidata.org/entity/',
  lcnaf: 'http://id.loc.gov/authorities/names/',
};

function expectedBeacons(edition: Edition, keys: NamedKeys): ExpectedFile[] {
  return Object.entries(prefixes).flatMap(([authority, prefix]): ExpectedFile[] => {
    const found = (edition.entities ?? []).flatMap(({ key, same = [] }) => {
      const named = [...keys.values()].filter((of) => of.has(key)).length;
      const ids = same.flatMap((one) => authorityOf(one) ?? []).filter((one) => one.authority === authority);
      return ids.map(({ id }) => `${id}|${named}|${namesIn(edition).entity(key)}`);
    });
    if (found.length === 0) return [];
    const name = edition.title.split(/\s+/).join(' ') || edition.id;
    const head = ['#FORMAT: BEACON', `#PREFIX: ${prefix}`, `#NAME: ${name}`, ''];
    return [{ path: `rdf/beacon-${authority}.txt`, records: asLines([...head, ...found]), readBack: readLines }];
  });
}

/** All files that must be there. */
export function expectedRdf(edition: Edition, keys: NamedKeys): ExpectedFile[] {
  const records = expectedStatements(edition, keys);
  const graph = namesIn(edition).edition;
  return [
    { path: 'rdf/edition.nq', records, readBack: (content) => readQuads(content, graph) },
    { path: 'rdf/edition.jsonld', records, readBack: readJsonLd },
    { path: 'rdf/void.ttl', records: expectedVoid(edition, records.length), readBack: readLines },
    ...expectedBeacons(edition, keys),
  ];
}
