/**
 * The proof: the characters of the page in the order in which the TEI must tell them, by a walk that knows what is text and what is
 * not, and nothing of paragraphs, tables and typography.
 */
import { type Piece, withPlainPageMarks } from '../expected-text.ts';
import type { HtmlElement, HtmlNode } from './tree.ts';
import { elements } from './query.ts';
import { type HtmlContext, isPassedOver } from './context.ts';
import { itemNumbers, itemsOf } from './lists.ts';

function tell(node: HtmlNode, context: HtmlContext): Piece[] {
  if (node.kind === 'text') {
    let cut = context.notes.repeated.get(node) ?? 0;
    return node.runs.map((run) => {
      const skip = Math.min(cut, run.text.length);
      cut -= skip;
      return { text: run.text.slice(skip), at: run.at + skip };
    });
  }
  if (isPassedOver(node, context)) return [];
  const sign = (text: string): Piece[] => [{ text, at: node.at, sign: true }];
  const page = context.breaks.get(node);
  if (page !== undefined) return sign(`[Page ${page}]`);
  const note = context.notes.calls.get(node);
  if (note !== undefined) return sign(context.notes.notes[note]!.label);
  if (node.name === 'img') return sign(node.attributes.alt ?? '');
  if (/^(?:ul|ol|menu|dir)$/.test(node.name)) return list(node, context);
  return node.children.flatMap((c) => tell(c, context));
}

function list(node: HtmlElement, context: HtmlContext): Piece[] {
  const items = itemsOf(node, context);
  const numbers = node.name === 'ol' ? itemNumbers(node, items) : undefined;
  return node.children.flatMap((child) => {
    const i = child.kind === 'element' ? items.indexOf(child) : -1;
    const mark: Piece[] = i < 0 ? [] : [{ text: numbers ? `${numbers[i]!}.` : '•', at: node.at, sign: true }];
    return [...mark, ...tell(child, context)];
  });
}

/** The pieces of the text, then of the notes, each with its number. */
export function piecesOfPage(main: HtmlElement, context: HtmlContext): Piece[] {
  const notes = context.notes.notes.flatMap(({ label, body }) => [
    { text: `${label}.`, at: body.at, sign: true },
    ...body.children.flatMap((c) => tell(c, context)),
  ]);
  return withPlainPageMarks([...main.children.flatMap((c) => tell(c, context)), ...notes], context.pages.shortMarks);
}

/** Characters of the page, without white space. */
export function solidLength(node: HtmlNode): number {
  if (node.kind === 'text') return node.text.replace(/\s+/g, '').length;
  if (node.name === 'script' || node.name === 'style' || node.name === 'head') return 0;
  return node.children.reduce((sum, c) => sum + solidLength(c), 0);
}

/** The body of a page. */
export const bodyOf = (root: HtmlElement): HtmlElement => {
  for (const e of elements(root)) {
    if (e.name === 'body') return e;
    const inside = e.name === 'html' ? elements(e).find((c) => c.name === 'body') : undefined;
    if (inside) return inside;
  }
  return root;
};
