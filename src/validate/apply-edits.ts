import type { TextEdit } from '../diagnostics/finding.ts';

/** Changes of a text, made together. */

/** Edits in the order of the text; of two that touch each other the first. */
export function apart(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = [...edits].sort(
    (a, b) => a.span.start.offset - b.span.start.offset || a.span.end.offset - b.span.end.offset,
  );
  let end = -1;
  return sorted.filter(({ span }) => {
    const free = span.start.offset > end;
    if (free) end = span.end.offset;
    return free;
  });
}

/** The text with edits made that are `apart`. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let at = 0;
  let fixed = '';
  for (const { span, newText } of edits) {
    fixed += text.slice(at, span.start.offset) + newText;
    at = span.end.offset;
  }
  return fixed + text.slice(at);
}

/**
 * Where a place of the text is when such edits are made. Inside an edit, which then renames an element, it is half
 * moved: after the first name.
 */
export function movedBy(edits: readonly TextEdit[]): (offset: number) => number {
  return (offset) => {
    let moved = offset;
    for (const { span, newText } of edits) {
      if (span.start.offset >= offset) break;
      const longer = newText.length - (span.end.offset - span.start.offset);
      moved += span.end.offset <= offset ? longer : longer / 2;
    }
    return moved;
  };
}
