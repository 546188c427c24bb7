/** Blocks of lines as blocks of a document. */
import type { Block, Inline } from '../document.ts';
import { type FlowBlock, isBlankText } from '../flow.ts';
import type { TextLine } from '../layout/lines.ts';
import type { Layout } from '../layout/recognise.ts';
import type { Setting } from '../layout/setting.ts';
import { phrase } from '../phrase.ts';
import { bulletLength, type Row, type TextBlock } from './blocks.ts';
import { contentOf, type InlineContext } from './inline.ts';

function blockOf(block: TextBlock, context: InlineContext): Block {
  const { kind, lines } = block;
  switch (kind) {
    case 'rule':
      return ruleOf(lines[0]!);
    case 'bullets':
      return {
        kind: 'list',
        marks: 'bullets',
        items: lines.map((l) => ({
          content: contentOf([l], context, false, bulletLength(l)),
          blocks: [],
          pagesBefore: [],
        })),
      };
    case 'verse': {
      const verses = lines.map((l): Block => ({
        kind: 'text-line',
        element: 'l',
        attributes: {},
        content: contentOf([l], context),
      }));
      return { kind: 'group', element: 'lg', attributes: {}, blocks: verses };
    }
    default:
      return { kind: 'paragraph', content: contentOf(lines, context, kind === 'lines') };
  }
}

/** A line of dashes or asterisks is kept as it is printed. */
const ruleOf = (line: TextLine): Block => ({
  kind: 'paragraph',
  content: [phrase('seg', [{ kind: 'text', text: line.text, at: line.start }], { type: 'rule' })],
});

/** A paragraph of nothing but page breaks is page breaks. */
function withoutEmpty(block: Block): Block[] {
  if (block.kind !== 'paragraph') return [block];
  const solid = block.content.filter((c) => !isBlankText(c));
  return solid.length > 0 && solid.every((c) => c.kind === 'page') ? solid : [block];
}

/** The flow of a text. */
export function flowOf(
  rows: readonly Row[],
  headings: ReadonlyMap<TextBlock, number>,
  layout: Layout,
  context: InlineContext,
): FlowBlock[] {
  return rows.flatMap((row): FlowBlock[] => {
    if (row.kind === 'page') return [{ kind: 'page', label: row.page!.label, at: row.page!.start }];
    if (row.kind === 'list-head') return [listHead(row.line!)];
    const block = row as TextBlock;
    const level = headings.get(block);
    if (level === undefined) return withoutEmpty(blockOf(block, context));
    return [{ kind: 'heading', level, content: contentOf(block.lines, context), at: block.lines[0]!.start }];
  });
}

/** The heading of a list of notes says nothing once the notes are where they are called; it is kept next to the text. */
function listHead({ text, start }: TextLine): Block {
  const content: Inline[] = [{ kind: 'text', text, at: start }];
  return { kind: 'text-line', element: 'fw', attributes: { type: 'notes' }, content };
}

/** The blocks of a note: its paragraphs, and verse in it. */
export function noteBlocks(lines: readonly TextLine[], setting: Setting, context: InlineContext): Block[] {
  const groups: TextLine[][] = [];
  for (const [i, line] of lines.entries()) {
    if (i === 0 || line.gap > 0 || setting.byLine) groups.push([line]);
    else groups.at(-1)!.push(line);
  }
  return groups.map((group): Block => {
    const keep = setting.width === undefined && !setting.byLine;
    return { kind: 'paragraph', content: contentOf(group, context, keep) };
  });
}
