/** Headings, paragraphs, lists, tables, quotations, code, pictures. */
import type { BlockContent, Code, DefinitionContent, List, ListItem as ListItemNode, RootContent, Table } from 'mdast';
import type { Block, Cell, Inline, ListItem } from '../document.ts';
import { type FlowBlock, itemOf, paragraphOf, withoutHeadings } from '../flow.ts';
import { endOf, startOf } from './syntax-tree.ts';
import type { MarkdownContext } from './context.ts';
import { inlineContent } from './inline.ts';
import { htmlBlock } from './html-blocks.ts';
import { itemNumbers } from './item-numbers.ts';

type BlockNode = RootContent | BlockContent | DefinitionContent;

const item = (node: ListItemNode, number: string | undefined, context: MarkdownContext): ListItem =>
  itemOf(withoutHeadings(blocksOf(node.children, context)), number);

function list(node: List, context: MarkdownContext): Block {
  const numbers = node.ordered ? itemNumbers(node, context.source.text) : [];
  return {
    kind: 'list',
    marks: node.ordered ? 'numbers' : 'bullets',
    items: node.children.map((child, i) => item(child, numbers[i], context)),
  };
}

function table(node: Table, context: MarkdownContext): Block {
  const rows = node.children.map((row, i) => {
    const label = i === 0;
    const cells = row.children.map((cell): Cell => ({
      kind: 'cell',
      content: inlineContent(cell.children, context),
      blocks: [],
    }));
    return { kind: 'row' as const, ...(label ? { label } : {}), cells };
  });
  // A heading row of empty cells is how a table without headings is typed.
  const [head, ...data] = rows;
  return { kind: 'table', rows: head?.cells.every((c) => c.content.length === 0) && data.length > 0 ? data : rows };
}

/** Code keeps its lines; spaces that count are held by no-break spaces. */
function code(node: Code, context: MarkdownContext): Block {
  const start = context.source.text.indexOf(node.value.slice(0, 20), startOf(node));
  const lines = node.value.split('\n');
  const content = lines.flatMap((line, i): Inline[] => [
    ...(i > 0 ? [{ kind: 'line' as const, at: start }] : []),
    {
      kind: 'text',
      text: line.replace(/^ +| {2,}/g, (blanks) => '\u00a0'.repeat(blanks.length)),
      at: Math.max(start, 0),
    },
  ]);
  return { kind: 'text-line', element: 'eg', attributes: {}, content };
}

function blockOf(node: BlockNode, context: MarkdownContext): FlowBlock[] {
  switch (node.type) {
    case 'heading': {
      const anchor = context.anchors.get(node);
      const content = inlineContent(node.children, context);
      const target: Inline[] = anchor
        ? [{ kind: 'phrase', element: 'anchor', attributes: { 'xml:id': anchor }, content: [] }]
        : [];
      return [{ kind: 'heading', level: node.depth, content: [...target, ...content], at: startOf(node) }];
    }
    case 'paragraph':
      return paragraphOf(inlineContent(node.children, context));
    case 'blockquote':
      return [
        { kind: 'group', element: 'quote', attributes: {}, blocks: withoutHeadings(blocksOf(node.children, context)) },
      ];
    case 'list':
      return [list(node, context)];
    case 'table':
      return [table(node, context)];
    case 'code':
      return [code(node, context)];
    case 'thematicBreak':
      return [{ kind: 'text-line', element: 'milestone', attributes: { unit: 'section', rend: 'rule' }, content: [] }];
    case 'html':
      return htmlBlock(node.value, startOf(node), endOf(node), context);
    default:
      return [];
  }
}

/** The blocks of a text, of a note, of an item. Definitions of links and notes are not blocks. */
export function blocksOf(nodes: readonly BlockNode[], context: MarkdownContext): FlowBlock[] {
  return nodes.flatMap((node) => blockOf(node, context));
}
