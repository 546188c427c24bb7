/** Where the text of each note ends, and what is left as text: lines, of which some are cut where a note ends within them. */
import { isRule } from './heads.ts';
import type { TextLine } from './lines.ts';
import type { PairedNote } from './pairing.ts';
import { withReachableCalls } from './reachable.ts';
import type { Setting } from './setting.ts';

export interface NoteText extends PairedNote {
  /** Its lines without the label. */
  readonly lines: readonly TextLine[];
}

export interface Divided {
  readonly notes: readonly NoteText[];
  /** Everything else, in order. */
  readonly body: readonly TextLine[];
  /** Headings of lists of notes (`FOOTNOTES:`). */
  readonly listHeads: readonly TextLine[];
  /** Rules above notes. */
  readonly rules: readonly TextLine[];
}

/** The part of a line between two offsets, without white space at its ends; undefined where nothing is left. */
function cut(line: TextLine, from: number, to: number): TextLine | undefined {
  const raw = line.text.slice(Math.max(0, from - line.start), Math.max(0, to - line.start));
  const text = raw.trim();
  if (text === '') return undefined;
  const start = Math.max(from, line.start) + raw.length - raw.trimStart().length;
  return { ...line, text, start, end: start + text.length };
}

interface Context {
  readonly lines: readonly TextLine[];
  readonly setting: Setting;
  readonly pageLines: ReadonlySet<number>;
}

/** The line after the last one of a note that nothing closes; `next` is the note after it. */
function endOf(note: PairedNote, next: PairedNote | undefined, context: Context): number {
  const { lines, setting, pageLines } = context;
  const first = note.head.line;
  const own = lines[first]!;
  // Where nothing is called between two notes, what is between them belongs to the first.
  const sameList = next !== undefined && (next.call === undefined || next.call.start < note.head.start);
  const limit = next?.head.line ?? lines.length;
  if (sameList && !setting.byLine && !hasPage(first, limit, context)) return limit;
  let end = first + 1;
  if (setting.byLine) return end;
  const goesOn = ({ gap, indent, feed }: TextLine): boolean => !feed && (gap === 0 || indent > own.indent);
  while (end < limit && !pageLines.has(end) && goesOn(lines[end]!)) end++;
  return end;
}

function hasPage(from: number, to: number, { lines, pageLines }: Context): boolean {
  for (let i = from; i < to; i++) if (pageLines.has(i) || (i > from && lines[i]!.feed)) return true;
  return false;
}

/** Where a note ends in the text: its bracket, the next note, or the end of its last line. */
function stopOf(note: PairedNote, next: PairedNote | undefined, context: Context): number {
  const { head } = note;
  if (head.closes !== undefined) return head.closes;
  const end = endOf(note, next, context);
  // A note may begin within the last line of the one before.
  if (next && end >= next.head.line && context.lines[next.head.line]!.start < next.head.start) return next.head.start;
  const last = context.lines[Math.max(head.line, end - 1)]!;
  return Math.min(last.end, next?.head.start ?? Infinity);
}

/** The lines between two offsets, each as far as it is between them; lines that are the marks of pages are left out. */
function linesBetween(from: number, to: number, first: number, { lines, pageLines }: Context): TextLine[] {
  const out: TextLine[] = [];
  for (let i = first; i < lines.length && lines[i]!.start < to; i++) {
    const part = pageLines.has(i) ? undefined : cut(lines[i]!, from, Math.min(to, lines[i]!.end));
    if (part) out.push(part);
  }
  return out;
}

/** A short line above a list of notes that says what it is. */
function headsList(line: TextLine | undefined, above: TextLine | undefined, isLast: boolean): boolean {
  if (!line || line.gap === 0 || !above || line.text.length > 40 || /\d|[\])}]$/.test(line.text)) return false;
  const words = line.text.split(/\s+/).length;
  const capitals = !/\p{Ll}/u.test(line.text) && /\p{Lu}/u.test(line.text);
  const plain = isLast && words <= 2 && /^\p{Lu}[\p{L} ]+$/u.test(line.text);
  return words <= 4 && (capitals || line.text.endsWith(':') || plain);
}

/** The lines above a list of notes that belong to it: its heading, a rule. */
function aboveLists(notes: readonly NoteText[], lines: readonly TextLine[]): Pick<Divided, 'listHeads' | 'rules'> {
  const listHeads: TextLine[] = [];
  const rules: TextLine[] = [];
  const inNotes = new Set(notes.flatMap((n) => n.lines.map((l) => l.end)));
  // Where the last call of the notes after each one is.
  const lastCall: number[] = [];
  for (let k = notes.length - 1, last = 0; k >= 0; k--) {
    lastCall[k] = last;
    last = Math.max(last, notes[k]!.call?.start ?? 0);
  }
  for (const [k, { head }] of notes.entries()) {
    const above = lines[head.line - 1];
    if (!above || inNotes.has(above.end) || lines[head.line]!.start !== head.start) continue;
    const isLast = lastCall[k]! < head.start;
    if (isRule(above)) rules.push(above);
    else if (head.closes === undefined && headsList(above, lines[head.line - 2], isLast)) listHeads.push(above);
  }
  return { listHeads, rules };
}

interface Range {
  readonly start: number;
  readonly stop: number;
}

/** What is left of the lines of a text; what follows a note within its line is a block of its own where the note began the line. */
function withoutRanges(ranges: readonly Range[], apart: ReadonlySet<number>, context: Context): TextLine[] {
  const out: TextLine[] = [];
  let next = 0;
  let after = false;
  // The line on which the note that is being left out began has words before it.
  let inLine = false;
  for (const [i, line] of context.lines.entries()) {
    while (next < ranges.length && ranges[next]!.stop <= line.start) next++;
    if (context.pageLines.has(i) || apart.has(line.start)) continue;
    let from = line.start;
    let joins: boolean = inLine;
    inLine = false;
    for (let k = next; k < ranges.length && ranges[k]!.start < line.end; k++) {
      const before = cut(line, from, ranges[k]!.start);
      if (before) out.push(joins ? { ...before, gap: 0, joins } : before);
      joins ||= before !== undefined;
      from = Math.max(from, ranges[k]!.stop);
      inLine = joins && ranges[k]!.stop >= line.end;
    }
    const rest = from === line.start ? line : cut(line, from, line.end);
    if (rest && joins) out.push({ ...rest, gap: 0, joins });
    else if (rest) out.push(from > line.start || after ? { ...rest, gap: Math.max(1, rest.gap) } : rest);
    after = rest === undefined && !joins;
  }
  return out;
}

/** Divides the lines of a text into notes and what is not notes. */
export function divide(found: readonly PairedNote[], context: Context): Divided {
  let closed = 0;
  // What is within the bracket of a note belongs to it.
  const ordered = [...found]
    .sort((a, b) => a.head.start - b.head.start)
    .filter(({ head }) => {
      const isIn = head.start < closed;
      if (!isIn) closed = head.closes ?? closed;
      return !isIn;
    });
  const ranges: Range[] = [];
  const notes = ordered.map((note, k): NoteText => {
    const { head } = note;
    const stop = stopOf(note, ordered[k + 1], context);
    ranges.push({ start: head.start, stop });
    return { ...note, lines: linesBetween(head.end, head.closes === undefined ? stop : stop - 1, head.line, context) };
  });
  const above = aboveLists(notes, context.lines);
  const apart = new Set([...above.listHeads, ...above.rules].map((l) => l.start));
  const body = withoutRanges(ranges, apart, context);
  return { notes: withReachableCalls(notes, body), body, ...above };
}
