import type { Spine } from './spine.ts';
import type { Structure } from './structure.ts';

/** All that must survive of a unit: its words, and what is on them. */
export interface UnitContent {
  readonly spine: Spine;
  readonly structure: Structure;
}
