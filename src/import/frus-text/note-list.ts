/**
 * The list of notes at the end: `  1. text`, further paragraphs of a note indented by four spaces.
 * It is read before the calls are looked for, because how many notes there are is certain and where they are called is not.
 */
import type { Line } from './lines.ts';

export interface ListedNote {
  /** The number or symbol of the list, without its full stop. */
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

/**
 * True where a number may be after another in one list: it continues, is used twice, leaves one or two out, or symbols
 * are used.
 */
function follows(before: string, after: string): boolean {
  const [a, b] = [Number(before), Number(after)];
  return Number.isNaN(a) || Number.isNaN(b) || (b >= a && b <= a + 3);
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

/**
 * Where the notes may begin, the earliest place first. From each of these lines on everything reads as notes; a list
 * that begins again can be the notes of an attachment, or the real list after a numbered list of the body.
 */
export function noteListStarts(text: string, lines: readonly Line[]): number[] {
  const starts: number[] = [];
  let next: string | undefined;
  for (let i = lines.length - 1; i >= 0 && belongs(text, lines[i]!); i--) {
    const mark = markOf(text, lines[i]!)?.[1];
    if (mark === undefined) continue;
    const anew = next !== undefined && /^[01]$/.test(next) && !follows(mark, next);
    if (anew && starts.length === 3) break;
    if (next !== undefined && !anew && !follows(mark, next)) break;
    if (next === undefined || anew) starts.unshift(i);
    else starts[0] = i;
    next = mark;
  }
  return starts;
}

/** Separates the body from the notes at one of the places found; without one, everything is body. */
export function cutNoteList(text: string, lines: readonly Line[], start: number | undefined): NoteList {
  const first = start ?? lines.length;
  return {
    notes: groupNotes(text, lines.slice(first)),
    body: lines.slice(0, first),
    blanksBefore: lines[first]?.blanks ?? 0,
  };
}
