import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import type { XmlHandler, XmlTag } from '../../source/xml.ts';
import { unexpectedElement } from '../explain/element.ts';
import { incompleteElement } from '../explain/incomplete.ts';
import { continueLoose, endLoose } from '../explain/loose.ts';
import { unexpectedText } from '../explain/text.ts';
import { checkAttributes } from './check-attributes.ts';
import { close, closeAnyway } from './close.ts';
import { forget } from './forget.ts';
import { tellDangling } from './ids.ts';
import { intern } from './names.ts';
import { open } from './open.ts';
import type { QName } from './names.ts';
import type { Pattern } from './pattern.ts';
import { startRun } from './run.ts';
import type { OpenElement, Run, Turn } from './run.ts';
import { tidy } from './schema.ts';
import type { Schema } from './schema.ts';
import { choice } from './table.ts';
import { isBlank, takeText } from './text.ts';

export interface ValidatorOptions {
  /** Are ids checked, where the schema says that they are ids? True if nothing is said. */
  readonly ids?: boolean;
}

/**
 * Validates a document while it is scanned: give what is answered to `scanXml`, alone or among others. When the outermost element closes,
 * every mistake is reported, once and at its place, in the order of the places. No report means that the document is valid.
 */
export function validator(
  schema: Schema,
  source: SourceText,
  report: (finding: Finding) => void,
  options: ValidatorOptions = {},
): XmlHandler {
  const { run, handler } = observe(schema, source, options);
  return {
    ...handler,
    close: (tag, start, end) => {
      closeElement(run, tag, start, end);
      if (run.open.length === 0) tellAll(run, report);
    },
  };
}

/** A validation that can be looked into while it continues. */
export function observe(
  schema: Schema,
  source: SourceText,
  options: ValidatorOptions = {},
): { run: Run; handler: XmlHandler } {
  tidy(schema);
  const run = startRun(schema, source, options.ids ?? true);
  const handler: XmlHandler = {
    open: (tag) => openElement(run, tag),
    close: (tag, start, end) => closeElement(run, tag, start, end),
    text: (value, start, end) => addText(run, value, start, end),
  };
  return { run, handler };
}

/** At the end of the document. */
function tellAll(run: Run, report: (finding: Finding) => void): void {
  if (run.ids !== undefined) tellDangling(run.ids, run.source, run.findings);
  run.findings.sort((a, b) => a.span!.start.offset - b.span!.start.offset);
  for (const finding of run.findings.splice(0)) report(finding);
}

function openElement(run: Run, tag: XmlTag): void {
  const { table } = run;
  settleText(run);
  if (table.count > table.forgetAbove) forget(run);
  const parent = run.open.at(-1);
  if (parent !== undefined) parent.filled = true;
  const uri = run.aliases.length === 0 ? tag.uri : aliased(run, tag.uri);
  const name = intern(table.names, uri, tag.local);
  run.misplaced = false;
  let next = parent?.loose === undefined ? open(table, run.current, name) : openLoose(run, tag, name);
  if (next.kind === 'notAllowed') next = unexpectedElement(run, tag, name);
  if (run.transparent === true) {
    run.transparent = false;
    run.open.push({ ...openElementOf(run, tag, undefined), transparent: true });
    return;
  }
  const single = next.kind === 'after';
  run.current = single ? next.a! : next;
  const element = openElementOf(run, tag, single ? next.b : undefined);
  run.open.push(element);
  if (run.current.kind !== 'anything') checkAttributes(run, tag);
  element.start = run.current;
}

const openElementOf = (run: Run, tag: XmlTag, rest: Pattern | undefined): OpenElement => ({
  tag,
  rest,
  start: run.current,
  turns: undefined,
  filled: false,
  foundBefore: run.findings.length,
  spoiled: run.misplaced,
  missed: undefined,
  loose: undefined,
});

/** What fits inside the element that is missing around it belongs to that mistake; what does not ends it. */
function openLoose(run: Run, tag: XmlTag, name: QName): Pattern {
  const inside = continueLoose(run, name);
  if (inside !== undefined) return inside;
  endLoose(run, tag.start);
  return open(run.table, run.current, name);
}

function aliased(run: Run, uri: string): string {
  return run.aliases.findLast((alias) => alias.from === uri)?.to ?? uri;
}

function closeElement(run: Run, tag: XmlTag, start: number, end: number): void {
  const element = run.open.at(-1)!;
  if (element.transparent === true) {
    settleText(run);
    run.open.pop();
    leave(run, tag, end);
    return;
  }
  const wholeText = run.current.valued && !element.filled;
  if (wholeText) takeWholeText(run);
  else settleText(run);
  if (element.loose !== undefined) endLoose(run, start);
  const { rest } = element;
  const next = rest === undefined ? close(run.table, run.current) : run.current.nullable ? rest : run.table.notAllowed;
  // An element without end tag has swallowed what is not its own: what seems wrong in it follows from that.
  const unclosed = start === end && !tag.empty;
  if (unclosed && start < run.source.text.length) run.findings.length = element.foundBefore;
  if (next.kind === 'notAllowed') {
    if (!unclosed && !element.spoiled) incompleteElement(run, tag, start);
    run.current = rest ?? closeAnyway(run.table, run.current);
  } else run.current = next;
  run.open.pop();
  if (unclosed && run.open.length > 0) run.open.at(-1)!.spoiled = true;
  leave(run, tag, end);
}

/** More turns than anybody will look back on. */
const MOST_TURNS = 2000;

function noteTurn(parent: OpenElement, turn: Turn): void {
  if (parent.turns === undefined) parent.turns = [turn];
  else if (parent.turns.length < MOST_TURNS) parent.turns.push(turn);
}

/** What the end of an element means for those around it. */
function leave(run: Run, tag: XmlTag, end: number): void {
  const parent = run.open.at(-1);
  if (parent !== undefined) {
    if (parent.loose !== undefined) parent.loose.end = end;
    const before = parent.turns?.at(-1)?.next ?? parent.start;
    if (before !== run.current) noteTurn(parent, { tag, next: run.current });
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

/** Some text is here, and it does not matter which. */
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
