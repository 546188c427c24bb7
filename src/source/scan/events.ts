/** The events of an XML document with their places. Offsets count UTF-16 units of the decoded text. */

export interface XmlAttribute {
  /** As written, with prefix. */
  readonly name: string;
  readonly local: string;
  /**
   * Namespace; empty for attributes without prefix. `xml:` is `http://www.w3.org/XML/1998/namespace`; namespace declarations, `xmlns`
   * included, have `http://www.w3.org/2000/xmlns/`.
   */
  readonly uri: string;
  /** With references resolved and white space normalised as XML 1.0 section 3.3.3 says for CDATA. */
  readonly value: string;
  /** First character of the name. */
  readonly start: number;
  /** First character of the value, inside the quotes; `valueEnd` is the closing quote. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

export interface XmlTag {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  /** All attributes, namespace declarations (`xmlns`, `xmlns:x`) included, in the order written. */
  readonly attributes: readonly XmlAttribute[];
  /** The `<`. */
  readonly start: number;
  /** After the `>` of the start tag. */
  readonly end: number;
  /** `<x/>`. */
  readonly empty: boolean;
}

export interface XmlHandler {
  open?(tag: XmlTag): void;
  /** `tag` is the object that `open` got; `start` and `end` are those of the end tag (both `tag.end` where the tag is empty). */
  close?(tag: XmlTag, start: number, end: number): void;
  /** References resolved, CDATA sections included, line ends normalised to LF. One run of text may come in several pieces. */
  text?(value: string, start: number, end: number): void;
  comment?(value: string, start: number, end: number): void;
  instruction?(target: string, data: string, start: number, end: number): void;
}

/** What a file may be before it is refused with a finding instead of read. */
export interface XmlLimits {
  /** Open elements at once. */
  readonly depth: number;
  /** Attributes of one element. */
  readonly attributes: number;
  /** Characters of a name. */
  readonly nameLength: number;
  /** Characters of the file. */
  readonly fileLength: number;
  /** Mistakes that are reported before the rest of the file is left unread. */
  readonly faults: number;
}

export const defaultLimits: XmlLimits = {
  depth: 512,
  attributes: 256,
  nameLength: 1000,
  fileLength: 256 * 1024 * 1024,
  faults: 1000,
};

/**
 * For what is made of sources that were read within their limits, which settings may raise: a page has more elements inside each other than its
 * source, and longer texts.
 */
export const madeLimits: XmlLimits = {
  depth: 1_000_000,
  attributes: 1_000_000,
  nameLength: 1_000_000,
  fileLength: Number.MAX_SAFE_INTEGER,
  faults: 1000,
};
