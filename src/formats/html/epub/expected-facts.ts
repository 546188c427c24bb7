import { expectedDate, expectedEdtf } from '../../../model/citation/expected-date.ts';
import { commonVolume, volumesOf } from '../../../model/common-volume.ts';
import { type Direction, directionBetween, directionOfLanguage, lettersOf } from '../../../model/direction.ts';
import type { Edition, UnitInfo } from '../../../model/edition.ts';
import type { VolumeFacts } from '../../../model/facts.ts';
import { hashOf } from '../../../work/hash.ts';
import type { Book } from '../../format.ts';
import { licenceAddress } from '../frame/data.ts';
import { licenceFor, licenceNameOf, seriesNameOf } from '../frame/words.ts';
import { languageCode } from '../../language.ts';
import type { Surroundings } from '../surroundings.ts';
import { editorsInWords, imprint } from '../../unit-names.ts';

/** What a book must say of itself, computed for the proof, apart from what writes it (facts.ts). */
export interface ExpectedFacts {
  readonly title: string;
  readonly series: string | undefined;
  readonly ownTitle: string;
  readonly volume: VolumeFacts | undefined;
  readonly makers: string | undefined;
  readonly house: string | undefined;
  readonly language: string;
  readonly languages: readonly string[];
  readonly direction: Direction;
  readonly identifier: string;
  readonly others: readonly string[];
  readonly published: string | undefined;
  readonly modified: string;
  readonly pageSource: string;
  readonly licence: { readonly name: string; readonly url?: string; readonly text: string } | undefined;
  readonly citation: string | undefined;
  readonly maker: string | undefined;
  readonly version: string | undefined;
  readonly date: string | undefined;
}

function publishedOf(volume: VolumeFacts | undefined): string | undefined {
  const date = expectedEdtf(expectedDate(volume?.published));
  const [, year, month = '01'] = /^(\d{4})(?:-(\d\d))?(?:-\d\d)?$/.exec(date ?? '') ?? [];
  return year !== undefined && Number(month) <= 12 ? date : undefined;
}

function modifiedOf(date: string | undefined): string {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date ?? '') ?? [];
  const isDay = [month, day].every((each) => each !== '00') && Number(month) <= 12 && Number(day) <= 31;
  return year === undefined || !isDay ? '1970-01-01T00:00:00Z' : `${year}-${month}-${day}T00:00:00Z`;
}

function identifierOf(edition: Edition, book: Book): string {
  const digits = [...hashOf('octavo epub', edition.id, book.path)];
  digits[12] = '8';
  digits[16] = ((parseInt(digits[16]!, 16) & 3) | 8).toString(16);
  const groups = [8, 4, 4, 4, 12].map((length) => digits.splice(0, length).join(''));
  return `urn:uuid:${groups.join('-')}`;
}

/** The print whose pages are marked. */
function pageSourceOf(volume: VolumeFacts | undefined, title: string): string {
  const from = volume?.original;
  const named = from?.title ?? from?.container;
  const list = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => Boolean(part)).join(', ');
  if (from && named !== undefined && from.form !== 'manuscript') {
    const house =
      from.place !== undefined && from.publisher !== undefined ? `${from.place}: ${from.publisher}` : undefined;
    return list(named, from.volume, house ?? from.place ?? from.publisher, from.date?.text ?? from.date?.when);
  }
  const isbn = volume?.isbn?.split(/[ -]/).join('').toUpperCase() ?? '';
  if (/^[0-9]{9}[0-9X]$/.test(isbn) || /^[0-9]{13}$/.test(isbn)) return `urn:isbn:${isbn}`;
  return list(title, volume && imprint(volume));
}

/** Each once, in the order of the first. */
const once = (names: readonly (string | undefined)[]): string[] => [
  ...new Set(names.flatMap((name) => (name === undefined ? [] : [name]))),
];

function directionOf(language: string | undefined, title: string, units: readonly UnitInfo[]): Direction {
  const titles = [title, ...units.map((unit) => unit.facts.title)].join(' ');
  return directionBetween(directionOfLanguage(language), lettersOf(titles)) ?? 'ltr';
}

function licenceIn(book: Book, edition: Edition, isOwn: boolean): ExpectedFacts['licence'] {
  const unit = book.units[0]!;
  const from = isOwn ? unit : { ...unit, volume: { ...unit.volume } };
  if (!isOwn) delete (from.volume as { licence?: unknown }).licence;
  const licence = licenceFor(from, edition);
  if (!licence) return undefined;
  const url = licenceAddress(from, edition);
  return { name: licenceNameOf(licence), text: licence.text, ...(url !== undefined && { url }) };
}

/** Those who made it, as the cover and the title page name them. */
function makersOf({ authors, ...volume }: VolumeFacts): string | undefined {
  const names = authors.flatMap(({ others, literal }) => (others === true ? [] : [literal])).join(', ');
  const editors = editorsInWords({ authors, ...volume }) ?? '';
  return names !== '' && editors !== '' ? `${names}. ${editors}` : names || editors || undefined;
}

const addressOf = ({ baseUrl }: Edition): string | undefined => baseUrl?.split('{id}')[0]!.replace(/\/$/, '');

export function expectedFacts(book: Book, edition: Edition, around: Surroundings): ExpectedFacts {
  const volume = book.volume ?? commonVolume(volumesOf(book.units));
  const isOnly = edition.units.length === book.units.length;
  const own = book.volume?.title;
  const title = isOnly && edition.title !== '' ? edition.title : own || edition.title || 'Documents';
  const language = volume?.language ?? edition.language;
  const published = publishedOf(volume);
  const series = book.volume && title === own ? seriesNameOf(book.volume) : '';
  const part = [volume?.volumeLabel, volume?.volumeTitle].filter((each) => each !== undefined).join(', ');
  const hasSeries = series !== '' && part !== '';
  const doi = volume?.doi?.slice(Math.max(volume.doi.indexOf('10.'), 0));
  return {
    title,
    series: hasSeries ? series : undefined,
    ownTitle: hasSeries ? part : title,
    volume,
    makers: volume && makersOf(volume),
    house: volume && imprint(volume),
    language: languageCode(language) ?? 'und',
    languages: once([language, ...book.units.map(({ facts }) => facts.language)].map(languageCode)),
    direction: directionOf(language, title, book.units),
    identifier: identifierOf(edition, book),
    others: once([doi && `https://doi.org/${doi}`, isOnly ? addressOf(edition) : undefined]),
    published,
    modified: modifiedOf(around.date ?? published),
    pageSource: pageSourceOf(volume, title),
    licence: licenceIn(book, edition, isOnly || volume?.licence !== undefined),
    citation: isOnly ? around.editionCitation?.(edition)?.text : undefined,
    maker: around.generator && `${around.generator.name} ${around.generator.version}`,
    version: around.version,
    date: around.date,
  };
}
