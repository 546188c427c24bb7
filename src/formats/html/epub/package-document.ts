import type { PersonName } from '../../../model/facts.ts';
import type { Book } from '../../format.ts';
import { address } from '../addresses.ts';
import { escapeAttribute, escapeText } from '../escape.ts';
import { seriesOf } from '../../series.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ChapterSays } from './chapter.ts';
import type { BookFacts } from './facts.ts';
import { chapterPath } from './names.ts';

/** The package document (EPUB 3.3, section 5; EPUB Accessibility 1.1, section 2): metadata, the list of files, the order of reading. */

const element = (name: string, words: string | undefined, attributes = ''): string[] =>
  words === undefined || words === '' ? [] : [`<${name}${attributes}>${escapeText(words)}</${name}>`];

const meta = (property: string, words: string | undefined, refines?: string): string[] =>
  element('meta', words, `${refines === undefined ? '' : ` refines="#${refines}"`} property="${property}"`);

/** People with what they did (MARC relators), the first of whom made the book. */
function people({ volume }: BookFacts): string[] {
  if (volume === undefined) return [];
  const known = (names: readonly PersonName[] = []): readonly PersonName[] => names.filter(({ others }) => !others);
  const [authors, editors] = [known(volume.authors), known(volume.editors)];
  const roles = [
    ...authors.map((name) => ['creator', 'aut', name] as const),
    ...editors.map((name) => [authors.length > 0 ? 'contributor' : 'creator', 'edt', name] as const),
    ...known(volume.generalEditors).map((name) => ['contributor', 'edt', name] as const),
    ...known(volume.translators).map((name) => ['contributor', 'trl', name] as const),
  ];
  return roles.flatMap(([kind, role, { literal, family, given }], i) => {
    const id = `person-${i + 1}`;
    return [
      `<dc:${kind} id="${id}">${escapeText(literal)}</dc:${kind}>`,
      `<meta refines="#${id}" property="role" scheme="marc:relators">${role}</meta>`,
      ...meta('file-as', family === undefined || given === undefined ? undefined : `${family}, ${given}`, id),
    ];
  });
}

function series({ volume }: BookFacts): string[] {
  const name = volume === undefined ? '' : seriesOf(volume);
  if (name === '') return [];
  return [
    `<meta property="belongs-to-collection" id="series">${escapeText(name)}</meta>`,
    ...meta('collection-type', 'series', 'series'),
    ...meta('group-position', volume!.volume, 'series'),
  ];
}

/** What can be perceived, and how. Only a book in which something is said of every image claims to be accessible. */
function accessibility(says: readonly ChapterSays[], generator: Surroundings['generator']): string[] {
  const images = says.flatMap((each) => each.images);
  const pages = says.reduce((sum, each) => sum + each.pages.length, 0);
  const silent = images.filter(({ isDescribed }) => !isDescribed).length;
  const features = [
    'tableOfContents',
    'readingOrder',
    'structuralNavigation',
    'displayTransformability',
    ...(pages > 0 ? ['pageBreakMarkers', 'pageNavigation'] : []),
    ...(silent === 0 ? ['alternativeText'] : []),
    ...(says.some(({ hasFormulas }) => hasFormulas) ? ['MathML'] : []),
  ];
  const summary = [
    'The text can be read in order, by its contents and by its headings; notes and their calls lead to each other.',
    ...(pages > 0 ? ['The page breaks of the print are marked and listed.'] : []),
    ...(silent > 0 ? ['There are images of which the edition gives no description.'] : []),
  ];
  const claim = [
    '<meta property="dcterms:conformsTo" id="conformance">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>',
    ...meta('a11y:certifiedBy', generator && `${generator.name} ${generator.version}`, 'conformance'),
  ];
  return [
    ...meta('schema:accessMode', 'textual'),
    ...(images.length > 0 ? meta('schema:accessMode', 'visual') : []),
    ...meta('schema:accessModeSufficient', silent > 0 ? 'textual,visual' : 'textual'),
    ...features.flatMap((feature) => meta('schema:accessibilityFeature', feature)),
    ...meta('schema:accessibilityHazard', 'none'),
    ...meta('schema:accessibilitySummary', summary.join(' ')),
    ...(silent === 0 && generator ? claim : []),
  ];
}

function metadata(facts: BookFacts, says: readonly ChapterSays[], { generator }: Surroundings): string[] {
  const { licence } = facts;
  const hasPages = says.some(({ pages }) => pages.length > 0);
  const languages = facts.languages.length > 0 ? facts.languages : ['und'];
  return [
    `<dc:identifier id="identifier">${facts.identifier}</dc:identifier>`,
    ...facts.others.flatMap((other) => element('dc:identifier', other)),
    ...element('dc:title', facts.title),
    ...people(facts),
    ...series(facts),
    ...languages.flatMap((language) => element('dc:language', language)),
    ...element('dc:publisher', facts.volume?.publisher),
    ...element('dc:date', facts.published),
    ...element('dc:rights', licence?.text ?? licence?.name),
    ...meta('dcterms:license', licence?.url),
    ...(hasPages ? element('dc:source', facts.pageSource) : []),
    ...(hasPages ? meta('pageBreakSource', facts.pageSource) : []),
    ...meta('dcterms:modified', facts.modified),
    ...meta('dcterms:provenance', generator && `Made with ${generator.name} ${generator.version}`),
    ...accessibility(says, generator),
  ];
}

const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

/** The media type of an image that every reading system shows (EPUB 3.3, section 3.2); undefined for others. */
export const imageType = (path: string): string | undefined =>
  mediaTypes[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''];

const item = (id: string, href: string, type: string, properties = ''): string =>
  `<item id="${id}" href="${escapeAttribute(href)}" media-type="${type}"${properties === '' ? '' : ` properties="${properties}"`}/>`;

const xhtml = 'application/xhtml+xml';

export function packageDocument(
  { units }: Book,
  facts: BookFacts,
  says: readonly ChapterSays[],
  images: readonly string[],
  around: Surroundings,
): string {
  const items = [
    item('cover', 'cover.xhtml', xhtml),
    item('cover-image', 'cover.svg', 'image/svg+xml', 'cover-image'),
    item('title-page', 'title.xhtml', xhtml),
    item('nav', 'nav.xhtml', xhtml, 'nav'),
    item('style', 'style/book.css', 'text/css'),
    ...units.map(({ facts: { id } }, i) =>
      item(`text-${id}`, chapterPath(id), xhtml, says[i]!.hasFormulas ? 'mathml' : ''),
    ),
    ...images.map((path, i) => item(`image-${i + 1}`, address(path), imageType(path)!)),
  ];
  const spine = ['cover', 'title-page', 'nav', ...units.map((unit) => `text-${unit.facts.id}`)];
  const isTurned = facts.direction === 'rtl';
  const said = ` xml:lang="${facts.language}"${isTurned ? ' dir="rtl"' : ''}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"${said} unique-identifier="identifier" prefix="a11y: http://www.idpf.org/epub/vocab/package/a11y/#">`,
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    ...metadata(facts, says, around),
    '</metadata>',
    '<manifest>',
    ...items,
    '</manifest>',
    `<spine${isTurned ? ' page-progression-direction="rtl"' : ''}>`,
    ...spine.map((id) => `<itemref idref="${id}"/>`),
    '</spine>',
    '</package>',
    '',
  ].join('\n');
}
