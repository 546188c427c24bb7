/**
 * Divisions: attachments, and sections with a title. Nothing in the text marks where they end, so a part lasts until the next
 * one of its kind begins. TEI lets nothing follow the closing of a letter but another division; what cannot be said so is said more plainly.
 */
import type { Block, Inline } from '../document.ts';
import { quotedKind } from './44-titles.ts';

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
const isClosing = (b: Block): boolean => b.kind === 'signed' || b.kind === 'closing';

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
  return settleClosings(top);
}

/** Puts closings where TEI allows them. */
function settleClosings(blocks: readonly Block[]): Block[] {
  const out: Block[] = blocks.map((b) => (b.kind === 'division' ? { ...b, blocks: settleClosings(b.blocks) } : b));
  const last = out.at(-1);
  // A signature under the last section is the signature of the whole.
  if (last?.kind === 'division' && last.type === 'section' && !last.quoted) {
    const from = last.blocks.findIndex(
      (b, i) => isClosing(b) && last.blocks.slice(i).every((x) => isClosing(x) || isPage(x)),
    );
    if (from >= 0) {
      out[out.length - 1] = { ...last, blocks: last.blocks.slice(0, from) };
      return [...out, ...last.blocks.slice(from)];
    }
  }
  return wrapLetter(out);
}

/** A closing that is followed by divisions goes into a division of its own with the letter it closes. */
function wrapLetter(blocks: Block[]): Block[] {
  const closing = blocks.findLastIndex(isClosing);
  const rest = blocks.slice(closing + 1);
  if (closing < 0 || rest.every((b) => isPage(b) || isClosing(b))) return blocks;
  if (!rest.some((b) => b.kind === 'division'))
    return [...blocks.slice(0, closing + 1), { kind: 'postscript', blocks: rest }];
  if (!rest.every((b) => isPage(b) || b.kind === 'division')) return blocks.map(plainClosing);
  let end = closing + 1;
  while (isPage(blocks[end]) && end < blocks.length - 1) end++;
  const letter = blocks.slice(0, closing + 1);
  if (letter.some((b) => b.kind === 'division')) return blocks.map(plainClosing);
  const opening = letter.findIndex(
    (b) => b.kind !== 'dateline' && b.kind !== 'opening' && b.kind !== 'salute' && b.kind !== 'page',
  );
  return [
    ...letter.slice(0, Math.max(0, opening)),
    { kind: 'division', type: 'section', heads: [], blocks: letter.slice(Math.max(0, opening)) },
    ...blocks.slice(closing + 1),
  ];
}

const plainClosing = (b: Block): Block =>
  b.kind === 'signed' || b.kind === 'closing' ? { kind: 'paragraph', content: b.content, cert: 'low' } : b;
