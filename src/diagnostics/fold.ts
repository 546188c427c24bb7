import type { Finding } from './finding.ts';

/** Findings of one kind are reported in full only a few times, so that a long list can be read. */

export interface Folded {
  readonly finding: Finding;
  /** `whole`: with line and explanation. `brief`: one line. `folded`: only counted, at the end. */
  readonly shown: 'whole' | 'brief' | 'folded';
}

/** So many of one code are shown in full … */
const whole = 8;
/** … and where there are more than that, so many. */
const wholeOfMany = 4;

/** Errors are all shown, the many in brief; of reviews and notes the many are folded. */
export function fold(findings: readonly Finding[]): Folded[] {
  const count = new Map<string, number>();
  const key = ({ code, severity }: Finding): string => `${severity} ${code}`;
  for (const finding of findings) count.set(key(finding), (count.get(key(finding)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const nth = (seen.get(key(finding)) ?? 0) + 1;
    seen.set(key(finding), nth);
    const most = count.get(key(finding))! > whole ? wholeOfMany : whole;
    const rest = finding.severity === 'error' ? 'brief' : 'folded';
    return { finding, shown: nth <= most ? 'whole' : rest };
  });
}

const placesShown = 6;

/** One line for each kind that was folded: how many more, and where. */
export function foldedLines(folded: readonly Folded[]): string[] {
  const groups = new Map<string, Finding[]>();
  for (const { finding, shown } of folded) {
    if (shown === 'folded') groups.set(finding.code, [...(groups.get(finding.code) ?? []), finding]);
  }
  return [...groups].map(([code, list]) => {
    const places = list.slice(0, placesShown).flatMap(({ span }) => (span ? `${span.file}:${span.start.line}` : []));
    const more = list.length > placesShown ? ', …' : '';
    return `${list.length} more ${list[0]!.severity}${list.length === 1 ? '' : 's'} [${code}]: ${places.join(', ')}${more}`;
  });
}
