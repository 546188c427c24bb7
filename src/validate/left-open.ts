import type { Finding, Span, TextEdit } from '../diagnostics/finding.ts';
import { isEmptyElement, type Schema } from '../relaxng/index.ts';
import { type SourceText, sourceText } from '../source/text.ts';
import { scanXml } from '../source/xml.ts';
import { applyEdits } from './apply-edits.ts';
import { repairByGrammar } from './repair-by-grammar.ts';

/**
 * `<pb n="1">` without an end: the reader of XML can only say that some end tag further on does not fit, but a schema that allows nothing
 * in a `pb` knows that the slash is missing, and where.
 */

/** Rounds in which one such tag is found after another. */
const MOST_ROUNDS = 20;

/** Start tags that are blamed for an end tag that does not fit, and cannot hold anything. */
function openTags(schema: Schema, { text }: SourceText, faults: readonly Finding[]): Span[] {
  const spans = faults.flatMap(({ code, span, related }) =>
    code === 'tag-mismatch'
      ? (related ?? []).map((one) => one.span)
      : code === 'unclosed-element' && span
        ? [span]
        : [],
  );
  return spans.filter(({ start, end }) => {
    const local = /^<(?:[^\s<>/:]+:)?([^\s<>/:]+)/.exec(text.slice(start.offset, start.offset + 1000))?.[1];
    return local !== undefined && text.slice(end.offset - 1, end.offset) === '>' && isEmptyElement(schema, local);
  });
}

const slash = ({ span, text }: { span: Span; text: SourceText }): TextEdit => ({
  span: text.span(span.end.offset - 1, span.end.offset - 1),
  newText: '/',
});

function told(source: SourceText, at: number): Finding {
  const start = source.text.lastIndexOf('<', at);
  const tag = source.text.slice(start, at).trimEnd();
  const name = /^<([^\s<>/]+)/.exec(tag)![1]!;
  return {
    code: 'unclosed-element',
    severity: 'error',
    message: `<${name}> is not closed; the schema says that it is empty.`,
    span: source.span(start, at + 1),
    why: 'Everything behind it would be taken for its content, and the end tags further on would not fit.',
    fix: `Write ${tag.length <= 80 ? tag : `<${name} …`}/>.`,
    edit: { span: source.span(at, at), newText: '/' },
  };
}

/** Findings about a text with slashes put in, moved to where their places are in the text without them. */
function movedBack(source: SourceText, faults: readonly Finding[], slashes: readonly number[]): Finding[] {
  const back = (offset: number): number => offset - slashes.filter((at, i) => at + i < offset).length;
  const move = ({ start, end }: Span): Span => source.span(back(start.offset), back(end.offset));
  return faults.map(({ span, edit, suggestion, related, ...rest }) => ({
    ...rest,
    ...(span && { span: move(span) }),
    ...(edit && { edit: { ...edit, span: move(edit.span) } }),
    ...(suggestion && { suggestion: { ...suggestion, span: move(suggestion.span) } }),
    ...(related && { related: related.map((one) => ({ ...one, span: move(one.span) })) }),
  }));
}

/**
 * The faults of a file, with start tags of elements that the schema calls empty blamed themselves, not the end tags
 * after them.
 */
function blameLeftOpen(schema: Schema, source: SourceText, faults: readonly Finding[]): readonly Finding[] {
  let now = { text: source, faults };
  let slashes: number[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = new Map(
      openTags(schema, now.text, now.faults).map((span) => [span.end.offset, slash({ span, text: now.text })]),
    );
    if (edits.size === 0) break;
    const sorted = [...edits.values()].sort((a, b) => a.span.start.offset - b.span.start.offset);
    const text = sourceText(source.file, applyEdits(now.text.text, sorted));
    const left = scanXml(text, {});
    if (left.length >= now.faults.length) break;
    const before = slashes;
    const fresh = sorted.map(
      ({ span }) => span.start.offset - before.filter((at, i) => at + i < span.start.offset).length,
    );
    slashes = [...before, ...fresh].sort((a, b) => a - b);
    now = { text, faults: left };
  }
  if (slashes.length === 0) return faults;
  const blamed = slashes.map((at) => told(source, at));
  return [...blamed, ...movedBack(source, now.faults, slashes)].sort(
    (a, b) => (a.span?.start.offset ?? 0) - (b.span?.start.offset ?? 0),
  );
}

/** The faults of a file as the schema sees them: what was left open is blamed itself, and the repair that the schema accepts comes first. */
export const faultsBySchema = (
  schema: Schema,
  source: SourceText,
  faults: readonly Finding[],
  mostRead?: number,
): readonly Finding[] => repairByGrammar(schema, source, blameLeftOpen(schema, source, faults), mostRead);
