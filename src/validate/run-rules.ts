import type { Finding, Severity } from '../diagnostics/finding.ts';
import type { DocumentSelector } from '../model/read-tei/structure.ts';
import { readTeiFile } from '../model/read-tei/read-file.ts';
import type { SourceText } from '../source/text.ts';
import type { Beside } from './beside.ts';
import type { EditionReading, FileChecker } from './check.ts';
import { dispatch } from './dispatch.ts';
import { viewEdition } from './edition-view.ts';
import { type FilePointers, pointerCollector } from './file-pointers.ts';
import type { OptionValue, Rule, RuleWatch, Told } from './rule.ts';
import { watchFile } from './watch-file.ts';

/** A rule as one edition wants it. */
export interface ChosenRule {
  readonly rule: Rule;
  /** Other than the rule's own, where the edition's settings say so. */
  readonly severity?: Severity | undefined;
  readonly options: Readonly<Record<string, OptionValue>>;
}

export interface RulesRun {
  file(source: SourceText): FileChecker;
  /** What the rules say when all files are read. */
  edition(reading: EditionReading): readonly Finding[];
}

export interface RulesOptions {
  readonly rules: readonly ChosenRule[];
  readonly selector: DocumentSelector | undefined;
  readonly beside: Beside;
}

const milder: Readonly<Record<Severity, number>> = { error: 2, review: 1, note: 0 };

/** The severity of a finding: what the settings say, and never more than the rule says of this case where they say nothing. */
function severityOf({ rule, severity }: ChosenRule, told: Told): Severity {
  if (severity === undefined) return told.severity ?? rule.severity;
  if (told.severity === undefined) return severity;
  return milder[told.severity] < milder[severity] ? told.severity : severity;
}

function findingOf(chosen: ChosenRule, source: SourceText, start: number, end: number, told: Told): Finding {
  const { rule } = chosen;
  return {
    code: rule.code,
    severity: severityOf(chosen, told),
    message: told.message,
    span: source.span(start, end),
    why: told.why ?? rule.why,
    fix: told.fix ?? rule.fix,
    ...(told.edit && { edit: { span: source.span(told.edit.start, told.edit.end), newText: told.edit.newText } }),
    ...(told.suggestion && {
      suggestion: {
        span: source.span(told.suggestion.start, told.suggestion.end),
        newText: told.suggestion.newText,
      },
    }),
    ...(told.expected && told.expected.length > 0 && { expected: told.expected }),
    ...(told.related && told.related.length > 0 && { related: told.related }),
  };
}

/** Begins all rules for one edition. */
export function runRules({ rules, selector, beside }: RulesOptions): RulesRun {
  // Findings of the file that is being read; another list for each file, since a file may turn out to be none of the edition.
  let findings: Finding[] = [];
  const pointers = new Map<SourceText, FilePointers>();
  const watches: RuleWatch[] = rules.map((chosen) =>
    chosen.rule.begin({
      report: (source, start, end, told) => findings.push(findingOf(chosen, source, start, end, told)),
      option: (name) => chosen.options[name] ?? chosen.rule.options![name]!.default,
      ...beside,
    }),
  );
  return {
    file: (source) => {
      const own: Finding[] = [];
      findings = own;
      const { handler, watched } = watchFile(source, selector);
      const collector = pointerCollector();
      const files = watches.flatMap((watch) => watch.file?.(watched) ?? []);
      return {
        handlers: [dispatch([handler, collector.handler, ...files])],
        finish: (reading) => {
          findings = own;
          pointers.set(source, collector.finish());
          for (const file of files) file.end?.(reading);
          return own;
        },
      };
    },
    edition: (reading) => {
      findings = [];
      const view = viewEdition(reading, pointers);
      for (const watch of watches) watch.edition?.(view);
      return findings;
    },
  };
}

/** What the rules say of one file when it stands alone. */
export function rulesOfOneFile(
  options: RulesOptions,
  selector: DocumentSelector,
  source: SourceText,
): readonly Finding[] {
  const run = runRules(options);
  const { handlers, finish } = run.file(source);
  const reading = readTeiFile(source, selector, handlers);
  const found = finish(reading);
  return [...found, ...run.edition({ files: [reading], broken: new Set(), looked: 1, findings: [] })];
}
