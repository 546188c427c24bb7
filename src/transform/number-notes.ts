import type { Draft } from './wrap-words.ts';

/**
 * Numbers for notes that the source does not number: 1, 2, 3 … in each unit, without those that other notes of the unit have. Notes in the margin are
 * counted apart where there are both, and have letters. The streaming reader does the same in `src/model/read-tei/note-numbers.ts`.
 */

const isMargin = /(?:^|[\s-])(?:margin|marg|left|right|inner|outer)/i;

/** Whether the place of a note is the margin. */
export const isMarginal = (place: string | undefined): boolean => place !== undefined && isMargin.test(place);

function notesIn(draft: Draft, found: Draft[]): Draft[] {
  for (const child of draft.children) {
    if (typeof child === 'string') continue;
    if (child.kind === 'note') found.push(child);
    notesIn(child, found);
  }
  return found;
}

/** a … z, aa, ab … */
const letter = (number: number): string =>
  number <= 26
    ? String.fromCharCode(96 + number)
    : letter(Math.floor((number - 1) / 26)) + letter(((number - 1) % 26) + 1);

/** `marginal`: the notes in the margin. */
export function numberNotes(unit: Draft, marginal: ReadonlySet<Draft>): void {
  const notes = notesIn(unit, []);
  const taken = new Set(notes.map(({ n }) => n));
  const without = notes.filter(({ n }) => n === undefined || n === '');
  const margin = without.filter((note) => marginal.has(note));
  const hasBoth = margin.length > 0 && margin.length < without.length;
  const number = (some: readonly Draft[], name: (count: number) => string): void => {
    let count = 0;
    for (const note of some) {
      do count++;
      while (taken.has(name(count)));
      note.n = name(count);
    }
  };
  if (!hasBoth) return number(without, String);
  number(margin, letter);
  number(
    without.filter((note) => !marginal.has(note)),
    String,
  );
}
