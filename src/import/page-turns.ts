/**
 * What is on both sides of a page break that is a block of its own: two paragraphs, or the halves of one; two words, or
 * the halves of one. The text does not settle it, so each such place is a decision.
 */
import type { Chooser } from './decisions.ts';
import type { Inline, Line, PageBreak, Paragraph } from './document.ts';
import { type FlowBlock, placeOfInline } from './flow.ts';
import { breakInsideWord, type WordCounts } from './hyphens.ts';
import { phrase } from './phrase.ts';
import { wordsOf } from './words-of.ts';

export interface PageTurns {
  /** How sure it must be that two paragraphs are one to ask at all; sources that mark paragraphs need more. */
  readonly least?: number;
  /** What the layout says of a paragraph at the beginning of a page: it continues, or it is a new one. */
  readonly hint?: (paragraph: Paragraph, before: Paragraph) => boolean | undefined;
  readonly chooser: Chooser;
  readonly words: WordCounts;
}

/** The last text of some content and its place after the last character. */
function lastRun(content: readonly Inline[]): { text: string; end: number } | undefined {
  for (let i = content.length - 1; i >= 0; i--) {
    const item = content[i]!;
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

/** Characters at the end of a paragraph that say whether it goes on. */
const endLength = 100;

/** The words at the end of some content: of a paragraph that has been put together from many pages nothing else is read. */
function lastWords(content: readonly Inline[]): string {
  for (let items = 8; ; items *= 2) {
    const words = wordsOf(content.slice(-items));
    if (words.length >= endLength || items >= content.length) return words;
  }
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

function isOne(a: Paragraph, label: string, b: Paragraph, { chooser, least = 0.2, hint }: PageTurns): boolean {
  const before = lastWords(a.content);
  const after = wordsOf(b.content);
  const goesOn = hint?.(b, a);
  if (goesOn === false) return false;
  const read = oneParagraph(before, after);
  const likely = goesOn === true && read > 0 ? Math.max(read, 0.9) : read;
  if (likely < least) return false;
  const end = lastRun(a.content)?.end ?? 0;
  return (
    chooser.choose({
      kind: 'paragraph-at-page',
      start: Math.max(0, end - 20),
      end: placeOfInline(b.content) ?? end,
      ask: `Does the paragraph continue on page ${label}?`,
      options: [
        { value: 'one', label: 'one paragraph across two pages' },
        { value: 'two', label: 'two paragraphs' },
      ],
      preferred: likely >= 0.5 ? 'one' : 'two',
      confidence: Math.max(likely, 1 - likely),
    }) === 'one'
  );
}

/** What may be between two halves of a paragraph: page breaks, running heads. */
type Aside = PageBreak | Line;
const isAside = (b: FlowBlock | undefined): b is Aside =>
  b?.kind === 'page' || (b?.kind === 'text-line' && b.element === 'fw');

/** An aside within a line. */
const inLine = (aside: Aside, inside: boolean): Inline =>
  aside.kind === 'page'
    ? { ...aside, ...(inside ? { insideWord: true } : {}) }
    : phrase('fw', aside.content, aside.attributes);

/** Paragraphs that were put together here, and their content, which may still grow. */
type Growing = WeakMap<Paragraph, Inline[]>;

function joined(a: Paragraph, asides: readonly Aside[], b: Paragraph, turns: PageTurns, growing: Growing): Paragraph {
  const last = lastRun(a.content);
  const start = placeOfInline(b.content) ?? 0;
  const inside = last !== undefined && breakInsideWord(last, { text: wordsOf(b.content), start }, turns);
  const gap: Inline[] = inside ? [] : [{ kind: 'text', text: ' ', at: last?.end ?? start }];
  const content = growing.get(a) ?? [...a.content];
  for (const item of [...gap, ...asides.map((aside) => inLine(aside, inside)), ...b.content]) content.push(item);
  if (growing.has(a)) return a;
  const grown = { ...a, content };
  growing.set(grown, content);
  return grown;
}

/** The flow with paragraphs that continue over a page put together. */
export function joinAtPages(flow: readonly FlowBlock[], turns: PageTurns): FlowBlock[] {
  const out: FlowBlock[] = [];
  const growing: Growing = new WeakMap();
  for (const block of flow) {
    if (block.kind !== 'paragraph') {
      out.push(block);
      continue;
    }
    let first = out.length;
    while (isAside(out[first - 1])) first--;
    const asides = out.slice(first) as Aside[];
    const before = out[out.length - 1 - asides.length];
    const page = asides.find((aside) => aside.kind === 'page');
    const both = before?.kind === 'paragraph' && page?.kind === 'page';
    if (both && isOne(before, page.label, block, turns)) {
      out.length -= asides.length + 1;
      out.push(joined(before, asides, block, turns, growing));
    } else out.push(block);
  }
  return out;
}
