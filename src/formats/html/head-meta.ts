import type { EditionContext, UnitInfo } from '../../model/edition.ts';
import type { VolumeFacts } from '../../model/facts.ts';
import { address } from './addresses.ts';
import { machineDate } from './dates.ts';
import { escapeAttribute } from './escape.ts';
import { licenceOf } from './licence.ts';
import { once } from './once.ts';
import { seriesOf } from './series.ts';
import type { Surroundings } from './surroundings.ts';
import { shortName } from './unit-names.ts';

type Pairs = readonly (readonly [string, string | undefined])[];

/** Metas as HTML, a line each; pairs without a value are left out. */
export function metas(pairs: Pairs): string {
  let html = '';
  for (const [name, content] of pairs)
    if (content !== undefined && content !== '')
      html += `<meta name="${name}" content="${escapeAttribute(content)}"/>\n`;
  return html;
}

export interface HeadLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
  readonly title?: string;
}

/** Links of a page's head as HTML, a line each. */
export function headLinks(links: readonly HeadLink[]): string {
  let html = '';
  for (const { rel, href, type, title } of links) {
    const more = type === undefined ? '' : ` type="${escapeAttribute(type)}"`;
    const label = title === undefined ? '' : ` title="${escapeAttribute(title)}"`;
    html += `<link rel="${rel}" href="${escapeAttribute(href)}"${more}${label}/>\n`;
  }
  return html;
}

/** The address under which the unit is published. */
export const publicAddress = (unit: UnitInfo, edition: EditionContext): string | undefined =>
  edition.baseUrl === undefined ? undefined : `${edition.baseUrl}/${address(unit.facts.id)}`;

/** Metas of all units of a volume, made once. */
const volumeMetas = once((volume: VolumeFacts): string =>
  metas([
    ['citation_book_title', volume.volumeTitle ?? volume.title],
    ['citation_volume', volume.volume ?? volume.volumeLabel],
    ['citation_series_title', seriesOf(volume)],
    ...volume.editors.map((editor) => ['citation_editor', editor.literal] as const),
    ['citation_publisher', volume.publisher],
    ['citation_publication_date', volume.year],
    ['citation_isbn', volume.isbn],
    ['citation_doi', volume.doi],
    ['DC.relation.isPartOf', volume.title],
    ['DC.publisher', volume.publisher],
  ]),
);

/**
 * Metas for reference managers (the `citation_*` names of Highwire Press as Zotero reads them; `citation_book_title` is what makes the page a part
 * of a book) and Dublin Core.
 */
export function unitMetas(unit: UnitInfo, edition: EditionContext): string {
  const { facts, volume } = unit;
  const url = publicAddress(unit, edition);
  const language = facts.language ?? volume.language;
  const licence = licenceOf(unit, edition);
  const own = metas([
    ['citation_title', facts.title],
    ...facts.senders.map((sender) => ['citation_author', sender.name.literal] as const),
    ['citation_firstpage', facts.pages[0]],
    ['citation_lastpage', facts.pages[facts.pages.length - 1]],
    ['citation_language', language],
    ['citation_public_url', url],
    ['DC.title', facts.title],
    ...facts.senders.map((sender) => ['DC.creator', sender.name.literal] as const),
    ['DC.date', machineDate(facts.date)],
    ['DC.type', 'Text'],
    ['DC.identifier', url ?? shortName(unit)],
    ['DC.language', language],
    ['DC.rights', licence?.url ?? licence?.text],
  ]);
  return own + volumeMetas(volume);
}

/** Links for machines (Signposting): where the unit is published, what else describes it, what it is part of. */
export function unitLinks(unit: UnitInfo, edition: EditionContext, { unitDownloads = [] }: Surroundings): string {
  const url = publicAddress(unit, edition);
  const licence = licenceOf(unit, edition)?.url;
  return headLinks([
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
  ]);
}

/** Media types of records about a unit. */
const describes: ReadonlySet<string> = new Set([
  'application/vnd.citationstyles.csl+json',
  'application/x-bibtex',
  'application/x-research-info-systems',
]);
