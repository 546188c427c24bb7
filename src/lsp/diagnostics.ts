import type { CodeAction, Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver-protocol';
import type { Finding, TextEdit } from '../diagnostics/finding.ts';
import { guarded } from '../validate/guard.ts';
import { type OpenFile, sourceOf } from './open-file.ts';
import { offsetAt, rangeAt } from './positions.ts';

/** Findings in the words of the protocol. Places are counted from offsets, in the text as it stands now. */

/** DiagnosticSeverity: error, warning, information. */
const severities = { error: 1, review: 2, note: 3 } as const;

/** Editors grow slow with more; whoever has a thousand findings does not read the next. */
const most = 1000;

function toDiagnostic(finding: Finding, file: OpenFile, name: string): Diagnostic {
  const { starts, uri } = file;
  const span = finding.span?.file === name ? finding.span : undefined;
  const related = (finding.related ?? [])
    .filter((one) => one.span.file === name)
    .map(({ message, span: at }): DiagnosticRelatedInformation => ({
      message,
      location: { uri, range: rangeAt(starts, at.start.offset, at.end.offset) },
    }));
  return {
    range: rangeAt(starts, span?.start.offset ?? 0, span?.end.offset ?? 0),
    severity: severities[finding.severity],
    code: finding.code,
    source: 'octavo',
    message: [finding.message, finding.fix].filter((part) => part !== undefined).join('\n'),
    ...(related.length > 0 && { relatedInformation: related }),
  };
}

/** What an editor shows of the findings of a file that is called `name` in them. */
export const toDiagnostics = (findings: readonly Finding[], file: OpenFile, name: string): Diagnostic[] =>
  findings.slice(0, most).map((finding) => toDiagnostic(finding, file, name));

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`;
};

function titleOf(old: string, newText: string): string {
  if (old === '') return `Insert “${short(newText)}”`;
  return newText === '' ? `Delete “${short(old)}”` : `Change “${short(old)}” to “${short(newText)}”`;
}

/** Everything that is certain, as one change: what `--fix` would make of the file, by the same guard; nothing where there is nothing. */
export function fixAll(findings: readonly Finding[], file: OpenFile, name: string): CodeAction[] {
  const { made } = guarded(sourceOf(file, name), findings);
  if (made.length === 0) return [];
  const changes = made.map(({ span, newText }) => ({
    range: rangeAt(file.starts, span.start.offset, span.end.offset),
    newText,
  }));
  return [
    {
      title: `Fix everything that is certain (${made.length})`,
      kind: 'source.fixAll.octavo',
      edit: { changes: { [file.uri]: changes } },
    },
  ];
}

/** What can be done about a finding, in words and in changes; what is certain stands first. */
function choicesOf(
  finding: Finding,
  file: OpenFile,
): { title: string; edits: readonly TextEdit[]; certain: boolean }[] {
  const { edit, suggestions } = finding;
  const old = edit && file.text.slice(edit.span.start.offset, edit.span.end.offset);
  return [
    ...(edit ? [{ title: titleOf(old!, edit.newText), edits: [edit], certain: true }] : []),
    ...(suggestions ?? []).map(({ title, edits }) => ({ title, edits, certain: false })),
  ];
}

/** The fixes of the findings that touch a range, as changes an editor can make. */
export function cures(
  findings: readonly Finding[],
  file: OpenFile,
  name: string,
  range: Diagnostic['range'],
): CodeAction[] {
  const from = offsetAt(file.text, file.starts, range.start);
  const to = offsetAt(file.text, file.starts, range.end);
  return findings.flatMap((finding): CodeAction[] => {
    const { span } = finding;
    if (span?.file !== name || span.start.offset > to || span.end.offset < from) return [];
    const choices = choicesOf(finding, file).filter(({ edits }) => edits.every((one) => one.span.file === name));
    return choices.map(({ title, edits, certain }) => ({
      title,
      kind: 'quickfix',
      diagnostics: [toDiagnostic(finding, file, name)],
      ...(certain && { isPreferred: true }),
      edit: {
        changes: {
          [file.uri]: edits.map(({ span: at, newText }) => ({
            range: rangeAt(file.starts, at.start.offset, at.end.offset),
            newText,
          })),
        },
      },
    }));
  });
}
