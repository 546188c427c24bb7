import { pageLabel } from '../../../model/page-label.ts';
import type { UnitInfo } from '../../../model/edition.ts';
import type { Direction } from '../../../model/direction.ts';
import { escapeAttribute, escapeText } from '../escape.ts';
import { isolated } from '../isolated.ts';
import { fullName } from '../../unit-names.ts';
import { type ChapterSays, opening } from './chapter.ts';
import type { BookFacts } from './facts.ts';
import { chapterPath } from './names.ts';

/** The navigation document (EPUB 3.3, section 7): contents, list of pages, landmarks. */

interface Line {
  readonly depth: number;
  readonly href: string;
  readonly words: string;
}

/** The contents: units by their depth, and below each the sections in it. */
function contentsOf(units: readonly UnitInfo[], says: readonly ChapterSays[]): Line[] {
  return units.flatMap((unit, i) => {
    const file = chapterPath(unit.facts.id);
    const inside = says[i]!.headings.map(({ id, text, level }) => ({
      depth: unit.depth + level - 1,
      href: `${file}#${id}`,
      words: text,
    }));
    return [{ depth: unit.depth, href: file, words: fullName(unit) }, ...inside];
  });
}

const link = ({ href, words }: Omit<Line, 'depth'>, direction: Direction): string =>
  `<a href="${escapeAttribute(href)}">${isolated(escapeText(words), words, direction)}</a>`;

interface Branch extends Line {
  readonly below: Branch[];
}

/** Lines as a tree; one that is deeper by more than one level is below the nearest above it. */
function treeOf(lines: readonly Line[]): Branch[] {
  const top: Branch[] = [];
  const open: { depth: number; below: Branch[] }[] = [{ depth: -1, below: top }];
  for (const line of lines) {
    while (open.length > 1 && open.at(-1)!.depth >= line.depth) open.pop();
    const branch = { ...line, below: [] };
    open.at(-1)!.below.push(branch);
    open.push(branch);
  }
  return top;
}

function list(branches: readonly Branch[], direction: Direction): string {
  const item = (branch: Branch): string =>
    `<li>${link(branch, direction)}${branch.below.length === 0 ? '' : `\n${list(branch.below, direction)}`}</li>\n`;
  return `<ol>\n${branches.map(item).join('')}</ol>\n`;
}

function pageList(units: readonly UnitInfo[], says: readonly ChapterSays[], ours: string): string {
  const pages = units.flatMap(({ facts }, i) =>
    says[i]!.pages.map(({ id, n }) => {
      const href = `${chapterPath(facts.id)}#${id}`;
      return `<li>${link({ href, words: n === '' ? pageLabel('') : n }, 'ltr')}</li>\n`;
    }),
  );
  if (pages.length === 0) return '';
  return `<nav epub:type="page-list" role="doc-pagelist" aria-labelledby="pages" hidden="hidden">\n<h2 id="pages"${ours}>Pages</h2>\n<ol>\n${pages.join('')}</ol>\n</nav>\n`;
}

/** Where the texts begin: with the first document, else with the first unit. */
function landmarks(units: readonly UnitInfo[], ours: string): string {
  const first = units.find(({ facts }) => facts.kind === 'document') ?? units[0]!;
  const marks = [
    ['cover', 'cover.xhtml', 'Cover'],
    ['titlepage', 'title.xhtml', 'Title page'],
    ['toc', 'nav.xhtml', 'Contents'],
    ['bodymatter', chapterPath(first.facts.id), 'Beginning of the text'],
  ] as const;
  const items = marks.map(
    ([type, href, words]) => `<li><a epub:type="${type}" href="${escapeAttribute(href)}"${ours}>${words}</a></li>\n`,
  );
  return `<nav epub:type="landmarks" aria-labelledby="landmarks" hidden="hidden">\n<h2 id="landmarks"${ours}>Landmarks</h2>\n<ol>\n${items.join('')}</ol>\n</nav>\n`;
}

export function navDocument(units: readonly UnitInfo[], facts: BookFacts, says: readonly ChapterSays[]): string {
  const { language, direction, title } = facts;
  const ours = /^en\b/.test(language) ? '' : ' lang="en" xml:lang="en"';
  return (
    opening(language, direction, title, 'style/book.css') +
    `<body class="contents">\n<nav epub:type="toc" role="doc-toc" aria-labelledby="contents">\n<h1 id="contents"${ours}>Contents</h1>\n` +
    `${list(treeOf(contentsOf(units, says)), direction)}</nav>\n${pageList(units, says, ours)}${landmarks(units, ours)}</body>\n</html>\n`
  );
}
