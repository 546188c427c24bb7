import type { Book } from '../../format.ts';
import type { Expected } from '../frame/lines.ts';
import { seriesNameOf } from '../frame/words.ts';
import type { PersonName } from '../../../model/facts.ts';
import type { KnownChapter } from './chapter-format.ts';
import type { ExpectedFacts } from './expected-facts.ts';

/** The package document that a book must have, from the data of the edition and what its chapters are found to have. */

const meta = (property: string, words: string | undefined, refines?: string): Expected =>
  words === undefined || words === '' ? undefined : ['meta', { property, refines: refines && `#${refines}` }, words];

const dublinCore = (name: string, words: string | undefined): Expected =>
  words === undefined || words === '' ? undefined : [`dc:${name}`, {}, words];

type Named = readonly [kind: string, role: string, person: PersonName];

/** Authors, editors, general editors, translators; where there is no author, the editors made the book. */
function makers({ volume }: ExpectedFacts): Named[] {
  if (!volume) return [];
  const all: Named[] = [];
  const add = (kind: string, role: string, names: readonly PersonName[] | undefined): void => {
    for (const name of names ?? []) if (name.others !== true) all.push([kind, role, name]);
  };
  add('creator', 'aut', volume.authors);
  add(all.length === 0 ? 'creator' : 'contributor', 'edt', volume.editors);
  add('contributor', 'edt', volume.generalEditors);
  add('contributor', 'trl', volume.translators);
  return all;
}

const maker = ([kind, role, { literal, family, given }]: Named, i: number): Expected[] => {
  const id = `person-${i + 1}`;
  return [
    [`dc:${kind}`, { id }, literal],
    ['meta', { property: 'role', refines: `#${id}`, scheme: 'marc:relators' }, role],
    meta('file-as', family !== undefined && given !== undefined ? `${family}, ${given}` : undefined, id),
  ];
};

function collection({ volume }: ExpectedFacts): Expected[] {
  const name = volume ? seriesNameOf(volume) : '';
  return name === ''
    ? []
    : [
        ['meta', { property: 'belongs-to-collection', id: 'series' }, name],
        meta('collection-type', 'series', 'series'),
        meta('group-position', volume?.volume, 'series'),
      ];
}

interface Found {
  readonly pages: boolean;
  readonly images: boolean;
  readonly silent: boolean;
  readonly formulas: boolean;
}

function foundIn(chapters: readonly KnownChapter[]): Found {
  const images = chapters.flatMap((chapter) => chapter.images);
  return {
    pages: chapters.some(({ pages }) => pages.length > 0),
    images: images.length > 0,
    // An image of which the source says nothing is called a figure.
    silent: images.some(({ alt }) => alt === 'Figure'),
    formulas: chapters.some(({ hasFormulas }) => hasFormulas),
  };
}

function accessible({ pages, images, silent, formulas }: Found, maker: string | undefined): Expected[] {
  const features = `tableOfContents readingOrder structuralNavigation displayTransformability ${pages ? 'pageBreakMarkers pageNavigation' : ''}
    ${silent ? '' : 'alternativeText'} ${formulas ? 'MathML' : ''}`;
  const summary =
    'The text can be read in order, by its contents and by its headings; notes and their calls lead to each other.' +
    (pages ? ' The page breaks of the print are marked and listed.' : '') +
    (silent ? ' There are images of which the edition gives no description.' : '');
  const claim: Expected[] = [
    ['meta', { property: 'dcterms:conformsTo', id: 'conformance' }, 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA'],
    meta('a11y:certifiedBy', maker, 'conformance'),
  ];
  return [
    meta('schema:accessMode', 'textual'),
    images ? meta('schema:accessMode', 'visual') : undefined,
    meta('schema:accessModeSufficient', silent ? 'textual,visual' : 'textual'),
    ...features
      .trim()
      .split(/\s+/)
      .map((feature) => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', summary),
    ...(silent || maker === undefined ? [] : claim),
  ];
}

function expectedMetadata(facts: ExpectedFacts, found: Found): Expected {
  const { maker: program, licence } = facts;
  return [
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    ['dc:identifier', { id: 'identifier' }, facts.identifier],
    ...facts.others.map((other) => dublinCore('identifier', other)),
    dublinCore('title', facts.title),
    ...makers(facts).flatMap(maker),
    ...collection(facts),
    ...(facts.languages.length === 0 ? ['und'] : facts.languages).map((language) => dublinCore('language', language)),
    dublinCore('publisher', facts.volume?.publisher),
    dublinCore('date', facts.published),
    dublinCore('rights', licence?.text === '' ? licence.name : licence?.text),
    meta('dcterms:license', licence?.url),
    found.pages ? dublinCore('source', facts.pageSource) : undefined,
    found.pages ? meta('pageBreakSource', facts.pageSource) : undefined,
    meta('dcterms:modified', facts.modified),
    meta('dcterms:provenance', program === undefined ? undefined : `Made with ${program}`),
    ...accessible(found, program),
  ];
}

const typeOf = (path: string): string => {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return `image/${{ jpg: 'jpeg', svg: 'svg+xml' }[ending] ?? ending}`;
};

const item = (id: string, href: string, type: string, properties?: string): Expected => [
  'item',
  { id, href, 'media-type': type, properties },
];

function expectedSpine(ids: readonly string[], { direction }: ExpectedFacts): Expected {
  const order = ['cover', 'title-page', 'nav', ...ids.map((id) => `text-${id}`)];
  const about = { 'page-progression-direction': direction === 'rtl' ? 'rtl' : undefined };
  return ['spine', about, ...order.map((idref): Expected => ['itemref', { idref }])];
}

export function expectedPackage(
  { units }: Book,
  facts: ExpectedFacts,
  chapters: readonly KnownChapter[],
  images: readonly string[],
): Expected {
  const page = 'application/xhtml+xml';
  const ids = units.map((unit) => unit.facts.id);
  return [
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'xml:lang': facts.language,
      dir: facts.direction === 'rtl' ? 'rtl' : undefined,
      'unique-identifier': 'identifier',
      prefix: 'a11y: http://www.idpf.org/epub/vocab/package/a11y/#',
    },
    expectedMetadata(facts, foundIn(chapters)),
    [
      'manifest',
      {},
      item('cover', 'cover.xhtml', page),
      item('cover-image', 'cover.svg', 'image/svg+xml', 'cover-image'),
      item('title-page', 'title.xhtml', page),
      item('nav', 'nav.xhtml', page, 'nav'),
      item('style', 'style/book.css', 'text/css'),
      ...ids.map((id, i) =>
        item(`text-${id}`, `text/${id}.xhtml`, page, chapters[i]?.hasFormulas ? 'mathml' : undefined),
      ),
      ...images.map((path, i) => item(`image-${i + 1}`, path, typeOf(path))),
    ],
    expectedSpine(ids, facts),
  ];
}
