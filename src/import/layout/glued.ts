/**
 * Lists of notes of which the calls are plain figures, glued to words (`State1`): the calls are found from the notes. A list at the end
 * of the text is placed as a whole; notes at the foot of a page or below a paragraph are placed among the lines above them.
 */
import { placeList } from './frus-calls.ts';
import type { TextLine } from './lines.ts';
import type { Head, Mark } from './marks.ts';
import type { FoundPage } from './page-marks.ts';
import type { PairedNote } from './pairing.ts';
import { assign } from '../pages/assign.ts';
import { callPlaces } from '../pages/call-places.ts';

const plain = /^\{(?:N|a|\*)\}(?:[.)]| )/;

/** Heads of one form that follow each other with nothing but their own text between them, each label one more than the last. */
function runsOf(heads: readonly Head[], lines: readonly TextLine[]): Head[][] {
  const runs: Head[][] = [];
  for (const head of heads) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const near =
      last?.form === head.form &&
      follows(last.label, head.label) &&
      lines.slice(last.line + 1, head.line).every((l) => l.gap === 0 || l.indent > lines[last.line]!.indent);
    if (near) run!.push(head);
    else runs.push([head]);
  }
  return runs;
}

function follows(before: string, after: string): boolean {
  if (/^\d+$/.test(before) && /^\d+$/.test(after))
    return Number(after) >= Number(before) && Number(after) <= Number(before) + 3;
  if (/^[a-z]$/.test(before)) return after.charCodeAt(0) === before.charCodeAt(0) + 1;
  return true;
}

/** Whether nothing but the last note itself comes after a run. */
function endsText(run: readonly Head[], lines: readonly TextLine[]): boolean {
  const last = run.at(-1)!;
  return lines.slice(last.line + 1).every((l) => l.gap === 0 || l.indent > lines[last.line]!.indent);
}

const worthOfCall = 2.5;

function amongLines(run: readonly Head[], above: readonly TextLine[]): PairedNote[] | undefined {
  const labels = run.map((h) => h.label);
  const places = callPlaces(above, labels).filter((p) => p.worth >= worthOfCall);
  const found = assign(labels, places);
  if (found.some((p) => p === undefined)) return undefined;
  return run.map((head, i): PairedNote => {
    const { label, start, end } = found[i]!;
    const call: Mark = { form: '{N}', label, start, end };
    return { head, call };
  });
}

export interface GluedContext {
  readonly text: string;
  readonly lines: readonly TextLine[];
  readonly pages: readonly FoundPage[];
  /** Lines with nothing but the mark of a page: notes at the foot of pages are above them. */
  readonly pageLines: ReadonlySet<number>;
  /** What is something else already: calls of other notes, marks of pages. */
  readonly taken: readonly { readonly start: number; readonly end: number }[];
  /** Whether notes with other calls were found: then a list within the text is a list. */
  readonly others: boolean;
}

/** The line after a run with the rest of its last note. */
function lineAfter(run: readonly Head[], lines: readonly TextLine[]): number {
  let next = run.at(-1)!.line + 1;
  while (next < lines.length && lines[next]!.gap === 0) next++;
  return next;
}

/** The first line of the block above a line. */
function blockAbove(line: number, { lines, pageLines }: GluedContext): number {
  let first = Math.max(0, line - 1);
  while (first > 0 && (lines[first]!.gap === 0 || lines[first]!.feed || pageLines.has(first - 1))) first--;
  return first;
}

/** The first line of the page that a line is on. */
function pageTop(line: number, { lines, pageLines }: GluedContext): number {
  let first = line;
  while (first > 0 && !lines[first]!.feed && !pageLines.has(first - 1)) first--;
  return first;
}

/** The notes of a text with plain calls; nothing where the lists are not notes. */
export function gluedNotes(heads: readonly Head[], context: GluedContext): PairedNote[] {
  const { text, lines, pages, pageLines, others, taken } = context;
  const runs = runsOf(
    heads.filter((h) => plain.test(h.form)),
    lines,
  );
  const out: PairedNote[] = [];
  const used = new Set(taken.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)));
  let from = 0;
  for (const run of runs) {
    const last = run === runs.at(-1) && endsText(run, lines);
    const next = lineAfter(run, lines);
    const atFoot =
      pageLines.has(next) || text.slice(lines[next - 1]!.end, lines[next]?.start ?? text.length).includes('\f');
    if (!last && (others || run[0]!.form.includes(')'))) continue;
    // Below a paragraph are the notes of this paragraph.
    const top = atFoot ? pageTop(run[0]!.line, context) : last ? 0 : blockAbove(run[0]!.line, context);
    const above = Math.max(from, top);
    const near = amongLines(run, lines.slice(above, run[0]!.line));
    const notes = near ?? (last ? placeList(text, run, lines, pages) : []);
    if (notes.some((n) => n.call && used.has(n.call.start))) continue;
    for (const note of notes) {
      out.push(note);
      if (note.call) used.add(note.call.start);
    }
    if (notes.length > 0) from = run.at(-1)!.line + 1;
  }
  return out;
}
