import type { ReadBack, TextFormat, UnitInPlace } from '../../format.ts';
import type { EditionContext } from '../../../model/edition.ts';
import type { UnitContent } from '../../../model/unit-content.ts';
import { lineFaults } from '../frame/compare.ts';
import { linesOf } from '../frame/lines.ts';
import { aspects, layoutFaults, registerFaults, roleOf } from '../html-format.ts';
import type { PageRead } from '../page-read.ts';
import { fromPage, promiseDirections, promisePage } from '../promise.ts';
import { readPage } from '../read-page.ts';
import type { Surroundings } from '../surroundings.ts';
import { inOneView } from '../../books.ts';
import { chapterOf } from './chapter.ts';
import { expectedChapter } from './expected-chapter.ts';
import { chapterPath, folder } from './names.ts';
import { type ChapterRead, idInPage, readChapter } from './read-chapter.ts';

/** What a book has to know of a chapter that was read. */
export interface KnownChapter extends Pick<ChapterRead, 'ids' | 'links' | 'pages' | 'images' | 'hasFormulas'> {
  readonly headings: readonly { readonly id: string; readonly text: string; readonly level: number }[];
}

function known({ ids, links, pages, images, hasFormulas }: ChapterRead, { outline }: PageRead): KnownChapter {
  const own = new Map([...ids].map((id) => [idInPage(id), id]));
  const headings = outline.sections.map((section) => ({ ...section, id: own.get(section.id) ?? '' }));
  return { ids, links, pages, images, hasFormulas, headings };
}

/** The text of a unit in a book: written and read as a page. `remember` is given what was read of each unit. */
export function chapterFormat(
  around: Surroundings,
  remember: (id: string, chapter: KnownChapter) => void = () => undefined,
): TextFormat {
  const frame =
    (read: ChapterRead, page: PageRead) =>
    (given: UnitInPlace, edition: EditionContext, { structure }: UnitContent): readonly string[] => {
      const unit = inOneView(given);
      remember(unit.facts.id, known(read, page));
      const titlePage = roleOf(structure.ownBlock) === 'title-page';
      const direction = promiseDirections(structure, unit, edition).unit;
      const wanted = expectedChapter(unit, edition, { direction, hasHeading: page.outline.titled || titlePage });
      return [
        ...lineFaults(read.lines, linesOf(wanted)),
        ...registerFaults(page, unit, edition, fromPage(structure, unit, edition)),
      ];
    };
  const readBack = (content: string): ReadBack => {
    const read = readChapter(content);
    const page = readPage(read.page);
    return {
      ...page.back,
      faults: [...read.faults, ...page.back.faults],
      layout: (source, _, edition) => layoutFaults(page, source, edition),
      frame: frame(read, page),
    };
  };
  return {
    name: 'epub',
    carries: 'text',
    aspects,
    path: (id) => folder + chapterPath(id),
    write: (unit, edition) => chapterOf(unit, edition, around).content,
    readBack,
    promise: (source, unit, edition) => promisePage(source, inOneView(unit), edition, around),
  };
}
