import type { CitationDate } from './date.ts';
import type { CitationName } from './name.ts';

/** What a unit is cited as, by the names of CSL. Each has one type in BibLaTeX and RIS (docs/formats/citations.md). */
export type CitationType =
  | 'chapter'
  | 'book'
  | 'article-journal'
  | 'paper-conference'
  | 'entry-dictionary'
  | 'personal_communication'
  | 'manuscript'
  | 'hearing';

/**
 * What is cited: the one record from which CSL-JSON, BibTeX and RIS are written. It is the *edition* that is cited (the printed or published
 * text), never the original in an archive: mixing the two ruins every rendering. What the three formats cannot say of
 * the original is kept next to.
 */
export interface CitationItem {
  /** Unique in the edition; the BibTeX key as well: ASCII letters, digits, `.`, `_`, `+` and `-`. */
  readonly id: string;
  readonly type: CitationType;
  readonly title: string;
  readonly authors: readonly CitationName[];
  readonly editors: readonly CitationName[];
  readonly generalEditors: readonly CitationName[];
  readonly translators: readonly CitationName[];
  readonly containerTitle?: string;
  readonly series?: string;
  /** In arabic digits: `XII` is not a number to any program. */
  readonly volume?: string;
  /** Number of the document in its volume. */
  readonly number?: string;
  /** Number of the issue of a journal. */
  readonly issue?: string;
  readonly firstPage?: string;
  readonly lastPage?: string;
  readonly publisher?: string;
  readonly place?: string;
  readonly date?: CitationDate;
  readonly isbn?: string;
  readonly issn?: string;
  readonly doi?: string;
  readonly url?: string;
  readonly language?: string;
  /** Where a manuscript, an object or an unpublished letter is kept. */
  readonly archive?: string;
  readonly archivePlace?: string;
  readonly shelfmark?: string;
  /** What the edition was made from, where that was published. */
  readonly original: {
    readonly title?: string;
    readonly date?: CitationDate;
    readonly publisher?: string;
    readonly place?: string;
  };
  /** Of the original, and of the volume as it is printed: for CSL-JSON's `custom`. */
  readonly beside: {
    readonly recipients: readonly CitationName[];
    readonly date?: string;
    readonly printedDate?: string;
    readonly place?: string;
    readonly source?: string;
    readonly volumeLabel?: string;
    readonly rights?: string;
    readonly archive?: string;
    readonly archivePlace?: string;
    readonly shelfmark?: string;
  };
}

/** An object without its undefined and empty properties. */
export function known<T extends object>(record: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== '')) as T;
}
