import type { Finding } from '../diagnostics/finding.ts';
import type { Edition, EditionContext, Unit, UnitInfo } from '../model/edition.ts';
import type { UnitContent } from '../model/unit-content.ts';
import type { VolumeFacts } from '../model/facts.ts';
import { treeIn } from '../model/reading.ts';
import type { Carries } from '../model/structure.ts';
import { hasView, type OtherView } from '../model/views.ts';

/** A file of the built edition: path below the output folder, with `/`; text is written as UTF-8. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Fields by name, e.g. of a citation: what a record format must carry unchanged. */
export type RecordFields = Readonly<Record<string, string>>;

interface FormatBase {
  /** As in `--formats` and the manifest's `outputs`: `html`, `text`, `tei`, `csl-json` … */
  readonly name: string;
  /** The view that its files show, of those units only that have it. Absent: the reading view, of all units. */
  readonly view?: OtherView;
  /** Where the file of the unit with this id is, below the output folder. */
  path(id: string): string;
  /** The unit's file. Must depend on nothing but its arguments: `unit` (with its neighbours) and the context all units share. */
  write(unit: Unit, edition: EditionContext): string;
  /** Files of the whole edition (index, bibliography …), from what is known of all units. */
  writeEdition?(edition: Edition): readonly OutputFile[];
}

/** A file as it is read back. */
export interface ReadBack extends UnitContent {
  /** What a reader of the file sees, or a program meets, that no file of this format holds; in words. */
  readonly faults: readonly string[];
  /** Where the n-th word, page break or call of a run is, as it is said behind a loss: ` (sheet 12)`. Absent: that is said by its words. */
  readonly place?: (run: number, at: number) => string;
  /** What is in the file around the text and is not as the data of the edition say; in words. Absent: there is nothing around it. */
  frame?(unit: UnitInPlace, edition: EditionContext, source: UnitContent): readonly string[];
  /** What is laid out or written in another way than the source asks for, in words. To be asked only where the words are those of the source. */
  layout?(source: UnitContent, unit: UnitInPlace, edition: EditionContext): readonly string[];
}

/** A unit without its text, with its neighbours: all that a page says around the text. */
export type UnitInPlace = UnitInfo & Pick<Unit, 'previous' | 'next'>;

/**
 * A format that carries the text: the proof is the spine and what is on it. No format without its proof: it does not
 * compile.
 */
export interface TextFormat extends FormatBase {
  readonly carries: 'text';
  /** It is the unit as its source writes it, whatever phase 1 or a stylesheet of the edition makes of it. */
  readonly isSource?: true;
  /** Each aspect of structure: carried, or why not. */
  readonly aspects: Carries;
  /**
   * What a file that `write` made says, read from its bytes alone. `base`: the witness that the settings take as the base of an apparatus, which
   * a file in TEI cannot say.
   */
  readBack(content: string, base?: string): ReadBack;
  /** What this format promises of a unit's content, in the words in which its files say it; absent: all, as the source says it. */
  promise?(source: UnitContent, unit: UnitInfo, edition: EditionContext): UnitContent;
}

/** A format that carries a record of the unit: the proof is its fields. */
export interface RecordFormat extends FormatBase {
  readonly carries: 'record';
  /** Where the file with the records of all units is. */
  readonly editionPath: string;
  /** The fields that must survive, as the facts give them. */
  expected(unit: UnitInfo, edition: EditionContext): RecordFields;
  /**
   * The fields of all entries of a file, of one unit or of the edition, read from its bytes alone. Throws for whatever is not understood: an
   * unknown or doubled field, anything between entries.
   */
  readBack(content: string): readonly RecordFields[];
}

export type Format = TextFormat | RecordFormat;

/** A file that holds many units. */
export interface Book {
  /** Below the output folder. */
  readonly path: string;
  readonly units: readonly UnitInfo[];
  /** The volume that all of them are of; absent: they are of several. */
  readonly volume?: VolumeFacts;
}

/** What a book is bound from in addition to its units: the bytes of an image by its path in the built edition. */
export type ImageBytes = (path: string) => Uint8Array;

/** A bound book, and what is to be said of it. Without bytes the findings say why there is no book. */
export interface Bound {
  readonly bytes?: Uint8Array;
  readonly findings: readonly Finding[];
}

/** A book as it is read back. */
export interface OpenBook {
  /** The text of a unit, as `chapter` of the format reads it; undefined where the book has none. Throws where it cannot be read. */
  chapter(id: string): string | undefined;
  /** The edition as this book shows it: a pointer to a place that is in none of its texts leads to the text. */
  context(edition: EditionContext): EditionContext;
  /** What reads it, and what it promises; what it reads is remembered for `faults`. */
  readonly format: TextFormat;
  /** What else is in the book and is not as the data of the edition say, in words; to be asked when all chapters have been read. */
  faults(book: Book, edition: Edition, image: (path: string) => Uint8Array | undefined): readonly string[];
  /** What a person who reads proofs wants to see on its pages, page by page; nothing of it is lost. Absent: it has no pages of its own. */
  remarks?(): readonly string[];
}

/** A format of which one file holds many units. The proof is that of a text for each unit, and what the book says around them. */
export interface BookFormat {
  readonly name: string;
  /** The text of a unit in a book; its `path` is that in the book. */
  readonly chapter: TextFormat;
  /** What books do not have in addition to what `aspects` says, by name, with the reason. */
  notCarried(units: readonly UnitInfo[]): Readonly<Record<string, string>>;
  /** The books of an edition: every unit is in one of them. */
  books(edition: Edition): readonly Book[];
  /** What a book is bound from of one unit. Depends on nothing but its arguments, as `write` of other formats. */
  part(unit: Unit, edition: EditionContext): Uint8Array;
  /** The edition as a unit in a book of these units may see it. */
  context(edition: EditionContext, units: ReadonlySet<string>): EditionContext;
  /** Binds a book from the parts of its units, in their order. */
  bind(book: Book, edition: Edition, parts: readonly Uint8Array[], image: ImageBytes): Bound | Promise<Bound>;
  /** Opens a book from its bytes alone. Throws where it is none. */
  open(bytes: Uint8Array): OpenBook;
}

/** A file of records as the proof expects it. */
export interface ExpectedFile {
  readonly path: string;
  /** What each of its records must say, in their order. */
  readonly records: readonly RecordFields[];
  /** The records of a file, read from its bytes alone. Throws for whatever is not understood. */
  readBack(this: void, content: string): readonly RecordFields[];
}

/** The proof of a format of the whole edition. */
export interface WholeProof {
  /** Is shown each unit in reading order, with what its source says. */
  unit(unit: UnitInPlace, content: UnitContent): void;
  /**
   * When all units have been shown: exactly the files that must be there. `bytes` gives a file that is there, for a format that says in one of its files how
   * the others are divided.
   */
  files(bytes: (path: string) => Uint8Array | undefined): readonly ExpectedFile[];
}

/** A format whose files are of the whole edition: tables, lists, graphs. No unit has a file of its own. */
export interface WholeFormat {
  readonly name: string;
  /** The file by which the manifest names it; where it has no file of this path, the edition has nothing for this format. */
  readonly path: string;
  /** What its files need of one unit; kept between builds like the parts of books. Depends on nothing but its arguments. */
  part(this: void, unit: Unit, edition: EditionContext): Uint8Array;
  /** All files, from the parts of all units in reading order. */
  files(edition: Edition, parts: readonly Uint8Array[]): readonly OutputFile[];
  /** What is to be said of the files, or why there are none. */
  findings?(edition: Edition, parts: readonly Uint8Array[]): readonly Finding[];
  /** What the files must say, from the sources: shares no code with `part` and `files`. */
  prove(edition: Edition): WholeProof;
}

/** What takes parts of units: a book those of its units, a format of the whole edition those of all. */
export interface TakesParts {
  readonly format: Pick<BookFormat, 'name' | 'part' | 'context'>;
  readonly ids: ReadonlySet<string>;
}

/** A format of the whole edition as a taker of parts. */
export const takesAll = ({ name, part }: WholeFormat, { units }: Edition): TakesParts => ({
  format: { name, part, context: (edition) => edition },
  ids: new Set(units.map(({ facts }) => facts.id)),
});

/** A book of an edition, with the format that it is in and the ids of its units. */
export interface BookInEdition {
  readonly format: BookFormat;
  readonly book: Book;
  readonly ids: ReadonlySet<string>;
}

/** The books of an edition, of all formats that have any. */
export const booksIn = (edition: Edition, formats: readonly BookFormat[]): readonly BookInEdition[] =>
  formats.flatMap((format) =>
    format.books(edition).map((book) => ({ format, book, ids: new Set(book.units.map(({ facts }) => facts.id)) })),
  );

/** A format whose files show another view, made from one that shows the reading view. */
export function inView(format: TextFormat, view: OtherView, name: string, path: (id: string) => string): TextFormat {
  const one = { ...format };
  delete one.writeEdition;
  return {
    ...one,
    name: `${format.name}-${name}`,
    view,
    path,
    write: (unit, edition) => format.write({ ...unit, reading: treeIn(unit, view) ?? unit.reading }, edition),
  };
}

/** The formats that a unit has files of. */
export const formatsFor = (unit: UnitInfo, formats: readonly Format[]): readonly Format[] =>
  formats.filter(({ view }) => hasView(unit, view));

/** The formats of which an edition with these units has files. */
export const formatsOf = (units: readonly UnitInfo[], formats: readonly Format[]): readonly Format[] =>
  formats.filter(({ view }) => view === undefined || units.some((unit) => hasView(unit, view)));
