import type { Finding, Severity, Span, TextEdit } from './finding.ts';

/** Findings as SARIF 2.1.0 (OASIS), the format in which code hosts and editors exchange results. Numbers in comments: its sections. */

/** What a code means; goes into the list of rules. */
export interface SarifRule {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly fix: string;
}

export interface SarifOptions {
  readonly version: string;
  readonly explain: (code: string) => SarifRule | undefined;
}

/** 3.27.10 */
const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  review: 'warning',
  note: 'note',
};

/** 3.4.3: a path as a relative address. */
const address = (file: string): string => file.split('/').map(encodeURIComponent).join('/');

/** 3.30: lines and columns from 1, the end after the last character; the unit of columns is said once a run. */
const region = ({ start, end }: Span): object => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
});

const place = (span: Span): object => ({
  physicalLocation: { artifactLocation: { uri: address(span.file) }, region: region(span) },
});

/** 3.55 */
const fixOf = ({ span, newText }: TextEdit, text: string): object => ({
  description: { text },
  artifactChanges: [
    {
      artifactLocation: { uri: address(span.file) },
      replacements: [{ deletedRegion: region(span), insertedContent: { text: newText } }],
    },
  ],
});

/** 3.49 */
function ruleOf(code: string, explain: SarifOptions['explain']): object {
  const known = explain(code);
  if (!known) return { id: code };
  return {
    id: code,
    shortDescription: { text: `${known.title}.` },
    fullDescription: { text: known.why },
    help: { text: known.fix },
    defaultConfiguration: { level: levels[known.severity] },
  };
}

/** 3.27 */
function resultOf({ code, severity, message, why, fix, span, related, edit }: Finding, ruleIndex: number): object {
  const text = [message, why, fix].filter((part) => part !== undefined).join(' ');
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text },
    locations: span ? [place(span)] : [],
    ...(related &&
      related.length > 0 && {
        relatedLocations: related.map((one, id) => ({ id, message: { text: one.message }, ...place(one.span) })),
      }),
    ...(edit && { fixes: [fixOf(edit, fix ?? message)] }),
  };
}

/** The log file as an object. */
export function toSarif(findings: readonly Finding[], { version, explain }: SarifOptions): object {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'octavo', version, rules: codes.map((code) => ruleOf(code, explain)) } },
        columnKind: 'unicodeCodePoints',
        results: findings.map((finding) => resultOf(finding, codes.indexOf(finding.code))),
      },
    ],
  };
}
