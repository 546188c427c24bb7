/** Page marks in running text become page breaks, wherever typography cuts the marks in pieces. */
import type { Inline, PageBreak, Phrase } from './document.ts';
import { pageMarksIn, type TextMark } from './page-marks.ts';

/** Which marks count, and which of them are inside a word (by their place in the source). */
export interface PageReading {
  readonly shortMarks: boolean;
  readonly insideWord: ReadonlySet<number>;
}

interface Cutting {
  readonly marks: readonly TextMark[];
  readonly flat: string;
  readonly reading: PageReading;
  /** Characters of text passed so far. */
  passed: number;
}

/** Code holds no marks, and neither does what stands for a picture. */
const isSign = (c: Inline): boolean =>
  c.kind !== 'text' && (c.kind !== 'phrase' || c.element === 'code' || c.element === 'figure');

/** Text in order; what is not running text is as one symbol that no mark can hold. */
const flatten = (content: readonly Inline[]): string =>
  content.map((c) => (c.kind === 'text' ? c.text : isSign(c) ? '\ufffc' : flatten((c as Phrase).content))).join('');

function breakAt(mark: TextMark, at: number, { flat, reading }: Cutting): PageBreak {
  const glued = /\p{L}$/u.test(flat.slice(0, mark.start)) && /^\p{Ll}/u.test(flat.slice(mark.end));
  const inside = glued || reading.insideWord.has(at);
  return { kind: 'page', label: mark.label, at, ...(inside ? { insideWord: true } : {}) };
}

function cutText(text: string, at: number, state: Cutting): Inline[] {
  const out: Inline[] = [];
  const from = state.passed;
  const to = from + text.length;
  let next = from;
  const words = (end: number): void => {
    if (end > next) out.push({ kind: 'text', text: text.slice(next - from, end - from), at: at + next - from });
    next = Math.max(next, end);
  };
  for (const mark of state.marks) {
    if (mark.end <= from) continue;
    if (mark.start >= to) break;
    words(Math.min(to, mark.start));
    if (mark.start >= from) out.push(breakAt(mark, at + mark.start - from, state));
    next = Math.max(next, Math.min(to, mark.end));
  }
  words(to);
  state.passed = to;
  return out;
}

const onlyPages = (content: readonly Inline[]): boolean =>
  content.some((c) => c.kind === 'page') &&
  content.every((c) => c.kind === 'page' || (c.kind === 'text' && c.text.trim() === ''));

/** Typography or a link around nothing but page marks is the way the mark was made. */
function keepPhrase(phrase: Phrase, content: Inline[]): Inline[] {
  if (content.length === 0 && phrase.content.length > 0) return [];
  if (onlyPages(content) && (phrase.element === 'hi' || phrase.element === 'ref')) return content;
  return [{ ...phrase, content }];
}

function cut(content: readonly Inline[], state: Cutting): Inline[] {
  return content.flatMap((item): Inline[] => {
    if (item.kind === 'text') return cutText(item.text, item.at, state);
    if (item.kind === 'phrase' && !isSign(item)) return keepPhrase(item, cut(item.content, state));
    state.passed++;
    return [item];
  });
}

/** A break that letters touch on both sides is inside a word. */
function glued(content: readonly Inline[], i: number): boolean {
  const before = content[i - 1];
  const after = content[i + 1];
  return (
    before?.kind === 'text' && after?.kind === 'text' && /\p{L}$/u.test(before.text) && /^\p{Ll}/u.test(after.text)
  );
}

/** A space on both sides of a break is one space; inside a word there is none. */
function settleBreaks(content: readonly Inline[]): Inline[] {
  const marked = content.map((c, i): Inline =>
    c.kind === 'page' && glued(content, i) ? { ...c, insideWord: true } : c,
  );
  return marked.flatMap((item, i): Inline[] => {
    if (item.kind === 'phrase') return [{ ...item, content: settleBreaks(item.content) }];
    if (item.kind !== 'text') return [item];
    const [left, before, after] = [marked[i - 2], marked[i - 1], marked[i + 1]];
    let { text, at } = item;
    if (before?.kind === 'page' && (before.insideWord === true || left?.kind !== 'text' || /\s$/.test(left.text))) {
      const rest = text.trimStart();
      at += text.length - rest.length;
      text = rest;
    }
    if (after?.kind === 'page' && after.insideWord) text = text.trimEnd();
    return text === '' ? [] : [{ ...item, text, at }];
  });
}

/** The content with its page marks as breaks. */
export function withPageMarks(content: readonly Inline[], reading: PageReading): Inline[] {
  const flat = flatten(content);
  const marks = pageMarksIn(flat).filter((m) => m.form === 'full' || reading.shortMarks);
  return settleBreaks(marks.length === 0 ? content : cut(content, { marks, flat, reading, passed: 0 }));
}
