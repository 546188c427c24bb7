import type { Severity } from '../../diagnostics/finding.ts';

/** What a code means, for those that are not rules: rules explain themselves. */
export interface Explanation {
  readonly code: string;
  /** What is wrong, in a few words. */
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  /** What to do. */
  readonly fix: string;
  /** XML in which it is found, and the same as it should be. Without a TEI root it is in the `body` of a small file. */
  readonly bad?: string;
  readonly good?: string;
}
