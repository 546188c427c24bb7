/** HTML in the running text of Markdown: a few tags say how words look, a comment or `<pb n="12"/>` may be a page mark. */
import type { PhraseElement } from '../document.ts';

export type HtmlPiece =
  | { readonly is: 'page'; readonly label: string }
  | { readonly is: 'line' }
  | { readonly is: 'open'; readonly tag: string; readonly element: PhraseElement; readonly rend?: string }
  | { readonly is: 'close'; readonly tag: string }
  | { readonly is: 'comment' | 'unknown' };

const looks: Readonly<Record<string, readonly [PhraseElement, string?]>> = {
  sup: ['hi', 'superscript'],
  sub: ['hi', 'subscript'],
  i: ['hi', 'italic'],
  em: ['hi', 'italic'],
  b: ['hi', 'bold'],
  strong: ['hi', 'bold'],
  u: ['hi', 'underline'],
  small: ['hi', 'small'],
  s: ['del', 'strikethrough'],
  strike: ['del', 'strikethrough'],
  del: ['del'],
  ins: ['add'],
  cite: ['title'],
  q: ['q'],
};

const pageComment =
  /^<!--\s*(?:page|p\.|pg\.?|pb|folio|fol\.|S\.|Seite)\s*(?:[:=]\s*)?(?=[A-Za-z\d-])([A-Za-z]{0,9}-?\d{0,5}[a-z]?)\s*-->$/u;
const pageTag = /^<pb\b[^>]*\bn=["']([^"']+)["'][^>]*\/?>$/u;

/** What one tag or comment stands for. */
export function htmlPiece(html: string): HtmlPiece {
  const label = (pageComment.exec(html) ?? pageTag.exec(html))?.[1];
  if (label) return { is: 'page', label };
  if (html.startsWith('<!--')) return { is: 'comment' };
  const name = /^<\/?([A-Za-z][A-Za-z\d]*)/.exec(html)?.[1]!.toLowerCase();
  if (name === 'br') return { is: 'line' };
  const look = name === undefined ? undefined : looks[name];
  if (name === undefined || !look) return { is: 'unknown' };
  if (html.startsWith('</')) return { is: 'close', tag: name };
  return { is: 'open', tag: name, element: look[0], ...(look[1] ? { rend: look[1] } : {}) };
}
