/** What a PDF says: its pages, the text on them in the order of its tags, and what is said about the whole. */

/** An area of a page in points: its left, lower, right and upper edge. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** Text that is shown at once. Measures are in points, from the left and from the bottom of the page. */
export interface Piece {
  /** In the order in which it is read, as the file has it: soft hyphens are U+00AD, a space at the end of a line is there. */
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  /** What is said of the language of exactly this text. */
  readonly language?: string;
  /** How much wider than in the font each space inside it is, in thousandths of the size. */
  readonly stretches: readonly number[];
  /** How much of its width are spaces behind its last word. */
  readonly spaceAtEnd?: number;
  /** It is in the file, but nobody sees it. */
  readonly isInvisible?: boolean;
}

/** Text on one page that a program marked as one thing. */
export interface Content {
  readonly kind: 'content';
  /** From 0. */
  readonly page: number;
  readonly pieces: readonly Piece[];
}

/** Text that is not of the text: a running head, a page number, a leader. */
export interface Artifact extends Content {
  /** `Pagination`, `Layout` …; what of it: `Header`, `Footer`; empty where the file does not say. */
  readonly type: string;
  readonly subtype: string;
}

export interface Destination {
  /** From 0; undefined where the page is not in the file. */
  readonly page: number | undefined;
  /** Where on the page; undefined where that is left open. */
  readonly x?: number;
  readonly y?: number;
}

/** An area of a page that leads somewhere. */
export interface Link {
  readonly kind: 'link';
  readonly page: number;
  readonly uri?: string;
  /** The destination by its name, where the link says one. */
  readonly name?: string;
  readonly destination?: Destination;
  /** What is said of it for those who do not see it. */
  readonly contents?: string;
  readonly area: readonly [x0: number, y0: number, x1: number, y1: number];
}

/** A node of the structure tree. */
export interface Tag {
  readonly kind: 'tag';
  /** As ISO 32000 names it: `P`, `H1`, `Note`, `Lbl`, `Link`, `TD` …; the file says what a name of its own means. */
  readonly role: string;
  /** The name that the file itself gives it. */
  readonly type: string;
  readonly language?: string;
  /** The words for a picture. */
  readonly alt?: string;
  /** What its text is, whatever glyphs show. */
  readonly actualText?: string;
  readonly title?: string;
  readonly id?: string;
  /** Names and numbers that the tag has, e.g. `ColSpan`, `WritingMode`, `ListNumbering`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
}

export type Node = Tag | Content | Link;

export interface Page {
  /** From 0. */
  readonly index: number;
  /** What readers call it: `iv`, `12`. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** Where the page will be cut, and how far what is printed goes beyond it, measured like all places on it; where the file says so. */
  readonly trim?: Box;
  readonly bleed?: Box;
  readonly artifacts: readonly Artifact[];
  /** Text that is in no tag and not an artifact. */
  readonly untagged: readonly Content[];
  readonly links: readonly Link[];
}

export interface OutlineEntry {
  readonly title: string;
  /** The depth: 0 for the outermost. */
  readonly level: number;
  readonly destination?: Destination;
}

export interface FontInfo {
  /** Without the letters that say that it is a part of a font. */
  readonly name: string;
  readonly isEmbedded: boolean;
  readonly isSubset: boolean;
  /** It says which characters its glyphs are. */
  readonly saysCharacters: boolean;
}

export interface Metadata {
  /** `Title`, `Author`, `CreationDate` … of the information dictionary. */
  readonly info: ReadonlyMap<string, string>;
  /** Properties of the XMP packet by their qualified names, e.g. `dc:language`, `pdfuaid:part`; lists have several values. */
  readonly xmp: ReadonlyMap<string, readonly string[]>;
  readonly language?: string;
  /** It says that its tags are to be trusted. */
  readonly isTagged: boolean;
  /** The title of the document is to be shown, not the name of the file. */
  readonly showsTitle: boolean;
}

export interface PdfDocument {
  /** `1.7`. */
  readonly version: string;
  readonly pages: readonly Page[];
  /** The outermost tags; empty where the file has none. */
  readonly tags: readonly Tag[];
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly outline: readonly OutlineEntry[];
  readonly fonts: readonly FontInfo[];
  readonly metadata: Metadata;
}
