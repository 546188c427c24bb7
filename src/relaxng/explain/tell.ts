import type { Finding, Related, TextEdit } from '../../diagnostics/finding.ts';
import type { XmlTag } from '../../source/xml.ts';
import { addFinding } from '../engine/findings.ts';
import type { Run } from '../engine/run.ts';
import { endTagName } from './end-tag.ts';

/** A finding with its places as offsets. */
export interface Told {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly why: string | undefined;
  readonly fix: string | undefined;
  /** A change that is certain. */
  readonly edit?: Edit | undefined;
  /** One that is not. */
  readonly suggestion?: Edit | undefined;
  readonly expected?: readonly string[] | undefined;
  readonly related?: readonly (readonly [message: string, start: number, end: number])[];
}

/** A range and what to put there instead. */
export type Edit = readonly [start: number, end: number, newText: string];

/** Why the schema matters, where it says nothing itself. */
const becauseOfSchema =
  'The schema says what an edition of this kind may contain; programs that use the edition rely on it.';

/** Reports a finding. */
export function tell(run: Run, told: Told): void {
  const { source } = run;
  const finding: Finding = {
    code: told.code,
    severity: 'error',
    message: told.message,
    span: source.span(told.start, told.end),
    why: told.why ?? becauseOfSchema,
    ...(told.fix !== undefined && { fix: told.fix }),
    ...(told.edit && { edit: textEdit(run, told.edit) }),
    ...(told.suggestion && { suggestion: textEdit(run, told.suggestion) }),
    ...(told.expected && told.expected.length > 0 && { expected: told.expected }),
    ...(told.related && {
      related: told.related.map(([message, start, end]): Related => ({ message, span: source.span(start, end) })),
    }),
  };
  addFinding(run.findings, finding, source);
}

const textEdit = ({ source }: Run, [start, end, newText]: Edit): TextEdit => ({
  span: source.span(start, end),
  newText,
});

/** The range of a start tag; only its name where the tag is long. */
export function tagPlace(run: Run, tag: XmlTag): { start: number; end: number } {
  const long = tag.end - tag.start > 80 || run.source.text.slice(tag.start, tag.end).includes('\n');
  return { start: tag.start, end: long ? tag.start + 1 + tag.name.length : tag.end };
}

/** Where the element of a start tag ends; `undefined` where that is far away. */
export function elementEnd(run: Run, tag: XmlTag): number | undefined {
  if (tag.empty) return tag.end;
  const { text } = run.source;
  const at = endTagName(text, tag);
  return at === undefined ? undefined : text.indexOf('>', at) + 1;
}

/** Gives an element another name, in its start tag and its end tag. */
export function renameEdit(run: Run, tag: XmlTag, name: string): Edit | undefined {
  const from = tag.start + 1;
  const nameEnd = from + tag.name.length;
  if (tag.empty) return [from, nameEnd, name];
  const at = endTagName(run.source.text, tag);
  if (at === undefined) return undefined;
  return [from, at + tag.name.length, name + run.source.text.slice(nameEnd, at) + name];
}
