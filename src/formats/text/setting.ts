import type { ReadingNode } from '../../model/reading.ts';
import type { Dialect } from './dialect.ts';
import type { Layout } from './layout.ts';

/** What a kind needs while it is laid out. */
export interface Setting {
  readonly page: Layout;
  readonly dialect: Dialect;
  /** List items and notes around. */
  readonly depth: number;
  /** Inside a list item (not: inside a note). */
  readonly inItem: boolean;
  /** Inside an example, which keeps its lines. */
  readonly inExample?: boolean;
  /** The name of who speaks. */
  readonly speaker: (who: string) => string;
  /** The notes called so far, whose bodies are laid out later. */
  readonly called: ReadingNode[];
  /** The entries of the apparatus so far. */
  readonly entries: EntryLine[];
}

/** A side of an entry of the apparatus, laid out. */
export interface SideLine {
  readonly role: string;
  /** The reading that it is, or of which it speaks; empty: the whole entry. */
  readonly about: string;
  readonly sigla: readonly string[];
  /** As a laid-out line: with marks between control characters. */
  readonly text: string;
}

export interface EntryLine {
  readonly n: number;
  /** The lemma first. */
  readonly sides: readonly SideLine[];
}
