import { type Direction, directionBetween, directionOfText, lettersOf } from '../../../model/direction.ts';
import type { EditionContext } from '../../../model/edition.ts';
import type { UnitInPlace } from '../../format.ts';
import { languageCode } from '../../language.ts';
import type { Citation, Surroundings } from '../surroundings.ts';
import { licenceAddress } from './data.ts';
import { headOf } from './head.ts';
import type { Expected } from './lines.ts';
import type { Outline } from './outline.ts';
import { bookOf, dateOf, filesOf, licenceFor, licenceNameOf, longNameOf, pageRangeOf, shortNameOf } from './words.ts';
import { witnessPagesOf } from './view-words.ts';

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

/** Words in a line of the page: isolated where they are written in the other direction. */
function inLine(direction: Direction, words: string | undefined): Expected {
  const own = directionBetween(direction, lettersOf(words ?? ''));
  return own === direction ? words : ['bdi', { dir: own }, words];
}

const where = (known: boolean, expected: Expected): Expected => (known ? expected : undefined);
const arrow = (sign: string): Expected => ['span', { class: 'arrow', 'aria-hidden': 'true' }, sign];

type Other = UnitInPlace['previous'];

const leadsTo = (rel: string, other: NonNullable<Other>) => ({
  rel,
  href: `${other.facts.id}.html`,
  title: longNameOf(other.facts),
  'data-n': other.facts.number === '' ? undefined : other.facts.number,
});

const stepName = (direction: Direction, { facts }: NonNullable<Other>): Expected => [
  'span',
  { class: 'name' },
  inLine(direction, shortNameOf(facts)),
];

function steps({ unit: { previous, next }, direction, around }: Known, label: string): Expected {
  return [
    'nav',
    { class: 'steps', 'aria-label': label },
    [
      'ul',
      {},
      previous && [
        'li',
        { class: 'previous' },
        ['a', leadsTo('prev', previous), arrow('←'), ' ', stepName(direction, previous)],
      ],
      [
        'li',
        { class: 'up' },
        ['a', { href: '../index.html' }, 'Contents'],
        ...(around.search === true ? [' ', ['a', { href: '../search.html' }, 'Search'] as Expected] : []),
      ],
      next && ['li', { class: 'next' }, ['a', leadsTo('next', next), stepName(direction, next), ' ', arrow('→')]],
    ],
  ];
}

/** The views of a text other than that of the page, but for texts of witnesses. */
function viewsBeside({ unit: { facts, hasDiplomatic }, around, direction }: Known): Expected {
  const toReading = around.view !== undefined;
  const href = toReading ? `${facts.id}.html` : `${facts.id}.diplomatic.html`;
  const name = inLine(direction, toReading ? 'Reading view' : 'Diplomatic view');
  return where(toReading || hasDiplomatic === true, ['span', { class: 'other-view' }, ['a', { href }, name]]);
}

function witnesses({ unit, around, direction }: Known): Expected {
  const pages = witnessPagesOf(unit, around).flatMap(([siglum, href]): Expected[] => {
    const name = inLine(direction, siglum);
    return [' ', href === undefined ? ['b', { 'aria-current': 'page' }, name] : ['a', { href }, name]];
  });
  return where(pages.length > 0, ['span', { class: 'witnesses' }, 'Text of', ...pages]);
}

function facts(known: Known): Expected {
  const {
    unit: { facts },
    direction,
  } = known;
  const said = (words: string | undefined): Expected => where(Boolean(words), ['span', {}, inLine(direction, words)]);
  return [
    'p',
    { class: 'facts' },
    where(Boolean(facts.number), ['span', { class: 'number' }, inLine(direction, `Document ${facts.number}`)]),
    said(facts.place),
    said(dateOf(facts.date)),
    said(pageRangeOf(facts)),
    viewsBeside(known),
    witnesses(known),
  ];
}

function contents({ outline: { sections }, direction }: Known): Expected {
  const lines = sections.map(({ id, level, text }): Expected => [
    'li',
    { class: `level-${level}` },
    ['a', { href: `#${id}` }, inLine(direction, text)],
  ]);
  return where(lines.length > 0, [
    'details',
    { class: 'local' },
    ['summary', {}, 'In this document'],
    ['nav', { 'aria-label': 'In this document' }, ['ul', {}, ...lines]],
  ]);
}

function masthead(known: Known): Expected {
  const { unit, edition, outline, titlePage, ours, direction } = known;
  const { series, volume } = bookOf(unit, edition);
  const book: Expected[] = [
    where(Boolean(series), ['span', { class: 'series' }, inLine(direction, series)]),
    ['span', { class: 'volume' }, inLine(direction, volume)],
  ];
  const title: Expected = ['h1', { class: titlePage ? 'unseen' : undefined }, inLine(direction, unit.facts.title)];
  return [
    'header',
    { class: 'masthead', ...ours },
    ['a', { class: 'skip', href: '#o:text' }, 'Skip to the text'],
    where(Boolean(volume), ['p', { class: 'book' }, ['a', { href: '../index.html' }, ...book]]),
    steps(known, 'Documents, before the text'),
    facts(known),
    where(!outline.titled, title),
    contents(known),
  ];
}

const plain = (html: string): string => html.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

/** The parts of a citation: words, and what is in italics or isolated. */
function citationParts(pieces: readonly string[], from: { at: number }): Expected[] {
  const parts: Expected[] = [];
  while (from.at < pieces.length) {
    const piece = pieces[from.at++]!;
    const [, end, name, dir] = /^<(\/?)(i|bdi)(?: dir="(ltr|rtl)")?>$/.exec(piece) ?? [];
    if (end === '/') return parts;
    parts.push(name === undefined ? plain(piece) : [name, { dir }, ...citationParts(pieces, from)]);
  }
  return parts;
}

/** The recommended citation: words, some of them in italics, those of another direction isolated. */
function cite(citation: Citation | undefined, direction: Direction): Expected {
  if (!citation) return undefined;
  const parts = citationParts(citation.html.split(/(<[^>]*>)/), { at: 0 });
  const own = directionOfText(citation.text) ?? direction;
  return [
    'section',
    { class: 'citation', id: 'o:cite', 'aria-labelledby': 'o:cite-heading' },
    ['h2', { id: 'o:cite-heading' }, 'How to cite'],
    ['p', { dir: own === direction ? undefined : own }, ...parts],
  ];
}

function downloads({ unit, around, direction }: Known): Expected {
  const files = filesOf(unit, around).map(({ label, type, path }): Expected => [
    'li',
    {},
    ['a', { href: `../${path(unit.facts.id)}`, type }, inLine(direction, label)],
  ]);
  return where(files.length > 0, [
    'nav',
    { class: 'downloads', 'aria-labelledby': 'o:downloads-heading' },
    ['h2', { id: 'o:downloads-heading' }, 'This document as'],
    ['ul', {}, ...files],
  ]);
}

function imprint({ unit, edition, direction, around: { version, date, generator } }: Known): Expected {
  const licence = licenceFor(unit, edition);
  const href = licenceAddress(unit, edition);
  const words = licence && licenceNameOf(licence);
  const name = inLine(direction, words);
  const title = licence?.text === words || licence?.text === '' ? undefined : licence?.text;
  return [
    'p',
    { class: 'made' },
    licence && ['span', { class: 'licence', title }, href === undefined ? name : ['a', { rel: 'license', href }, name]],
    where(Boolean(version), ['span', { class: 'version' }, inLine(direction, `Version ${version}`)]),
    where(Boolean(date), ['span', { class: 'built' }, ['time', { datetime: date }, date]]),
    generator && [
      'span',
      { class: 'generator' },
      inLine(direction, `Made with ${generator.name} ${generator.version}`),
    ],
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
      ['main', { id: 'o:text', 'data-page': unit.open?.startsOn || undefined, ...unknown }],
      [
        'footer',
        { class: 'colophon', ...ours },
        steps(known, 'Documents, after the text'),
        cite(around.citation?.(unit, edition), page.direction),
        downloads(known),
        imprint(known),
      ],
    ],
  ];
}
