import {
  type Direction,
  directionBetween,
  directionOfLanguage,
  joinLetters,
  lettersOf,
  noLetters,
} from '../../model/direction.ts';
import type { Edition, UnitInfo } from '../../model/edition.ts';
import type { VolumeFacts } from '../../model/facts.ts';
import { editionAddress } from '../../model/public-address.ts';
import { address } from './addresses.ts';
import { byVolume, type Entry, nested } from './contents.ts';
import { headLinks, metas } from './head-meta.ts';
import { editionJsonLd } from './json-ld.ts';
import { licenceOf, shownLicence } from './licence.ts';
import { citationIn, type Frame, frameLanguage, type ShownCitation } from './page-data.ts';
import type { Download, Surroundings } from './surroundings.ts';
import { citationDate, edtf } from '../../model/citation/date.ts';
import { printedPages, type Way, waysTo, yearsOf } from './search/ways.ts';
import { type Range, rangesOf } from './ranges.ts';
import { editorsInWords, imprint, volumeLines } from '../unit-names.ts';

interface IndexVolume {
  /** Of its place in the page. */
  readonly anchor: string;
  readonly series: string | undefined;
  readonly title: string;
  readonly editors: string | undefined;
  readonly imprint: string | undefined;
  readonly entries: readonly Entry[];
  /** The entries in groups, where there are very many small texts. */
  readonly ranges?: readonly Range[];
}

/** What templates/index.hbs gets. */
export interface IndexData extends Frame {
  readonly title: string;
  readonly series: string | undefined;
  readonly volumes: readonly IndexVolume[];
  /** More than one volume: each needs its own heading. */
  readonly several: boolean;
  readonly counts: string;
  readonly citation: ShownCitation | undefined;
  readonly downloads: readonly Download[];
  /** Other ways to the texts, where the edition has pages for them. */
  readonly ways?: readonly Way[];
}

/** What the contents do not need to list. A page of names is named by those that know whether there is one. */
const waysFromContents = (edition: Edition): Way[] =>
  waysTo({ letters: [], books: printedPages(edition), years: yearsOf(edition) }).slice(1);

/** What the contents say of a volume before its units. */
function volumeHead(volume: VolumeFacts | undefined): Omit<IndexVolume, 'anchor' | 'entries' | 'ranges'> {
  if (volume === undefined) return { series: undefined, title: 'Documents', editors: undefined, imprint: undefined };
  const lines = volumeLines(volume);
  return { series: lines.series, title: lines.volume, editors: editorsInWords(volume), imprint: imprint(volume) };
}

function indexVolume(volume: VolumeFacts | undefined, units: readonly UnitInfo[], anchor: string): IndexVolume {
  const ranges = volume === undefined ? rangesOf(units, anchor) : undefined;
  return { anchor, ...volumeHead(volume), entries: nested(units), ...(ranges && { ranges }) };
}

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${count === 1 ? one : many}`];

function counts(units: readonly UnitInfo[]): string {
  const sum = (of: (unit: UnitInfo) => number): number => units.reduce((total, unit) => total + of(unit), 0);
  const pages = new Set(units.flatMap(({ volume, facts }) => facts.pages.map((page) => `${volume.id} ${page}`)));
  return [
    ...counted(
      sum(({ facts }) => (facts.kind === 'document' ? 1 : 0)),
      'document',
      'documents',
    ),
    ...counted(pages.size, 'page', 'pages'),
    ...counted(
      sum(({ facts }) => facts.notes),
      'note',
      'notes',
    ),
    ...counted(
      sum(({ facts }) => facts.words),
      'word',
      'words',
    ),
  ].join(' · ');
}

/** The index is written as its language and its titles are. */
export function directionOfIndex(language: string | undefined, title: string, units: readonly UnitInfo[]): Direction {
  const titles = [title, ...units.map(({ facts }) => facts.title)].map(lettersOf);
  return directionBetween(directionOfLanguage(language), titles.reduce(joinLetters, noLetters)) ?? 'ltr';
}

type Licence = Edition['licence'];

function editionMetas(edition: Edition, volume: VolumeFacts | undefined, licence: Licence): string {
  return metas([
    ['DC.title', volume?.title ?? edition.title],
    ...(volume?.editors ?? [])
      .filter(({ others }) => !others)
      .map((editor) => ['DC.contributor', editor.literal] as const),
    ['DC.date', edtf(citationDate(volume?.published))],
    ['DC.type', 'Collection'],
    ['DC.publisher', volume?.publisher],
    ['DC.identifier', editionAddress(edition)],
    ['DC.language', volume?.language ?? edition.language],
    ['DC.rights', licence?.url ?? licence?.text],
  ]);
}

function editionLinks(edition: Edition, downloads: readonly Download[], licence: Licence): string {
  const url = editionAddress(edition);
  return headLinks([
    ...(url === undefined
      ? []
      : [
          { rel: 'canonical', href: `${url}/` },
          { rel: 'cite-as', href: `${url}/` },
        ]),
    ...(licence?.url === undefined ? [] : [{ rel: 'license', href: licence.url }]),
    ...downloads.map(({ label, type, path }) => ({ rel: 'alternate', href: address(path), type, title: label })),
  ]);
}

/** The data of the index page: title, contents, downloads. */
export function indexData(edition: Edition, around: Surroundings): IndexData {
  const groups = byVolume(edition.units);
  const only = groups.length === 1 ? groups[0]?.volume : undefined;
  const lines = only === undefined ? { volume: edition.title } : volumeLines(only);
  const downloads = [...(around.bookDownloads?.(edition) ?? []), ...(around.editionDownloads ?? [])];
  const licence = licenceOf(
    edition.licence === undefined && only !== undefined ? edition.units[0] : undefined,
    edition,
  );
  const language = edition.language ?? only?.language;
  const direction = directionOfIndex(language, lines.volume, edition.units);
  const citation = around.editionCitation?.(edition);
  return {
    root: '',
    stylesheet: 'style/edition.css',
    ...frameLanguage(language),
    ...(direction === 'rtl' && { direction }),
    edition: { title: edition.title, id: edition.id },
    licence: shownLicence(licence),
    generator: around.generator,
    version: around.version,
    date: around.date,
    head: editionMetas(edition, only, licence) + editionLinks(edition, downloads, licence),
    ...(around.search === true && { ways: waysFromContents(edition) }),
    jsonLd: editionJsonLd(
      edition,
      groups.flatMap(({ volume }) => volume ?? []),
    ),
    title: lines.volume || 'Documents',
    series: lines.series,
    several: groups.length > 1,
    volumes: groups.map(({ volume, units }, i) => indexVolume(volume, units, `volume:${i + 1}`)),
    counts: counts(edition.units),
    citation: citation && citationIn(citation, direction),
    downloads: downloads.map((download) => ({ ...download, path: address(download.path) })),
  };
}
