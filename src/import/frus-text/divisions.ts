/**
 * Divisions: attachments, and sections with a title. Nothing in the text marks where they end, so a part lasts until the next
 * one of its kind begins.
 */
import type { Block, Inline } from '../document.ts';
import { quotedKind } from './titles.ts';
import { settle } from './settle.ts';

/** A block with what the steps before know of it. */
export interface FlatBlock {
  readonly block: Block;
  readonly words: string;
  /** The block begins an attachment, or is the title of a section. */
  readonly opens?: 'attachment' | 'touching-attachment' | 'section' | 'subtitle';
}

interface OpenDivision {
  kind: 'division';
  type: 'attachment' | 'section';
  quoted?: 'letter' | 'message';
  above?: readonly Inline[];
  heads: (readonly Inline[])[];
  blocks: Block[];
}

const isPage = (b: Block | undefined): boolean => b?.kind === 'page';

const content = (b: Block): readonly Inline[] => (b.kind === 'paragraph' ? b.content : []);

/** Nests the blocks of a document into attachments and sections. */
export function buildDivisions(flat: readonly FlatBlock[]): Block[] {
  const top: Block[] = [];
  let attachment: OpenDivision | undefined;
  let section: OpenDivision | undefined;
  const place = (): Block[] => section?.blocks ?? attachment?.blocks ?? top;
  const begin = (type: OpenDivision['type'], item: FlatBlock, into: Block[]): OpenDivision => {
    const from = place();
    const pages: Block[] = [];
    while (isPage(from.at(-1))) pages.unshift(from.pop()!);
    const quoted = type === 'section' ? quotedKind(item.words) : undefined;
    const division: OpenDivision = {
      kind: 'division',
      type,
      ...(quoted ? { quoted } : {}),
      ...(item.opens === 'touching-attachment'
        ? { above: content(item.block), heads: [] }
        : { heads: [content(item.block)] }),
      blocks: [],
    };
    into.push(...pages, division);
    return division;
  };
  for (const item of flat) {
    if (item.opens === 'attachment' || item.opens === 'touching-attachment') {
      const into = top;
      const next = begin('attachment', item, into);
      section = undefined;
      attachment = next;
    } else if (item.opens === 'section') section = begin('section', item, attachment?.blocks ?? top);
    else if (item.opens === 'subtitle' && (section ?? attachment))
      (section ?? attachment)!.heads.push(content(item.block));
    else place().push(item.block);
  }
  return settle(top);
}
