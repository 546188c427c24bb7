/** The notes as blocks: paragraphs, and whatever lists or tables are in them. */
import type { Block, Note } from '../document.ts';
import type { ListedNote } from './note-list.ts';
import type { PlacedCall } from './note-marks.ts';
import { type Marks, inlineBetween, inlineOfLines, pageBreak } from './inline.ts';
import { type BodyLine, bodyLines } from './body-lines.ts';
import { beginsItem, readList } from './lists.ts';

/** Lines of a note without the indentation of notes. */
function unindented(lines: readonly BodyLine[]): BodyLine[] {
  return lines.map((l) => ({ ...l, indent: Math.max(0, l.indent - 4) }));
}

function noteBlocks(note: ListedNote, marks: Marks): Block[] {
  const first = note.lines[0]!;
  const blocks: Block[] = [];
  if (note.textFrom < first.end)
    blocks.push({ kind: 'paragraph', content: inlineBetween(marks, note.textFrom, first.end) });
  const rest = unindented(bodyLines(note.lines.slice(1), marks));
  for (let i = 0; i < rest.length;) {
    const line = rest[i]!;
    if (line.pagesOnly) {
      blocks.push(...line.pagesOnly.map((p) => pageBreak(p, marks)));
      i++;
    } else if (beginsItem(marks.source, line)) {
      const { list, next } = readList(rest, i, marks);
      blocks.push(list);
      i = next;
    } else {
      const last = blocks.at(-1);
      const content = inlineOfLines(marks, [line]);
      if (line.blanks === 0 && last?.kind === 'paragraph') {
        blocks[blocks.length - 1] = {
          ...last,
          content: [...last.content, { kind: 'line', at: line.start }, ...content],
        };
      } else blocks.push({ kind: 'paragraph', content });
      i++;
    }
  }
  return blocks;
}

/** The notes with the labels their calls show. */
export function readNotes(listed: readonly ListedNote[], calls: readonly PlacedCall[], marks: Marks): Note[] {
  return listed.map((note, k) => {
    const text = marks.source.slice(note.textFrom, note.textFrom + 12);
    return {
      label: calls[k]!.at === undefined ? note.listed : calls[k]!.label,
      listed: note.listed,
      at: note.at,
      blocks: noteBlocks(note, marks),
      called: calls[k]!.at !== undefined,
      source: /^\[?(?:Source|Summary):/u.test(text),
    };
  });
}
