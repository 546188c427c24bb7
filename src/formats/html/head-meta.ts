import type { EditionContext, UnitInfo } from '../../model/edition.ts';
import { yearInWords } from '../../model/citation/date.ts';
import { unitItem } from '../../model/citation/item.ts';
import { isOthers, runningName } from '../../model/citation/name.ts';
import { address } from './addresses.ts';
import { machineDate } from './dates.ts';
import { escapeAttribute } from './escape.ts';
import { licenceOf } from './licence.ts';
import { publicAddress } from '../../model/public-address.ts';
import { downloadsOf, type Surroundings } from './surroundings.ts';
import { shortName } from '../unit-names.ts';

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

/**
 * Metas for reference managers (the `citation_*` names of Highwire Press as Zotero reads them; `citation_book_title` is what makes the page a part
 * of a book) and Dublin Core, from the same record as the citation files.
 */
export function unitMetas(unit: UnitInfo, edition: EditionContext): string {
  const item = unitItem(unit, edition);
  const licence = licenceOf(unit, edition);
  const authors = item.authors.filter((name) => !isOthers(name)).map(runningName);
  return metas([
    ['citation_title', item.title],
    ...authors.map((name) => ['citation_author', name] as const),
    ['citation_book_title', item.containerTitle],
    ['citation_volume', item.volume],
    ['citation_series_title', item.series],
    ...item.editors.filter((name) => !isOthers(name)).map((name) => ['citation_editor', runningName(name)] as const),
    ['citation_firstpage', item.firstPage],
    ['citation_lastpage', item.lastPage],
    ['citation_publisher', item.publisher],
    ['citation_publication_date', yearInWords(item.date)],
    ['citation_isbn', item.isbn],
    ['citation_doi', item.doi],
    ['citation_language', item.language],
    ['citation_public_url', item.url],
    ['DC.title', item.title],
    ...authors.map((name) => ['DC.creator', name] as const),
    ['DC.date', machineDate(unit.facts.date)],
    ['DC.type', 'Text'],
    ['DC.identifier', item.url ?? shortName(unit)],
    ['DC.language', item.language],
    ['DC.relation.isPartOf', unit.volume.title],
    ['DC.publisher', item.publisher],
    ['DC.rights', licence?.url ?? licence?.text],
  ]);
}

/** Links for machines (Signposting): where the unit is published, what else describes it, what it is part of. */
export function unitLinks(unit: UnitInfo, edition: EditionContext, around: Surroundings): string {
  const url = publicAddress(unit.facts.id, edition);
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
    ...downloadsOf(unit, around).map(({ label, type, path }) => ({
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
