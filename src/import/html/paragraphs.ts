/** Lines of content as paragraphs: two line breaks separate them, as old pages do it. */
import type { Inline } from '../document.ts';
import { type FlowBlock, isBlankText, paragraphOf } from '../flow.ts';
import { withPageMarks } from '../marked-inline.ts';
import { tidyInline } from '../tidy-inline.ts';
import type { HtmlContext } from './context.ts';

/** Content without spaces and line breaks at its ends. */
export function trimmed(content: readonly Inline[]): Inline[] {
  let [from, to] = [0, content.length];
  const empty = (c: Inline): boolean => isBlankText(c) || c.kind === 'line';
  while (from < to && empty(content[from]!)) from++;
  while (to > from && empty(content[to - 1]!)) to--;
  return content.slice(from, to);
}

/** Parts content where two or more line breaks follow each other. */
function parts(content: readonly Inline[]): Inline[][] {
  const out: Inline[][] = [[]];
  for (let i = 0; i < content.length; i++) {
    let breaks = 0;
    let k = i;
    while (k < content.length && (content[k]!.kind === 'line' || isBlankText(content[k]!)))
      if (content[k++]!.kind === 'line') breaks++;
    if (breaks > 1) {
      out.push([]);
      i = k - 1;
    } else out.at(-1)!.push(content[i]!);
  }
  return out.map(trimmed).filter((p) => p.length > 0);
}

/** Content with its page marks, and with the points that waited for it. */
export function wholeLine(content: readonly Inline[], context: HtmlContext): Inline[] {
  const line = withPageMarks(tidyInline(content), context.pages);
  return line.length > 0 ? [...context.waiting.splice(0), ...line] : line;
}

/** Content as paragraphs. */
export const paragraphsOf = (content: readonly Inline[], context: HtmlContext): FlowBlock[] =>
  parts(wholeLine(trimmed(content), context)).flatMap((part) => paragraphOf(part));
