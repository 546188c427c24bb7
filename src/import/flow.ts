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

const letterParts = new Set<FlowBlock['kind']>(['dateline', 'opening', 'salute', 'signed', 'closing']);

/** Blocks as they can be in a list, a cell, a quotation or a note: no headings, no parts of letters. */
export const withoutHeadings = (flow: readonly FlowBlock[]): Block[] =>
  flow.map((b): Block => {
    if (b.kind === 'heading') return plainHeading(b);
    return letterParts.has(b.kind) && 'content' in b ? { kind: 'paragraph', content: b.content } : b;
  });
