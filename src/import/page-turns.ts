/**
 * What stands on both sides of a page break that is a block of its own: two paragraphs, or the halves of one; two words, or the halves
 * of one. The text does not settle it, so each such place is a decision.
 */
import type { Chooser } from './decisions.ts';
import type { Inline, PageBreak, Paragraph } from './document.ts';
import { type FlowBlock, placeOfInline } from './flow.ts';
import { breakInsideWord, type WordCounts } from './hyphens.ts';
import { wordsOf } from './words-of.ts';

export interface PageTurns {
  /** How sure it must be that two paragraphs are one to ask at all; sources that mark paragraphs need more. */
  readonly least?: number;
  readonly chooser: Chooser;
  readonly words: WordCounts;
}

/** The last text of some content and its place behind the last character. */
function lastRun(content: readonly Inline[]): { text: string; end: number } | undefined {
  for (const item of [...content].reverse()) {
    if (item.kind === 'text' && item.text.trim() !== '') {
      const text = item.text.trimEnd();
      return { text, end: item.at + text.length };
    }
    if (item.kind === 'phrase') {
      const inner = lastRun(item.content);
      if (inner) return inner;
    } else if (item.kind !== 'text' && item.kind !== 'call') return undefined;
  }
  return undefined;
}

/** How sure it is that two paragraphs are one; 0: certainly two. */
function oneParagraph(before: string, after: string): number {
  if (before === '' || after === '') return 0;
  const ends = /[.!?:…]["”’'»)\]]*$/u.test(before);
  if (/\p{L}[-\u2010]$/u.test(before) && /^\p{Ll}/u.test(after)) return 0.95;
  if (/^\p{Ll}/u.test(after)) return ends ? 0.5 : 0.92;
  if (ends || /["”’'»]$/u.test(before)) return 0.1;
  return /[,;–—\p{Ll}]$/u.test(before) && before.length > 60 ? 0.7 : 0.2;
}

function isOne(a: Paragraph, pages: readonly PageBreak[], b: Paragraph, { chooser, least = 0.2 }: PageTurns): boolean {
  const before = wordsOf(a.content);
  const after = wordsOf(b.content);
  const likely = oneParagraph(before, after);
  if (likely < least) return false;
  const end = lastRun(a.content)?.end ?? pages[0]!.at;
  return (
    chooser.choose({
      kind: 'paragraph-at-page',
      start: Math.max(0, end - 20),
      end: placeOfInline(b.content) ?? end,
      ask: `Does the paragraph go on over the beginning of page ${pages[0]!.label}?`,
      options: [
        { value: 'one', label: 'one paragraph over two pages' },
        { value: 'two', label: 'two paragraphs' },
      ],
      preferred: likely >= 0.5 ? 'one' : 'two',
      confidence: Math.max(likely, 1 - likely),
    }) === 'one'
  );
}

function joined(a: Paragraph, pages: readonly PageBreak[], b: Paragraph, turns: PageTurns): Paragraph {
  const last = lastRun(a.content);
  const start = placeOfInline(b.content) ?? pages[0]!.at;
  const inside = last !== undefined && breakInsideWord(last, { text: wordsOf(b.content), start }, turns);
  const [first, ...more] = pages;
  const gap: Inline[] = inside ? [] : [{ kind: 'text', text: ' ', at: last?.end ?? first!.at }];
  return {
    ...a,
    content: [...a.content, ...gap, { ...first!, ...(inside ? { insideWord: true } : {}) }, ...more, ...b.content],
  };
}

/** The flow with paragraphs that go on over a page put together. */
export function joinAtPages(flow: readonly FlowBlock[], turns: PageTurns): FlowBlock[] {
  const out: FlowBlock[] = [];
  for (const block of flow) {
    const pages: PageBreak[] = [];
    let from = out.length;
    while (from > 0 && out[from - 1]!.kind === 'page') pages.unshift(out[--from] as PageBreak);
    const before = out[from - 1];
    if (
      block.kind === 'paragraph' &&
      pages.length > 0 &&
      before?.kind === 'paragraph' &&
      isOne(before, pages, block, turns)
    ) {
      out.length = from - 1;
      out.push(joined(before, pages, block, turns));
    } else out.push(block);
  }
  return out;
}
