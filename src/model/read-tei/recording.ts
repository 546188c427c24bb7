import type { Aspect } from '../structure.ts';

/** What the structure of a text is recorded with. */

export type StructureOp = Aspect | 'close' | 'pageId';

/** Puts an operation on the tape and gives its place; an operation that is not certain yet is put as undefined and set later. */
export interface Recording {
  put(op: StructureOp | undefined, value: string, offset: number): number;
  set(at: number, op: StructureOp, value: string): void;
  lastOffset(): number;
}
