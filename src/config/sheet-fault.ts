import type { Finding, Span } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';

/** The stylesheets of an edition: files of its folder `xslt/`, laid over ours. */

/** A file of the folder, by its path in the edition. */
export type Sheet = SourceText;

const why = 'The edition would not be as its stylesheets say.';

/** What is wrong with a stylesheet of an edition. */
export const sheetFault = (code: string, span: Span | undefined, message: string, fix: string): Finding => ({
  code,
  severity: 'error',
  ...(span && { span }),
  message,
  why,
  fix,
});

/** The words in a line of a stylesheet; its beginning where the line is not known, as the engine then names that of the outermost element. */
export function lineSpan(sheet: Sheet, line: number | undefined): Span {
  const lines = sheet.text.split('\n');
  const at = lines.slice(0, Math.max(0, (line ?? 1) - 1)).reduce((sum, each) => sum + each.length + 1, 0);
  const words = lines[(line ?? 1) - 1] ?? '';
  const start = at + (/\S/.exec(words)?.index ?? 0);
  return sheet.span(start, Math.max(start, at + words.trimEnd().length));
}

/** A stylesheet that cannot make what it should; the finding says why. Nothing is built then. */
export class StylesheetFault extends Error {
  readonly finding: Finding;
  constructor(finding: Finding) {
    super(finding.message);
    this.finding = finding;
  }
}
