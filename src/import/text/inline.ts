/** Lines as the content of a block: with its calls and page breaks, and with the line ends that count. */
import { firstNotBefore } from '../../source/sorted.ts';
import type { Certainty, Inline, Paragraph } from '../document.ts';
import { type CallMark, inlineBetween, type Marks } from '../frus-text/inline.ts';
import type { TextLine } from '../layout/lines.ts';
import type { Layout } from '../layout/recognise.ts';

export interface InlineContext {
  readonly marks: Marks;
  /** Lines that end with a hyphen: whether the word is one. */
  readonly ends: ReadonlyMap<TextLine, boolean>;
  /** What the text says of paragraphs at the beginning of pages. */
  readonly goesOn: (paragraph: Paragraph, before: Paragraph) => boolean | undefined;
}

/** Where letters touch a mark on both sides, the page begins inside a word. */
function insideWord(text: string, { pages }: Layout): Map<number, Certainty | 'sure'> {
  const inside = pages.filter(
    ({ start, end, form }) =>
      form !== 'form feed' && /\p{L}/u.test(text.slice(start - 1, start)) && /^\p{Ll}/u.test(text.slice(end, end + 2)),
  );
  return new Map(inside.map((p): [number, 'sure'] => [p.start, 'sure']));
}

/** Whether the paragraphs of a text end as sentences do, so that one that does not must go on. */
function endsAsSentences(layout: Layout): boolean {
  const last = layout.body.filter((l, i) => l.text.length > 60 && (layout.body[i + 1]?.gap ?? 1) > 0);
  return last.filter((l) => /[.!?:…]["”’'»«“)\]\d⁰¹²³⁴-⁹*†]*$/u.test(l.text)).length >= last.length * 0.6;
}

function goesOnIn(layout: Layout): InlineContext['goesOn'] {
  const sentences = endsAsSentences(layout);
  const lastText = ({ content }: Paragraph): string => {
    const texts = content.flatMap((c) => (c.kind === 'text' && c.text.trim() !== '' ? [c.text.trimEnd()] : []));
    return texts.at(-1) ?? '';
  };
  return (_, before) => (sentences && /[\p{L}\d,;–—-]$/u.test(lastText(before)) ? true : undefined);
}

/** What lines need to become content. */
export function inlineContext(text: string, layout: Layout, ends: ReadonlyMap<TextLine, boolean>): InlineContext {
  const called = layout.notes.flatMap(({ call }, note): CallMark[] =>
    call ? [{ note, start: call.start, end: call.end }] : [],
  );
  const calls = called.sort((a, b) => a.start - b.start);
  const marks = { source: text, pages: layout.pages, calls, insideWord: insideWord(text, layout) };
  return { marks, ends, goesOn: goesOnIn(layout) };
}

/** Spaces before a call in brackets or a raised one belong to the mark. */
function tight(content: readonly Inline[]): Inline[] {
  return content.flatMap((item, i): Inline[] => {
    if (item.kind !== 'text' || content[i + 1]?.kind !== 'call') return [item];
    const text = item.text.trimEnd();
    return text === '' ? [] : [{ ...item, text }];
  });
}

const afterBlanks = (text: string, from: number): number => {
  let next = from;
  while (text[next] === ' ' || text[next] === '\t') next++;
  return next;
};

/** The mark that begins before an offset and ends after it. */
function reachingOver<T extends { start: number; end: number }>(marks: readonly T[], offset: number): T | undefined {
  const mark = marks[firstNotBefore(marks.length, (i) => marks[i]!.end <= offset)];
  return mark && mark.start < offset ? mark : undefined;
}

/** The content of some lines. `keepLines`: where a line ends counts. `skip`: characters of the first line that are a mark. */
export function contentOf(
  lines: readonly TextLine[],
  { marks, ends }: InlineContext,
  keepLines = false,
  skip = 0,
): Inline[] {
  let from = -1;
  const content = lines.flatMap((line, i): Inline[] => {
    const begins = line.start + (i === 0 ? skip : 0);
    const start = from > begins ? afterBlanks(marks.source, from) : begins;
    const next = lines[i + 1];
    // A mark may reach over the end of a line.
    const across = reachingOver(marks.pages, line.end) ?? reachingOver(marks.calls, line.end);
    from = across?.end ?? -1;
    const own = inlineBetween(marks, start, across?.end ?? line.end);
    if (!next || across) return own;
    const oneWord = ends.get(line);
    if (oneWord === true) return [...own, { kind: 'line', at: line.end, insideWord: true }];
    if (oneWord === false) return own;
    if (keepLines && !next.joins) return [...own, { kind: 'line', at: line.end }];
    return /\s/.test(marks.source[next.start - 1]!) ? [...own, { kind: 'text', text: ' ', at: line.end }] : own;
  });
  return tight(content);
}
