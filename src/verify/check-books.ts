import type { BookInEdition, OpenBook, UnitInPlace } from '../formats/format.ts';
import type { Edition } from '../model/edition.ts';
import type { UnitContent } from '../model/unit-content.ts';
import { UnreadableFile } from '../source/regular-file.ts';
import type { BuiltFiles } from './built-files.ts';
import { checkUnit, type Loss } from './check-unit.ts';

/** Checks the books of the built edition: the text of each unit in them as any other file, and what each book says around the texts. */

/** Of one book, so many differences are named. */
const mostNamed = 5;

interface Opened {
  readonly one: BookInEdition;
  readonly book: OpenBook | undefined;
  /** Units that are still to be read. */
  waiting: number;
}

export interface CheckedUnit {
  readonly format: string;
  readonly losses: readonly Loss[];
}

export class BookChecker {
  /** Of whole books. */
  readonly losses: Loss[] = [];
  /** What is to be seen on pages of books, by their paths; only where it is asked for. */
  readonly remarks: Record<string, readonly string[]> = {};
  private readonly opened = new Map<string, Opened>();
  private readonly books: readonly BookInEdition[];
  private readonly edition: Edition;
  private readonly files: BuiltFiles;
  private readonly withRemarks: boolean;

  constructor(books: readonly BookInEdition[], edition: Edition, files: BuiltFiles, withRemarks: boolean) {
    this.withRemarks = withRemarks;
    this.books = books;
    this.edition = edition;
    this.files = files;
    const bound = new Set(books.flatMap(({ ids }) => [...ids]));
    for (const { facts } of books.length === 0 ? [] : edition.units)
      if (!bound.has(facts.id))
        this.losses.push({ document: facts.id, format: 'files', message: 'the document is in no book' });
  }

  /** What a unit lost in each of the books that it is in. */
  check(unit: UnitInPlace, content: UnitContent): CheckedUnit[] {
    const { id } = unit.facts;
    return this.books
      .filter(({ ids }) => ids.has(id))
      .map((one) => {
        const opened = this.open(one);
        const losses = this.unitLosses(opened, unit, content);
        opened.waiting--;
        if (opened.waiting === 0) this.close(opened);
        return { format: one.format.name, losses };
      });
  }

  private unitLosses({ one, book }: Opened, unit: UnitInPlace, content: UnitContent): Loss[] {
    const { id } = unit.facts;
    const { format, ids } = one;
    const loss = (message: string): Loss[] => [{ document: id, format: format.name, message }];
    if (!book) return loss(`the book ${one.book.path} cannot be read`);
    let chapter: string | undefined;
    try {
      chapter = book.chapter(id);
    } catch (error) {
      return loss(`${format.chapter.path(id)} in ${one.book.path} cannot be read: ${(error as Error).message}`);
    }
    const context = book.context(format.context(this.edition, ids));
    return checkUnit(book.format, unit, content, context, chapter);
  }

  private open(one: BookInEdition): Opened {
    const { path } = one.book;
    const known = this.opened.get(path);
    if (known) return known;
    const opened = { one, book: this.read(one), waiting: one.ids.size };
    this.opened.set(path, opened);
    return opened;
  }

  private read({ format, book: { path } }: BookInEdition): OpenBook | undefined {
    try {
      const bytes = this.files.bytes(path);
      if (bytes) return format.open(bytes);
      this.say(format.name, `${path} is missing`);
    } catch (error) {
      const why = error instanceof UnreadableFile ? error.trouble : (error as Error).message;
      this.say(format.name, `${path} cannot be read: ${why}`);
    }
    return undefined;
  }

  private say(format: string, message: string): void {
    this.losses.push({ document: '', format, message });
  }

  /** All units of a book have been read: what else is in it? A book that was read is not kept. */
  private close({ one: { format, book }, book: open }: Opened): void {
    this.opened.delete(book.path);
    if (!open) return;
    try {
      const faults = open.faults(book, this.edition, (path) => this.files.bytes(path));
      const more = faults.length - mostNamed;
      const named = [...faults.slice(0, mostNamed), ...(more > 0 ? [`and ${more} more differences`] : [])];
      for (const fault of named) this.say(format.name, `${book.path}: ${fault}`);
      if (this.withRemarks && open.remarks) this.remarks[book.path] = open.remarks();
    } catch (error) {
      this.say(format.name, `${book.path} cannot be read: ${(error as Error).message}`);
    }
  }
}
