import type { Finding } from '../diagnostics/finding.ts';

/** Findings in the order in which a reader of the files meets them; what belongs to no file comes first. */
export function orderFindings(findings: readonly Finding[], files: readonly string[]): Finding[] {
  const rank = new Map(files.map((file, i) => [file, i + 1]));
  const place = ({ span }: Finding): number => (span ? (rank.get(span.file) ?? 0) : 0);
  return [...findings].sort((a, b) => place(a) - place(b) || (a.span?.start.offset ?? 0) - (b.span?.start.offset ?? 0));
}

/** Codes that a schema and a rule find alike, each in its own words. */
const shared: ReadonlySet<string> = new Set(['duplicate-id']);

/** A mistake that several checks find at one place is one mistake; the first of them says it. */
export function onceEach(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, span, message }) => {
    if (!span) return true;
    const key = `${code} ${span.start.offset} ${span.file} ${shared.has(code) ? '' : message}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** What is said of a schema is said once, however many files name it. */
export function oncePerSchema(findings: readonly Finding[]): Finding[] {
  const files = new Map<string, number>();
  const isAbout = ({ code }: Finding): boolean => code === 'schema-not-at-hand' || code === 'schematron-not-run';
  for (const one of findings) if (isAbout(one)) files.set(one.message, (files.get(one.message) ?? 0) + 1);
  const told = new Set<string>();
  return findings.flatMap((one) => {
    if (!isAbout(one)) return [one];
    if (told.has(one.message)) return [];
    told.add(one.message);
    const count = files.get(one.message)!;
    return [count === 1 ? one : { ...one, message: `${one.message} ${count} files name it.` }];
  });
}
