/** Step 10. Lines of content as paragraphs: two line breaks separate them, as old pages do it. */
import type { Block, Inline } from '../document.ts';
import type { FlowBlock } from '../flow.ts';
import { withPageMarks } from '../marked-inline.ts';
import { tidyInline } from '../tidy-inline.ts';
import type { HtmlContext } from './34-context.ts';

const isBlank = (c: Inline): boolean => c.kind === 'text' && c.text.trim() === '';

/** Content without spaces and line breaks at its ends. */
export function trimmed(content: readonly Inline[]): Inline[] {
  let [from, to] = [0, content.length];
  const empty = (c: Inline): boolean => isBlank(c) || c.kind === 'line';
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
    while (k < content.length && (content[k]!.kind === 'line' || isBlank(content[k]!)))
      if (content[k++]!.kind === 'line') breaks++;
    if (breaks > 1) {
      out.push([]);
      i = k - 1;
    } else out.at(-1)!.push(content[i]!);
  }
  return out.map(trimmed).filter((p) => p.length > 0);
}

function figure(content: Inline): Block | undefined {
  if (content.kind !== 'phrase' || content.element !== 'figure') return undefined;
  const blocks = content.content.flatMap((c): Block[] =>
    c.kind === 'phrase' && (c.element === 'graphic' || c.element === 'figDesc')
      ? [{ kind: 'text-line', element: c.element, attributes: c.attributes, content: c.content }]
      : [],
  );
  return { kind: 'group', element: 'figure', attributes: {}, blocks };
}

/** A line of content as blocks: page breaks alone, a picture alone, or a paragraph. */
function blocksOfPart(content: readonly Inline[]): FlowBlock[] {
  const solid = content.filter((c) => !isBlank(c));
  if (solid.every((c) => c.kind === 'page')) return solid;
  const alone = solid.length === 1 ? figure(solid[0]!) : undefined;
  return [alone ?? { kind: 'paragraph', content }];
}

/** Content with its page marks, and with the points that waited for it. */
export function wholeLine(content: readonly Inline[], context: HtmlContext): Inline[] {
  const line = withPageMarks(tidyInline(content), context.pages);
  return line.length > 0 ? [...context.waiting.splice(0), ...line] : line;
}

/** Content as paragraphs. */
export const paragraphsOf = (content: readonly Inline[], context: HtmlContext): FlowBlock[] =>
  parts(wholeLine(trimmed(content), context)).flatMap(blocksOfPart);
