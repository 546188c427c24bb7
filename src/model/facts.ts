/** Facts: who, when, where, which volume and pages. Citations, the page head, tables and the manifest are all made from these records. */

export interface PersonName {
  /** Where the name could be taken apart. */
  readonly family?: string;
  readonly given?: string;
  /** What the source marks before the family name: `van`, `de la`, `d’`. */
  readonly particle?: string;
  /** `Jr.`, `III`. */
  readonly suffix?: string;
  /** A corporate body. */
  readonly organization?: true;
  /** Not a name: “et al.” */
  readonly others?: true;
  /** The name as one string, always given: `Henry A. Kissinger`. */
  readonly literal: string;
}

export interface Agent {
  readonly kind: 'person' | 'organization';
  readonly name: PersonName;
  /** As the heading or correspDesc writes it: `Kissinger`. */
  readonly text: string;
  /** Pointer to the register entry or authority, as written. */
  readonly key?: string;
}

/** Dates in W3C form (`1970-08`, `1962-10-26`), as the source gives them; `text` is what is printed (`undated`). */
export interface DateFact {
  readonly when?: string;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly from?: string;
  readonly to?: string;
  readonly text?: string;
}

/** A date of publication, with how sure it is (`cert`, `precision`) and the calendar of its words, as the source writes them. */
export interface PublicationDate extends DateFact {
  readonly cert?: string;
  readonly precision?: string;
  readonly calendar?: string;
}

/** What the edition was made from, as `sourceDesc` describes it. */
export interface OriginalFacts {
  /** An article of a journal, a paper of a conference, a part of a book; a whole journal or book; a manuscript or object. */
  readonly form?: 'article' | 'paper' | 'part' | 'journal' | 'book' | 'manuscript';
  readonly title?: string;
  /** Title of the journal or book that it is in. */
  readonly container?: string;
  readonly volume?: string;
  readonly issue?: string;
  /** `513–514`, as it is printed. */
  readonly pages?: string;
  readonly date?: PublicationDate;
  readonly publisher?: string;
  readonly place?: string;
  readonly archive?: string;
  readonly archivePlace?: string;
  readonly shelfmark?: string;
}

/** One file's header: the volume, book or letter file. Every text is white-space normalised. */
export interface VolumeFacts {
  /** `idno` of type `frus`, else `TEI/@xml:id`, else the file's name without ending. */
  readonly id: string;
  /** The complete title. */
  readonly title: string;
  readonly subtitle?: string;
  readonly series?: string;
  readonly subseries?: string;
  /** As printed: `Volume XII`. */
  readonly volumeLabel?: string;
  /** In arabic digits where it can be read: `12`. */
  readonly volume?: string;
  /** The volume's own title: `Soviet Union, January 1969–October 1970`. */
  readonly volumeTitle?: string;
  readonly authors: readonly PersonName[];
  readonly editors: readonly PersonName[];
  readonly generalEditors: readonly PersonName[];
  readonly translators?: readonly PersonName[];
  /** Several are separated by semicolons. */
  readonly publisher?: string;
  readonly place?: string;
  /** When the edition was published. */
  readonly published?: PublicationDate;
  readonly isbn?: string;
  readonly issn?: string;
  readonly doi?: string;
  /** Address of the edition, as its header gives it. */
  readonly url?: string;
  /** The journal that the edition appeared in. */
  readonly journal?: string;
  /** What the header calls the text. */
  readonly genre?: 'letter' | 'manuscript' | 'debate';
  readonly original?: OriginalFacts;
  readonly language?: string;
  readonly licence?: { readonly text: string; readonly url?: string };
}

/** A document, a section around the documents, or the record of a text: its header. */
export type UnitKind = 'document' | 'section' | 'record';

/** One unit. */
export interface UnitFacts {
  /** Unique in the edition, safe as a file name. */
  readonly id: string;
  readonly kind: UnitKind;
  /** An entry of a dictionary. */
  readonly form?: 'entry';
  /** Number of the document in the volume (`194`); absent where it has none. */
  readonly number?: string;
  /** The heading without number and notes. */
  readonly title: string;
  readonly language?: string;
  readonly senders: readonly Agent[];
  readonly recipients: readonly Agent[];
  readonly date?: DateFact;
  /** From the dateline or correspDesc. */
  readonly place?: string;
  /** Where that place points: to a register entry or authority, as written. */
  readonly placeKey?: string;
  /** Text of the source note. */
  readonly source?: string;
  /**
   * Labels of the pages it is on, the first being the last page break before its text; empty where the source has no
   * pages.
   */
  readonly pages: readonly string[];
  readonly notes: number;
  readonly words: number;
}
