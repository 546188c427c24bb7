import { pageLabel } from '../../../model/page-label.ts';
import type { Book } from '../../format.ts';
import type { Expected } from '../frame/lines.ts';
import { longNameOf } from '../frame/words.ts';
import type { KnownChapter } from './chapter-format.ts';
import { expectedFile, inLine } from './expected-chapter.ts';
import type { ExpectedFacts } from './expected-facts.ts';

/** What the pages of a book around its chapters must say: contents, list of pages, cover, title page. */

type Ours = Readonly<Record<string, string>>;

/** The language of our own words, where it is not the book's. */
const oursIn = ({ language }: ExpectedFacts): Ours =>
  /^en(?:-|$)/.test(language) ? {} : { lang: 'en', 'xml:lang': 'en' };

interface Entry {
  readonly depth: number;
  readonly link: Expected;
}

/** The lines that are below a line: until one that is not deeper. */
function lists(entries: readonly Entry[]): Expected {
  const items: Expected[] = [];
  for (let i = 0; i < entries.length;) {
    const { depth, link } = entries[i]!;
    let end = i + 1;
    while (end < entries.length && entries[end]!.depth > depth) end++;
    items.push(['li', {}, link, ...(end > i + 1 ? [lists(entries.slice(i + 1, end))] : [])]);
    i = end;
  }
  return ['ol', {}, ...items];
}

function entriesOf({ units }: Book, chapters: readonly KnownChapter[], { direction }: ExpectedFacts): Entry[] {
  return units.flatMap(({ facts, depth }, i): Entry[] => {
    const file = `text/${facts.id}.xhtml`;
    const link = (href: string, words: string): Expected => ['a', { href }, inLine(direction, words)];
    const inside = (chapters[i]?.headings ?? []).map(({ id, text, level }) => ({
      depth: depth + level - 1,
      link: link(`${file}#${id}`, text),
    }));
    return [{ depth, link: link(file, longNameOf(facts)) }, ...inside];
  });
}

function pagesOf({ units }: Book, chapters: readonly KnownChapter[], ours: Ours): Expected {
  const items = units.flatMap(({ facts: { id } }, i) =>
    (chapters[i]?.pages ?? []).map((page): Expected => {
      const words = page.label === '' ? pageLabel('') : page.label;
      return ['li', {}, ['a', { href: `text/${id}.xhtml#${page.id}` }, inLine('ltr', words)]];
    }),
  );
  if (items.length === 0) return undefined;
  const about = { 'epub:type': 'page-list', role: 'doc-pagelist', 'aria-labelledby': 'pages', hidden: 'hidden' };
  return ['nav', about, ['h2', { id: 'pages', ...ours }, 'Pages'], ['ol', {}, ...items]];
}

function landmarksOf({ units }: Book, ours: Ours): Expected {
  const begin = units.find(({ facts: { kind } }) => kind === 'document') ?? units[0];
  const marks = [
    ['cover', 'cover.xhtml', 'Cover'],
    ['titlepage', 'title.xhtml', 'Title page'],
    ['toc', 'nav.xhtml', 'Contents'],
    ['bodymatter', `text/${begin?.facts.id}.xhtml`, 'Beginning of the text'],
  ] as const;
  const items = marks.map(([type, href, words]): Expected => [
    'li',
    {},
    ['a', { 'epub:type': type, href, ...ours }, words],
  ]);
  const about = { 'epub:type': 'landmarks', 'aria-labelledby': 'landmarks', hidden: 'hidden' };
  return ['nav', about, ['h2', { id: 'landmarks', ...ours }, 'Landmarks'], ['ol', {}, ...items]];
}

const page = (facts: ExpectedFacts, body: Expected): Expected =>
  expectedFile(facts.language, facts.direction, facts.title, 'style/book.css', body);

export function expectedNav(book: Book, facts: ExpectedFacts, chapters: readonly KnownChapter[]): Expected {
  const ours = oursIn(facts);
  const about = { 'epub:type': 'toc', role: 'doc-toc', 'aria-labelledby': 'contents' };
  const heading: Expected = ['h1', { id: 'contents', ...ours }, 'Contents'];
  const contents: Expected = ['nav', about, heading, lists(entriesOf(book, chapters, facts))];
  return page(facts, ['body', { class: 'contents' }, contents, pagesOf(book, chapters, ours), landmarksOf(book, ours)]);
}

export const expectedCover = (facts: ExpectedFacts): Expected =>
  page(facts, [
    'body',
    { class: 'cover', 'epub:type': 'cover' },
    ['img', { src: 'cover.svg', alt: facts.title, role: 'doc-cover' }],
  ]);

/** The print that has the pages, in words. */
function sourceWords({ pageSource }: ExpectedFacts): string {
  const [, isbn] = /^urn:isbn:(.*)/.exec(pageSource) ?? [];
  return isbn === undefined ? pageSource : `ISBN ${isbn}`;
}

export function expectedTitlePage(facts: ExpectedFacts, hasPages: boolean): Expected {
  const { direction, licence } = facts;
  const ours = oursIn(facts);
  const line = (name: string, words: string | undefined, more: Ours = {}): Expected =>
    words && ['p', { class: name, ...more }, inLine(direction, words)];
  const said = (label: string, words: string | undefined): Expected[] =>
    words
      ? [
          ['dt', ours, label],
          ['dd', {}, inLine(direction, words)],
        ]
      : [];
  const source = sourceWords(facts);
  const text = licence?.text === licence?.name ? '' : licence?.text;
  const terms =
    licence && [licence.name, licence.url, text].filter((each) => each !== undefined && each !== '').join(' · ');
  return page(facts, [
    'body',
    { class: 'title-page', 'epub:type': 'titlepage' },
    [
      'header',
      {},
      line('series', facts.series),
      ['h1', {}, inLine(direction, facts.ownTitle)],
      line('editors', facts.makers, ours),
      line('imprint', facts.house),
    ],
    [
      'dl',
      {},
      ...said('How to cite', facts.citation),
      ...said('Licence', terms),
      ...said('Version', facts.version),
      ...said('Date', facts.date),
      ...(hasPages ? said('Page numbers', source) : []),
      ...said('Identifier', facts.identifier),
      ...said('Made with', facts.maker),
    ],
  ]);
}
