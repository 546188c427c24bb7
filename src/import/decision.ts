/** A decision as it is in the decisions file. */

/** The words around a place, white space made single: what a decision is recognised by. */
export interface Context {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

export type DecisionKind =
  | 'heading'
  | 'note-call'
  | 'signature'
  | 'salutation'
  | 'dateline'
  | 'date-end'
  | 'undated'
  | 'section'
  | 'attachment'
  | 'list-head'
  | 'list'
  | 'table'
  | 'word-at-page'
  | 'page-mark'
  | 'paragraph-at-page'
  | 'line-end-hyphens'
  | 'running-heads'
  | 'tracked-changes'
  | 'comments'
  | 'main-text'
  | 'note-list';

export interface Option {
  /** Written into the file of answers. */
  readonly value: string;
  /** What it means, for a person. */
  readonly label: string;
}

export interface Decision {
  readonly key: string;
  readonly kind: DecisionKind;
  readonly line: number;
  readonly column: number;
  readonly ask: string;
  readonly context: Context;
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly confidence: number;
  /** Written by a person; empty: not answered. */
  readonly answer: string;
}
