/** The lines of a text as blocks: paragraphs, lines that keep their ends, verse, lists, page breaks. */
import { firstNotBefore } from '../../source/sorted.ts';
import { isRule } from '../layout/heads.ts';
import type { TextLine } from '../layout/lines.ts';
import type { FoundPage } from '../layout/page-marks.ts';
import type { Layout } from '../layout/recognise.ts';
import { isFull, type Setting } from '../layout/setting.ts';

export interface TextBlock {
  readonly kind: 'paragraph' | 'lines' | 'verse' | 'bullets' | 'rule';
  readonly lines: readonly TextLine[];
  /** Its words without page marks and calls. */
  readonly words: string;
  /** Empty lines above it. */
  readonly gap: number;
}

/** A page mark that is alone on its line, a form feed, a heading of notes. */
export interface Aside {
  readonly kind: 'page' | 'list-head';
  readonly page?: FoundPage;
  readonly line?: TextLine;
}

export type Row = TextBlock | Aside;

const bullet = /^[•‣◦·▪]\s+|^[-–*]\s+(?=\S)/u;

/** The characters before the words of an item. */
export const bulletLength = (line: TextLine): number => bullet.exec(line.text)?.[0].length ?? 0;

/** Lines that could have taken the first word of the next one and did not: verse, addresses. */
const endsEarly = (lines: readonly TextLine[], width: number): boolean =>
  lines.slice(0, -1).filter((l, i) => !isFull(l, lines[i + 1]!, width)).length * 2 > lines.length - 1;

function kindOf(lines: readonly TextLine[], setting: Setting): TextBlock['kind'] {
  const [first] = lines;
  if (lines.length === 1 && isRule(first!)) return 'rule';
  if (lines.filter((l) => !l.joins).length === 1) return 'paragraph';
  if (lines.every((l) => bulletLength(l) > 0)) return 'bullets';
  if (setting.byLine) return 'paragraph';
  const indented = lines.every((l) => l.indent >= 2);
  if (setting.width === undefined) return indented ? 'verse' : 'lines';
  const full = lines.some((l) => l.indent + l.text.length > setting.width! * 0.9);
  if (!endsEarly(lines, setting.width) || (full && !indented)) return 'paragraph';
  return indented ? 'verse' : 'lines';
}

/** Whether a line begins a block of its own. */
function begins(line: TextLine, before: TextLine | undefined, first: TextLine | undefined, setting: Setting): boolean {
  if (line.joins) return false;
  if (!before || !first || line.gap > 0 || setting.byLine || isRule(line) || isRule(before)) return true;
  if (bulletLength(line) > 0 && bulletLength(first) > 0 && setting.width !== undefined) return true;
  return setting.indented && line.indent > before.indent && line.indent <= 8 && first.indent >= before.indent;
}

/** Some lines without what is marked in them. */
function wordsOf(lines: readonly TextLine[], marks: readonly { start: number; end: number }[]): string {
  const words = lines.map((line) => {
    let out = '';
    let next = line.start;
    for (let i = firstNotBefore(marks.length, (k) => marks[k]!.end <= line.start); i < marks.length; i++) {
      const { start, end } = marks[i]!;
      if (start >= line.end) break;
      out += line.text.slice(Math.max(0, next - line.start), Math.max(0, start - line.start));
      next = Math.max(next, end);
    }
    return out + line.text.slice(Math.max(0, next - line.start));
  });
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

function blocksOf(lines: readonly TextLine[], cuts: readonly number[], { setting, pages, notes }: Layout): TextBlock[] {
  const marks = [...pages, ...notes.flatMap((n) => n.call ?? [])].sort((a, b) => a.start - b.start);
  const groups: TextLine[][] = [];
  let next = 0;
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1);
    let isCut = false;
    for (; next < cuts.length && cuts[next]! <= line.start; next++) isCut = true;
    if (isCut || begins(line, before, groups.at(-1)?.[0], setting)) groups.push([line]);
    else groups.at(-1)!.push(line);
  }
  return groups.map((group) => ({
    kind: kindOf(group, setting),
    lines: group,
    words: wordsOf(group, marks),
    gap: group[0]!.gap,
  }));
}

/** Everything of a text but its notes, in order. */
export function rowsOf(layout: Layout): Row[] {
  const { body, pages, listHeads, lines } = layout;
  const starts = new Map(lines.map((l) => [l.start, l]));
  const alone = pages.filter(
    (p) => p.form === 'form feed' || p.line !== undefined || starts.get(p.start)?.end === p.end,
  );
  const asides: { at: number; aside: Aside }[] = [
    ...alone.map((page) => ({ at: page.start, aside: { kind: 'page' as const, page } })),
    ...listHeads.map((line) => ({ at: line.start, aside: { kind: 'list-head' as const, line } })),
  ].sort((a, b) => a.at - b.at);
  const blocks = blocksOf(
    body,
    asides.map((a) => a.at),
    layout,
  );
  const rows: Row[] = [];
  let next = 0;
  for (const block of blocks) {
    for (; next < asides.length && asides[next]!.at <= block.lines[0]!.start; next++) rows.push(asides[next]!.aside);
    rows.push(block);
  }
  return [...rows, ...asides.slice(next).map((a) => a.aside)];
}
