import { isWebAddress } from '../../../model/authorities.ts';
import type { Edition, Entity, UnitInfo } from '../../../model/edition.ts';
import type { Agent } from '../../../model/facts.ts';
import { dateCells } from '../../dates.ts';
import { type Names, namesIn } from './names.ts';
import { dateLiteral, integer, iri, literal, property, rdfType } from './terms.ts';

/** What the edition says in RDF, with the words of schema.org: subject, predicate, object, each in the syntax of N-Triples. */

export type Triple = readonly [subject: string, predicate: string, object: string];

/** Statements about one thing; what is not known is left out, and nothing is said twice. */
function about(subject: string, said: readonly (readonly [string, string | undefined])[]): Triple[] {
  const triples = said.flatMap(([name, object]): Triple[] =>
    object === undefined ? [] : [[iri(subject), name === 'type' ? rdfType : property(name), object]],
  );
  return [...new Map(triples.map((triple) => [triple.join(' '), triple])).values()];
}

const textOf = (value: string | undefined): string | undefined =>
  value === undefined || value === '' ? undefined : literal(value);

function ofEdition(edition: Edition, names: Names): Triple[] {
  const { id, title, language, licence, units } = edition;
  return about(names.edition, [
    ['type', property('Collection')],
    ['name', literal(title === '' ? id : title)],
    ['identifier', literal(id)],
    ['inLanguage', textOf(language)],
    ['license', licence && isWebAddress(licence.url ?? '') ? iri(licence.url!) : textOf(licence?.text)],
    ...units.map(({ facts }) => ['hasPart', iri(names.unit(facts.id))] as const),
  ]);
}

const types: Readonly<Record<Entity['kind'], string>> = {
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
  term: 'DefinedTerm',
  other: 'Thing',
};

const ofEntity = ({ key, kind, name, family, given, same = [] }: Entity, names: Names): Triple[] =>
  about(names.entity(key), [
    ['type', property(types[kind])],
    ['name', textOf(name)],
    ['familyName', textOf(family)],
    ['givenName', textOf(given)],
    ['identifier', literal(key)],
    ...same.map((address) => ['sameAs', iri(address)] as const),
  ]);

/** An entry of a register, or the name where there is none. */
const agentTerm = ({ key, name }: Agent, unit: UnitInfo, edition: Edition, names: Names): string => {
  const entity = key === undefined ? undefined : edition.entity?.(key, unit);
  return entity === undefined ? literal(name.literal) : iri(names.entity(entity));
};

function ofUnit(unit: UnitInfo, entities: readonly string[], edition: Edition, names: Names): Triple[] {
  const { facts } = unit;
  const isLetter = facts.senders.length + facts.recipients.length > 0;
  const { date } = dateCells(facts.date);
  const place = facts.placeKey === undefined ? undefined : edition.entity?.(facts.placeKey, unit);
  return about(names.unit(facts.id), [
    ['type', property(isLetter ? 'Message' : 'CreativeWork')],
    ['name', literal(facts.title)],
    ['identifier', literal(facts.id)],
    ['isPartOf', iri(names.edition)],
    ['position', textOf(facts.number)],
    ['inLanguage', textOf(facts.language)],
    ['dateCreated', date === '' ? undefined : dateLiteral(date)],
    ['locationCreated', place === undefined ? textOf(facts.place) : iri(names.entity(place))],
    ...facts.senders.map((agent) => ['sender', agentTerm(agent, unit, edition, names)] as const),
    ...facts.recipients.map((agent) => ['recipient', agentTerm(agent, unit, edition, names)] as const),
    ['pageStart', textOf(facts.pages[0])],
    ['pageEnd', textOf(facts.pages.at(-1))],
    ['wordCount', integer(facts.words)],
    ...entities.map((key) => ['mentions', iri(names.entity(key))] as const),
  ]);
}

/** All statements: of the edition, of its units in order, of the entries of its registers. `mentions`: the keys that each unit names. */
export function triplesOf(edition: Edition, mentions: readonly (readonly string[])[]): Triple[] {
  const names = namesIn(edition);
  return [
    ...ofEdition(edition, names),
    ...edition.units.flatMap((unit, i) => ofUnit(unit, mentions[i] ?? [], edition, names)),
    ...(edition.entities ?? []).flatMap((entity) => ofEntity(entity, names)),
  ];
}
