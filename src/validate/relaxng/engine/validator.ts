import type { Finding } from '../../../diagnostics/finding.ts';
import type { SourceText } from '../../../source/text.ts';
import type { XmlHandler, XmlTag } from '../../../source/xml.ts';
import { unexpectedElement } from '../explain/element.ts';
import { incompleteElement } from '../explain/incomplete.ts';
import { endLoose } from '../explain/loose.ts';
import { unexpectedText } from '../explain/text.ts';
import { checkAttributes } from './check-attributes.ts';
import { close, closeAnyway } from './close.ts';
import { tellDangling } from './ids.ts';
import { intern } from './names.ts';
import { open } from './open.ts';
import { startRun } from './run.ts';
import type { Run } from './run.ts';
import { tidy } from './schema.ts';
import type { Schema } from './schema.ts';
import { choice } from './table.ts';
import { isBlank, takeText } from './text.ts';

export interface ValidatorOptions {
  /** Are ids checked, where the schema says that they are ids? True if nothing is said. */
  readonly ids?: boolean;
}

/**
 * Validates a document while it is scanned: give what is answered to `scanXml`, alone or among others. Every mistake is reported once, at
 * its place, in the order of the places where it is noticed. No report means that the document is valid.
 */
export function validator(
  schema: Schema,
  source: SourceText,
  report: (finding: Finding) => void,
  options: ValidatorOptions = {},
): XmlHandler {
  tidy(schema);
  const run = startRun(schema, source, report, options.ids ?? true);
  return {
    open: (tag) => openElement(run, tag),
    close: (tag, start, end) => closeElement(run, tag, start, end),
    text: (value, start, end) => addText(run, value, start, end),
  };
}

function openElement(run: Run, tag: XmlTag): void {
  const { table } = run;
  settleText(run);
  const parent = run.open.at(-1);
  if (parent !== undefined) parent.filled = true;
  const uri = run.aliases.length === 0 ? tag.uri : aliased(run, tag.uri);
  const name = intern(table.names, uri, tag.local);
  let next = open(table, run.current, name);
  if (next.kind === 'notAllowed') next = unexpectedElement(run, tag, name);
  else if (parent?.loose !== undefined) endLoose(parent);
  const single = next.kind === 'after';
  run.current = single ? next.a! : next;
  const element = {
    tag,
    rest: single ? next.b : undefined,
    start: run.current,
    turns: [],
    filled: false,
    loose: undefined,
  };
  run.open.push(element);
  if (run.current.kind !== 'anything') checkAttributes(run, tag);
  element.start = run.current;
}

function aliased(run: Run, uri: string): string {
  return run.aliases.findLast((alias) => alias.from === uri)?.to ?? uri;
}

function closeElement(run: Run, tag: XmlTag, start: number, end: number): void {
  const element = run.open.at(-1)!;
  if (run.current.valued && !element.filled) takeWholeText(run);
  else settleText(run);
  if (element.loose !== undefined) endLoose(element);
  const { rest } = element;
  const next = rest === undefined ? close(run.table, run.current) : run.current.nullable ? rest : run.table.notAllowed;
  if (next.kind === 'notAllowed') {
    incompleteElement(run, tag, start);
    run.current = rest ?? closeAnyway(run.table, run.current);
  } else run.current = next;
  run.open.pop();
  leave(run, tag, end);
  if (run.ids !== undefined && run.open.length === 0) tellDangling(run.ids, run.source, run.report);
}

/** What the end of an element means for those around it. */
function leave(run: Run, tag: XmlTag, end: number): void {
  const parent = run.open.at(-1);
  if (parent !== undefined) {
    if (parent.loose !== undefined) parent.loose.end = end;
    const { turns } = parent;
    const before = turns.length === 0 ? parent.start : turns[turns.length - 1]!.next;
    if (before !== run.current) turns.push({ tag, next: run.current });
  }
  while (run.aliases.length > 0 && run.aliases.at(-1)!.depth > run.open.length) run.aliases.pop();
}

function addText(run: Run, value: string, start: number, end: number): void {
  if (run.current.valued) run.text += value;
  if (run.textStart < 0) {
    if (isBlank(value)) return;
    run.textStart = start;
  }
  run.textEnd = end;
  if (!run.textDone && !run.current.valued) takeAnyText(run);
}

/** Some text stands here, and it does not matter which. */
function takeAnyText(run: Run): void {
  run.textDone = true;
  const next = takeText(run.table, run.current, '', run.context);
  if (next.kind !== 'notAllowed') run.current = next;
}

/** The text before a tag is over. */
function settleText(run: Run): void {
  if (run.textStart >= 0) {
    const next = takeText(run.table, run.current, run.text, run.context);
    if (next.kind === 'notAllowed') unexpectedText(run);
    else run.current = next;
  }
  forgetText(run);
}

/** The text of an element without elements is its value, even if it is empty or blank (specification, section 6.2.7). */
function takeWholeText(run: Run): void {
  const { table, current, text } = run;
  const next = takeText(table, current, text, run.context);
  if (isBlank(text)) run.current = choice(table, [current, next]);
  else if (next.kind === 'notAllowed') unexpectedText(run);
  else run.current = next;
  forgetText(run);
}

function forgetText(run: Run): void {
  run.textStart = -1;
  run.text = '';
  run.textDone = false;
}
