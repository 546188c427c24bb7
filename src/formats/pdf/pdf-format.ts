import type { Print } from '../../config/print.ts';
import type { Edition, EditionContext, Unit, UnitInfo } from '../../model/edition.ts';
import type { TypesetFiles, Typesetter } from '../../typeset/typesetter.ts';
import { booksOf, fromBook } from '../books.ts';
import type { Book, BookFormat, Bound, ImageBytes } from '../format.ts';
import { type BookAround, bookFacts } from './book.ts';
import { mainFile } from './main.ts';
import { type Part, partOf } from './part.ts';
import type { UnitPage } from './place.ts';
import { printOf } from './print-settings.ts';
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
): TypesetFiles {
  const print = printOf(options.print);
  const facts = bookFacts(book, edition, options.around(edition));
  const { code, settings, entries } = mainFile(book.units, parts, facts, print);
  const images = [...new Set(parts.flatMap((part) => part.images))].sort();
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

async function bind(
  book: Book,
  edition: Edition,
  packed: readonly Uint8Array[],
  image: ImageBytes,
  options: PdfOptions,
): Promise<Bound> {
  const parts = packed.map((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Part);
  const typesetter = options.open(filesOf(book, edition, parts, image, options));
  if (!typesetter) return { findings: [] };
  try {
    return await setBook(typesetter, book, parts, printOf(options.print).conformance);
  } finally {
    typesetter.close();
  }
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
