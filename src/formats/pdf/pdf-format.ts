import type { Print } from '../../config/print.ts';
import type { Edition, EditionContext, Unit, UnitInfo } from '../../model/edition.ts';
import type { TypesetFiles, Typesetter } from '../../typeset/typesetter.ts';
import { addBoxes } from '../../pdf/add-boxes.ts';
import { booksOf, fromBook } from '../books.ts';
import type { Book, BookFormat, Bound, ImageBytes } from '../format.ts';
import { type BookAround, bookFacts } from './book.ts';
import { mainFile } from './main.ts';
import { damagedFindings, damagedPictures } from './damaged-pictures.ts';
import { type Part, partOf } from './part.ts';
import type { UnitPage } from './place.ts';
import { boxesOf, printOf } from './print-settings.ts';
import { chapterFormat } from './read/chapter-format.ts';
import { openBook } from './read/open-book.ts';
import { setBook } from './set-book.ts';

/** Books in pages: PDF, one file for each volume, set by Typst. */

export interface PdfOptions {
  readonly print?: Print | undefined;
  /** Files of the design: `base.typ`, and those of designs by their names. */
  readonly templates: Readonly<Record<string, string>>;
  /** Fonts of the edition’s own. */
  readonly fonts: readonly { bytes(): Uint8Array }[];
  readonly findAsset?: UnitPage['findAsset'];
  readonly around: (edition: Edition) => BookAround;
  /** Opens the typesetter; undefined where it is not installed. */
  readonly open: (files: TypesetFiles) => Typesetter | undefined;
}

/** The files of a book for the typesetter. */
function filesOf(
  book: Book,
  edition: Edition,
  parts: readonly Part[],
  image: ImageBytes,
  options: PdfOptions,
  missing: ReadonlySet<string>,
): TypesetFiles {
  const print = printOf(options.print);
  const facts = bookFacts(book, edition, options.around(edition));
  const { code, settings, entries } = mainFile(book.units, parts, facts, print, [...missing]);
  const images = picturesOf(parts).filter((path) => !missing.has(path));
  return {
    sources: {
      ...options.templates,
      'design.typ': options.templates[`${print.design}.typ`] ?? '',
      'entries.typ': entries,
      'main.typ': code,
    },
    data: { 'settings.json': Buffer.from(settings), ...Object.fromEntries(images.map((path) => [path, image(path)])) },
    fonts: options.fonts.map((font) => font.bytes()),
  };
}

const picturesOf = (parts: readonly Part[]): string[] => [...new Set(parts.flatMap(({ images }) => images))].sort();

async function bind(
  book: Book,
  edition: Edition,
  packed: readonly Uint8Array[],
  image: ImageBytes,
  options: PdfOptions,
): Promise<Bound> {
  const parts = packed.map((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Part);
  const setWithout = async (missing: ReadonlySet<string>): Promise<Bound> => {
    const typesetter = options.open(filesOf(book, edition, parts, image, options, missing));
    if (!typesetter) return { findings: [] };
    try {
      const print = printOf(options.print);
      const bound = await setBook(typesetter, book, parts, print.conformance);
      const boxes = boxesOf(print);
      return bound.bytes && boxes ? { ...bound, bytes: addBoxes(bound.bytes, boxes) } : bound;
    } finally {
      typesetter.close();
    }
  };
  const bound = await setWithout(new Set());
  // Only where a book cannot be set is it asked whether a picture is the reason.
  const damaged = bound.bytes ? new Set<string>() : await damagedPictures(picturesOf(parts), image, options.open);
  if (damaged.size === 0) return bound;
  const without = await setWithout(damaged);
  return { ...without, findings: [...damagedFindings(damaged, parts, book.path), ...without.findings] };
}

export function pdfFormat(options: PdfOptions): BookFormat {
  const { marks, index } = printOf(options.print);
  const findAsset = options.findAsset ?? (() => undefined);
  const part = (unit: Unit, edition: EditionContext): string =>
    JSON.stringify(partOf(unit, edition, { marks, findAsset, index }));
  return {
    name: 'pdf',
    chapter: chapterFormat(part),
    notCarried: (units: readonly UnitInfo[]) =>
      units.some(({ hasDiplomatic }) => hasDiplomatic) ? { 'diplomatic view': 'books show the reading view' } : {},
    books: (edition) => booksOf(edition, 'pdf'),
    part: (unit, edition) => Buffer.from(part(unit, edition)),
    context: fromBook,
    bind: (book, edition, parts, image) => bind(book, edition, parts, image, options),
    open: (bytes) => openBook(bytes, part, { around: options.around, print: printOf(options.print) }),
  };
}
