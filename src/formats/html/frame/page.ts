import type { Direction } from '../../../model/direction.ts';
import type { EditionContext } from '../../../model/edition.ts';
import type { UnitInPlace } from '../../format.ts';
import { languageCode } from '../language.ts';
import type { Citation, Surroundings } from '../surroundings.ts';
import { licenceAddress } from './data.ts';
import { headOf } from './head.ts';
import type { Expected } from './lines.ts';
import type { Outline } from './outline.ts';
import { bookOf, dateOf, licenceFor, licenceNameOf, longNameOf, pageRangeOf, shortNameOf } from './words.ts';

/** All that must be around the text of a page with the templates of this package, from the data of the edition and the outline of the text. */

/** What is known of a page. */
export interface PageKnown {
  readonly unit: UnitInPlace;
  readonly edition: EditionContext;
  readonly around: Surroundings;
  readonly outline: Outline;
  /** The text is a title page, which shows the title in its own way. */
  readonly titlePage: boolean;
  /** Of the unit. */
  readonly direction: Direction;
}

interface Known extends PageKnown {
  /** The language of our own words where it is not the page's. */
  readonly ours: Readonly<Record<string, string | undefined>>;
}

const where = (known: boolean, expected: Expected): Expected => (known ? expected : undefined);
const arrow = (sign: string): Expected => ['span', { class: 'arrow', 'aria-hidden': 'true' }, sign];

type Other = UnitInPlace['previous'];

const leadsTo = (rel: string, other: NonNullable<Other>) => ({
  rel,
  href: `${other.facts.id}.html`,
  title: longNameOf(other.facts),
});

function steps({ unit: { previous, next } }: Known, label: string): Expected {
  return [
    'nav',
    { class: 'steps', 'aria-label': label },
    [
      'ul',
      {},
      previous && [
        'li',
        { class: 'previous' },
        ['a', leadsTo('prev', previous), arrow('←'), ` ${shortNameOf(previous.facts)}`],
      ],
      ['li', { class: 'up' }, ['a', { href: '../index.html' }, 'Contents']],
      next && ['li', { class: 'next' }, ['a', leadsTo('next', next), `${shortNameOf(next.facts)} `, arrow('→')]],
    ],
  ];
}

const said = (words: string | undefined): Expected => where(Boolean(words), ['span', {}, words]);

function facts({ unit: { facts } }: Known): Expected {
  return [
    'p',
    { class: 'facts' },
    where(Boolean(facts.number), ['span', { class: 'number' }, `Document ${facts.number}`]),
    said(facts.place),
    said(dateOf(facts.date)),
    said(pageRangeOf(facts)),
  ];
}

function contents({ outline: { sections } }: Known): Expected {
  const lines = sections.map(({ id, level, text }): Expected => [
    'li',
    { class: `level-${level}` },
    ['a', { href: `#${id}` }, text],
  ]);
  return where(lines.length > 0, [
    'details',
    { class: 'local' },
    ['summary', {}, 'In this document'],
    ['nav', { 'aria-label': 'In this document' }, ['ul', {}, ...lines]],
  ]);
}

function masthead(known: Known): Expected {
  const { unit, edition, outline, titlePage, ours } = known;
  const { series, volume } = bookOf(unit, edition);
  const book: Expected[] = [
    where(Boolean(series), ['span', { class: 'series' }, series]),
    ['span', { class: 'volume' }, volume],
  ];
  const title: Expected = ['h1', { class: titlePage ? 'unseen' : undefined }, unit.facts.title];
  return [
    'header',
    { class: 'masthead', ...ours },
    ['a', { class: 'skip', href: '#o:text' }, 'Skip to the text'],
    ['p', { class: 'book' }, ['a', { href: '../index.html' }, ...book]],
    steps(known, 'Documents, before the text'),
    facts(known),
    where(!outline.titled, title),
    contents(known),
  ];
}

const plain = (html: string): string => html.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

/** The recommended citation: words, some of them in italics. */
function cite(citation: Citation | undefined): Expected {
  if (!citation) return undefined;
  const words = citation.html
    .split(/<i>(.*?)<\/i>/s)
    .map((part, i): Expected => (i % 2 === 1 ? ['i', {}, plain(part)] : plain(part)));
  return [
    'section',
    { class: 'citation', id: 'o:cite', 'aria-labelledby': 'o:cite-heading' },
    ['h2', { id: 'o:cite-heading' }, 'How to cite'],
    ['p', {}, ...words],
  ];
}

function downloads({ unit, around: { unitDownloads = [] } }: Known): Expected {
  const files = unitDownloads.map(({ label, type, path }): Expected => [
    'li',
    {},
    ['a', { href: `../${path(unit.facts.id)}`, type }, label],
  ]);
  return where(files.length > 0, [
    'nav',
    { class: 'downloads', 'aria-labelledby': 'o:downloads-heading' },
    ['h2', { id: 'o:downloads-heading' }, 'This document as'],
    ['ul', {}, ...files],
  ]);
}

function imprint({ unit, edition, around: { version, date, generator } }: Known): Expected {
  const licence = licenceFor(unit, edition);
  const href = licenceAddress(unit, edition);
  const name = licence && licenceNameOf(licence);
  const title = licence?.text === name || licence?.text === '' ? undefined : licence?.text;
  return [
    'p',
    { class: 'made' },
    licence && ['span', { class: 'licence', title }, href === undefined ? name : ['a', { rel: 'license', href }, name]],
    where(Boolean(version), ['span', { class: 'version' }, `Version ${version}`]),
    where(Boolean(date), ['span', { class: 'built' }, ['time', { datetime: date }, date]]),
    generator && ['span', { class: 'generator' }, `Made with ${generator.name} ${generator.version}`],
  ];
}

/** The page around the text; `main` is empty. */
export function expectedPage(page: PageKnown): Expected {
  const { unit, edition, around } = page;
  const own = languageCode(unit.facts.language ?? unit.volume.language ?? edition.language);
  const lang = own ?? 'en';
  const ours = /^en(?:$|\W)/i.test(lang) ? {} : { lang: 'en', 'xml:lang': 'en' };
  const known: Known = { ...page, ours };
  const unknown = own === undefined ? { lang: '', 'xml:lang': '' } : {};
  return [
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      lang,
      'xml:lang': lang,
      dir: page.direction === 'rtl' ? 'rtl' : undefined,
    },
    headOf(unit, edition, around),
    [
      'body',
      { class: unit.facts.kind },
      masthead(known),
      ['main', { id: 'o:text', ...unknown }],
      [
        'footer',
        { class: 'colophon', ...ours },
        steps(known, 'Documents, after the text'),
        cite(around.citation?.(unit, edition)),
        downloads(known),
        imprint(known),
      ],
    ],
  ];
}
