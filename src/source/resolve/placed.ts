import type { Finding, Span, TextEdit } from '../../diagnostics/finding.ts';
import type { Origin, SourceText } from '../text.ts';

/**
 * Findings of texts that were put together, with the places in the files from which they come. A change is offered only where its range is in
 * the file character for character: otherwise nobody knows where it would have to be made.
 */
export function placed(findings: readonly Finding[], sources: Iterable<SourceText>): readonly Finding[] {
  const origins = new Map<string, Origin>();
  for (const { file, origin } of sources) if (origin) origins.set(file, origin);
  return origins.size === 0 ? findings : findings.map((one) => placedFinding(one, origins));
}

type Origins = ReadonlyMap<string, Origin>;

const placedSpan = (span: Span, origins: Origins): Span =>
  origins.get(span.file)?.at(span.start.offset, span.end.offset).span ?? span;

function placedEdit(edit: TextEdit | undefined, origins: Origins): TextEdit | undefined {
  const place = edit && origins.get(edit.span.file)?.at(edit.span.start.offset, edit.span.end.offset);
  if (!edit || !place) return edit;
  return place.written ? { ...edit, span: place.span } : undefined;
}

function placedFinding(finding: Finding, origins: Origins): Finding {
  const { span, edit, suggestion, suggestions, related, ...rest } = finding;
  const newEdit = placedEdit(edit, origins);
  const newSuggestion = placedEdit(suggestion, origins);
  const choices = suggestions?.flatMap(({ title, edits }) => {
    const moved = edits.flatMap((one) => placedEdit(one, origins) ?? []);
    return moved.length === edits.length ? [{ title, edits: moved }] : [];
  });
  return {
    ...rest,
    ...(span && { span: placedSpan(span, origins) }),
    ...(newEdit && { edit: newEdit }),
    ...(newSuggestion && { suggestion: newSuggestion }),
    ...(choices && choices.length > 0 && { suggestions: choices }),
    ...(related && { related: related.map((one) => ({ ...one, span: placedSpan(one.span, origins) })) }),
  };
}
