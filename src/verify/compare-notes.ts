import type { SpineNote } from '../model/spine.ts';
import { align } from './align.ts';
import { compareRuns } from './compare.ts';
import { sentence } from './sentence.ts';

/** The differences between the notes of the source and those of an output, in words. */

const keyOf = ({ label, text }: SpineNote): string => `${label}\x00${text}`;

/** Takes the first note that fits out of a list. */
function take(notes: SpineNote[], fits: (note: SpineNote) => boolean): SpineNote | undefined {
  const at = notes.findIndex(fits);
  return at < 0 ? undefined : notes.splice(at, 1)[0];
}

/** Where a word of a run is in the output, in words; the n-th note is the n-th run. */
type Place = (run: number, at: number) => string;

/** Says what has become of a note of the source; `left` are notes of the output that no note of the source accounts for. */
function fate(note: SpineNote, left: SpineNote[], found: readonly SpineNote[], place: Place): string[] {
  const { label, text } = note;
  if (take(left, (other) => keyOf(other) === keyOf(note))) return [`note ${label} is at another place among the notes`];
  const renumbered = take(left, (other) => other.text === text && text !== '');
  if (renumbered) return [`note ${label} has become note ${renumbered.label}`];
  const changed = take(left, (other) => other.label === label);
  const run = changed ? found.indexOf(changed) + 1 : 0;
  if (changed)
    return compareRuns(text, changed.text).map(
      (difference) => sentence(difference, `note ${label}`) + place(run, difference.at),
    );
  return [`note ${label}: the note is missing: “${text.slice(0, 80)}”`];
}

export function noteLosses(
  expected: readonly SpineNote[],
  found: readonly SpineNote[],
  place: Place = () => '',
): string[] {
  const edits = align(expected.map(keyOf), found.map(keyOf));
  const gone = expected.filter((_, i) => edits?.missing.has(i) ?? true);
  const left = found.filter((_, i) => edits?.added.has(i) ?? true);
  const losses = gone.flatMap((note) => fate(note, left, found, place));
  return [...losses, ...left.map(({ label, text }) => `note ${label}: a note too many: “${text.slice(0, 80)}”`)];
}
