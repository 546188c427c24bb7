import type { EditionContext, UnitInfo } from '../../model/edition.ts';
import { address } from './addresses.ts';
import { machineDate } from './dates.ts';
import type { Surroundings } from './surroundings.ts';
import { shortName } from './unit-names.ts';

export interface Meta {
  readonly name: string;
  readonly content: string;
}

export interface HeadLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
  readonly title?: string;
}

/** A list of metas from pairs; pairs without a value are left out. */
function metas(pairs: readonly (readonly [string, string | undefined])[]): Meta[] {
  return pairs.flatMap(([name, content]) => (content === undefined || content === '' ? [] : [{ name, content }]));
}

/** The address under which the unit is published. */
export const publicAddress = (unit: UnitInfo, edition: EditionContext): string | undefined =>
  edition.baseUrl === undefined ? undefined : `${edition.baseUrl}/${address(unit.facts.id)}`;

/**
 * Metas for reference managers (the `citation_*` names of Highwire Press as Zotero reads them; `citation_book_title` is what makes the page a part
 * of a book) and Dublin Core.
 */
export function unitMetas(unit: UnitInfo, edition: EditionContext): Meta[] {
  const { facts, volume } = unit;
  const url = publicAddress(unit, edition);
  const first = facts.pages[0];
  const last = facts.pages[facts.pages.length - 1];
  const series = [volume.series, volume.subseries].filter((part) => part !== undefined).join(', ');
  const language = facts.language ?? volume.language;
  return metas([
    ['citation_title', facts.title],
    ...facts.senders.map((sender) => ['citation_author', sender.name.literal] as const),
    ['citation_book_title', volume.volumeTitle ?? volume.title],
    ['citation_volume', volume.volume ?? volume.volumeLabel],
    ['citation_series_title', series],
    ...volume.editors.map((editor) => ['citation_editor', editor.literal] as const),
    ['citation_publisher', volume.publisher],
    ['citation_publication_date', volume.year],
    ['citation_isbn', volume.isbn],
    ['citation_doi', volume.doi],
    ['citation_firstpage', first],
    ['citation_lastpage', last],
    ['citation_language', language],
    ['citation_public_url', url],
    ['DC.title', facts.title],
    ...facts.senders.map((sender) => ['DC.creator', sender.name.literal] as const),
    ['DC.date', machineDate(facts.date)],
    ['DC.type', 'Text'],
    ['DC.identifier', url ?? shortName(unit)],
    ['DC.relation.isPartOf', volume.title],
    ['DC.publisher', volume.publisher],
    ['DC.language', language],
    ['DC.rights', licenceOf(unit, edition)?.url ?? licenceOf(unit, edition)?.text],
  ]);
}

/** The licence of a unit's volume, else of the edition. */
export const licenceOf = (unit: UnitInfo | undefined, edition: EditionContext): EditionContext['licence'] =>
  unit?.volume.licence ?? edition.licence;

/** Links for machines (Signposting): where the unit is published, what else describes it, what it is part of. */
export function unitLinks(unit: UnitInfo, edition: EditionContext, { unitDownloads = [] }: Surroundings): HeadLink[] {
  const url = publicAddress(unit, edition);
  const licence = licenceOf(unit, edition)?.url;
  return [
    ...(url === undefined
      ? []
      : [
          { rel: 'canonical', href: url },
          { rel: 'cite-as', href: url },
        ]),
    ...(licence === undefined ? [] : [{ rel: 'license', href: licence }]),
    { rel: 'collection', href: '../index.html' },
    ...unitDownloads.map(({ label, type, path }) => ({
      rel: describes.has(type) ? 'alternate describedby' : 'alternate',
      href: `../${address(path(unit.facts.id))}`,
      type,
      title: label,
    })),
  ];
}

/** Media types of records about a unit. */
const describes: ReadonlySet<string> = new Set([
  'application/vnd.citationstyles.csl+json',
  'application/x-bibtex',
  'application/x-research-info-systems',
]);
