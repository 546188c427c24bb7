/**
 * Step 2½. The list of notes at the end: `  1. text`, further paragraphs of a note indented by four blanks.
 * It is read before the calls are looked for, because how many notes there are is certain and where they are called is not.
 */
import type { Line } from './10-lines.ts';

export interface ListedNote {
  /** The number or sign of the list, without its full stop. */
  readonly listed: string;
  readonly at: number;
  /** Where the text of the note begins. */
  readonly textFrom: number;
  /** The lines of the note; the first one holds the number. */
  readonly lines: readonly Line[];
}

export interface NoteList {
  readonly notes: readonly ListedNote[];
  /** The lines of the body: everything before the notes. */
  readonly body: readonly Line[];
  /** Blank lines between the body and the notes; 0 says that the last block was not a paragraph. */
  readonly blanksBefore: number;
}

const numbered = /^(\d{1,3}|[*†‡§#]{1,4}|[a-z]{1,2})\.(?:[ \t]+|$)/;

const markOf = (text: string, line: Line): RegExpExecArray | null =>
  line.indent >= 2 && line.indent <= 3 ? numbered.exec(text.slice(line.start, line.end)) : null;

const belongs = (text: string, line: Line): boolean =>
  line.indent >= 4 || markOf(text, line) !== null || /^\[Page [^\]]*\]$/.test(text.slice(line.start, line.end));

/** True where a number goes on from the one before it, or signs are used. */
function follows(before: string, after: string): boolean {
  const [a, b] = [Number(before), Number(after)];
  return Number.isNaN(a) || Number.isNaN(b) || b === a + 1;
}

function groupNotes(text: string, lines: readonly Line[]): ListedNote[] {
  const notes: (ListedNote & { lines: Line[] })[] = [];
  for (const line of lines) {
    const mark = markOf(text, line);
    if (mark) {
      notes.push({ listed: mark[1]!, at: line.start, textFrom: line.start + mark[0].length, lines: [line] });
    } else notes.at(-1)?.lines.push(line);
  }
  return notes;
}

/** Where the notes begin: the earliest line from which on everything reads as one list of notes. */
function firstNoteLine(text: string, lines: readonly Line[]): number {
  let first = lines.length;
  let next: string | undefined;
  for (let i = lines.length - 1; i >= 0 && belongs(text, lines[i]!); i--) {
    const mark = markOf(text, lines[i]!)?.[1];
    if (mark === undefined) continue;
    if (next !== undefined && !follows(mark, next)) {
      // A list that begins anew behind a blank line is a list of the body before the list of notes.
      if (/^[01]$/.test(next) && (lines[first]!.blanks > 0 || first < i)) break;
      if (!/^[01]$/.test(next)) break;
    }
    first = i;
    next = mark;
  }
  return first;
}

/** Parts the body from the notes. Whether the list is one of notes is for the next step to say; `asBody` keeps it in the body. */
export function findNoteList(text: string, lines: readonly Line[], asBody = false): NoteList {
  const first = asBody ? lines.length : firstNoteLine(text, lines);
  return {
    notes: groupNotes(text, lines.slice(first)),
    body: lines.slice(0, first),
    blanksBefore: lines[first]?.blanks ?? 0,
  };
}
