/**
 * The proof: all lines in order, with page marks and calls in their plain form; then the notes, each with its label. What is left out are
 * the marks themselves, as the recogniser found them: brackets, the word in them, rules above notes. How lines make blocks plays no part.
 */
import { firstNotBefore } from '../../source/sorted.ts';
import type { Piece } from '../expected-text.ts';
import type { TextLine } from '../layout/lines.ts';
import type { Layout } from '../layout/recognise.ts';
import { bulletLength, type Row } from './blocks.ts';

interface Sign {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function signsOf({ pages, notes }: Layout): Sign[] {
  const calls = notes.flatMap(({ call, head }): Sign[] =>
    call ? [{ start: call.start, end: call.end, text: head.label }] : [],
  );
  const breaks = pages.map(({ start, end, label }): Sign => ({ start, end, text: `[Page ${label}]` }));
  return [...calls, ...breaks].sort((a, b) => a.start - b.start);
}

/** The pieces of lines, each with the marks in it; a mark that begins in one line may end in the next. */
function piecesOf(
  text: string,
  lines: readonly TextLine[],
  signs: readonly Sign[],
  skips: ReadonlyMap<TextLine, number>,
): Piece[] {
  const out: Piece[] = [];
  for (const line of lines) {
    let next = line.start;
    const skip = skips.get(line);
    if (skip !== undefined) {
      out.push({ text: '•', at: line.start });
      next += skip;
    }
    const first = firstNotBefore(signs.length, (i) => signs[i]!.end <= line.start && signs[i]!.start < line.start);
    for (let i = first; i < signs.length && (signs[i]!.start < line.end || signs[i]!.end === line.end); i++) {
      const sign = signs[i]!;
      if (sign.start >= next) {
        out.push({ text: text.slice(next, sign.start), at: next }, { text: sign.text, at: sign.start });
      }
      next = Math.max(next, sign.end);
    }
    if (next < line.end) out.push({ text: text.slice(next, line.end), at: next });
  }
  return out;
}

/** The pieces of the text, then of the notes. */
export function piecesOfText(text: string, layout: Layout, rows: readonly Row[]): Piece[] {
  const signs = signsOf(layout);
  const skips = new Map(
    rows.flatMap((r) => (r.kind === 'bullets' ? r.lines.map((l): [TextLine, number] => [l, bulletLength(l)]) : [])),
  );
  const body = rows.flatMap((row): Piece[] => {
    if (row.kind === 'page') return [{ text: `[Page ${row.page!.label}]`, at: row.page!.start }];
    if (row.kind === 'list-head') return [{ text: row.line!.text, at: row.line!.start }];
    return 'lines' in row ? piecesOf(text, row.lines, signs, skips) : [];
  });
  const notes = layout.notes.flatMap(({ head, lines }) => [
    { text: `${head.label}.`, at: head.start },
    ...piecesOf(text, lines, signs, new Map()),
  ]);
  return [...body, ...notes];
}
