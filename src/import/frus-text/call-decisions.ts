/**
 * Doubts about calls. A note is known by its number in the list and its first words, a place by the words around it, so an
 * answer holds when the text was corrected elsewhere.
 */
import { likeness } from '../decision-context.ts';
import type { Chooser } from '../decisions.ts';
import type { RunningText } from './page-breaks.ts';
import type { ListedNote } from './note-list.ts';
import type { FixedPlaces, PlacedCall } from './note-marks.ts';

/** Margins from here on are safe enough not to be looked at. */
export const safeMargin = 3.8;

const none = 'no call';

/** How a place is written into the decisions file: the words before and after it. */
function describePlace(running: RunningText, at: number, length: number): string {
  const squeeze = (s: string): string => s.replace(/\s+/g, ' ');
  const before = squeeze(running.text.slice(Math.max(0, at - 28), at)).trimStart();
  const after = squeeze(running.text.slice(at + length, at + length + 14)).trimEnd();
  return `${before}‹${running.text.slice(at, at + length)}›${after}`;
}

/** The place a description means: where the label is between words most like those. */
function findPlace(running: RunningText, described: string): { at: number; length: number } | undefined {
  const m = /^(.*)‹(.*)›(.*)$/su.exec(described);
  if (!m) return undefined;
  const [, before, label, after] = m as unknown as [string, string, string, string];
  let best: { at: number; length: number } | undefined;
  let worth = 1.1;
  for (let at = running.text.indexOf(label); at >= 0; at = running.text.indexOf(label, at + 1)) {
    const now = describePlace(running, at, label.length);
    const n = /^(.*)‹.*›(.*)$/su.exec(now)!;
    const w = likeness(n[1]!, before) + likeness(n[2]!, after);
    if (w > worth) {
      worth = w;
      best = { at, length: label.length };
    }
  }
  return best;
}

/** The places a person has chosen in earlier answers. */
export function fixedPlaces(notes: readonly ListedNote[], running: RunningText, chooser: Chooser): FixedPlaces {
  const fixed = new Map<number, { at: number; length: number } | undefined>();
  notes.forEach((note, k) => {
    const answer = chooser.answerFor({ kind: 'note-call', start: note.at, end: note.textFrom + 40 });
    if (answer === undefined) return;
    const place = findPlace(running, answer);
    if (answer === none || place) fixed.set(k, answer === none ? undefined : place);
  });
  return fixed;
}

/** Logs the calls whose place is in doubt, and the notes without one. */
export function logCalls(
  calls: readonly PlacedCall[],
  notes: readonly ListedNote[],
  running: RunningText,
  fixed: FixedPlaces,
  chooser: Chooser,
): void {
  for (const call of calls) {
    const note = notes[call.note]!;
    const here = call.at === undefined ? none : describePlace(running, call.at, call.length);
    const other = call.other ? describePlace(running, call.other.at, call.other.length) : none;
    const at = call.at === undefined ? undefined : running.at[call.at];
    const values = [...new Set([here, other, none])];
    chooser.choose({
      kind: 'note-call',
      start: note.at,
      end: note.textFrom + 40,
      ...(at === undefined ? {} : { showAt: { start: at, end: at + call.length } }),
      ask: at === undefined ? `Note ${note.listed} has no call in the text.` : `Where is note ${note.listed} called?`,
      options: values.map((value) => ({ value, label: value === none ? 'nowhere in the text' : `at “${value}”` })),
      preferred: here,
      ...(fixed.has(call.note) ? { answerMeans: here } : {}),
      confidence: call.at === undefined ? 0.3 : Math.min(0.99, 0.5 + (call.margin / safeMargin) * 0.4),
    });
  }
}
