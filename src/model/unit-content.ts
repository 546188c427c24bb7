import type { Witnesses } from './apparatus.ts';
import type { Spine } from './spine.ts';
import type { Structure } from './structure.ts';

/** A unit as its source writes it. */
export interface Written {
  /** The file is nothing but this unit; then `before` and `after` are all that is around its text. */
  readonly whole: boolean;
  /** What the elements around it say that holds for it (namespaces, language, base), as attributes of a root; of a whole file those of its root. */
  readonly root: string;
  /** The header; empty where there is none. */
  readonly before: string;
  /** The unit, without the units inside it. */
  readonly text: string;
  readonly after: string;
  /** Notes that are written elsewhere and called in the unit. */
  readonly notes?: readonly string[];
}

/** All that must survive of a unit: its words, and what is on them. */
export interface UnitContent {
  readonly spine: Spine;
  readonly structure: Structure;
  /** Absent: it is only known what it says. */
  readonly written?: Written;
  /** Absent: there is no apparatus. */
  readonly witnesses?: Witnesses;
}
