import type { Finding, Span, TextEdit } from '../diagnostics/finding.ts';
import { type Schema, validator } from '../relaxng/index.ts';
import { placeInWords } from '../source/scan/place-in-words.ts';
import { type SourceText, sourceText } from '../source/text.ts';
import { scanXml } from '../source/xml.ts';
import { applyEdits } from './apply-edits.ts';

/**
 * An element that is never closed can be closed in several places, and the reader of XML knows only the tags. Of the possible repairs the one
 * after which the schema finds the least is offered: a `gap` with words after it has lost its slash, a `head` before a paragraph its end tag.
 */

/** Characters that may be read again for the repairs of one file. */
const MOST_READ = 10_000_000;

interface Repair {
  readonly edit: TextEdit;
  /** What is reported instead, where this repair is the best. */
  readonly finding: Partial<Finding>;
}

interface Judged {
  readonly faults: number;
  /** Where the schema is broken, counted in the repaired text. */
  readonly broken: readonly number[];
}

/** What is wrong with the text after a repair. */
function judge(schema: Schema, source: SourceText, { edit }: Repair): Judged {
  const repaired = sourceText(source.file, applyEdits(source.text, [edit]));
  const broken: number[] = [];
  const faults = scanXml(
    repaired,
    validator(schema, repaired, ({ span }) => broken.push(span?.start.offset ?? 0)),
  );
  return { faults: faults.length, broken };
}

const isBetter = (a: Judged, b: Judged): boolean =>
  a.faults < b.faults || (a.faults === b.faults && a.broken.length < b.broken.length);

/** An element that is not closed. */
interface Opened {
  readonly tag: Span;
  readonly name: string;
}

/** The elements that a finding says are not closed, the outermost first; none where it is about something else, or certain. */
function openedIn({ code, related = [], edit, suggestion }: Finding, { text }: SourceText): Opened[] {
  const isOther = edit !== undefined || (suggestion !== undefined && !suggestion.newText.startsWith('</'));
  if (code !== 'tag-mismatch' || isOther) return [];
  const opened = related.map(({ span: tag }) => {
    const written = text.slice(tag.start.offset, tag.end.offset);
    return { tag, name: written.endsWith('/>') ? undefined : /^<([^\s<>/]+)/.exec(written)?.[1] };
  });
  return opened.every((one): one is Opened => one.name !== undefined) ? opened : [];
}

/** The slash at the end of the start tag. */
function emptied(source: SourceText, { tag, name }: Opened): Repair {
  const at = tag.end.offset - 1;
  const written = source.text.slice(tag.start.offset, at).trimEnd();
  const edit = { span: source.span(at, at), newText: '/' };
  const fix = `Write ${written.length <= 80 && !written.includes('\n') ? written : `<${name} …`}/>.`;
  const message = `<${name}> is not closed; the schema does not allow in it what follows.`;
  return { edit, finding: { code: 'unclosed-element', message, span: tag, related: [], fix, suggestion: edit } };
}

/** The end tags at a place, behind the last word before it. */
function endedAt(source: SourceText, opened: readonly Opened[], before: number): Repair {
  const at = source.text.slice(0, before).trimEnd().length;
  const newText = [...opened]
    .reverse()
    .map(({ name }) => `</${name}>`)
    .join('');
  const edit = { span: source.span(at, at), newText };
  const fix = `Put ${newText} on line ${edit.span.start.line}, ${placeInWords(source.text, at)}.`;
  return { edit, finding: { fix, suggestion: edit } };
}

function best(schema: Schema, source: SourceText, fault: Finding, opened: readonly Opened[]): Partial<Finding> {
  const guess: Repair = fault.suggestion
    ? { edit: fault.suggestion, finding: {} }
    : endedAt(source, opened, fault.span!.start.offset);
  let chosen = { repair: guess, judged: judge(schema, source, guess) };
  const first = opened[0]!.tag.end.offset;
  const inside = chosen.judged.broken.find((at) => at >= first && at <= guess.edit.span.start.offset);
  if (inside === undefined) return guess.finding;
  const others = [...(opened.length === 1 ? [emptied(source, opened[0]!)] : []), endedAt(source, opened, inside)];
  for (const repair of others) {
    const judged = judge(schema, source, repair);
    if (isBetter(judged, chosen.judged)) chosen = { repair, judged };
  }
  return chosen.repair.finding;
}

/** The faults of a file, each with the repair that the schema likes best. `mostRead` limits the work, in characters. */
export function repairByGrammar(
  schema: Schema,
  source: SourceText,
  faults: readonly Finding[],
  mostRead = MOST_READ,
): readonly Finding[] {
  let left = mostRead;
  return faults.map((fault) => {
    const opened = openedIn(fault, source);
    if (opened.length === 0) return fault;
    left -= 3 * source.text.length;
    return left < 0 ? fault : { ...fault, ...best(schema, source, fault, opened) };
  });
}
