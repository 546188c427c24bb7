import type { BookFormat } from '../../format.ts';
import type { Surroundings } from '../surroundings.ts';
import { bindBook } from './bind.ts';
import { booksOf, fromBook } from '../../books.ts';
import { chapterFormat } from './chapter-format.ts';
import { chapterOf } from './chapter.ts';
import { imageType } from './package-document.ts';
import { partOf } from './part.ts';
import { openBook } from './read-book.ts';

/** What a book shows of things outside it: images that every reading system knows, and nothing else. */
function aroundBook(around: Surroundings): Surroundings {
  const { findAsset } = around;
  return {
    ...around,
    ...(findAsset && {
      findAsset: (source, unit) => {
        const path = findAsset(source, unit);
        return path === undefined || imageType(path) === undefined ? undefined : path;
      },
    }),
  };
}

/** Books for reading systems: EPUB 3.3 with EPUB Accessibility 1.1, one file for each volume. `stylesheet`: that of the books. */
export function epubFormat(given: Surroundings, stylesheet: string): BookFormat {
  const around = aroundBook(given);
  return {
    name: 'epub',
    chapter: chapterFormat(around),
    notCarried: (units) =>
      units.some(({ hasDiplomatic }) => hasDiplomatic) ? { 'diplomatic view': 'books show the reading view' } : {},
    books: booksOf,
    part: (unit, edition) => partOf(unit.facts.id, chapterOf(unit, edition, around)),
    context: fromBook,
    bind: (book, edition, parts, image) => {
      const bytes = bindBook(book, edition, parts, image, around, stylesheet);
      return { findings: [], ...(bytes && { bytes }) };
    },
    open: (bytes) => openBook(bytes, around, stylesheet),
  };
}
