import type { EditionContext, UnitInfo } from '../../model/edition.ts';
import type { Agent, PersonName, VolumeFacts } from '../../model/facts.ts';
import { address } from './addresses.ts';
import { machineDate } from './dates.ts';
import { licenceOf, publicAddress } from './head-meta.ts';
import type { Surroundings } from './surroundings.ts';

type Thing = Readonly<Record<string, unknown>>;

/** Values of a thing that are there. */
const thing = (type: string, values: Readonly<Record<string, unknown>>): Thing => ({
  '@type': type,
  ...Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  ),
});

const person = (name: PersonName): Thing =>
  thing('Person', { name: name.literal, familyName: name.family, givenName: name.given });

const agent = ({ kind, name }: Agent): Thing =>
  kind === 'person' ? person(name) : thing('Organization', { name: name.literal });

/** A volume as schema.org sees it: part of its series where it has one, else a book. */
function volumeThing(volume: VolumeFacts): Thing {
  const series = [volume.series, volume.subseries].filter((part) => part !== undefined).join(', ');
  return thing(series === '' ? 'Book' : 'PublicationVolume', {
    name: volume.title,
    volumeNumber: volume.volume ?? volume.volumeLabel,
    author: volume.authors.map(person),
    editor: volume.editors.map(person),
    isbn: volume.isbn,
    datePublished: volume.year,
    publisher:
      volume.publisher === undefined
        ? undefined
        : thing('Organization', { name: volume.publisher, location: volume.place }),
    isPartOf: series === '' ? undefined : thing('BookSeries', { name: series }),
  });
}

/** As the content of a `script`: no character that would end it or that XML would read as markup. */
const inScript = (value: Thing): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...value }).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A unit for search engines and other machines (JSON-LD, schema.org); what has a recipient is a message. */
export function unitJsonLd(unit: UnitInfo, edition: EditionContext, surroundings: Surroundings): string {
  const { facts, volume } = unit;
  const first = facts.pages[0];
  const last = facts.pages[facts.pages.length - 1];
  return inScript(
    thing(facts.recipients.length > 0 ? 'Message' : 'CreativeWork', {
      name: facts.title,
      url: publicAddress(unit, edition),
      author: facts.senders.map(agent),
      recipient: facts.recipients.length > 0 ? facts.recipients.map(agent) : undefined,
      dateCreated: machineDate(facts.date),
      locationCreated: facts.place === undefined ? undefined : thing('Place', { name: facts.place }),
      position: facts.number,
      pageStart: first,
      pageEnd: last,
      pagination: first === undefined ? undefined : first === last ? first : `${first}-${last}`,
      inLanguage: facts.language ?? volume.language,
      license: licenceOf(unit, edition)?.url,
      isPartOf: volumeThing(volume),
      citation: surroundings.citation?.(unit, edition).text,
      encoding: (surroundings.unitDownloads ?? []).map(({ type, path }) =>
        thing('MediaObject', { encodingFormat: type, contentUrl: `../${address(path(facts.id))}` }),
      ),
    }),
  );
}

/** The edition as a whole. */
export function editionJsonLd(edition: EditionContext, volumes: readonly VolumeFacts[]): string {
  const only = volumes.length === 1 ? volumes[0] : undefined;
  if (only !== undefined)
    return inScript({ ...volumeThing(only), url: edition.baseUrl, license: edition.licence?.url });
  return inScript(
    thing('Collection', {
      name: edition.title,
      url: edition.baseUrl,
      license: edition.licence?.url,
      hasPart: volumes.map(volumeThing),
    }),
  );
}
