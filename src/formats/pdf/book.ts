import type { Edition, UnitInfo } from '../../model/edition.ts';
import { commonVolume, volumesOf } from '../../model/common-volume.ts';
import { directionOfLanguage } from '../../model/direction.ts';
import type { VolumeFacts } from '../../model/facts.ts';
import { certainDate, dayOfChange } from '../book-dates.ts';
import type { Book } from '../format.ts';
import { editorsInWords, imprint, volumeLines } from '../unit-names.ts';
import { languageOf } from './languages.ts';

/** What a book says of itself: on its first pages, in its running heads and in its metadata. */

export interface BookAround {
  /** How to cite the edition as a whole. */
  readonly citation?: string | undefined;
  readonly version?: string | undefined;
  readonly date?: string | undefined;
  readonly generator: { readonly name: string; readonly version: string };
}

export interface BookFacts {
  readonly title: string;
  /** As running heads and the half-title say it. */
  readonly short: string;
  readonly series: string | null;
  readonly editors: string | null;
  readonly house: string | null;
  readonly authors: readonly string[];
  readonly lang: readonly [language: string, region: string];
  readonly isRtl: boolean;
  /** Year, month, day. */
  readonly date: readonly [number, number, number];
  /** The lines behind the title page. */
  readonly imprint: readonly string[];
}

const mostShort = 70;

/** A title that fits into one line. */
export function shortened(title: string): string {
  if (title.length <= mostShort) return title;
  const cut = title.slice(0, mostShort);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 30)).replace(/[\s,.;:–—-]+$/, '')} …`;
}

const namesOf = (volume: VolumeFacts | undefined): string[] =>
  (volume?.authors ?? []).filter(({ others }) => !others).map(({ literal }) => literal);

function licenceOf(first: UnitInfo | undefined, edition: Edition): string | undefined {
  const licence = edition.licence ?? first?.volume.licence;
  return licence && [licence.text, licence.url].filter((part) => part !== undefined && part !== '').join(' ');
}

export function bookFacts(book: Book, edition: Edition, around: BookAround): BookFacts {
  const volume = book.volume ?? commonVolume(volumesOf(book.units));
  const isWhole = book.units.length === edition.units.length;
  const own = book.volume?.title ?? '';
  const whole = (isWhole || own === '' ? edition.title : own) || own || 'Documents';
  const lines = book.volume && whole === own ? volumeLines(book.volume) : { volume: whole };
  const language = volume?.language ?? edition.language;
  const published = certainDate(volume?.published);
  const day = dayOfChange(around.date, published);
  const [year, month, date] = day.split('-').map(Number);
  const house = volume && imprint(volume);
  const said = [
    house,
    around.citation !== undefined && isWhole ? `How to cite: ${around.citation}` : undefined,
    licenceOf(book.units[0], edition),
    [around.version === undefined ? '' : `Version ${around.version}`, around.date ?? '']
      .filter((part) => part !== '')
      .join(', '),
    `Set with ${around.generator.name} ${around.generator.version} and Typst`,
  ];
  const authors = namesOf(volume);
  return {
    title: lines.volume,
    short: shortened(lines.volume),
    series: ('series' in lines ? lines.series : undefined) ?? null,
    editors: [authors.join(', '), volume && editorsInWords(volume)].filter(Boolean).join('. ') || null,
    house: house ?? null,
    authors,
    lang: languageOf(language),
    isRtl: directionOfLanguage(language) === 'rtl',
    date: [year!, month!, date!],
    imprint: said.filter((line): line is string => line !== undefined && line !== ''),
  };
}

/** Where the text begins: with the first document and the sections that hold it; pages before it have Roman numbers. */
export function firstOfText(units: readonly UnitInfo[]): number {
  let first = units.findIndex(({ facts }) => facts.kind === 'document');
  if (first < 0) return 0;
  while (first > 0 && units[first - 1]!.facts.kind === 'section' && units[first - 1]!.depth < units[first]!.depth)
    first--;
  return first;
}
