import type { ReadingNode } from '../../model/reading.ts';
import type { Dialect } from './dialect.ts';
import type { EntryLine } from './setting.ts';
import { gapBefore, layOut, withoutSoleBlock } from './kinds.ts';
import { layout } from './layout.ts';
import type { Layout, Line } from './layout.ts';

/** A unit laid out: the lines of the running text, then those of the notes. */
export interface LaidOut {
  readonly body: readonly Line[];
  /** The entries of the apparatus, not yet as lines. */
  readonly entries: readonly EntryLine[];
  readonly notes: readonly Line[];
}

/** Notes in the order of their calls; a note called inside a note follows that note. */
type Speaker = (who: string) => string;

function layOutNotes(
  notes: readonly ReadingNode[],
  page: Layout,
  dialect: Dialect,
  speaker: Speaker,
  entries: EntryLine[],
): void {
  for (const note of notes) {
    const called: ReadingNode[] = [];
    const at = { page, dialect, speaker, depth: 1, inItem: false, called, entries };
    const children = withoutSoleBlock(note);
    page.gap(dialect.name === 'octavo' ? 2 : gapBefore(children, at));
    page.item({ ...dialect.note(note.n ?? ''), always: true }, () => layOut(children, at));
    layOutNotes(called, page, dialect, speaker, entries);
  }
}

/** Lays out a unit's text and, after it, the notes called in it. */
export function layOutUnit(reading: ReadingNode, dialect: Dialect, speaker: Speaker = (who) => who): LaidOut {
  const page = layout();
  const called: ReadingNode[] = [];
  const entries: EntryLine[] = [];
  layOut([reading], { page, dialect, speaker, depth: 0, inItem: false, called, entries });
  const bodyEnd = page.lines().length;
  layOutNotes(called, page, dialect, speaker, entries);
  const lines = page.lines();
  return { body: lines.slice(0, bodyEnd), entries, notes: lines.slice(bodyEnd) };
}

/** Lines as characters, each with what is before its text. `next`: the line that follows. */
export function joinLines(lines: readonly Line[], render: (line: Line, next: Line | undefined) => string): string {
  return lines
    .map((line, i) => `${line.blank ? '\n' : ''}${' '.repeat(line.indent)}${line.marker}${render(line, lines[i + 1])}`)
    .join('\n');
}
