import type { Finding } from '../../diagnostics/finding.ts';
import type { SchemaElement } from './tree.ts';

/** What is wrong with a schema. Only the first few are worth telling, since they tend to follow from each other. */
export interface Problems {
  readonly findings: Finding[];
  add(code: string, message: string, where: SchemaElement, fix?: string): void;
}

const why =
  'A schema with a mistake would reject valid documents, or accept invalid ones; so nothing is checked against it.';

/** What to do where nothing better can be said. */
export const correctSchema = 'Correct the schema at this place, or check with another schema.';

/** An empty list of problems. */
export function noProblems(): Problems {
  const findings: Finding[] = [];
  return {
    findings,
    add: (code, message, where, fix) => {
      const span = where.source.span(where.start, where.end);
      const again = findings.some((one) => one.message === message && one.span?.start.offset === where.start);
      if (again || findings.length >= 100) return;
      findings.push({ code, severity: 'error', message, span, why, fix: fix ?? correctSchema });
    },
  };
}
