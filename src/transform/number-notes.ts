import type { ResultNode } from './engine.ts';
import { attributeOf } from './result-nodes.ts';
import type { Draft } from './wrap-words.ts';

/**
 * Labels for notes that the source does not number: 1, 2, 3 … in each unit, without those that other notes of the unit have. Notes of the author, notes on the
 * state of the text, and notes in the margin are counted apart from all others, where there are several of these: the first of these series that there is has
 * numbers, of the others the author’s has capitals, and the rest have letters. The streaming reader does the same in `src/model/read-tei/note-numbers.ts`.
 */

/** The series of a note that has no label. */
export type NoteSeries = 'author' | 'text' | 'margin';

const isMargin = /(?:^|[\s-])(?:margin|marg|left|right|inner|outer)/i;

const ofAuthor = ['author', 'authorial', 'auth'];
const ofText = ['textual', 'text-critical', 'critical', 'crit', 'apparatus', 'variant', 'variants'];

/** The series that a note is of, by what it says itself; absent: that of all others. */
export function seriesOf(note: ResultNode): NoteSeries | undefined {
  const said = (name: string): string => (attributeOf(note, name) ?? '').trim().toLowerCase();
  if (isMargin.test(attributeOf(note, 'place') ?? '')) return 'margin';
  const [type, resp] = [said('type'), said('resp').replace(/^#/, '')];
  if (ofText.includes(type)) return 'text';
  return ofAuthor.includes(type === '' ? resp : type) ? 'author' : undefined;
}

function notesIn(draft: Draft, found: Draft[]): Draft[] {
  for (const child of draft.children) {
    if (typeof child === 'string') continue;
    if (child.kind === 'note') found.push(child);
    notesIn(child, found);
  }
  return found;
}

const capital = (number: number): string => letter(number).toUpperCase();

/** a … z, aa, ab … */
const letter = (number: number): string =>
  number <= 26
    ? String.fromCharCode(96 + number)
    : letter(Math.floor((number - 1) / 26)) + letter(((number - 1) % 26) + 1);

const order: readonly (NoteSeries | undefined)[] = [undefined, 'author', 'text', 'margin'];

/** Gives every note a label; `series`: of notes that are not of that of all others. */
export function numberNotes(unit: Draft, series: ReadonlyMap<Draft, NoteSeries>): void {
  const notes = notesIn(unit, []);
  const taken = new Set(notes.map(({ n }) => n));
  const without = notes.filter(({ n }) => n === undefined || n === '');
  const [first] = order.filter((one) => without.some((note) => series.get(note) === one));
  const counts = new Map<(count: number) => string, number>();
  for (const note of without) {
    const own = series.get(note);
    const name = own === first ? String : own === 'author' ? capital : letter;
    do counts.set(name, (counts.get(name) ?? 0) + 1);
    while (taken.has(name(counts.get(name)!)));
    note.n = name(counts.get(name)!);
  }
}
