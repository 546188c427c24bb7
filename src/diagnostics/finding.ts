/**
 * A finding is anything Octavo has to say to a person: what is wrong, where, why it matters and what to do.
 * Every room speaks in findings; only mistakes of programmers are thrown.
 */

/** `error`: the edition is wrong. `review`: a person should look. `note`: a remark. Only `review` and `note` can be silenced. */
export type Severity = 'error' | 'review' | 'note';

/** A place in a text. Lines and columns count from 1, columns in characters (code points); `offset` counts UTF-16 units from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A range of one file, from the first character of the culprit to the place after its last character. */
export interface Span {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** A change that fixes a finding: the range `span` becomes `newText`. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** One way to fix a finding, by a name that a person chooses from; its edits do not overlap and are made together. */
export interface Suggestion {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Another place that helps to understand the finding, e.g. where an id was first used. */
export interface Related {
  readonly message: string;
  readonly span: Span;
}

export interface Finding {
  /** A word or words with hyphens, e.g. `page-order`; never reused for another meaning. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in one sentence. */
  readonly message: string;
  readonly span?: Span;
  /** Why it matters. */
  readonly why?: string;
  /** What to do. */
  readonly fix?: string;
  /** The change that does it, where it is certain. */
  readonly edit?: TextEdit;
  /** A change that probably does it, for a person to decide; never applied unasked. */
  readonly suggestion?: TextEdit;
  /** Several ways to fix it, for a person to choose from; never applied unasked. */
  readonly suggestions?: readonly Suggestion[];
  /** What could be here instead, the most useful first. */
  readonly expected?: readonly string[];
  readonly related?: readonly Related[];
}
