/**
 * Blocks in the order in which a source has them, with headings that know their level and nothing else. Sources with a layout of their own
 * (Markdown, Word, HTML, pages) are read into this; `sections.ts` makes nested divisions of it.
 */
import type { Block, Inline, ListItem } from './document.ts';

export interface HeadingBlock {
  readonly kind: 'heading';
  /** 1 is the highest. */
  readonly level: number;
  readonly content: readonly Inline[];
  readonly at: number;
}

export type FlowBlock = Block | HeadingBlock;

/** Where some content begins in the source; undefined where it is empty. */
export function placeOfInline(content: readonly Inline[]): number | undefined {
  for (const item of content) {
    const at = item.kind === 'phrase' ? placeOfInline(item.content) : item.at;
    if (at !== undefined) return at;
  }
  return undefined;
}

/** Whether content is nothing but white space. */
export const isBlankText = (c: Inline): boolean => c.kind === 'text' && c.text.trim() === '';

/** A picture that is content as a block. */
function figureOf(content: Inline | undefined): Block | undefined {
  if (content?.kind !== 'phrase' || content.element !== 'figure') return undefined;
  const blocks = content.content.flatMap((c): Block[] =>
    c.kind === 'phrase' && (c.element === 'graphic' || c.element === 'figDesc')
      ? [{ kind: 'text-line', element: c.element, attributes: c.attributes, content: c.content }]
      : [],
  );
  return { kind: 'group', element: 'figure', attributes: {}, blocks };
}

/** The content of a paragraph as blocks: page breaks where there is nothing else in it, the picture where it holds only one, else a paragraph. */
export function paragraphOf(content: readonly Inline[], isNothing = isBlankText): Block[] {
  const solid = content.filter((c) => !isNothing(c));
  if (solid.every((c) => c.kind === 'page')) return solid;
  const alone = solid.length === 1 ? figureOf(solid[0]) : undefined;
  return [alone ?? { kind: 'paragraph', content }];
}

/** An item of a list from what is in it: a first paragraph is its content. */
export function itemOf(blocks: readonly Block[], number: string | undefined): ListItem {
  const [first, ...rest] = blocks;
  const own = first?.kind === 'paragraph';
  return {
    content: own ? first.content : [],
    blocks: own ? rest : blocks,
    pagesBefore: [],
    ...(number !== undefined && { number }),
  };
}

/** A heading where TEI allows none (in a list, a cell, a quotation) is a paragraph that looks like one. */
export const plainHeading = (heading: HeadingBlock): Block => ({
  kind: 'paragraph',
  content: [{ kind: 'phrase', element: 'hi', attributes: { rend: 'bold' }, content: heading.content }],
});

const letterParts = new Set<FlowBlock['kind']>(['dateline', 'opening', 'salute', 'signed', 'closing']);

/** Blocks as they can be in a list, a cell, a quotation or a note: no headings, no parts of letters. */
export const withoutHeadings = (flow: readonly FlowBlock[]): Block[] =>
  flow.map((b): Block => {
    if (b.kind === 'heading') return plainHeading(b);
    return letterParts.has(b.kind) && 'content' in b ? { kind: 'paragraph', content: b.content } : b;
  });
