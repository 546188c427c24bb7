/** What a program may use. */
export type { Finding, Position, Severity, Span } from './diagnostics/finding.ts';
export type { Spine, SpineNote } from './model/spine.ts';
export { build, type BuildResult } from './publish/run.ts';
export type { BuildOptions } from './publish/job.ts';
