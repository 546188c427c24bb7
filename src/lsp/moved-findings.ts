import type { Finding, Position, Span } from '../diagnostics/finding.ts';
import type { Edit } from './open-file.ts';

/**
 * Findings of a text that has changed since, moved to where their places are now. Only offsets are moved; lines are
 * counted again by whoever shows them.
 */
export function moveFindings(findings: readonly Finding[], edits: readonly Edit[], file: string): Finding[] {
  return edits.reduce<Finding[]>(
    (moved, edit) => moved.flatMap((finding) => moveFinding(finding, edit, file) ?? []),
    [...findings],
  );
}

const shifted = (position: Position, by: number): Position => ({ ...position, offset: position.offset + by });

/** Undefined where the change goes into the range. */
function moveSpan(span: Span, { start, end, length }: Edit, file: string): Span | undefined {
  if (span.file !== file || span.end.offset <= start) return span;
  if (span.start.offset < end || span.start.offset < start) return undefined;
  const by = length - (end - start);
  return { ...span, start: shifted(span.start, by), end: shifted(span.end, by) };
}

/** A finding whose place was changed is forgotten until the file is checked again; one whose fix is, loses its fix. */
function moveFinding(finding: Finding, edit: Edit, file: string): Finding | undefined {
  if (!finding.span) return finding;
  const span = moveSpan(finding.span, edit, file);
  if (!span) return undefined;
  const { edit: cure, suggestions, related, ...rest } = finding;
  const cureSpan = cure && moveSpan(cure.span, edit, file);
  const others = related?.flatMap((one) => {
    const moved = moveSpan(one.span, edit, file);
    return moved ? [{ ...one, span: moved }] : [];
  });
  const choices = suggestions?.flatMap(({ title, edits }) => {
    const moved = edits.flatMap((one) => {
      const at = moveSpan(one.span, edit, file);
      return at ? [{ ...one, span: at }] : [];
    });
    return moved.length === edits.length ? [{ title, edits: moved }] : [];
  });
  return {
    ...rest,
    span,
    ...(choices && choices.length > 0 && { suggestions: choices }),
    ...(cure && cureSpan && { edit: { ...cure, span: cureSpan } }),
    ...(others && others.length > 0 && { related: others }),
  };
}
