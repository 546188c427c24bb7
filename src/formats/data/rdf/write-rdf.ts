import { authorityOf, isWebAddress } from '../../../model/authorities.ts';
import type { Edition } from '../../../model/edition.ts';
import type { OutputFile } from '../../format.ts';
import { namesIn } from './names.ts';
import { iri, literal, rdfType, schema, termOf } from './terms.ts';
import { type Triple, triplesOf } from './triples.ts';

/** The edition in RDF: N-Quads, JSON-LD, a description of the data set (VoID), and lists of the ids in authority files (BEACON). */

export const rdfPath = 'rdf/edition.nq';

/** N-Quads; the graph is the edition. */
const nQuads = (triples: readonly Triple[], graph: string): string =>
  triples.map((triple) => `${triple.join(' ')} ${graph} .\n`).join('');

type Node = Record<string, unknown>;

/** JSON-LD 1.1 with a context of its own, so that nothing needs to be fetched; a node on each line. */
function jsonLd(triples: readonly Triple[]): string {
  const nodes = new Map<string, Node>();
  for (const [subject, predicate, object] of triples) {
    const said = termOf(subject) as { id: string };
    const node = nodes.get(subject) ?? { '@id': said.id };
    nodes.set(subject, node);
    const isType = predicate === rdfType;
    const name = isType ? '@type' : (termOf(predicate) as { id: string }).id.slice(schema.length);
    const term = termOf(object);
    const value = 'id' in term ? (isType ? term.id.slice(schema.length) : { '@id': term.id }) : term.type === undefined ? term.value : { '@value': term.value, '@type': term.type }; // prettier-ignore
    const before = node[name];
    node[name] =
      before === undefined ? value : Array.isArray(before) ? [...(before as unknown[]), value] : [before, value];
  }
  const lines = [...nodes.values()].map((node) => JSON.stringify(node));
  return `{"@context":{"@vocab":"${schema}"},"@graph":[\n${lines.join(',\n')}\n]}\n`;
}

function voidFile(edition: Edition, count: number): string {
  const names = namesIn(edition);
  const { id, title, licence, entities = [] } = edition;
  return [
    '@prefix dcterms: <http://purl.org/dc/terms/> .',
    '@prefix void: <http://rdfs.org/ns/void#> .',
    '',
    `${iri(names.edition)} a void:Dataset ;`,
    `  dcterms:title ${literal(title === '' ? id : title)} ;`,
    ...(isWebAddress(licence?.url ?? '') ? [`  dcterms:license ${iri(licence!.url!)} ;`] : []),
    `  void:dataDump ${iri(names.file(rdfPath))} , ${iri(names.file('rdf/edition.jsonld'))} ;`,
    `  void:vocabulary ${iri(schema)} ;`,
    `  void:entities ${edition.units.length + entities.length + 1} ;`,
    `  void:triples ${count} .`,
    '',
  ].join('\n');
}

/** Authority files of which there are lists: what their ids begin with. */
const beacons = {
  gnd: 'https://d-nb.info/gnd/',
  viaf: 'https://viaf.org/viaf/',
  wikidata: 'https://www.wikidata.org/entity/',
  lcnaf: 'http://id.loc.gov/authorities/names/',
} as const;

/** Ids of one authority file, how many documents name what has it, and where the edition speaks of it (BEACON). */
function beacon(authority: keyof typeof beacons, edition: Edition, uses: ReadonlyMap<string, number>): OutputFile[] {
  const names = namesIn(edition);
  const lines = (edition.entities ?? []).flatMap(({ key, same = [] }) =>
    same
      .map((address) => authorityOf(address))
      .filter((one) => one?.authority === authority)
      .map((one) => `${one!.id}|${uses.get(key) ?? 0}|${names.entity(key)}`),
  );
  if (lines.length === 0) return [];
  const head = [
    '#FORMAT: BEACON',
    `#PREFIX: ${beacons[authority]}`,
    `#NAME: ${edition.title.replace(/\s+/g, ' ') || edition.id}`,
  ];
  return [{ path: `rdf/beacon-${authority}.txt`, content: `${[...head, '', ...lines].join('\n')}\n` }];
}

/** All files. `mentions`: the keys of the entities that each unit names, each once. */
export function rdfFiles(edition: Edition, mentions: readonly (readonly string[])[]): OutputFile[] {
  const triples = triplesOf(edition, mentions);
  const uses = new Map<string, number>();
  for (const key of mentions.flat()) uses.set(key, (uses.get(key) ?? 0) + 1);
  return [
    { path: rdfPath, content: nQuads(triples, iri(namesIn(edition).edition)) },
    { path: 'rdf/edition.jsonld', content: jsonLd(triples) },
    { path: 'rdf/void.ttl', content: voidFile(edition, triples.length) },
    ...(Object.keys(beacons) as (keyof typeof beacons)[]).flatMap((authority) => beacon(authority, edition, uses)),
  ];
}
