/** The blocks of the text, of a note, of a cell, of a box, in order. */
import type { Block } from '../document.ts';
import { type FlowBlock, isBlankText, paragraphOf, withoutHeadings } from '../flow.ts';
import { elements, type XmlNode } from './xml-tree.ts';
import { alternative, textBoxes } from './atoms.ts';
import type { DocxContext } from './context.ts';
import { bookmarkPoint } from './objects.ts';
import { readParagraph, type ReadParagraph } from './paragraphs.ts';
import { listsOf, type ListLine } from './lists.ts';
import { readTable } from './tables.ts';

/** What has been read, before lists and quotations are put together. */
type Item =
  | { readonly is: 'paragraph'; readonly read: ReadParagraph; readonly boxes: readonly Block[] }
  | { readonly is: 'block'; readonly block: Block };

/** The boxes of text that are anchored in a paragraph. */
function boxesOf(paragraph: XmlNode, context: DocxContext): Block[] {
  const own = elements(paragraph).filter((e) => e.name !== 'w:pPr');
  return own
    .flatMap((e) => textBoxes({ ...e, children: [e] }))
    .flatMap((box) => {
      const blocks = withoutHeadings(blocksOf(box, context));
      const at = context.atoms.get(elements(box).find((e) => e.name === 'w:p') ?? box)?.at ?? 0;
      if (blocks.length > 0)
        context.findings.push({
          code: 'import-text-box',
          severity: 'review',
          message:
            'This text is in a box next to the running text. It was put after the paragraph to which the box is anchored.',
          span: context.source.span(at, at + 1),
          why: 'Nothing in the running text shows where a box belongs.',
          fix: 'Look where it belongs, and mark in the TEI what it is: a note, a figure, a floating text.',
        });
      return blocks;
    });
}

function itemsOf(container: XmlNode, context: DocxContext): Item[] {
  const items: Item[] = [];
  for (const node of elements(container)) {
    if (node.name === 'w:p') {
      const read = readParagraph(node, context);
      const boxes = boxesOf(node, context);
      const last = items.at(-1);
      if (read && last?.is === 'paragraph' && last.read.goesOn)
        items[items.length - 1] = {
          is: 'paragraph',
          read: { ...last.read, content: [...last.read.content, ...read.content], goesOn: read.goesOn },
          boxes: [...last.boxes, ...boxes],
        };
      else if (read) items.push({ is: 'paragraph', read, boxes });
      else items.push(...boxes.map((block): Item => ({ is: 'block', block })));
    } else if (node.name === 'w:tbl') {
      const table = readTable(node, context, (cell) => withoutHeadings(blocksOf(cell, context)));
      if (table) items.push({ is: 'block', block: table });
    } else if (node.name === 'mc:AlternateContent') items.push(...itemsOf(alternative(node) ?? node, context));
    else if (node.name === 'w:bookmarkStart') context.waiting.push(...bookmarkPoint(node, context));
    else if (/^w:(?:sdt|sdtContent|customXml|ins|del|moveFrom|moveTo)$/.test(node.name))
      items.push(...itemsOf(node, context));
  }
  return items;
}

/** A paragraph without words is a page break, or nothing; one of nothing but a picture is the picture. */
const plain = ({ content }: ReadParagraph): Block[] => paragraphOf(content, (c) => isBlankText(c) || c.kind === 'line');

/** A caption goes to the table that follows it, or to the picture before it. */
function caption(item: Item, before: Item | undefined, out: FlowBlock[]): boolean {
  const last = out.at(-1);
  const captioned = before?.is === 'paragraph' && before.read.role === 'caption';
  if (item.is === 'block' && item.block.kind === 'table' && captioned && last?.kind === 'paragraph') {
    out[out.length - 1] = { ...item.block, head: last.content };
    return true;
  }
  if (item.is === 'paragraph' && item.read.role === 'caption' && last?.kind === 'group' && last.element === 'figure') {
    const head: Block = { kind: 'text-line', element: 'head', attributes: {}, content: item.read.content };
    out[out.length - 1] = { ...last, blocks: [...last.blocks, head] };
    return true;
  }
  return false;
}

function quotation(read: ReadParagraph, out: FlowBlock[]): void {
  const last = out.at(-1);
  const blocks = plain(read);
  if (last?.kind === 'group' && last.element === 'quote')
    out[out.length - 1] = { ...last, blocks: [...last.blocks, ...blocks] };
  else if (blocks.length > 0) out.push({ kind: 'group', element: 'quote', attributes: {}, blocks });
}

function paragraph({ read, boxes }: Extract<Item, { is: 'paragraph' }>, out: FlowBlock[]): void {
  const last = out.at(-1);
  if (read.level !== undefined) out.push({ kind: 'heading', level: read.level, content: read.content, at: read.at });
  else if (read.role === 'subtitle' && last?.kind === 'heading' && last.level === 0)
    out.push({ kind: 'text-line', element: 'head', attributes: { type: 'sub' }, content: read.content });
  else if (read.role === 'quote') quotation(read, out);
  else if (read.role === 'code' && read.content.some((c) => !isBlankText(c)))
    out.push({ kind: 'text-line', element: 'eg', attributes: {}, content: read.content });
  else out.push(...plain(read));
  out.push(...boxes);
}

/** The blocks of a container. */
export function blocksOf(container: XmlNode, context: DocxContext): FlowBlock[] {
  const out: FlowBlock[] = [];
  const items = itemsOf(container, context);
  let lines: ListLine[] = [];
  const endList = (): void => {
    out.push(...listsOf(lines));
    lines = [];
  };
  for (const [i, item] of items.entries()) {
    if (item.is === 'paragraph' && item.read.numbered) {
      lines.push({ content: item.read.content, numbered: item.read.numbered, blocks: item.boxes });
      continue;
    }
    endList();
    if (caption(item, items[i - 1], out)) continue;
    if (item.is === 'block') out.push(item.block);
    else paragraph(item, out);
  }
  endList();
  return out;
}
