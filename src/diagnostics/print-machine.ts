import type { Finding, Severity } from './finding.ts';

/** Findings for programs: the JSON of the public contract. */

export interface JsonFindings {
  readonly findings: readonly object[];
  readonly summary: {
    readonly files: number;
    readonly errors: number;
    readonly reviews: number;
    readonly notes: number;
  };
}

function jsonFinding({ code, severity, message, span, why, fix, expected }: Finding): object {
  return {
    code,
    severity,
    message,
    ...(span && {
      file: span.file,
      line: span.start.line,
      column: span.start.column,
      endLine: span.end.line,
      endColumn: span.end.column,
    }),
    ...(why !== undefined && { why }),
    ...(fix !== undefined && { fix }),
    ...(expected && { expected }),
  };
}

/** The object that `--format json` prints. `files`: how many files were looked at, where it is known; else how many have findings. */
export function toJsonFindings(findings: readonly Finding[], files?: number): JsonFindings {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const named = new Set(findings.flatMap((finding) => finding.span?.file ?? [])).size;
  return {
    findings: findings.map(jsonFinding),
    summary: { files: files ?? named, errors: count('error'), reviews: count('review'), notes: count('note') },
  };
}
