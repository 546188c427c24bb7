/**
 * Where TEI allows the parts of a letter: an opener only before the text, a closer only after it, nothing after a
 * closer but a postscript, paragraphs never after divisions. What cannot be said so is said more plainly, as a
 * paragraph that carries cert.
 */
import type { Block, Division } from '../document.ts';

const isPage = (b: Block): boolean => b.kind === 'page';
const isClosing = (b: Block): boolean => b.kind === 'signed' || b.kind === 'closing';
const isOpening = (b: Block): boolean => b.kind === 'dateline' || b.kind === 'opening' || b.kind === 'salute';

const plain = (b: Block): Block => ('content' in b ? { kind: 'paragraph', content: b.content, cert: 'low' } : b);

/** Arranges the blocks of a division so that they are valid, without moving a word. */
export function settle(blocks: readonly Block[]): Block[] {
  const nested = blocks.map((b) => (b.kind === 'division' ? { ...b, blocks: settle(b.blocks) } : b));
  return settleClosings(settleOpenings(settleQuoted(nested)));
}

/** A quoted text is among paragraphs; after a division it must be one itself. */
function settleQuoted(blocks: readonly Block[]): Block[] {
  let divided = false;
  return blocks.map((b) => {
    if (b.kind !== 'division') return b;
    if (!divided && b.quoted) return b;
    divided = true;
    return unquoted(b);
  });
}

const unquoted = ({ kind, type, above, heads, blocks, cert }: Division): Division => ({
  kind,
  type,
  ...(above ? { above } : {}),
  heads,
  blocks,
  ...(cert ? { cert } : {}),
});

/** Parts of an opening that come too late are lines of the text. */
function settleOpenings(blocks: readonly Block[]): Block[] {
  const text = blocks.findIndex((b) => !isOpening(b) && !isPage(b));
  return text < 0 ? [...blocks] : blocks.map((b, i) => (i > text && isOpening(b) ? plain(b) : b));
}

const isDivision = (b: Block): b is Division => b.kind === 'division';

/** Puts the closing where a closer may be. */
function settleClosings(blocks: readonly Block[]): Block[] {
  const last = blocks.at(-1);
  if (last && isDivision(last) && last.type === 'section' && !last.quoted && last.heads.length > 0) {
    // A signature under the last section is the signature of the whole.
    const from = last.blocks.findIndex(
      (b, i) => isClosing(b) && last.blocks.slice(i).every((x) => isClosing(x) || isPage(x)),
    );
    if (from > 0)
      return [...blocks.slice(0, -1), { ...last, blocks: last.blocks.slice(0, from) }, ...last.blocks.slice(from)];
  }
  const closing = blocks.findLastIndex(isClosing);
  if (closing < 0) return [...blocks];
  const before = blocks.slice(0, closing + 1);
  const text = before.some((b) => !isClosing(b) && !isPage(b) && !isOpening(b));
  const early = before.some((b, i) => isClosing(b) && before.slice(i).some((x) => !isClosing(x) && !isPage(x)));
  const rest = blocks.slice(closing + 1);
  if (!text || early) return blocks.map((b) => (isClosing(b) ? plain(b) : b));
  if (rest.every(isPage)) return [...blocks];
  if (!rest.some(isDivision)) return [...before, { kind: 'postscript', blocks: rest }];
  if (!rest.every((b) => isPage(b) || (isDivision(b) && !b.quoted)) || before.some(isDivision)) {
    return blocks.map((b) => (isClosing(b) ? plain(b) : b));
  }
  return [...wrapLetter(before), ...rest];
}

/** A letter that is followed by its attachments is a section of its own, so that its closing is at an end. */
function wrapLetter(letter: readonly Block[]): Block[] {
  const opening = letter.findIndex((b) => !isOpening(b) && !isPage(b));
  return [...letter.slice(0, opening), { kind: 'division', type: 'section', heads: [], blocks: letter.slice(opening) }];
}
