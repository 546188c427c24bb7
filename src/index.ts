/** What a program may use. */
export type { Finding, Position, Severity, Span } from './diagnostics/finding.ts';
export type { Spine, SpineNote } from './model/spine.ts';
export { build, type BuildResult } from './build/run.ts';
export type { BuildOptions } from './build/job.ts';
