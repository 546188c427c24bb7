/** A call that is in no line of the text, or only in notes that call each other, would take its note out of the text. */
import { countUpTo } from '../../source/sorted.ts';
import type { TextLine } from './lines.ts';
import type { Head, Mark } from './marks.ts';

interface Note {
  readonly head: Head;
  readonly call?: Mark;
  readonly lines: readonly TextLine[];
}

/** Whether offsets are within some lines. */
function within(lines: readonly TextLine[]): (start: number, end: number) => boolean {
  const ordered = [...lines].sort((a, b) => a.start - b.start);
  const starts = ordered.map((l) => l.start);
  return (start, end) => {
    const line = ordered[countUpTo(starts, start) - 1];
    return line !== undefined && end <= line.end;
  };
}

/** The notes, without calls that nobody would find. */
export function withReachableCalls(notes: readonly Note[], body: readonly TextLine[]): Note[] {
  let open = notes.filter((n) => n.call);
  let lines: TextLine[] = [...body, ...notes.flatMap((n) => (n.call ? [] : n.lines))];
  while (open.length > 0) {
    const isIn = within(lines);
    const next = open.filter((n) => isIn(n.call!.start, n.call!.end));
    if (next.length === 0) break;
    const now = new Set(next);
    open = open.filter((n) => !now.has(n));
    lines = next.flatMap((n) => n.lines);
  }
  const lost = new Set(open);
  return notes.map((note): Note => (lost.has(note) ? { head: note.head, lines: note.lines } : note));
}
