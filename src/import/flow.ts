/**
 * Blocks in the order in which a source has them, with headings that know their level and nothing else. Sources with a layout of their own
 * (Markdown, Word, HTML, pages) are read into this; `sections.ts` makes nested divisions of it.
 */
import type { Block, Inline } from './document.ts';

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

/** A heading where TEI allows none (in a list, a cell, a quotation) is a paragraph that looks like one. */
export const plainHeading = (heading: HeadingBlock): Block => ({
  kind: 'paragraph',
  content: [{ kind: 'phrase', element: 'hi', attributes: { rend: 'bold' }, content: heading.content }],
});

/** Blocks without headings. */
export const withoutHeadings = (flow: readonly FlowBlock[]): Block[] =>
  flow.map((b) => (b.kind === 'heading' ? plainHeading(b) : b));
