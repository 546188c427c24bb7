import { yearInWords } from '../../../model/citation/date.ts';
import { unitItem } from '../../../model/citation/item.ts';
import { type CitationName, isOthers, runningName } from '../../../model/citation/name.ts';
import type { UnitInPlace } from '../../format.ts';
import type { EditionContext } from '../../../model/edition.ts';
import { publicAddress } from '../../../model/public-address.ts';
import type { Surroundings } from '../surroundings.ts';
import { licenceAddress, unitData } from './data.ts';
import type { Expected } from './lines.ts';
import { bookOf, filesOf, licenceFor, longNameOf, machineDateOf, shortNameOf } from './words.ts';
import { viewNameOf } from './view-words.ts';

/** What must be in the head of a page, from the facts of its unit and the record of its citation. */

const meta = (name: string, content: string | undefined): Expected =>
  content === undefined || content === '' ? undefined : ['meta', { name, content }];

const link = (rel: string, href: string | undefined, type?: string, title?: string): Expected =>
  href === undefined ? undefined : ['link', { rel, href, type, title }];

/** What a page may load and do, directive by directive. */
const policy = `default-src 'none'; script-src 'self' file:; style-src 'self' file:; style-src-attr 'unsafe-inline'; img-src 'self' file:; font-src 'self' file:;
  base-uri 'none'; form-action 'none'`;

/** Those whose names are known. */
const named = (names: readonly CitationName[]): string[] => names.filter((name) => !isOthers(name)).map(runningName);

function citationMetas(unit: UnitInPlace, edition: EditionContext): Expected[] {
  const item = unitItem(unit, edition);
  return [
    meta('citation_title', item.title),
    ...named(item.authors).map((name) => meta('citation_author', name)),
    meta('citation_book_title', item.containerTitle),
    meta('citation_volume', item.volume),
    meta('citation_series_title', item.series),
    ...named(item.editors).map((name) => meta('citation_editor', name)),
    meta('citation_firstpage', item.firstPage),
    meta('citation_lastpage', item.lastPage),
    meta('citation_publisher', item.publisher),
    meta('citation_publication_date', yearInWords(item.date)),
    meta('citation_isbn', item.isbn),
    meta('citation_doi', item.doi),
    meta('citation_language', item.language),
    meta('citation_public_url', item.url),
  ];
}

function coreMetas(unit: UnitInPlace, edition: EditionContext): Expected[] {
  const item = unitItem(unit, edition);
  const rights = licenceAddress(unit, edition) ?? licenceFor(unit, edition)?.text;
  return [
    meta('DC.title', item.title),
    ...named(item.authors).map((name) => meta('DC.creator', name)),
    meta('DC.date', machineDateOf(unit.facts.date)),
    meta('DC.type', 'Text'),
    meta('DC.identifier', item.url ?? shortNameOf(unit.facts)),
    meta('DC.language', item.language),
    meta('DC.relation.isPartOf', unit.volume.title),
    meta('DC.publisher', item.publisher),
    meta('DC.rights', rights),
  ];
}

/** Records about a unit describe it, everything else is another form of it. */
const isRecord = (type: string): boolean => /csl\+json|bibtex|research-info-systems/.test(type);

function machineLinks(unit: UnitInPlace, edition: EditionContext, around: Surroundings): Expected[] {
  const { id } = unit.facts;
  const url = publicAddress(id, edition);
  return [
    link('canonical', url),
    link('cite-as', url),
    link('license', licenceAddress(unit, edition)),
    link('collection', '../index.html'),
    ...filesOf(unit, around).map(({ label, type, path }) =>
      link(isRecord(type) ? 'alternate describedby' : 'alternate', `../${path(id)}`, type, label),
    ),
  ];
}

export function headOf(unit: UnitInPlace, edition: EditionContext, around: Surroundings): Expected {
  const { generator, version, date } = around;
  const { volume } = bookOf(unit, edition);
  const name = longNameOf(unit.facts) + viewNameOf(around);
  return [
    'head',
    {},
    ['meta', { 'http-equiv': 'Content-Security-Policy', content: policy }],
    ['meta', { charset: 'utf-8' }],
    meta('viewport', 'width=device-width, initial-scale=1'),
    meta('color-scheme', 'light dark'),
    ['title', {}, volume === '' ? name : `${name} | ${volume}`],
    generator && meta('generator', `${generator.name} ${generator.version}`),
    meta('version', version),
    meta('dcterms.modified', date),
    link('stylesheet', '../style/edition.css'),
    link('schema.DC', 'http://purl.org/dc/elements/1.1/'),
    ...citationMetas(unit, edition),
    ...coreMetas(unit, edition),
    ...machineLinks(unit, edition, around),
    link('prev', unit.previous && `${unit.previous.facts.id}.html`),
    link('next', unit.next && `${unit.next.facts.id}.html`),
    ['script', { type: 'application/ld+json' }, { data: unitData(unit, edition, around) }],
    ['script', { src: '../script/page.js', defer: '' }],
  ];
}
