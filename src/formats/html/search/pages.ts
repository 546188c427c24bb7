import type { Edition } from '../../../model/edition.ts';
import { byVolume } from '../contents.ts';
import { type Frame, frameLanguage } from '../page-data.ts';
import { directionOfIndex } from '../index-data.ts';
import { licenceOf, shownLicence } from '../licence.ts';
import { volumeLines } from '../../unit-names.ts';
import type { Surroundings } from '../surroundings.ts';
import { lettersOf, type MentionsOfUnits } from './mentions.ts';

/** What templates/search.hbs and templates/names.hbs get. */
export interface SearchPageData extends Frame {
  readonly title: string;
  readonly series: string | undefined;
  /** Empty where an edition of several texts has no title. */
  readonly volume: string;
  /** The entries that are named, by the letters with which they begin; empty: there are no registers. */
  readonly letters: ReturnType<typeof lettersOf>;
}

/** Where the pages are. */
export const searchPath = 'search.html';
export const namesPath = 'names.html';

/** The data of the page that searches and of the page of names. */
export function searchPages(edition: Edition, mentions: MentionsOfUnits, around: Surroundings): SearchPageData {
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
    letters: lettersOf(edition, mentions),
  };
}
