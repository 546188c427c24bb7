/** Pages, running heads, headings, paragraphs and lists in the order in which they are printed. */
import type { Line as TextLine, Paragraph } from '../document.ts';
import type { FlowBlock } from '../flow.ts';
import type { Line, Page } from './lines.ts';
import type { RunningLine } from './running-lines.ts';
import { bulletItems, goesOnAfter, type LineBlock, type Setting } from './line-blocks.ts';
import { contentOf, type InlineContext } from './inline.ts';

export interface PageFlow {
  readonly page: Page;
  readonly label: string;
  readonly blocks: readonly LineBlock[];
}

export interface FlowContext {
  readonly inline: InlineContext;
  readonly running: ReadonlyMap<Line, RunningLine>;
  readonly headings: ReadonlyMap<LineBlock, number>;
  readonly setting: Setting;
  /** Gathers what the layout says of paragraphs at the beginning of pages. */
  readonly goesOn: Map<Paragraph, boolean>;
}

function running(page: Page, place: 'top' | 'bottom', context: FlowContext): TextLine[] {
  return page.lines.flatMap((line): TextLine[] => {
    const found = context.running.get(line);
    if (found?.place !== place) return [];
    const content = [{ kind: 'text' as const, text: line.text, at: line.start }];
    return [{ kind: 'text-line', element: 'fw', attributes: { type: found.type, place }, content }];
  });
}

function block(lines: LineBlock, goesOn: boolean | undefined, out: FlowBlock[], context: FlowContext): void {
  const level = context.headings.get(lines);
  const { inline } = context;
  const last = out.at(-1);
  if (level !== undefined) {
    const content = contentOf(lines.lines, inline);
    if (last?.kind === 'heading' && last.level < level)
      out.push({ kind: 'text-line', element: 'head', attributes: { type: 'sub' }, content });
    else out.push({ kind: 'heading', level, content, at: lines.lines[0]!.start });
  } else if (lines.kind === 'bullets') {
    const items = bulletItems(lines.lines).map((item) => ({
      content: contentOf(item.lines, inline, false, item.skip),
      blocks: [],
      pagesBefore: [],
    }));
    out.push({ kind: 'list', marks: 'bullets', items });
  } else {
    const paragraph: Paragraph = { kind: 'paragraph', content: contentOf(lines.lines, inline, lines.kind === 'lines') };
    if (goesOn !== undefined) context.goesOn.set(paragraph, goesOn);
    out.push(paragraph);
  }
}

/** The flow of all pages. */
export function flowOf(pages: readonly PageFlow[], context: FlowContext): FlowBlock[] {
  const out: FlowBlock[] = [];
  let before: LineBlock | undefined;
  for (const { page, label, blocks } of pages) {
    out.push({ kind: 'page', label, at: page.start }, ...running(page, 'top', context));
    for (const [i, lines] of blocks.entries()) {
      block(lines, i === 0 ? goesOnAfter(before, lines, context.setting) : undefined, out, context);
      before = lines;
    }
    out.push(...running(page, 'bottom', context));
  }
  return out;
}
