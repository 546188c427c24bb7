import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';

/** More mistakes than anybody will read; a file with more of them is checked against the wrong schema, or was made to hurt. */
const MOST = 10_000;

/** Is there no more to tell? Then nothing need be explained. */
export const isFull = (findings: readonly Finding[]): boolean => findings.length > MOST;

/** Adds a finding, up to a bound; the last one then says so. */
export function addFinding(findings: Finding[], finding: Finding, source: SourceText): void {
  if (findings.length < MOST) findings.push(finding);
  else if (findings.length === MOST) {
    const { offset } = finding.span!.start;
    findings.push({
      code: 'too-many-mistakes',
      severity: 'error',
      message: `More than ${MOST} mistakes against the schema: the rest is not reported.`,
      span: source.span(offset, offset),
      why: 'So many mistakes probably have one cause: that the file follows another schema.',
      fix: 'Check whether this is the schema that is meant; otherwise fix the first ones and check again.',
    });
  }
}
