/** A range of the source as inline content: its text, cut where pages turn and notes are called. */
import type { Certainty, Inline, NoteCall, PageBreak } from '../document.ts';
import type { Line } from './lines.ts';
import type { PageMark } from './page-breaks.ts';
import { firstNotBefore } from '../../source/sorted.ts';

/** A call at its place in the source. */
export interface CallMark {
  readonly note: number;
  readonly start: number;
  readonly end: number;
  readonly cert?: Certainty;
}

/** All marks of a document, in order of their places. */
export interface Marks {
  readonly source: string;
  readonly pages: readonly PageMark[];
  readonly calls: readonly CallMark[];
  /** Page breaks that turn inside a word, by offset of the mark. */
  readonly insideWord: ReadonlyMap<number, Certainty | 'sure'>;
}

interface Mark {
  start: number;
  end: number;
  inline: PageBreak | NoteCall;
}

/** A page mark as the break it stands for. */
export function pageBreak(mark: PageMark, marks: Marks): PageBreak {
  const inside = marks.insideWord.get(mark.start);
  return {
    kind: 'page',
    label: mark.label,
    at: mark.start,
    ...(inside ? { insideWord: true } : {}),
    ...(inside && inside !== 'sure' ? { cert: inside } : {}),
  };
}

/** The marks that lie in a range; both lists are in order, so only that range of them is looked at. */
export function within<T extends { start: number; end: number }>(marks: readonly T[], from: number, to: number): T[] {
  const first = firstNotBefore(marks.length, (i) => marks[i]!.start < from);
  let end = first;
  while (end < marks.length && marks[end]!.end <= to) end++;
  return marks.slice(first, end);
}

function marksBetween(marks: Marks, from: number, to: number): Mark[] {
  const pages = within(marks.pages, from, to).map((m): Mark => ({
    start: m.start,
    end: m.end,
    inline: pageBreak(m, marks),
  }));
  const calls = within(marks.calls, from, to).map((m): Mark => ({
    start: m.start,
    end: m.end,
    inline: { kind: 'call', note: m.note, at: m.start, ...(m.cert ? { cert: m.cert } : {}) },
  }));
  return [...pages, ...calls].sort((a, b) => a.start - b.start);
}

/**
 * The content between two offsets of the source. A page break loses the spaces after it, and inside a word those before
 * it.
 */
export function inlineBetween(marks: Marks, from: number, to: number): Inline[] {
  const out: Inline[] = [];
  let next = from;
  const text = (end: number): void => {
    if (end > next) out.push({ kind: 'text', text: marks.source.slice(next, end), at: next });
  };
  for (const mark of marksBetween(marks, from, to)) {
    let end = mark.start;
    if (mark.inline.kind === 'page' && mark.inline.insideWord)
      while (end > next && /[ \t]/.test(marks.source[end - 1]!)) end--;
    text(end);
    out.push(mark.inline);
    next = mark.end;
    if (mark.inline.kind === 'page') while (next < to && /[ \t]/.test(marks.source[next]!)) next++;
  }
  text(to);
  return out;
}

/** Several lines of one block, with a line break between two. */
export function inlineOfLines(marks: Marks, lines: readonly Line[]): Inline[] {
  return lines.flatMap((line, i) => [
    ...(i > 0 ? [{ kind: 'line' as const, at: line.start }] : []),
    ...inlineBetween(marks, line.start, line.end),
  ]);
}

/** The words of some content, without marks. */
export function plainText(content: readonly Inline[]): string {
  return content
    .map((c) =>
      c.kind === 'text' ? c.text : c.kind === 'line' ? ' ' : c.kind === 'phrase' ? plainText(c.content) : '',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
