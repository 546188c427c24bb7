import { readPdf } from '../../../pdf/read-pdf.ts';
import type { PdfDocument } from '../../../pdf/document.ts';
import type { Edition } from '../../../model/edition.ts';
import type { Book, OpenBook, TextFormat } from '../../format.ts';
import { chapterText } from './chapter-events.ts';
import { type BookRead, readChapters } from './read-chapters.ts';

/** Opens a printed book from its bytes alone. */
class PrintedBook implements OpenBook {
  readonly format: TextFormat;
  private readonly document: PdfDocument;
  private readonly read: BookRead;

  constructor(bytes: Uint8Array, format: TextFormat) {
    this.format = format;
    this.document = readPdf(bytes);
    this.read = readChapters(this.document);
  }

  chapter(id: string): string | undefined {
    const chapter = this.read.chapters.get(id);
    return chapter && chapterText(chapter);
  }

  context: OpenBook['context'] = (edition) => edition;

  faults(_book: Book, _edition: Edition): readonly string[] {
    return this.read.faults;
  }
}

export const openBook = (bytes: Uint8Array, format: TextFormat): OpenBook => new PrintedBook(bytes, format);
