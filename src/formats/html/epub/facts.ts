import { commonVolume, volumesOf } from '../../../model/common-volume.ts';
import type { Direction } from '../../../model/direction.ts';
import type { Edition } from '../../../model/edition.ts';
import type { VolumeFacts } from '../../../model/facts.ts';
import { editionAddress } from '../../../model/public-address.ts';
import { hashOf } from '../../../work/hash.ts';
import { certainDate, dayOfChange } from '../../book-dates.ts';
import type { Book } from '../../format.ts';
import { directionOfIndex } from '../index-data.ts';
import { languageCode } from '../../language.ts';
import { licenceOf, type ShownLicence, shownLicence } from '../licence.ts';
import type { Surroundings } from '../surroundings.ts';
import { imprint, volumeLines } from '../../unit-names.ts';

/** What a book says of itself: on its cover, its title page and in its metadata. */
export interface BookFacts {
  readonly title: string;
  /** As the cover shows them. */
  readonly lines: { readonly series?: string; readonly volume: string };
  readonly volume: VolumeFacts | undefined;
  /** `und` where it is not known. */
  readonly language: string;
  /** Of the texts in it, each once. */
  readonly languages: readonly string[];
  readonly direction: Direction;
  readonly identifier: string;
  /** Other names of it: DOI, address. */
  readonly others: readonly string[];
  readonly modified: string;
  readonly published: string | undefined;
  /** The print whose page breaks are marked. */
  readonly pageSource: string;
  readonly licence: ShownLicence | undefined;
  readonly citation: string | undefined;
}

/** A name that is the same as long as edition and file are: a UUID of version 8 (RFC 9562, section 5.8) from a hash. */
function identifierOf(edition: Edition, book: Book): string {
  const hash = hashOf('octavo epub', edition.id, book.path);
  const variant = '89ab'[parseInt(hash[16]!, 16) % 4]!;
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}

const isbnOf = ({ isbn }: VolumeFacts): string | undefined => {
  const digits = isbn?.replace(/[- ]/g, '');
  return digits !== undefined && /^(?:\d{13}|\d{9}[\dXx])$/.test(digits)
    ? `urn:isbn:${digits.toUpperCase()}`
    : undefined;
};

/** The print that has the pages: the source that the header describes, else the printed edition itself. */
function pageSourceOf(volume: VolumeFacts | undefined, title: string): string {
  if (volume === undefined) return title;
  const { original } = volume;
  if (original && original.form !== 'manuscript' && (original.title ?? original.container) !== undefined) {
    const house = [original.place, original.publisher].filter((part) => part !== undefined).join(': ');
    const date = original.date?.text ?? original.date?.when;
    return [original.title ?? original.container, original.volume, house, date].filter(Boolean).join(', ');
  }
  return isbnOf(volume) ?? [title, imprint(volume)].filter(Boolean).join(', ');
}

/** What all of a book says alike. */
const volumeOf = (book: Book): VolumeFacts | undefined => book.volume ?? commonVolume(volumesOf(book.units));

export function bookFacts(book: Book, edition: Edition, around: Surroundings): BookFacts {
  const volume = volumeOf(book);
  const isWhole = book.units.length === edition.units.length;
  const own = book.volume?.title ?? '';
  const title = (isWhole || own === '' ? edition.title : own) || own || 'Documents';
  const code = volume?.language ?? edition.language;
  const codes = [code, ...book.units.map(({ facts }) => facts.language)].map(languageCode);
  const published = certainDate(volume?.published);
  const doi = volume?.doi === undefined ? undefined : `https://doi.org/${volume.doi.replace(/^.*?(?=10\.)/, '')}`;
  const address = isWhole ? editionAddress(edition) : undefined;
  return {
    title,
    lines: book.volume && title === own ? volumeLines(book.volume) : { volume: title },
    volume,
    language: languageCode(code) ?? 'und',
    languages: [...new Set(codes.filter((each) => each !== undefined))],
    direction: directionOfIndex(code, title, book.units),
    identifier: identifierOf(edition, book),
    others: [...new Set([doi, address].filter((each) => each !== undefined))],
    modified: `${dayOfChange(around.date, published)}T00:00:00Z`,
    published,
    pageSource: pageSourceOf(volume, title),
    licence: shownLicence(licenceOf(volume?.licence || isWhole ? book.units[0] : undefined, edition)),
    citation: isWhole ? around.editionCitation?.(edition)?.text : undefined,
  };
}
