import { readPdf } from '../../../pdf/read-pdf.ts';
import type { PdfDocument } from '../../../pdf/document.ts';
import type { Edition } from '../../../model/edition.ts';
import type { Book, OpenBook, TextFormat } from '../../format.ts';
import type { Print } from '../../../config/print.ts';
import { bookFaults } from './book-faults.ts';
import { chapterFormat, type SeenInText } from './chapter-format.ts';
import { chapterText } from './chapter-events.ts';
import type { Around } from './expected-facts.ts';
import { entryFaults } from './entry-faults.ts';
import { indexFaults } from './index-faults.ts';
import { proofSheet } from './proof-sheet.ts';
import type { BookRead } from './book-read.ts';
import { readChapters } from './read-chapters.ts';

/** What the settings say of the edition and of its books. */
export interface OpenOptions {
  readonly around: (edition: Edition) => Around;
  readonly print: Required<Print>;
}

/** Opens a printed book from its bytes alone. */
class PrintedBook implements OpenBook {
  readonly format: TextFormat;
  private readonly options: OpenOptions;
  private readonly document: PdfDocument;
  private readonly read: BookRead;

  /** By units, what is proven with the book; of a unit whose words are not those of the source nothing is known. */
  private readonly seen = new Map<string, SeenInText>();

  constructor(bytes: Uint8Array, write: TextFormat['write'], options: OpenOptions) {
    this.format = chapterFormat(write, (unit, seen) => this.seen.set(unit, seen));
    this.options = options;
    this.document = readPdf(bytes);
    this.read = readChapters(this.document);
  }

  chapter(id: string): string | undefined {
    const chapter = this.read.chapters.get(id);
    return chapter && chapterText(chapter);
  }

  context: OpenBook['context'] = (edition) => edition;

  remarks(): readonly string[] {
    return proofSheet(this.document);
  }

  faults(book: Book, edition: Edition): readonly string[] {
    const { around, print } = this.options;
    const isKnown = book.units.every(({ facts }) => this.seen.has(facts.id));
    return [
      ...bookFaults(this.document, this.read, book, edition, around(edition), print),
      ...(isKnown ? this.acrossTexts() : []),
    ];
  }

  private acrossTexts(): string[] {
    const { index, entries, chapters } = this.read;
    const named = [...this.seen.values()].flatMap((seen) => seen.named);
    const expected = new Map([...this.seen].map(([unit, seen]) => [unit, seen.entries]));
    return [...indexFaults(index, named, this.document), ...entryFaults(expected, entries, chapters, this.document)];
  }
}

/** `write`: of the format, which is not used to read. */
export const openBook = (bytes: Uint8Array, write: TextFormat['write'], options: OpenOptions): OpenBook =>
  new PrintedBook(bytes, write, options);
