import { textIn } from '../../../pdf/blocks.ts';
import type { Node, Piece, Tag } from '../../../pdf/document.ts';
import { pageWord } from '../../../model/page-label.ts';
import { madeKind, seen } from './kinds-of-words.ts';

/** What tags say in words. */

export const oneLine = (text: string): string => text.replace(/[ \t\n\r]+/g, ' ').trim();

/** The label of a page in its mark; a page without one has a dash. */
export function pageLabelOf(text: string): string {
  const shown = oneLine(text.replace(/\u2060/g, '').replace(/\u00a0/g, ' '));
  const [, label] = new RegExp(`^\\[${pageWord}(?: (.*))?\\]$`).exec(shown) ?? [undefined, shown === '–' ? '' : shown];
  return label ?? '';
}

export const shown = ({ text, isInvisible }: Piece): string => (isInvisible ? '' : text);

/** The label with which a note begins, and what is behind it. */
export function withoutLabel(nodes: readonly Node[]): { readonly title?: string; readonly rest: readonly Node[] } {
  const [first, ...behind] = nodes;
  if (first?.kind !== 'tag') return { rest: nodes };
  if (first.role === 'Lbl') return { title: oneLine(seen(textIn(first.children))), rest: behind };
  const { title, rest } = withoutLabel(first.children);
  return { ...(title !== undefined && { title }), rest: [{ ...first, children: rest }, ...behind] };
}

export function firstPage(nodes: readonly Node[]): number | undefined {
  for (const node of nodes) {
    const page = node.kind === 'content' ? node.page : node.kind === 'tag' ? firstPage(node.children) : undefined;
    if (page !== undefined) return page;
  }
  return undefined;
}

/** The words of a tag without notes, calls and what is made. */
export function plainWords(tag: Tag, above?: string): string {
  const words = (node: Node, language: string | undefined): string => {
    if (node.kind === 'link') return '';
    if (node.kind === 'content')
      return node.pieces.map((piece) => (madeKind(piece.language ?? language) ? '' : shown(piece))).join('');
    const isApart = node.role === 'Note' || node.role === 'Lbl';
    return isApart ? '' : node.children.map((child) => words(child, node.language ?? language)).join('');
  };
  return oneLine(seen(words(tag, above)));
}
