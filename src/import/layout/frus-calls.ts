/** The calls of a list of notes at the end of a text, placed all at once by the weights that were learnt from published volumes. */
import { countBelow } from '../../source/sorted.ts';
import { learnNumbers } from '../frus-text/number-words.ts';
import { placeCalls } from '../frus-text/note-marks.ts';
import { withoutPageMarks } from '../frus-text/page-breaks.ts';
import type { TextLine } from './lines.ts';
import type { FoundPage } from './page-marks.ts';
import type { Head } from './marks.ts';
import type { PairedNote } from './pairing.ts';

/** The notes of a list, each with its call; nothing where fewer than half of the calls are found. */
export function placeList(
  text: string,
  run: readonly Head[],
  lines: readonly TextLine[],
  pages: readonly FoundPage[],
): PairedNote[] {
  const first = lines.find((l) => !pages.some((p) => p.start === l.start && p.end === l.end)) ?? lines[0]!;
  const body = withoutPageMarks(text, 0, run[0]!.start, pages);
  const offset = (at: number): number => Math.max(0, Math.min(countBelow(body.at, at), body.at.length - 1));
  const number = /^\[?\d+[a-z]?\]?\.?/.exec(first.text)?.[0].length ?? 0;
  const notes = run.map((h) => ({
    listed: h.label,
    text: text.slice(h.end, Math.min(lines[h.line]!.end, h.end + 300)),
  }));
  const { calls } = placeCalls(notes, body, {
    text: body.text,
    numbers: learnNumbers(text),
    head: { start: offset(first.start), end: offset(first.end) },
    taken: [{ start: offset(first.start), end: offset(first.start + number) }],
    tailFrom: offset(lines[Math.max(0, run[0]!.line - 3)]!.start),
  });
  const sure = calls.filter((c) => c.at !== undefined && c.margin > (run.length === 1 ? 2 : 0.5));
  if (sure.length * 2 < run.length) return [];
  return run.map((head, i): PairedNote => {
    const { at, length, label } = calls[i]!;
    if (at === undefined) return { head };
    const start = body.at[at]!;
    return { head, call: { form: '{N}', label, start, end: start + length } };
  });
}
