import type { EditionContext, UnitInfo } from '../../model/edition.ts';
import type { Agent, PersonName, VolumeFacts } from '../../model/facts.ts';
import { citationDate, edtf } from '../../model/citation/date.ts';
import { address } from './addresses.ts';
import { machineDate } from './dates.ts';
import { editionAddress, publicAddress } from '../../model/public-address.ts';
import { licenceOf } from './licence.ts';
import { once } from './once.ts';
import { seriesOf } from '../series.ts';
import { downloadsOf, type Surroundings } from './surroundings.ts';

/** Properties without a value are left out by JSON.stringify, empty lists by `some`. */
type Thing = Readonly<Record<string, unknown>>;

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

const person = (name: PersonName): Thing =>
  name.organization
    ? organization(name.literal)
    : { '@type': 'Person', name: name.literal, familyName: name.family, givenName: name.given };

/** Those whose names are known. */
const people = (names: readonly PersonName[] = []): readonly Thing[] | undefined =>
  some(names.filter(({ others }) => !others).map(person));

const organization = (name: string, place?: string): Thing => ({ '@type': 'Organization', name, location: place });

const agent = ({ kind, name }: Agent): Thing => (kind === 'person' ? person(name) : organization(name.literal));

/** ISO 8601 as schema.org wants it: no mark of what is uncertain. */
function publicationDate({ published }: VolumeFacts): string | undefined {
  const date = edtf(citationDate(published));
  return date === undefined || /[?~%]/.test(date) ? undefined : date;
}

/** A volume as schema.org sees it: part of its series where it has one, else a book. */
function volumeThing(volume: VolumeFacts): Thing {
  const series = seriesOf(volume);
  return {
    '@type': series === '' ? 'Book' : 'PublicationVolume',
    name: volume.title,
    volumeNumber: volume.volume ?? volume.volumeLabel,
    author: people(volume.authors),
    editor: people(volume.editors),
    translator: people(volume.translators),
    isbn: volume.isbn,
    datePublished: publicationDate(volume),
    publisher: volume.publisher === undefined ? undefined : organization(volume.publisher, volume.place),
    isPartOf: series === '' ? undefined : { '@type': 'BookSeries', name: series },
  };
}

/** JSON as the content of a `script`: no character that would end it or that XML would read as markup. */
const inScript = (value: Thing): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const volumeJson = once((volume: VolumeFacts): string => inScript(volumeThing(volume)));

function pagination(pages: readonly string[]): Thing {
  const first = pages[0];
  const last = pages[pages.length - 1];
  return { pageStart: first, pageEnd: last, pagination: first === last ? first : `${first}-${last}` };
}

/** A unit for search engines and other machines (JSON-LD, schema.org); what has a recipient is a message. */
export function unitJsonLd(unit: UnitInfo, edition: EditionContext, around: Surroundings, citation?: string): string {
  const { facts, volume } = unit;
  const json = inScript({
    '@context': 'https://schema.org',
    '@type': facts.recipients.length > 0 ? 'Message' : 'CreativeWork',
    name: facts.title,
    url: publicAddress(facts.id, edition),
    author: some(facts.senders.map(agent)),
    recipient: some(facts.recipients.map(agent)),
    dateCreated: machineDate(facts.date),
    locationCreated: facts.place === undefined ? undefined : { '@type': 'Place', name: facts.place },
    position: facts.number,
    ...pagination(facts.pages),
    inLanguage: facts.language ?? volume.language,
    license: licenceOf(unit, edition)?.url,
    citation,
    encoding: some(
      downloadsOf(unit, around).map(({ type, path }) => ({
        '@type': 'MediaObject',
        encodingFormat: type,
        contentUrl: `../${address(path(facts.id))}`,
      })),
    ),
  });
  return `${json.slice(0, -1)},"isPartOf":${volumeJson(volume)}}`;
}

/** The edition as a whole. */
export function editionJsonLd(edition: EditionContext, volumes: readonly VolumeFacts[]): string {
  const only = volumes.length === 1 ? volumes[0] : undefined;
  const known = { '@context': 'https://schema.org', url: editionAddress(edition), license: edition.licence?.url };
  if (only !== undefined) return inScript({ ...known, ...volumeThing(only) });
  return inScript({
    ...known,
    '@type': 'Collection',
    name: edition.title || undefined,
    hasPart: volumes.map(volumeThing),
  });
}
