import type { Edition } from '../../../model/edition.ts';
import { byVolume } from '../contents.ts';
import { type Frame, frameLanguage } from '../page-data.ts';
import { directionOfIndex } from '../index-data.ts';
import { licenceOf, shownLicence } from '../licence.ts';
import { volumeLines } from '../../unit-names.ts';
import type { Surroundings } from '../surroundings.ts';
import { editionAddress } from '../../../model/public-address.ts';
import { printedPages, type Way, waysTo, yearsOf } from './ways.ts';
import { lettersOf, type MentionsOfUnits } from './mentions.ts';

/** What templates/search.hbs, names.hbs, printed-pages.hbs, dates.hbs and not-found.hbs get. */
export interface SearchPageData extends Frame {
  readonly title: string;
  readonly series: string | undefined;
  /** Empty where an edition of several texts has no title. */
  readonly volume: string;
  /** The entries that are named, by the letters with which they begin; empty: there are no registers. */
  readonly letters: ReturnType<typeof lettersOf>;
  readonly books: ReturnType<typeof printedPages>;
  readonly several: boolean;
  readonly years: ReturnType<typeof yearsOf>;
  /** The pages that there are. */
  readonly ways: readonly Way[];
}

/**
 * The same for a page that a host shows at any address: its links lead to where the edition is published. Its style is found by
 * addresses of the first level alone: nothing is loaded from a host that is named in a file.
 */
export function notFoundPage(data: SearchPageData, edition: Edition): SearchPageData {
  const url = editionAddress(edition);
  const root = url === undefined ? '' : `${url}/`;
  const ways = data.ways.map(({ href, label }) => ({ href: root + href, label }));
  return { ...data, root, ways };
}

/** The data of the pages that search and of those that list. */
export function searchPages(edition: Edition, mentions: MentionsOfUnits, around: Surroundings): SearchPageData {
  const lists = { letters: lettersOf(edition, mentions), books: printedPages(edition), years: yearsOf(edition) };
  const groups = byVolume(edition.units);
  const only = groups.length === 1 ? groups[0]?.volume : undefined;
  const lines: { series?: string; volume: string } = only ? volumeLines(only) : { volume: edition.title };
  const language = edition.language ?? only?.language;
  const unit = edition.licence === undefined && only ? edition.units[0] : undefined;
  const direction = directionOfIndex(language, lines.volume, edition.units);
  return {
    root: '',
    stylesheet: 'style/edition.css',
    ...frameLanguage(language),
    ...(direction === 'rtl' && { direction }),
    edition: { title: edition.title, id: edition.id },
    licence: shownLicence(licenceOf(unit, edition)),
    generator: around.generator,
    version: around.version,
    date: around.date,
    head: '',
    jsonLd: '',
    title: lines.volume,
    series: lines.series,
    volume: lines.volume,
    ...lists,
    several: lists.books.length > 1,
    ways: waysTo(lists),
  };
}
