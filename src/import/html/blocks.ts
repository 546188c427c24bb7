/** The blocks of a page, in order: what is on lines of its own is a block, what is between is a paragraph. */
import type { Block, Inline, ListBlock } from '../document.ts';
import { type FlowBlock, withoutHeadings } from '../flow.ts';
import type { HtmlElement, HtmlNode } from './tree.ts';
import { classes, elements, hasClass, hasRole, wordsIn } from './query.ts';
import { type HtmlContext, isPassedOver } from './context.ts';
import { anchorOf, inlineOf } from './inline.ts';
import { paragraphsOf, trimmed, wholeLine } from './paragraphs.ts';
import { headOfList, type ReadBlocks, readList, readTerms } from './lists.ts';
import { isLayout, layoutCells, readTable } from './tables.ts';
import { figureOf, preformatted, verse } from './figures-and-verse.ts';
import { letterPartsOf } from './letter-parts.ts';

const blockNames = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);

const isBlock = (e: HtmlElement, context: HtmlContext): boolean =>
  blockNames.has(e.name) && !context.breaks.has(e) && !context.notes.calls.has(e);

/** Whether a line element holds blocks, as `<a><div>…` does. */
const holdsBlocks = (e: HtmlElement, context: HtmlContext): boolean =>
  !context.breaks.has(e) &&
  !context.notes.calls.has(e) &&
  elements(e).some((c) => !isPassedOver(c, context) && (isBlock(c, context) || holdsBlocks(c, context)));

/** Blocks of an element. */
export function blocksOf(parent: HtmlElement, context: HtmlContext): FlowBlock[] {
  const out: FlowBlock[] = [];
  let line: HtmlNode[] = [];
  const endLine = (): void => {
    out.push(...paragraphsOf(inlineOf(line, context), context));
    line = [];
  };
  for (const node of parent.children) {
    if (node.kind === 'text') {
      line.push(node);
      continue;
    }
    if (isPassedOver(node, context)) continue;
    if (isBlock(node, context)) {
      endLine();
      out.push(...(subheading(node, out.at(-1), context) ?? block(node, context)));
    } else if (holdsBlocks(node, context)) {
      endLine();
      context.waiting.push(...anchorOf(node, context));
      out.push(...blocksOf(node, context));
    } else line.push(node);
  }
  endLine();
  return out;
}

/** Blocks without headings: of items, cells, quotations, notes. */
export const plainBlocks = (parent: HtmlElement, context: HtmlContext): Block[] =>
  withoutHeadings(blocksOf(parent, context));

const reader =
  (context: HtmlContext): ReadBlocks =>
  (e) =>
    plainBlocks(e, context);

function levelOf(e: HtmlElement): number | undefined {
  const level = /^h([1-6])$/.exec(e.name)?.[1];
  if (level) return Number(level);
  return hasRole(e, 'heading') ? Number(e.attributes['aria-level'] ?? 2) || 2 : undefined;
}

/** Whether an element holds words and nothing that is on a line of its own. */
const isOneLine = (e: HtmlElement, context: HtmlContext): boolean =>
  !holdsBlocks(e, context) && !elements(e).some((c) => isBlock(c, context));

/** A line below a heading that the page calls a part of it. */
function subheading(e: HtmlElement, before: FlowBlock | undefined, context: HtmlContext): FlowBlock[] | undefined {
  if (before?.kind !== 'heading' || !hasClass(e, /^sub-?(?:head(?:ing)?|title)$/i) || /^h[1-6]$/.test(e.name))
    return undefined;
  if (!isOneLine(e, context)) return undefined;
  const content = trimmed(wholeLine(inlineOf(e.children, context), context));
  return content.length > 0
    ? [{ kind: 'text-line', element: 'head', attributes: { type: 'sub' }, content }]
    : undefined;
}

function headedList(box: HtmlElement, context: HtmlContext): ListBlock | undefined {
  const found = headOfList(box);
  if (!found || isPassedOver(found.head, context) || isPassedOver(found.list, context)) return undefined;
  const head: Inline[] = trimmed(wholeLine(inlineOf(found.head.children, context), context));
  const [list, ...more] =
    found.list.name === 'dl'
      ? [readTerms(found.list, context, reader(context))]
      : readList(found.list, context, reader(context));
  if (list?.kind !== 'list' || more.length > 0) return undefined;
  const type = classes(box).find((c) => c === 'subject' || c === 'participants');
  return { ...list, head, ...(type ? { type } : {}) };
}

const quote = (e: HtmlElement, context: HtmlContext): FlowBlock[] => {
  const blocks = plainBlocks(e, context);
  return blocks.length > 0 ? [{ kind: 'group', element: 'quote', attributes: {}, blocks }] : [];
};

function block(e: HtmlElement, context: HtmlContext): FlowBlock[] {
  context.waiting.push(...anchorOf(e, context));
  const level = levelOf(e);
  if (level !== undefined && !holdsBlocks(e, context)) {
    const content = trimmed(wholeLine(inlineOf(e.children, context), context));
    return content.length > 0 ? [{ kind: 'heading', level, content, at: e.at }] : [];
  }
  switch (e.name) {
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return readList(e, context, reader(context));
    case 'dl':
      return wordsIn(e) === '' ? [] : [readTerms(e, context, reader(context))];
    case 'table':
      return isLayout(e, context)
        ? layoutCells(e, context).flatMap((c) => blocksOf(c, context))
        : readTable(e, context, reader(context));
    case 'blockquote':
      return quote(e, context);
    case 'pre':
      return preformatted(e, context);
    case 'hr':
      return [{ kind: 'text-line', element: 'milestone', attributes: { unit: 'section', rend: 'rule' }, content: [] }];
    case 'figure':
      return figureOf(e, context) ?? blocksOf(e, context);
    default: {
      const parts = isOneLine(e, context) ? letterPartsOf(e, context) : [];
      const own = headedList(e, context) ?? verse(e, context);
      return parts.length > 0 ? parts : own ? [own] : blocksOf(e, context);
    }
  }
}
