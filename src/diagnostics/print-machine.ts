import type { Finding, Severity, Span, TextEdit } from './finding.ts';

/** Findings for programs: the JSON of the public contract. */

export interface JsonFindings {
  readonly findings: readonly object[];
  readonly summary: {
    readonly files: number;
    readonly errors: number;
    readonly reviews: number;
    readonly notes: number;
    /** What the files were checked by, where they were checked. */
    readonly checks?: readonly object[];
  };
}

const place = ({ file, start, end }: Span): object => ({
  file,
  line: start.line,
  column: start.column,
  endLine: end.line,
  endColumn: end.column,
});

const change = ({ span, newText }: TextEdit): object => ({ ...place(span), newText });

function jsonFinding({
  code,
  severity,
  message,
  span,
  why,
  fix,
  expected,
  related,
  edit,
  suggestion,
  suggestions,
}: Finding): object {
  return {
    code,
    severity,
    message,
    ...(span && place(span)),
    ...(why !== undefined && { why }),
    ...(fix !== undefined && { fix }),
    expected: expected ?? [],
    ...(related &&
      related.length > 0 && { related: related.map((one) => ({ message: one.message, ...place(one.span) })) }),
    ...(edit && { edit: change(edit) }),
    ...(suggestion && { suggestion: change(suggestion) }),
    ...(suggestions &&
      suggestions.length > 0 && {
        suggestions: suggestions.map(({ title, edits }) => ({ title, edits: edits.map(change) })),
      }),
  };
}

/** The object that `--format json` prints. `files`: how many files were looked at, where it is known; else how many have findings. */
export function toJsonFindings(findings: readonly Finding[], files?: number, checks?: readonly object[]): JsonFindings {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const named = new Set(findings.flatMap((finding) => finding.span?.file ?? [])).size;
  return {
    findings: findings.map(jsonFinding),
    summary: {
      files: files ?? named,
      errors: count('error'),
      reviews: count('review'),
      notes: count('note'),
      ...(checks && { checks }),
    },
  };
}
