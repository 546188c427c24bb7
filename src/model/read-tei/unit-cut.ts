import type { UnitKind } from '../facts.ts';
import type { Part, StructureNode } from './structure.ts';

/** A unit as it is cut out of a file. */

/** A note as it is written. */
export interface BroughtNote {
  readonly start: number;
  readonly end: number;
  /** The language that it is in, where it does not say it itself. */
  readonly language: string | undefined;
  /** It is an entry of the apparatus: what it says of its place by a number, if anything. */
  readonly loc?: string;
}

export interface UnitCut {
  readonly part: Part;
  readonly node: StructureNode;
  readonly kind: UnitKind;
  /** A record, or leaves, in addition to a text. */
  beside?: true;
  /** Depth in the contents, from 0: how many units stand around it; `text`, `front`, `body` and `back` do not count. */
  depth: number;
  /** Offsets of page breaks that are before the element and open the unit. */
  readonly leading: { start: number; end: number }[];
  /** The same after the element: page breaks at the end of the text. */
  readonly trailing: { start: number; end: number }[];
  /** The unit's own ranges of the tape, as pairs from (included), to (excluded). */
  readonly ops: [number, number][];
  /** Units directly inside this one. */
  readonly inner: UnitCut[];
  /** Notes that are written elsewhere and called here, and notes that are written here and called elsewhere. */
  readonly brought: BroughtNote[];
  readonly away: BroughtNote[];
  readonly outer: UnitCut | undefined;
  /** It is a page of a text without documents, or what is left of a division around such pages. */
  readonly piece: boolean;
}

export const newCut = (
  part: Part,
  node: StructureNode,
  kind: UnitKind,
  outer: UnitCut | undefined,
  piece = false,
): UnitCut => ({
  part,
  node,
  kind,
  depth: 0,
  leading: [],
  trailing: [],
  ops: [],
  inner: [],
  brought: [],
  away: [],
  outer,
  piece,
});
