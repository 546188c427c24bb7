/**
 * The proof: the lines of all pages in order, each page with its mark; the calls as the notes are labelled; the notes at the end. Rules above
 * notes are marks. How lines make paragraphs plays no part.
 */
import type { Piece } from '../expected-text.ts';
import type { Line, Page } from './lines.ts';
import { bulletItems, type LineBlock } from './line-blocks.ts';
import type { CallAt } from './inline.ts';
import type { GatheredNote } from './notes.ts';

export interface Telling {
  readonly pages: readonly Page[];
  readonly labels: readonly string[];
  readonly notes: readonly GatheredNote[];
  readonly calls: ReadonlyMap<Line, readonly CallAt[]>;
  readonly rules: ReadonlySet<Line>;
  readonly lists: readonly LineBlock[];
}

function lineOf(line: Line, skip: number, { calls, notes }: Telling): Piece[] {
  const out: Piece[] = [];
  let next = skip;
  for (const call of calls.get(line) ?? []) {
    out.push({ text: line.text.slice(next, call.start - line.start), at: line.start + next });
    out.push({ text: notes[call.note]!.label, at: call.start });
    next = call.end - line.start;
  }
  return [...out, { text: line.text.slice(next), at: line.start + next }];
}

/** The pieces of the text, then of the notes. */
export function piecesOfPages(telling: Telling): Piece[] {
  const { pages, labels, notes, rules, lists } = telling;
  const inNotes = new Set(notes.flatMap((n) => n.lines));
  const bullets = new Map(lists.flatMap((l) => bulletItems(l.lines).map((i): [Line, number] => [i.lines[0]!, i.skip])));
  const body = pages.flatMap((page): Piece[] => [
    { text: `[Page ${labels[page.index]!}]`, at: page.start },
    ...page.lines
      .filter((line) => !inNotes.has(line) && !rules.has(line))
      .flatMap((line) => {
        const skip = bullets.get(line);
        return skip === undefined
          ? lineOf(line, 0, telling)
          : [{ text: '•', at: line.start }, ...lineOf(line, skip, telling)];
      }),
  ]);
  const listed = notes.flatMap(({ label, lines, skip }) => [
    { text: `${label}.`, at: lines[0]!.start },
    ...lines.flatMap((line, i) => lineOf(line, i === 0 ? skip : 0, telling)),
  ]);
  return [...body, ...listed];
}
