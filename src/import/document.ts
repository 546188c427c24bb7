/**
 * What a reader of a source hands on: a document as plain blocks, with the place of every piece in the source.
 * It is deliberately smaller than TEI: whatever cannot be said here is not imported as if it had been understood.
 */

/** How sure the importer is of a piece of markup it was not told about. Absent: certain. */
export type Certainty = 'low' | 'medium';

/** A run of characters of the source; `at` is the offset of the first one in the source text. */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly at: number;
}

/** A page begins here. */
export interface PageBreak {
  readonly kind: 'page';
  readonly label: string;
  readonly at: number;
  /** The page turns inside a word: the halves belong together. */
  readonly insideWord?: boolean;
  readonly cert?: Certainty;
}

/** The call of a note; `note` counts the notes of the document from 0. */
export interface NoteCall {
  readonly kind: 'call';
  readonly note: number;
  readonly at: number;
  readonly cert?: Certainty;
}

/** A new line inside a block. */
export interface LineBreak {
  readonly kind: 'line';
  readonly at: number;
  /** The line turns inside a word; the hyphen before it, if there is one, is the printer's. */
  readonly insideWord?: boolean;
}

/** Elements inside a line that say no more than their name: names in a heading, links, typography, pictures. */
export type PhraseElement =
  | 'persName'
  | 'orgName'
  | 'placeName'
  | 'date'
  | 'seg'
  | 'hi'
  | 'ref'
  | 'add'
  | 'del'
  | 'gap'
  | 'code'
  | 'q'
  | 'quote'
  | 'title'
  | 'foreign'
  | 'supplied'
  | 'anchor'
  | 'figure'
  | 'graphic'
  | 'figDesc'
  | 'formula'
  | 'fw';

/** A range that has a meaning of its own: a name in the heading, the place and date of a dateline, a link. */
export interface Phrase {
  readonly kind: 'phrase';
  readonly element: PhraseElement;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly Inline[];
  /** The phrase is a link to this note of the document. */
  readonly toNote?: number;
}

export type Inline = TextRun | PageBreak | NoteCall | LineBreak | Phrase;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly content: readonly Inline[];
  readonly cert?: Certainty;
}

/** An archive line printed above the heading. */
export interface SourceLine {
  readonly kind: 'source-line';
  readonly content: readonly Inline[];
}

export interface ListItem {
  /** A mark on a line of its own before the item: `1.`, `(a)`. */
  readonly label?: readonly Inline[];
  /** The number the source printed before the item, where the list is numbered. */
  readonly number?: string;
  readonly content: readonly Inline[];
  /** What follows inside the item: lists, paragraphs, page breaks. */
  readonly blocks: readonly Block[];
  /** Page breaks between the item before and this one. */
  readonly pagesBefore: readonly PageBreak[];
}

export interface ListBlock {
  readonly kind: 'list';
  readonly marks: 'bullets' | 'numbers' | 'labels';
  /** What the head says the list is for: `subject`, `participants` … */
  readonly type?: string;
  readonly head?: readonly Inline[];
  readonly items: readonly ListItem[];
  readonly cert?: Certainty;
}

/** A cell that is more than words: a heading, one that reaches over others, one that holds blocks. */
export interface Cell {
  readonly kind: 'cell';
  readonly label?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  readonly content: readonly Inline[];
  readonly blocks: readonly Block[];
}

/** A row of a table, or a page break that is between two rows. */
export type TableRow =
  { readonly kind: 'row'; readonly label?: boolean; readonly cells: readonly (readonly Inline[] | Cell)[] } | PageBreak;

export interface TableBlock {
  readonly kind: 'table';
  readonly head?: readonly Inline[];
  readonly rows: readonly TableRow[];
  readonly cert?: Certainty;
}

/** A part of a letter that is in a block of its own. */
export interface LetterPart {
  readonly kind: 'dateline' | 'opening' | 'salute' | 'signed' | 'closing';
  readonly content: readonly Inline[];
  readonly cert?: Certainty;
}

/** A part of the document with a heading: an attachment, or a section. */
export interface Division {
  readonly kind: 'division';
  readonly type: 'attachment' | 'section';
  /** A letter or message quoted as a text of its own. */
  readonly quoted?: 'letter' | 'message';
  /** A line above the heads that marks where the attachment begins. */
  readonly above?: readonly Inline[];
  readonly heads: readonly (readonly Inline[])[];
  readonly blocks: readonly Block[];
  readonly cert?: Certainty;
}

/** What follows the signature of a letter. */
export interface Postscript {
  readonly kind: 'postscript';
  readonly blocks: readonly Block[];
}

/** Blocks in an element of their own: a quotation, a stanza, a picture with its caption. */
export interface Group {
  readonly kind: 'group';
  readonly element: 'quote' | 'lg' | 'figure';
  readonly attributes: Readonly<Record<string, string>>;
  readonly blocks: readonly Block[];
}

/** Words in an element of their own: a verse, a running head, a caption, an example of what a computer reads. */
export interface Line {
  readonly kind: 'text-line';
  readonly element: 'l' | 'fw' | 'head' | 'eg' | 'byline' | 'graphic' | 'figDesc' | 'milestone' | 'trailer';
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly Inline[];
}

export type Block =
  Postscript | Paragraph | SourceLine | ListBlock | TableBlock | LetterPart | Division | Group | Line | PageBreak;

export interface Note {
  /** The number or sign the text shows. */
  readonly label: string;
  /** The number the list of notes shows. */
  readonly listed: string;
  /** Offset of the note in the source. */
  readonly at: number;
  /** Paragraphs, mostly one. */
  readonly blocks: readonly Block[];
  /** False where the text has no call: the note is kept without a place. */
  readonly called: boolean;
  readonly source: boolean;
}

export interface Correspondent {
  readonly role: 'from' | 'to';
  /** As the heading has it, without the person in brackets. */
  readonly name: string;
  readonly element: 'persName' | 'orgName';
}

/** A date as far as it is known: `2026`, `1962-10` or `1962-10-26`, with a time where the source gives one. */
export interface DateFact {
  readonly text: string;
  readonly when?: string;
}

/** What the text says about itself. */
export interface DocumentFacts {
  readonly number?: string;
  /** The heading without its number and its calls. */
  readonly title: string;
  readonly correspondents: readonly Correspondent[];
  readonly correspondence: boolean;
  readonly place?: string;
  readonly date?: DateFact;
  readonly source?: string;
  readonly pages: readonly string[];
}

/** A document as its reader understood it. */
export interface ImportedDocument {
  readonly facts: DocumentFacts;
  /** The number is printed before the heading (`194. `) and goes to an attribute. */
  readonly printedNumber?: { readonly text: string; readonly at: number };
  /** Blocks before the heading: page breaks and archive lines. */
  readonly before: readonly Block[];
  readonly head: readonly Inline[];
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
}
