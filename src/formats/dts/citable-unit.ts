/** A part of a text that can be cited, in the order of the text. Offsets count UTF-16 units of the TEI file. */
export interface CitableUnit {
  /** Unique in its tree, and safe as a file name: `1.2.3`, `pg_591`. */
  readonly identifier: string;
  /** From 1. */
  readonly level: number;
  readonly parent: string | null;
  readonly citeType: string;
  /** The number or label as it is printed. */
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** A way to cite a text. */
export interface CitationTree {
  /** Absent: the default tree. */
  readonly identifier?: string;
  /** Its units are elements; else they are from one place to another. */
  readonly ofElements: boolean;
  readonly units: readonly CitableUnit[];
}
