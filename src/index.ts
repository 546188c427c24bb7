/**
 * What a program may use (docs/api.md). Everything that is wrong with an edition is returned as a `Finding`; only wrong use and a disk that
 * cannot be read or written are thrown. Nothing is printed, and nothing ends the process.
 */

export type { Finding, Position, Related, Severity, Span, TextEdit } from './diagnostics/finding.ts';
export { MissingPath } from './source/files.ts';
export { UnreadableFile } from './source/regular-file.ts';
export { type SourceText, sourceText } from './source/text.ts';

export { validate, type ValidateOptions, type ValidateResult } from './validate/run.ts';
export { WrongSchema } from './validate/schemas/choose-schemas.ts';

export { build, type BuildResult } from './publish/run.ts';
export type { BuildOptions } from './publish/job.ts';
export type { BuildSummary } from './edition/record.ts';
export { OutputFault } from './publish/output-folder.ts';

export { NotBuilt, type Proof, verify, type VerifyOptions } from './verify/run.ts';
export type { Loss } from './verify/check-unit.ts';

export { type ImportedText, importText, type ImportTextOptions } from './import/import-text.ts';
export { type OpenedSource, openSource } from './import/open-source.ts';
export type { Decision } from './import/decisions.ts';
export type { Metadata } from './import/metadata.ts';
export type { AttachedFile } from './import/reader.ts';
