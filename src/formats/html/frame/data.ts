import type { EditionContext, UnitInfo } from '../../../model/edition.ts';
import type { Agent, PersonName, VolumeFacts } from '../../../model/facts.ts';
import { expectedDate, expectedEdtf } from '../../../model/citation/expected-date.ts';
import { publicAddress } from '../../../model/public-address.ts';
import type { Surroundings } from '../surroundings.ts';
import { filesOf, licenceFor, machineDateOf, seriesNameOf } from './words.ts';

/** The data for machines (JSON-LD) that a page must hold, from the facts; what is undefined or an empty list is left out. */

type Data = Readonly<Record<string, unknown>>;

const unlessEmpty = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

const personData = ({ literal, family, given, organization }: PersonName): Data =>
  organization
    ? { '@type': 'Organization', name: literal }
    : { '@type': 'Person', name: literal, familyName: family, givenName: given };

const namedData = (people: readonly PersonName[] | undefined): readonly Data[] | undefined =>
  unlessEmpty((people ?? []).filter((person) => person.others === undefined).map(personData));

const agentData = ({ kind, name }: Agent): Data =>
  kind === 'person' ? personData(name) : { '@type': 'Organization', name: name.literal };

/** A date without a mark of doubt. */
const certainOnly = (date: string | undefined): string | undefined =>
  date !== undefined && ['?', '~', '%'].some((mark) => date.includes(mark)) ? undefined : date;

function bookData(volume: VolumeFacts): Data {
  const series = seriesNameOf(volume);
  return {
    '@type': series === '' ? 'Book' : 'PublicationVolume',
    name: volume.title,
    volumeNumber: volume.volume ?? volume.volumeLabel,
    author: namedData(volume.authors),
    editor: namedData(volume.editors),
    translator: namedData(volume.translators),
    isbn: volume.isbn,
    datePublished: certainOnly(expectedEdtf(expectedDate(volume.published))),
    publisher: volume.publisher && { '@type': 'Organization', name: volume.publisher, location: volume.place },
    isPartOf: series === '' ? undefined : { '@type': 'BookSeries', name: series },
  };
}

export function unitData(unit: UnitInfo, edition: EditionContext, around: Surroundings): Data {
  const { facts, volume } = unit;
  const [first, last] = [facts.pages[0], facts.pages.at(-1)];
  return {
    '@context': 'https://schema.org',
    '@type': facts.recipients.length === 0 ? 'CreativeWork' : 'Message',
    name: facts.title,
    url: publicAddress(facts.id, edition),
    author: unlessEmpty(facts.senders.map(agentData)),
    recipient: unlessEmpty(facts.recipients.map(agentData)),
    dateCreated: machineDateOf(facts.date),
    locationCreated: facts.place === undefined ? undefined : { '@type': 'Place', name: facts.place },
    position: facts.number,
    pageStart: first,
    pageEnd: last,
    pagination: first === last ? first : `${first}-${last}`,
    inLanguage: facts.language ?? volume.language,
    license: licenceAddress(unit, edition),
    citation: around.citation?.(unit, edition).text,
    encoding: unlessEmpty(
      filesOf(unit, around).map(({ type, path }) => ({
        '@type': 'MediaObject',
        encodingFormat: type,
        contentUrl: `../${addressIn(path(facts.id))}`,
      })),
    ),
    isPartOf: bookData(volume),
  };
}

/** A path as an address. */
const addressIn = (path: string): string =>
  encodeURI(path).replace(/[#?]/g, (character) => (character === '#' ? '%23' : '%3F'));

/** The licence's address as a link has it: characters that no address may hold are encoded. */
export function licenceAddress(unit: UnitInfo, edition: EditionContext): string | undefined {
  return licenceFor(unit, edition)?.url?.replace(
    /[^\x21-\x7e\u00a0-\uffff]|["<>\\^`{|}[\]]|%(?![\dA-F]{2})/gi,
    (character) => encodeURIComponent(character),
  );
}
