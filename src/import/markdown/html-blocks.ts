/** A block of HTML in Markdown: a page mark, or words whose tags are left out. */
import type { Inline } from '../document.ts';
import type { FlowBlock } from '../flow.ts';
import { withPageMarks } from '../marked-inline.ts';
import type { MarkdownContext } from './context.ts';
import { htmlPiece } from './html-tags.ts';

const piece = /<!--[^]*?-->|<\/?[A-Za-z][^>]*>/g;

/** Tags, comments and the words between them, in order. */
export function piecesOfHtml(value: string): { text: string; at: number; tag: boolean }[] {
  const out: { text: string; at: number; tag: boolean }[] = [];
  let next = 0;
  for (const m of value.matchAll(piece)) {
    if (m.index > next) out.push({ text: value.slice(next, m.index), at: next, tag: false });
    out.push({ text: m[0], at: m.index, tag: true });
    next = m.index + m[0].length;
  }
  if (next < value.length) out.push({ text: value.slice(next), at: next, tag: false });
  return out;
}

/** The words of a block of HTML as one paragraph, its page marks as breaks. */
export function htmlBlock(value: string, start: number, end: number, context: MarkdownContext): FlowBlock[] {
  const content = piecesOfHtml(value).flatMap(({ text, at, tag }): Inline[] => {
    if (!tag) return [{ kind: 'text', text, at: start + at }];
    const is = htmlPiece(text);
    if (is.is === 'page') return [{ kind: 'page', label: is.label, at: start + at }];
    return is.is === 'line' ? [{ kind: 'line', at: start + at }] : [];
  });
  const words = content.filter((c) => c.kind !== 'text' || c.text.trim() !== '');
  if (words.length > 0 && words.every((c) => c.kind === 'page')) return words;
  context.findings.push({
    code: 'import-left-out',
    severity: 'review',
    message: words.some((c) => c.kind === 'text')
      ? 'This block is HTML: its words were kept as one paragraph, its tags were left out.'
      : `The comment or tag ${value.replace(/\s+/g, ' ').slice(0, 80)} is not text and was left out.`,
    span: context.source.span(start, end),
    fix: 'Write it in Markdown and import again, or mark it in the TEI.',
  });
  if (words.some((c) => c.kind === 'text'))
    return [{ kind: 'paragraph', content: withPageMarks(content, context.pages) }];
  return words.filter((c) => c.kind === 'page');
}
